using PlanRegistry.Hierarchy;

namespace PlanRegistry.Rules.Hierarchy;

[Rule("HIE-001")]
[Basis("开州府办发〔2020〕95号", "一、(一)", From = "2020-09-15"), Severity(Severity.Error), RuleVersion(2)]
public sealed class PlanReachesTheDevelopmentPlanOfItsTime : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        RequiredSuperior needed = null!;
        IEnumerable<Superior> superiors = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development)
            .Match(() => needed, n => n.Of == plan.Key, n => n.Tier == PlanTier.District, n => n.IsMissed)
            .Query(() => superiors, q => q.Match<Superior>(s => s.Of == plan.Key).Collect());

        Then()
            .Yield(c => c.Finding(plan)
                .With("superior", HierarchyNames.Of(needed)).With("reached", HierarchyNames.Of(superiors))
                .Since(needed.Since(n => n.IsMissed))
                .Remedy(HierarchyRemedies.LinkTo(plan, needed)));
    }
}

[CaseOf(typeof(PlanReachesTheDevelopmentPlanOfItsTime), "unknown")]
public sealed class TheWayToTheDevelopmentPlanIsNotRecorded : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        RequiredSuperior needed = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development)
            .Match(() => needed, n => n.Of == plan.Key, n => n.Tier == PlanTier.District, n => n.IsOpen);

        Then()
            .Yield(c => c.Finding(plan).Unknown()
                .Saying(needed.WhyOpen).With("year", plan.Horizon.From).With("open", HierarchyNames.Of(needed.OpenEnds))
                .Fact("open", needed.OpenEnds)
                .Since(needed.Since(n => n.IsOpen))
                .Remedy(HierarchyRemedies.RecordTheWayTo(plan, needed)));
    }
}
