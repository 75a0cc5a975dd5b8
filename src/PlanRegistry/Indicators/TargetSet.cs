using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>The complete set of a plan's targets that is in force on a day, its version, and since when.</summary>
public sealed record TargetSet(int Version, PartialDate? Since, IReadOnlyList<Target> Targets)
{
    public static TargetSet On(PlanOnDay plan, AsOfDay day)
    {
        var byVersion = plan.Snapshot.View.TargetsOf[plan.Key].ToLookup(t => t.Version);
        var since = plan.History.ApprovedOn ?? plan.History.PublishedOn;
        if (since is null || since.Value.Last > day)
        {
            // A draft: judged only while the plan is not yet approved.
            return new TargetSet(1, null, [.. byVersion[1]]);
        }
        var current = new TargetSet(1, since, [.. byVersion[1]]);
        foreach (var approval in VersionApprovals(plan.History).Where(a => a.On.Last <= day && !plan.VoidVersions.Contains(a.Version)))
        {
            if (approval.Version == current.Version)
            {
                // Approved once more, it holds since it was approved first.
                continue;
            }
            var rows = byVersion[approval.Version].ToList();
            current = rows.Count > 0 ? new TargetSet(approval.Version, approval.On, rows) : current with { Version = approval.Version };
        }
        return current;
    }

    /// <summary>
    /// When each version from 2 on was approved, in order: AMENDMENT_APPROVED, or for a development plan its bodies' own acts.
    /// </summary>
    public static IEnumerable<(int Version, PartialDate On, Act Act)> VersionApprovals(PlanHistory history) =>
        history.Acts
            .Where(a => a.Counts && a.About == ActAbout.Amendment && a.Version is > 1 && IsAmendmentApproval(history.Plan.Kind, a.Type))
            .Select(a => (a.Version!.Value, a.On, a))
            .OrderBy(a => a.On.Last).ThenBy(a => a.Value);

    public static bool IsAmendmentApproval(PlanKind kind, ActType type) =>
        type == ActType.AmendmentApproved
        || (kind == PlanKind.Development && type is ActType.StandingCommitteeApproved or ActType.CongressApproved);
}
