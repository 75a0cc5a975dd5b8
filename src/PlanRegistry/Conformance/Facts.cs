using PlanRegistry.Alignment;
using PlanRegistry.Amendments;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Funding;
using PlanRegistry.Reviews;
using PlanRegistry.Hierarchy;

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
            ListOnDay.On(snapshot),
            PlanWorth.On(snapshot),
            snapshot.Ancestry.All.Where(s => s.Subordinate.IsOwn),
            snapshot.OwnPlans.SelectMany(p => p.DisclosureDuties).Where(d => d.State == DutyState.Overdue),
            snapshot.OwnPlans.SelectMany(p => p.ReviewDuties).Where(d => d.State == DutyState.Overdue),
            ReportOnDay.On(snapshot),
            ArchiveGap.On(snapshot),
            AllocationOnDay.On(snapshot),
            DemandSearch.On(snapshot),
            snapshot.OwnPlans.SelectMany(p => p.Indicators),
            Progress.On(snapshot),
            AmendedVersion.On(snapshot),
            AmendmentDuties.On(snapshot),
            snapshot.Ancestry.Cycles(),
            RequiredSuperior.On(snapshot),
            HorizonDuty.On(snapshot),
            MoneyDay.On(snapshot),
        ];
        return facts.SelectMany(f => f);
    }
}
