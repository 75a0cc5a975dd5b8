using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Reviews;

namespace PlanRegistry.Conformance;

/// <summary>Everything the rules may match for one snapshot. What is computed (ancestors, duties, comparisons) is a pure function of the view.</summary>
public static class Facts
{
    public static IEnumerable<object> Of(Snapshot snapshot)
    {
        IEnumerable<IEnumerable<object>> facts =
        [
            [new Assessment(snapshot)],
            snapshot.OwnPlans,
            ExemptionOnDay.On(snapshot),
            snapshot.Ancestry.All.Where(s => s.Subordinate.IsOwn),
            snapshot.OwnPlans.SelectMany(p => p.DisclosureDuties).Where(d => d.State == DutyState.Overdue),
            snapshot.OwnPlans.SelectMany(p => p.ReviewDuties).Where(d => d.State == DutyState.Overdue),
            ReportOnDay.On(snapshot),
            ArchiveGap.On(snapshot),
            MoneyDay.On(snapshot),
        ];
        return facts.SelectMany(f => f);
    }
}
