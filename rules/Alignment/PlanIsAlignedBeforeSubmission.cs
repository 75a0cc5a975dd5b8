namespace PlanRegistry.Rules.Alignment;

[Rule("ALI-005")]
[Basis("开州府办发〔2020〕95号", "三、(二)", From = "2020-09-15")]
[Severity(Severity.Blocking), Judges(Expired = true, Ended = true), RuleVersion(1)]
public sealed class PlanIsAlignedBeforeSubmission : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        StepFault fault = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => fault, f => f.Plan == plan.Key, f => f.Obligation == Obligation.Alignment);

        Then()
            .Yield(c => c.Finding(plan).Departed(fault));
    }
}
