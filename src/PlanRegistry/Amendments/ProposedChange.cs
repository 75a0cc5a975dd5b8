using PlanRegistry.Conformance;
using PlanRegistry.Indicators;

namespace PlanRegistry.Amendments;

/// <summary>
/// An indicator that an amendment changes, with its targets before and after: as they were when its approval was recorded, until then as
/// they stand. What differs only because a record was corrected later was never proposed.
/// </summary>
public sealed record ProposedChange(string Indicator, IReadOnlyList<Target> Before, IReadOnlyList<Target> After)
{
    /// <summary>Those that it names, and those that differ from the version before it, and did so when it was proposed.</summary>
    public static IReadOnlyList<ProposedChange> Of(PlanOnDay plan, Amendment amendment)
    {
        var (view, version) = (plan.Snapshot.View, amendment.Version);
        var approval = TargetSet.VersionApprovals(plan.History).FirstOrDefault(a => a.Version == version).Act;
        Func<int, IEnumerable<Target>> bound = approval is not null ? RowsThen.Of(plan, approval).Targets
            : v => view.TargetsOf[plan.Key].Where(t => t.Version == v);
        var (after, before, first) = (Held(bound(version)), Last(bound), Last(RowsThen.Of(plan, amendment).Targets));
        var named = (amendment.ChangedIndicators ?? []).Select(view.Identity);
        // A version without rows keeps the previous; with nothing recorded before it, nothing can differ.
        var differing = after.Count == 0 || before.Count == 0 ? []
            : after.Concat(before).Select(g => g.Key).Where(i => !Same(after[i], before[i]) && !Same(after[i], first[i]));
        return [.. named.Concat(differing).Distinct().Order(StringComparer.Ordinal)
            .Select(i => new ProposedChange(i, [.. before[i]], [.. after[i]]))];

        ILookup<string, Target> Last(Func<int, IEnumerable<Target>> of) =>
            Enumerable.Range(1, version - 1).Reverse().Select(v => Held(of(v))).FirstOrDefault(r => r.Count > 0, Held([]));

        ILookup<string, Target> Held(IEnumerable<Target> targets) =>
            targets.OrderBy(t => t.TargetYear).ToLookup(t => view.Identity(t.Indicator), StringComparer.Ordinal);

        bool Same(IEnumerable<Target> some, IEnumerable<Target> others) =>
            some.Select(t => TargetContent.Of(view, t)).ToHashSet().SetEquals(others.Select(t => TargetContent.Of(view, t)));
    }
}
