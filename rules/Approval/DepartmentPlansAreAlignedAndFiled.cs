namespace PlanRegistry.Rules.Approval;

[Rule("APR-006")]
[Basis("开州府办发〔2020〕95号", "三、(三)", From = "2020-09-15")]
[Basis("本系统默认", "filing.due_days")]
[Severity(Severity.Warning), RuleVersion(1)]
public sealed class DepartmentPlansAreAlignedAndFiled : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        StepFault fault = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => fault, f => f.Plan == plan.Key, f => f.Obligation == Obligation.DepartmentRoute);

        Then()
            .Yield(c => c.Finding(plan).Departed(fault));
    }
}
