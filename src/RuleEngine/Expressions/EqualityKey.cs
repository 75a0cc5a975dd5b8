using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace RuleEngine.Expressions;

/// <summary>
/// Finds the equality conjuncts an index can serve: one side reads only the new fact, the other only earlier aliases.
/// The index keeps hash codes, not keys, and the whole condition runs again on every hit; so all an operator must promise
/// is that equal operands have equal hash codes.
/// </summary>
internal static class EqualityKey
{
    /// <summary>The operands of a condition's indexable conjuncts.</summary>
    public static IEnumerable<KeyOperands> Find(Expression condition, Func<Expression, bool> readsFact, Func<Expression, bool> readsAlias)
    {
        foreach (var conjunct in Conjuncts(condition))
        {
            if (conjunct is not BinaryExpression { NodeType: ExpressionType.Equal } equal || !HashAgrees(equal)) continue;
            var byReference = equal.Method is null && !equal.Left.Type.IsValueType;
            if (IsFactSide(equal.Left) && IsAliasSide(equal.Right)) yield return new(equal, equal.Left, equal.Right, byReference);
            else if (IsFactSide(equal.Right) && IsAliasSide(equal.Left)) yield return new(equal, equal.Right, equal.Left, byReference);
        }

        bool IsFactSide(Expression side) => readsFact(side) && !readsAlias(side);
        bool IsAliasSide(Expression side) => readsAlias(side) && !readsFact(side);
    }

    /// <summary>One hash code over several operands, as an expression of type int.</summary>
    public static Expression Hash(IEnumerable<(Expression Operand, bool ByReference)> operands) => operands
        .Select(o => HashOne(o.Operand, o.ByReference))
        .Aggregate((all, next) => Expression.Call(typeof(EqualityKey), nameof(Combine), null, all, next));

    private static IEnumerable<Expression> Conjuncts(Expression condition) => condition is BinaryExpression { NodeType: ExpressionType.AndAlso, Method: null } and
        ? Conjuncts(and.Left).Concat(Conjuncts(and.Right))
        : [condition];

    private static bool HashAgrees(BinaryExpression equal)
    {
        if (equal.Left.Type != equal.Right.Type) return false;
        if (equal.Method is null) return true;
        var operators = equal.Method.GetParameters();
        var operand = Nullable.GetUnderlyingType(equal.Left.Type) ?? equal.Left.Type;
        if (operators[0].ParameterType != operators[1].ParameterType || !operators[0].ParameterType.IsAssignableFrom(operand)) return false;
        return equal.Method.DeclaringType!.Assembly == typeof(object).Assembly || equal.Method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
    }

    private static MethodCallExpression HashOne(Expression operand, bool byReference) => byReference
        ? Expression.Call(typeof(EqualityKey), nameof(OfReference), null, operand)
        : Expression.Call(typeof(EqualityKey), nameof(OfValue), [operand.Type], operand);

    internal static int OfValue<T>(T value) => value is null ? 0x3ade68b1 : EqualityComparer<T>.Default.GetHashCode(value);

    internal static int OfReference(object? value) => value is null ? 0x3ade68b1 : RuntimeHelpers.GetHashCode(value);

    internal static int Combine(int all, int next) => unchecked((all * (int)0x9E3779B1) ^ next);
}

/// <summary>An indexable equality and its two sides.</summary>
internal sealed record KeyOperands(Expression Equality, Expression Fact, Expression Alias, bool ByReference);
