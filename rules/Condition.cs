using System.Linq.Expressions;
using System.Text.RegularExpressions;

namespace PlanRegistry.Rules;

/// <summary>
/// One condition of a rule, from its canonical model: as it reads, and whether it holds. Compiled once, when it is first asked.
/// </summary>
/// <param name="of">What the pattern calls the fact that the condition is about; null where it is about what a query has found.</param>
internal sealed partial class Condition(LambdaExpression expression, Declaration? of)
{
    private readonly Lazy<Func<object?[], object?>> value = new(() => Compile(expression.Body, expression));
    private readonly Lazy<List<(string Text, Func<object?[], object?> Read)>> paths =
        new(() => [.. Paths.In(expression.Body, of).Select(p => (TextOf(p), Compile(p, expression)))]);

    /// <summary>In the rule's own names: <c>plan.Kind != PlanKind.Development</c>.</summary>
    public string Text { get; } = TextOf(expression.Body);

    /// <summary>
    /// The same with the fact called by its type, whatever a rule calls it: <c>PlanOnDay.Kind != PlanKind.Development</c>.
    /// </summary>
    public string TypedText { get; } = TextOf(of is null ? expression.Body : new Renamed(of).Visit(expression.Body));

    /// <summary>It asks about this one fact alone.</summary>
    public bool IsAboutOneFact => expression.Parameters.Count == 1;

    /// <summary>Null when it throws.</summary>
    public bool? Holds(Aliases aliases)
    {
        try
        {
            return (bool)value.Value(Arguments(aliases))!;
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Of what it evaluates to: bool, but for what a query sorts or groups by.</summary>
    public Type Type => expression.ReturnType;

    public object? ValueFor(Aliases aliases) => value.Value(Arguments(aliases));

    /// <summary>The paths that it reads, with what they are.</summary>
    public IEnumerable<(string Path, object? Value)> Reads(Aliases aliases) => paths.Value.Select(p => (p.Text, Read(p.Read, aliases)));

    private object? Read(Func<object?[], object?> read, Aliases aliases)
    {
        try
        {
            return read(Arguments(aliases));
        }
        catch (Exception thrown)
        {
            return thrown.GetType().Name;
        }
    }

    private object?[] Arguments(Aliases aliases) => [.. expression.Parameters.Select(p => aliases[p.Name!])];

    private static Func<object?[], object?> Compile(Expression body, LambdaExpression of)
    {
        var arguments = Expression.Parameter(typeof(object?[]));
        var bound = new Bound(of.Parameters, arguments).Visit(body);
        return Expression.Lambda<Func<object?[], object?>>(Expression.Convert(bound, typeof(object)), arguments)
            .Compile(preferInterpretation: true);
    }

    /// <summary>As it was written: conversions gone, C# operators, enum values by name.</summary>
    private static string TextOf(Expression expression)
    {
        var text = new WrittenNames().Visit(expression).ToString();
        for (var before = ""; before != text;)
        {
            (before, text) = (text, Conversions().Replace(text, "$1"));
        }
        text = text.Replace("AndAlso", "&&", StringComparison.Ordinal)
            .Replace("OrElse", "||", StringComparison.Ordinal).Replace("Not(", "!(", StringComparison.Ordinal);
        return IsWrapped(text) ? text[1..^1] : text;
    }

    private static bool IsWrapped(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length && text[0] == '('; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i == text.Length - 1;
            }
        }
        return false;
    }

    [GeneratedRegex(@"Convert\(((?:[^()]|\([^()]*\))*), [^(),]+\)")]
    private static partial Regex Conversions();

    /// <summary>Expression trees compare enums as numbers; a rule's reach is called by its code.</summary>
    private sealed class WrittenNames : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Arguments is [ConstantExpression { Value: RuleReach reach }]
                ? Expression.Parameter(node.Type, $"{node.Object}.{node.Method.Name}(\"{reach.Code}\")")
                : base.VisitMethodCall(node);

        protected override Expression VisitBinary(BinaryExpression node) =>
            base.VisitBinary(node.Update(Named(node.Left, node.Right), node.Conversion, Named(node.Right, node.Left)));

        private static Expression Named(Expression side, Expression other) =>
            Stripped(side) is ConstantExpression { Value: { } number } && Stripped(other).Type is var type
                && (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } named
                ? Expression.Parameter(side.Type, $"{named.Name}.{Enum.ToObject(named, number)}")
                : side;

        private static Expression Stripped(Expression part) =>
            part is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Stripped(convert.Operand) : part;
    }

    private sealed class Renamed(Declaration of) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node.Name == of.Name ? Expression.Parameter(node.Type, of.Type.Name) : node;
    }

    private sealed class Bound(System.Collections.ObjectModel.ReadOnlyCollection<ParameterExpression> parameters, Expression arguments)
        : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => parameters.IndexOf(node) is >= 0 and var place
            ? Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(place)), node.Type)
            : node;
    }

    /// <summary>The longest paths that start at a fact, and other facts as a whole.</summary>
    private sealed class Paths(Declaration? of) : ExpressionVisitor
    {
        private readonly List<Expression> found = [];

        public static IEnumerable<Expression> In(Expression body, Declaration? of)
        {
            var paths = new Paths(of);
            paths.Visit(body);
            return paths.found.DistinctBy(TextOf);
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (!IsPath(node))
            {
                return base.VisitMember(node);
            }
            found.Add(node);
            return node;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (node.Name != of?.Name)
            {
                found.Add(node);
            }
            return node;
        }

        private static bool IsPath(Expression? node) => node switch
        {
            MemberExpression member => IsPath(member.Expression),
            UnaryExpression { NodeType: ExpressionType.Convert } convert => IsPath(convert.Operand),
            _ => node is ParameterExpression,
        };
    }
}
