using System.Reflection;

namespace PlanRegistry.Rules;

/// <summary>What the names of a rule stand for, as far as its conditions have been walked.</summary>
internal sealed class Aliases
{
    public static readonly Aliases None = new();

    private readonly Dictionary<string, object?> values = [];

    public object? this[string name] => values[name];

    public Aliases With(string name, object? value)
    {
        var more = new Aliases();
        foreach (var (known, old) in values)
        {
            more.values[known] = old;
        }
        more.values[name] = value;
        return more;
    }
}

internal enum StepKind { Match, Not, Query }

/// <summary>One line of a rule's When(): a fact that must be there, must not, or a query with its conditions.</summary>
internal sealed class Step
{
    private readonly PatternElement pattern;
    private readonly AggregateElement? query;
    private readonly Step? queried;
    private readonly Condition? groupedBy;
    private readonly IReadOnlyList<(string Order, Condition By)> sortedBy;

    public Step(RuleElement element)
    {
        (Kind, pattern) = element switch
        {
            PatternElement { Source: AggregateElement } p => (StepKind.Query, p),
            PatternElement { Source: null } p => (StepKind.Match, p),
            NotElement { Source: PatternElement { Source: null } p } => (StepKind.Not, p),
            _ => throw new NotSupportedException($"To say why not, {nameof(Step)} must learn what '{element.ElementType}' means."),
        };
        Conditions = [.. pattern.Expressions.Select(e => new Condition(e.Expression, Kind == StepKind.Query ? null : pattern.Declaration))];
        query = pattern.Source as AggregateElement;
        queried = query is null ? null : query.Source.Source is null && query.Name is "Collect" or "GroupBy" ? new Step(query.Source)
            : throw new NotSupportedException($"To say why not, {nameof(Step)} must learn what the query '{query.Name}' means.");
        var selectors = (query?.Expressions ?? Enumerable.Empty<NamedExpressionElement>())
            .Select(e => (e.Name, By: new Condition(e.Expression, queried!.pattern.Declaration))).ToList();
        groupedBy = selectors.Where(s => s.Name == "KeySelector").Select(s => s.By).SingleOrDefault();
        sortedBy = [.. selectors.Where(s => s.Name.StartsWith("KeySelector", StringComparison.Ordinal) && s.Name != "KeySelector")];
    }

    public StepKind Kind { get; }

    public string Alias => pattern.Declaration.Name;

    /// <summary>Of the facts that it matches or queries.</summary>
    public Type FactType => queried?.FactType ?? pattern.ValueType;

    public IReadOnlyList<Condition> Conditions { get; }

    public bool Fits(object fact) => Kind == StepKind.Match && FactType.IsInstanceOfType(fact);

    /// <summary>The first condition that a fact does not satisfy; null when it satisfies all.</summary>
    public Condition? FailsOn(object? fact, Aliases aliases) => Conditions.FirstOrDefault(c => c.Holds(aliases.With(Alias, fact)) != true);

    /// <summary>The names after this step, once for each way in which it can be taken.</summary>
    public IEnumerable<Aliases> Take(IReadOnlyList<object> facts, Aliases aliases) => Kind switch
    {
        StepKind.Not => Satisfying(facts, aliases).Any() ? [] : [aliases],
        StepKind.Query => Results(facts, aliases).Where(r => FailsOn(r, aliases) is null).Select(r => aliases.With(Alias, r)),
        _ => Satisfying(facts, aliases).Select(f => aliases.With(Alias, f)),
    };

    /// <summary>What a query finds: one collection, or a group for each key.</summary>
    public IEnumerable<object> Results(IReadOnlyList<object> facts, Aliases aliases)
    {
        var found = Sorted([.. queried!.Satisfying(facts, aliases)], aliases);
        return groupedBy is null
            ? [Generic(nameof(Collection), FactType).Invoke(null, [found])!]
            : (IEnumerable<object>)Generic(nameof(Groups), groupedBy.Type, FactType).Invoke(null, [found, KeyOf(groupedBy, aliases)])!;
    }

    private IEnumerable<object> Satisfying(IReadOnlyList<object> facts, Aliases aliases) =>
        facts.Where(f => FactType.IsInstanceOfType(f) && FailsOn(f, aliases) is null);

    private IEnumerable<object> Sorted(IEnumerable<object> found, Aliases aliases) => sortedBy.Aggregate(found, (sorted, key) =>
        key.Order == "KeySelectorAscending" ? sorted.OrderBy(KeyOf(key.By, aliases)) : sorted.OrderByDescending(KeyOf(key.By, aliases)));

    private Func<object, object?> KeyOf(Condition key, Aliases aliases) => fact => key.ValueFor(aliases.With(queried!.Alias, fact));

    private static MethodInfo Generic(string method, params Type[] types) =>
        typeof(Step).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(types);

    private static List<T> Collection<T>(IEnumerable<object> found) => [.. found.Cast<T>()];

    private static IEnumerable<object> Groups<TKey, T>(IEnumerable<object> found, Func<object, object?> keyOf) =>
        found.Cast<T>().GroupBy(f => (TKey)keyOf(f!)!);
}
