using PlanRegistry.Hierarchy;

namespace PlanRegistry.Rules.Hierarchy;

[Rule("HIE-008")]
[Basis("开州府办发〔2020〕95号", "一、(三)", From = "2020-09-15"), Severity(Severity.Error), RuleVersion(1)]
public sealed class RegionalPlanSaysItsClassAndAreas : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        RegionOnDay region = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => region, r => r.Plan == plan.Key, r => r.IsBroken);

        Then()
            .Yield(c => c.Finding(plan)
                .With("fault", region.Fault!.Value)
                .Since(plan.History.ExistsFrom)
                .Remedy(HierarchyRemedies.TellTheRegion(plan)));
    }
}

/// <summary>Class, areas or clause are not recorded.</summary>
[CaseOf(typeof(RegionalPlanSaysItsClassAndAreas), "unknown")]
public sealed class RegionOfARegionalPlanIsOpen : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        RegionOnDay region = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => region, r => r.Plan == plan.Key, r => r.IsOpen);

        Then()
            .Yield(c => c.Finding(plan).Unknown()
                .With("gaps", region.Gaps)
                .Fact("link", region.Link)
                .Remedy(HierarchyRemedies.TellTheRegion(plan)));
    }
}
