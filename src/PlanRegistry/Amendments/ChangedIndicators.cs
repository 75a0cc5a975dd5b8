using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;

namespace PlanRegistry.Amendments;

/// <summary>What an amendment changes: the indicators it names, and those whose targets differ between the versions.</summary>
public static class ChangedIndicators
{
    /// <summary>Identities of the changed indicators: what a later correction made to differ was not changed by it.</summary>
    public static IReadOnlySet<string> Of(PlanOnDay plan, Amendment amendment) =>
        ProposedChange.Of(plan, amendment).Select(c => c.Indicator).ToHashSet(StringComparer.Ordinal);
}

/// <summary>What a target says, whichever record says it.</summary>
internal sealed record TargetContent(string Identity, int Year, IndicatorNature Nature,
    decimal? Value, decimal? Low, decimal? High, string? Unit, string? Wording)
{
    public static TargetContent Of(RegistryView view, Target t) => new(view.Identity(t.Indicator), t.TargetYear, t.Nature,
        t.TargetValue, t.TargetLow, t.TargetHigh, t.Unit ?? view.Indicator(t.Indicator)?.Unit, t.Wording);
}
