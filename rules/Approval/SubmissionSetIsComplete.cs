namespace PlanRegistry.Rules.Approval;

[Rule("APR-001")]
[Basis("开州府办发〔2020〕95号", "三、(三)", From = "2020-09-15")]
[Basis("开州府办发〔2020〕95号", "三、(二)", From = "2020-09-15")]
[Basis("重大行政决策程序暂行条例", "第二十五条", From = "2019-09-01")]
[Severity(Severity.Blocking), RuleVersion(1)]
public sealed class SubmissionSetIsComplete : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        StepFault fault = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => fault, f => f.Plan == plan.Key, f => f.Obligation == Obligation.SubmissionSet);

        Then()
            .Yield(c => c.Finding(plan).Departed(fault));
    }
}
