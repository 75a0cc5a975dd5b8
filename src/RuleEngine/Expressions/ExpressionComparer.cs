using System.Collections.ObjectModel;
using System.Linq.Expressions;

namespace RuleEngine.Expressions;

/// <summary>
/// Structural equality of expressions, so that equal conditions of different rules share one node. Unknown node types
/// compare as different, which costs sharing but never correctness.
/// </summary>
internal sealed class ExpressionComparer
{
    private readonly Dictionary<ParameterExpression, ParameterExpression> _parameters = [];

    public static bool AreEqual(Expression? x, Expression? y) => new ExpressionComparer().Same(x, y);

    public static bool AreEqual(IReadOnlyList<Expression> xs, IReadOnlyList<Expression> ys) =>
        xs.Count == ys.Count && xs.Zip(ys).All(p => AreEqual(p.First, p.Second));

    private bool Same(Expression? x, Expression? y)
    {
        if (ReferenceEquals(x, y)) return true;
        if (x is null || y is null || x.NodeType != y.NodeType || x.Type != y.Type) return false;
        return (x, y) switch
        {
            (LambdaExpression a, LambdaExpression b) => SameLambda(a, b),
            (ParameterExpression a, ParameterExpression b) => _parameters.TryGetValue(a, out var mapped) && mapped == b,
            (ConstantExpression a, ConstantExpression b) => Equals(a.Value, b.Value),
            (MemberExpression a, MemberExpression b) => a.Member == b.Member && Same(a.Expression, b.Expression),
            (BinaryExpression a, BinaryExpression b) => a.Method == b.Method && Same(a.Left, b.Left) && Same(a.Right, b.Right) && Same(a.Conversion, b.Conversion),
            (UnaryExpression a, UnaryExpression b) => a.Method == b.Method && Same(a.Operand, b.Operand),
            (MethodCallExpression a, MethodCallExpression b) => a.Method == b.Method && Same(a.Object, b.Object) && Same(a.Arguments, b.Arguments),
            (NewExpression a, NewExpression b) => a.Constructor == b.Constructor && Same(a.Arguments, b.Arguments),
            (NewArrayExpression a, NewArrayExpression b) => Same(a.Expressions, b.Expressions),
            (ConditionalExpression a, ConditionalExpression b) => Same(a.Test, b.Test) && Same(a.IfTrue, b.IfTrue) && Same(a.IfFalse, b.IfFalse),
            (TypeBinaryExpression a, TypeBinaryExpression b) => a.TypeOperand == b.TypeOperand && Same(a.Expression, b.Expression),
            (InvocationExpression a, InvocationExpression b) => Same(a.Expression, b.Expression) && Same(a.Arguments, b.Arguments),
            (DefaultExpression, DefaultExpression) => true,
            _ => false,
        };
    }

    private bool Same<T>(ReadOnlyCollection<T> xs, ReadOnlyCollection<T> ys) where T : Expression
    {
        if (xs.Count != ys.Count) return false;
        for (var i = 0; i < xs.Count; i++)
            if (!Same(xs[i], ys[i])) return false;
        return true;
    }

    private bool SameLambda(LambdaExpression x, LambdaExpression y)
    {
        if (x.Parameters.Count != y.Parameters.Count) return false;
        for (var i = 0; i < x.Parameters.Count; i++)
        {
            if (x.Parameters[i].Type != y.Parameters[i].Type) return false;
            _parameters[x.Parameters[i]] = y.Parameters[i];
        }
        return Same(x.Body, y.Body);
    }
}
