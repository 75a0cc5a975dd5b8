using PlanRegistry.Alignment;
using PlanRegistry.Amendments;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
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
            // Catalogue
            ExemptionOnDay.On(snapshot),
            ListOnDay.On(snapshot),
            PlanWorth.On(snapshot),
            // Hierarchy
            snapshot.Ancestry.All.Where(s => s.Subordinate.IsOwn),
            snapshot.Ancestry.Cycles(),
            RequiredSuperior.On(snapshot),
            HorizonDuty.On(snapshot),
            // Alignment and indicators
            AllocationOnDay.On(snapshot),
            DemandSearch.On(snapshot),
            snapshot.OwnPlans.SelectMany(p => p.Indicators),
            Progress.On(snapshot),
            // Approval and reviews
            snapshot.OwnPlans.SelectMany(p => p.DisclosureDuties).Where(d => d.State == DutyState.Overdue),
            snapshot.OwnPlans.SelectMany(p => p.ReviewDuties).Where(d => d.State == DutyState.Overdue),
            ReportOnDay.On(snapshot),
            ArchiveGap.On(snapshot),
            // Amendments
            AmendedVersion.On(snapshot),
            AmendmentDuties.On(snapshot),
            // Funding
            MoneyDay.On(snapshot),
        ];
        return facts.SelectMany(f => f);
    }
}
