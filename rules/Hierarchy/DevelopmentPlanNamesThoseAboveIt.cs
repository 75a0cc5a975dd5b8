using PlanRegistry.Hierarchy;

namespace PlanRegistry.Rules.Hierarchy;

[Rule("HIE-004")]
[Basis("开州府办发〔2020〕95号", "一、(一)", From = "2020-09-15"), Basis("国家发展规划法", "第三十六条", From = "2026-03-12")]
[Severity(Severity.Error), RuleVersion(2)]
public sealed class DevelopmentPlanNamesThoseAboveIt : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        RequiredSuperior needed = null!;
        IEnumerable<Superior> superiors = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind == PlanKind.Development)
            .Match(() => needed, n => n.Of == plan.Key, n => n.IsUnnamed)
            .Query(() => superiors, q => q.Match<Superior>(s => s.Of == plan.Key).Collect());

        Then()
            .Yield(c => c.Finding(plan).About(Names.Of(needed.Tier))
                .At(needed.IsInGrace ? Severity.Warning : Severity.Error)
                .With("tier", Terms.Of(needed.Tier)).With("superior", HierarchyNames.Of(needed))
                .With("reached", HierarchyNames.Of(superiors))
                .Since(needed.Since(n => n.IsUnnamed))
                .Remedy(HierarchyRemedies.LinkTo(plan, needed)));
    }
}

[CaseOf(typeof(DevelopmentPlanNamesThoseAboveIt), "unknown")]
public sealed class ThoseAboveTheDevelopmentPlanAreNotRecorded : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        RequiredSuperior needed = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind == PlanKind.Development)
            .Match(() => needed, n => n.Of == plan.Key, n => !n.IsReached, n => !n.IsUnnamed);

        Then()
            .Yield(c => c.Finding(plan).About(Names.Of(needed.Tier)).Unknown()
                .Saying(needed.WhyOpen).With("tier", Terms.Of(needed.Tier)).With("horizon", plan.Horizon)
                .Since(needed.Since(n => !n.IsReached && !n.IsUnnamed))
                .Remedy(HierarchyRemedies.RecordTheWayTo(plan, needed)));
    }
}
