namespace PlanRegistry.Rules.Hierarchy;

[Name("HIE-003"), Description("A district has one development plan for a time, and it spans five years.")]
[Basis("开州府办发〔2020〕95号", "一、(一)", From = "2020-09-15"), Severity(Severity.Blocking), RuleVersion(1)]
public sealed class DistrictHasOneDevelopmentPlanOfFiveYears : Rule
{
    public override void Define()
    {
        PlanOnDay first = null!;
        PlanOnDay second = null!;

        When()
            .Match(() => first, p => p.IsJudged, p => p.Kind == PlanKind.Development, p => !p.Plan.IsSecret)
            .Match(() => second, p => p.Plan.Home == first.Plan.Home, p => p.IsJudged, p => p.Kind == PlanKind.Development, p => !p.Plan.IsSecret,
                p => string.CompareOrdinal(first.Plan.Code, p.Plan.Code) < 0, p => p.Horizon.Overlaps(first.Horizon),
                p => p.IsJudgedBy("HIE-003") || first.IsJudgedBy("HIE-003"));

        Then()
            .Yield(c => c.Finding(new[] { first, second })
                .With("first", first.Title).With("second", second.Title)
                .With("firstHorizon", first.Horizon.ToString()).With("secondHorizon", second.Horizon.ToString())
                .Since(first.History.ExistsFrom > second.History.ExistsFrom ? first.History.ExistsFrom : second.History.ExistsFrom)
                .Remedy(HierarchyRemedies.KeepOne(first, second)));
    }
}

[Name("HIE-003/span")]
public sealed class DevelopmentPlanSpansFiveYears : Rule
{
    public const int Years = 5;

    public override void Define()
    {
        PlanOnDay plan = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("HIE-003"), p => p.Kind == PlanKind.Development, p => p.Horizon.Years != Years);

        Then()
            .Yield(c => c.Finding(plan).At(Severity.Error)
                .Saying("span").With("horizon", plan.Horizon.ToString()).With("years", plan.Horizon.Years)
                .Fact("span", HierarchyNames.Span(plan)).Fact("status", plan.StatusAct)
                .Since(plan.History.ExistsFrom)
                .Remedy(HierarchyRemedies.MendTheHorizon(plan)));
    }
}
