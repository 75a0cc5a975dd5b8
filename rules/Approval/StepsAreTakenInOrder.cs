namespace PlanRegistry.Rules.Approval;

[Rule("APR-002")]
[Basis("开州府办发〔2020〕95号", "三、(三)", From = "2020-09-15")]
[Basis("开州府办发〔2020〕95号", "三、(二)", From = "2020-09-15")]
[Severity(Severity.Blocking), Judges(Expired = true, Ended = true), RuleVersion(1)]
public sealed class StepsAreTakenInOrder : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        StepFault fault = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => fault, f => f.Plan == plan.Key, f => f.Obligation == Obligation.Order);

        Then()
            .Yield(c => c.Finding(plan).Departed(fault));
    }
}
