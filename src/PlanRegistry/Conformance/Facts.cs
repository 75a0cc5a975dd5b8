using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
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
            snapshot.Ancestry.Cycles(),
            RequiredSuperior.On(snapshot),
            HorizonDuty.On(snapshot),
            MoneyDay.On(snapshot),
        ];
        return facts.SelectMany(f => f);
    }
}
