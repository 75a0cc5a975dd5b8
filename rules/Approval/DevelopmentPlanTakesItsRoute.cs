namespace PlanRegistry.Rules.Approval;

[Rule("APR-003")]
[Basis("开州府办发〔2020〕95号", "三、(三)", From = "2020-09-15")]
[Basis("开州府办发〔2020〕95号", "三、(二)", From = "2020-09-15")]
[Basis("国家发展规划法", "第十八条(参照)", From = "2026-03-12")]
[Severity(Severity.Blocking), Judges(Expired = true, Ended = true), RuleVersion(1)]
public sealed class DevelopmentPlanTakesItsRoute : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        StepFault fault = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => fault, f => f.Plan == plan.Key, f => f.Obligation == Obligation.DevelopmentRoute);

        Then()
            .Yield(c => c.Finding(plan).Departed(fault));
    }
}
