using PlanRegistry.Hierarchy;

namespace PlanRegistry.Rules.Hierarchy;

[Rule("HIE-003")]
[Basis("开州府办发〔2020〕95号", "一、(一)", From = "2020-09-15"), Severity(Severity.Blocking), RuleVersion(2)]
public sealed class DistrictHasOneDevelopmentPlanOfFiveYears : DistrictRule
{
    protected override void State()
    {
        PlanOnDay first = null!;
        OverlappingDevelopmentPlan second = null!;

        When()
            .Match(() => first, p => p.IsJudged, p => p.Kind == PlanKind.Development, p => !p.Plan.IsSecret)
            .Match(() => second, o => o.Of == first.Key, Asked<OverlappingDevelopmentPlan>(nameof(OverlappingDevelopmentPlan.IsJudgedBy)));

        Then()
            .Yield(c => c.Finding(new[] { first, second.Plan })
                .With("first", first).With("second", second.Plan)
                .With("firstHorizon", first.Horizon).With("secondHorizon", second.Plan.Horizon)
                .Since(first.History.ExistsFrom > second.Plan.History.ExistsFrom
                    ? first.History.ExistsFrom
                    : second.Plan.History.ExistsFrom)
                .Remedy(HierarchyRemedies.KeepOne(first, second.Plan)));
    }
}

[CaseOf(typeof(DistrictHasOneDevelopmentPlanOfFiveYears), "span")]
public sealed class DevelopmentPlanSpansFiveYears : DistrictRule
{
    public const int Years = 5;

    protected override void State()
    {
        PlanOnDay plan = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind == PlanKind.Development, p => p.Horizon.Years != Years);

        Then()
            .Yield(c => c.Finding(plan).At(Severity.Error)
                .Saying("span").With("horizon", plan.Horizon).With("years", plan.Horizon.Years)
                .Fact("span", HierarchyNames.Span(plan)).Fact("status", plan.StatusAct)
                .Since(plan.History.ExistsFrom)
                .Remedy(HierarchyRemedies.MendTheHorizon(plan)));
    }
}
