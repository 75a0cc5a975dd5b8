namespace PlanRegistry.Rules;

/// <summary>The canonical model of a rule's conditions, walked.</summary>
internal static class Patterns
{
    /// <summary>Every pattern at whatever depth, those inside Not, Exists and queries with them.</summary>
    public static IEnumerable<PatternElement> Of(RuleElement? element) => element switch
    {
        PatternElement pattern => Of(pattern.Source).Prepend(pattern),
        GroupElement group => group.ChildElements.SelectMany(Of),
        NotElement not => Of(not.Source),
        ExistsElement exists => Of(exists.Source),
        AggregateElement aggregate => Of(aggregate.Source),
        _ => [],
    };
}
