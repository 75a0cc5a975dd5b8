using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What an approval has fixed: title, kind, horizon and approval level of the plan, and the targets of the approved version.</summary>
internal sealed class ApprovedContent(RegistryView view)
{
    private static readonly string[] Fixed = ["title", "kind", "horizon_from", "horizon_to", "approval_level"];

    private readonly Dictionary<(Key<Plan>, int), bool> versions = [];

    /// <summary>Why the change may not be made by an ordinary command; with the column.</summary>
    public IEnumerable<(string? Column, Refusal Refusal)> Refuse(Change change) => (change.Recorded ?? change.Retired) switch
    {
        Plan => RefusePlan(change),
        Target target when IsFixed(target) => [(null, Refusals.ApprovedTargets(target.Version))],
        _ => [],
    };

    private IEnumerable<(string?, Refusal)> RefusePlan(Change change)
    {
        if (change.Retired is not Plan old || view.Plan(old.Key) is null || view.History(old.Key).ApprovedOn is null)
        {
            return [];
        }
        return change.Recorded is null
            ? [(null, Refusals.Approved("title"))]
            : RecordShape.Of<Plan>().Columns
                .Where(c => Fixed.Contains(c.Name) && c.Read(change.Recorded) != c.Read(old))
                .Select(c => ((string?)c.Name, Refusals.Approved(c.Name)));
    }

    /// <summary>The version is approved and has targets: the first recording of them is no change.</summary>
    private bool IsFixed(Target target)
    {
        var key = (view.Canonical(target.Plan), target.Version);
        if (!versions.TryGetValue(key, out var isFixed))
        {
            versions[key] = isFixed = view.TargetsOf[key.Item1].Any(t => t.Version == target.Version) && IsApproved(key.Item1, target.Version);
        }
        return isFixed;
    }

    private bool IsApproved(Key<Plan> plan, int version) =>
        view.Plan(plan) is not null
        && (version == 1
            ? view.History(plan).ApprovedOn is not null
            : view.ActsOf[plan].Any(a => a.About == ActAbout.Amendment && a.Version == version && a.Counts
                && a.Type is ActType.AmendmentApproved or ActType.StandingCommitteeApproved or ActType.CongressApproved));
}
