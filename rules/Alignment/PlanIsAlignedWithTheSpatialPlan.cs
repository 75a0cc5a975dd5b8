namespace PlanRegistry.Rules.Alignment;

[Rule("ALI-007")]
[Basis("开州府办发〔2020〕95号", "三、(二)", From = "2020-09-15")]
[Severity(Severity.Error), RuleVersion(1)]
public sealed class PlanIsAlignedWithTheSpatialPlan : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        StepFault fault = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => fault, f => f.Plan == plan.Key, f => f.Obligation == Obligation.SpatialAlignment);

        Then()
            .Yield(c => c.Finding(plan).Departed(fault));
    }
}
