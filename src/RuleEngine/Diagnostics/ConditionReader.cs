using System.Linq.Expressions;
using System.Text.RegularExpressions;
using RuleEngine.Expressions;

namespace RuleEngine.Diagnostics;

/// <summary>Reads conditions the way a person does: with the names of aliases, and with the values the paths have.</summary>
internal sealed partial class ConditionReader(IReadOnlyDictionary<string, object?> aliases)
{
    /// <summary>The condition with its values for a fact; the fact is ignored where the condition has no parameter.</summary>
    public ExplainedCondition Read(LambdaExpression condition, object? fact)
    {
        var paths = new PathSearch(this, condition.Parameters.FirstOrDefault());
        paths.Visit(condition.Body);
        var values = paths.Found.DistinctBy(TextOf).Select(path => new ExplainedValue(TextOf(path), Evaluate(path, condition, fact))).ToList();
        return new ExplainedCondition(Text(condition), values, Evaluate(condition.Body, condition, fact) is true);
    }

    /// <summary>The condition as it was written: closures gone, conversions gone, C# operators.</summary>
    public static string Text(LambdaExpression condition)
    {
        var body = TextOf(condition.Body);
        if (IsWrapped(body)) body = body[1..^1];
        return condition.Parameters.Count == 0 ? body : $"{condition.Parameters[0].Name} => {body}";
    }

    /// <summary>The value of a part of the condition; the exception where it throws.</summary>
    private object? Evaluate(Expression part, LambdaExpression condition, object? fact)
    {
        try
        {
            var bound = new ValueBinder(aliases, condition.Parameters.FirstOrDefault(), fact).Visit(part);
            return Expression.Lambda<Func<object?>>(Expression.Convert(bound, typeof(object))).Compile(preferInterpretation: true)();
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }

    private static string TextOf(Expression expression)
    {
        var text = new WrittenNames().Visit(expression).ToString();
        for (string before = ""; before != text;) (before, text) = (text, Conversions().Replace(text, "$1"));
        return text.Replace("AndAlso", "&&").Replace("OrElse", "||").Replace("Not(", "!(");
    }

    private static bool IsWrapped(string text)
    {
        if (text.Length < 2 || text[0] != '(') return false;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0) return i == text.Length - 1;
        }
        return false;
    }

    [GeneratedRegex(@"Convert\(((?:[^()]|\([^()]*\))*), [^(),]+\)")]
    private static partial Regex Conversions();

    /// <summary>Writes an alias as its name alone, and the value of an enum, which expression trees compare as a number, by its name.</summary>
    private sealed class WrittenNames : ExpressionVisitor
    {
        protected override Expression VisitBinary(BinaryExpression node) =>
            base.VisitBinary(node.Update(Named(node.Left, node.Right), node.Conversion, Named(node.Right, node.Left)));

        private static Expression Named(Expression side, Expression other) =>
            Stripped(side) is ConstantExpression { Value: { } number } && Stripped(other).Type is var type && (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } named
                ? Expression.Parameter(side.Type, $"{named.Name}.{Enum.ToObject(named, number)}")
                : side;

        private static Expression Stripped(Expression part) => part is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Stripped(convert.Operand) : part;

        protected override Expression VisitMember(MemberExpression node) => AliasScope.NameOf(node) is { } name
            ? Expression.Parameter(node.Type, name)
            : base.VisitMember(node);
    }

    /// <summary>Finds the longest paths that start at the fact or at an alias.</summary>
    private sealed class PathSearch(ConditionReader reader, ParameterExpression? fact) : ExpressionVisitor
    {
        public List<Expression> Found { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (!IsPath(node)) return base.VisitMember(node);
            Found.Add(node);
            return node;
        }

        private bool IsPath(Expression? node) => node switch
        {
            MemberExpression member when AliasScope.NameOf(member) is { } name => reader.Knows(name),
            MemberExpression member => IsPath(member.Expression),
            ParameterExpression parameter => parameter == fact,
            UnaryExpression { NodeType: ExpressionType.Convert } convert => IsPath(convert.Operand),
            _ => false,
        };
    }

    private bool Knows(string alias) => aliases.ContainsKey(alias);

    private sealed class ValueBinder(IReadOnlyDictionary<string, object?> aliases, ParameterExpression? parameter, object? fact) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) => AliasScope.NameOf(node) is { } name && aliases.TryGetValue(name, out var value)
            ? Expression.Convert(Expression.Constant(value, typeof(object)), node.Type)
            : base.VisitMember(node);

        protected override Expression VisitParameter(ParameterExpression node) => node == parameter
            ? Expression.Convert(Expression.Constant(fact, typeof(object)), node.Type)
            : node;
    }
}
