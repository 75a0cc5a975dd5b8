namespace PlanRegistry.Rules.Approval;

[Rule("APR-009")]
[Basis("重大行政决策程序暂行条例", "第二十五条", From = "2019-09-01")]
[Severity(Severity.Blocking), Judges(Expired = true, Ended = true), RuleVersion(1)]
public sealed class MajorDecisionsHaveALegalityReview : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        StepFault fault = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => fault, f => f.Plan == plan.Key, f => f.Obligation == Obligation.Legality);

        Then()
            .Yield(c => c.Finding(plan).Departed(fault));
    }
}
