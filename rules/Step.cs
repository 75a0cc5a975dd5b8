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
    }

    public StepKind Kind { get; }

    public string Alias => pattern.Declaration.Name;

    /// <summary>Of the facts that it matches or queries.</summary>
    public Type FactType => queried?.FactType ?? pattern.ValueType;

    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>Conditions of what it queries.</summary>
    public IEnumerable<Condition> Queried => queried?.Conditions ?? [];

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
        var selector = query!.Expressions.FindSingleOrDefault("KeySelector")?.Expression;
        var make = GetType().GetMethod(selector is null ? nameof(Collection) : nameof(Groups), BindingFlags.NonPublic | BindingFlags.Static)!;
        return selector is null
            ? [make.MakeGenericMethod(FactType).Invoke(null, [found])!]
            : (IEnumerable<object>)make.MakeGenericMethod(selector.ReturnType, FactType).Invoke(null, [found, KeyOf(selector, aliases)])!;
    }

    private IEnumerable<object> Satisfying(IReadOnlyList<object> facts, Aliases aliases) =>
        facts.Where(f => FactType.IsInstanceOfType(f) && FailsOn(f, aliases) is null);

    private IEnumerable<object> Sorted(IEnumerable<object> found, Aliases aliases) => query!.Expressions.Aggregate(found, (sorted, e) => e.Name switch
    {
        "KeySelectorAscending" => sorted.OrderBy(KeyOf(e.Expression, aliases)),
        "KeySelectorDescending" => sorted.OrderByDescending(KeyOf(e.Expression, aliases)),
        _ => sorted,
    });

    private Func<object, object?> KeyOf(System.Linq.Expressions.LambdaExpression selector, Aliases aliases)
    {
        var key = new Condition(selector, queried!.pattern.Declaration);
        return fact => key.ValueFor(aliases.With(queried.Alias, fact));
    }

    private static List<T> Collection<T>(IEnumerable<object> found) => [.. found.Cast<T>()];

    private static IEnumerable<object> Groups<TKey, T>(IEnumerable<object> found, Func<object, object?> keyOf) => found.Cast<T>().GroupBy(f => (TKey)keyOf(f!)!);
}
