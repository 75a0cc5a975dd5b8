using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;

namespace PlanRegistry.Amendments;

/// <summary>What an amendment changes: the indicators it names, and those whose targets differ between the versions.</summary>
public static class ChangedIndicators
{
    /// <summary>Identities of the changed indicators.</summary>
    public static IReadOnlySet<string> Of(PlanOnDay plan, Amendment amendment)
    {
        var view = plan.Snapshot.View;
        var changed = (amendment.ChangedIndicators ?? []).Select(view.Identity).ToHashSet(StringComparer.Ordinal);
        var after = Rows(plan, amendment.Version);
        var before = Enumerable.Range(1, amendment.Version - 1).Reverse().Select(v => Rows(plan, v)).FirstOrDefault(r => r.Count > 0, []);
        // A version without rows keeps the previous; with nothing recorded before it, nothing can differ.
        if (after.Count > 0 && before.Count > 0)
        {
            changed.UnionWith(after.Except(before).Concat(before.Except(after)).Select(r => r.Identity));
        }
        return changed;
    }

    private static HashSet<TargetContent> Rows(PlanOnDay plan, int version) =>
        [.. plan.Snapshot.View.TargetsOf[plan.Key].Where(t => t.Version == version)
            .Select(t => TargetContent.Of(plan.Snapshot.View, t))];
}

/// <summary>What a target says, whichever record says it.</summary>
internal sealed record TargetContent(string Identity, int Year, IndicatorNature Nature,
    decimal? Value, decimal? Low, decimal? High, string? Unit, string? Wording)
{
    public static TargetContent Of(RegistryView view, Target t) => new(view.Identity(t.Indicator), t.TargetYear, t.Nature,
        t.TargetValue, t.TargetLow, t.TargetHigh, t.Unit ?? view.Indicator(t.Indicator)?.Unit, t.Wording);
}
