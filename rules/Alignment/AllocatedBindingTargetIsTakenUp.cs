using PlanRegistry.Alignment;
using PlanRegistry.Indicators;

namespace PlanRegistry.Rules.Alignment;

[Rule("ALI-004")]
[Basis("开州府办发〔2020〕95号", "一、(一)", From = "2020-09-15"), Basis("开州府办发〔2020〕95号", "三、(四)", From = "2020-09-15")]
[Basis("国家发展规划法", "第三十六条(参照)", From = "2026-03-12")]
[Severity(Severity.Error), RuleVersion(2)]
public sealed class AllocatedBindingTargetIsTakenUp : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IGrouping<string, AllocationOnDay> allocated = null!;

        When()
            // A plan without any target recorded is not compared.
            .Match(() => plan, Judged, p => p.Kind == PlanKind.Development, p => p.Indicators.Count > 0)
            .Query(() => allocated, q => q
                .Match<AllocationOnDay>(a => a.Holds, a => a.IsBinding, a => plan.Horizon.Holds(a.Year))
                .GroupBy(a => a.Identity))
            .Not<HeldIndicator>(h => h.Plan == plan.Key, h => h.Identity == allocated.Key);

        Then()
            .Yield(c => c.Finding(plan).NotTakenUp(plan, allocated));
    }
}
