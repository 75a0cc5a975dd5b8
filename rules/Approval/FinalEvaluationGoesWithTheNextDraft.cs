namespace PlanRegistry.Rules.Approval;

[Rule("APR-011")]
[Basis("国家发展规划法", "第十六条、第三十一条(参照)", From = "2026-03-12")]
[Severity(Severity.Error), Judges(Expired = true, Ended = true), RuleVersion(1)]
public sealed class FinalEvaluationGoesWithTheNextDraft : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        StepFault fault = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => fault, f => f.Plan == plan.Key, f => f.Obligation == Obligation.FinalEvaluation);

        Then()
            .Yield(c => c.Finding(plan).Departed(fault));
    }
}
