using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// What an approval has fixed: the plan's columns that say so, and the
/// targets of the approved version. It changes by amendment or correction.
/// </summary>
internal static class ApprovedContent
{
    public static IEnumerable<(Column?, Problem)> RefusePlan(RegistryView view, Change change)
    {
        if (change.Retired is not Plan old || view.Plan(old.Key) is null || view.History(old.Key).ApprovedOn is null)
        {
            return [];
        }
        var columns = RecordShape.Of<Plan>().Columns;
        return change.Recorded is null
            ? [(null, Refusals.Approved(RecordShape.Of<Plan>().Of(nameof(Plan.Title))))]
            : columns.Where(c => c.IsFixedByApproval && !c.Same(change.Recorded, old))
                .Select(c => ((Column?)c, Refusals.Approved(c)));
    }

    public static IEnumerable<(Column?, Problem)> RefuseTarget(RegistryView view, Change change) =>
        (change.Recorded ?? change.Retired) is Target target && view.Kept(v => new FixedVersions(v)).Has(target)
            ? [(null, Refusals.ApprovedTargets(target.Version))]
            : [];

    /// <summary>The versions that are approved and have targets: the first recording of them is no change.</summary>
    private sealed class FixedVersions(RegistryView view)
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<(Key<Plan>, int), bool> versions = [];

        public bool Has(Target target) => versions.GetOrAdd((view.Canonical(target.Plan), target.Version),
            key => view.TargetsOf[key.Item1].Any(t => t.Version == key.Item2) && IsApproved(key.Item1, key.Item2));

        private bool IsApproved(Key<Plan> plan, int version) =>
            view.Plan(plan) is not null
            && (version == 1
                ? view.History(plan).ApprovedOn is not null
                : view.ActsOf[plan].Any(a => a.About == ActAbout.Amendment && a.Version == version && a.Counts
                    && a.Type is ActType.AmendmentApproved or ActType.StandingCommitteeApproved or ActType.CongressApproved));
    }
}
