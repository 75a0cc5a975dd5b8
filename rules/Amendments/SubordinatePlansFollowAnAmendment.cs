using PlanRegistry.Amendments;

namespace PlanRegistry.Rules.Amendments;

[Name("AME-003"), Description("When a development plan is amended, every subordinate plan that holds a changed indicator follows or declares no change; other subordinates are reviewed.")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Basis("本系统默认", "amendment.cascade.due_days", From = "2020-09-15")]
[Severity(Severity.Error), RuleVersion(1)]
public sealed class SubordinatePlansFollowAnAmendment : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        AmendmentDuty duty = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("AME-003"))
            .Match(() => duty, d => d.Plan == plan.Key, d => d.IsOpen, d => !d.MayBeFree);

        Then()
            .Yield(c => c.Finding(plan)
                .Owing(duty)
                .At(duty.IsReviewOnly ? Severity.Notice : duty.IsOverdue ? Severity.Error : Severity.Warning)
                .Saying(duty.IsReviewOnly ? "review" : duty.IsOverdue ? "broken" : "upcoming")
                .Since(duty.IsOverdue ? duty.Due.AddDays(1) : duty.ApprovedOn.Last)
                .JudgedOn(duty.Due));
    }
}

[Name("AME-003/unknown"), Description("Whether the plan was approved after the amendment is open.")]
public sealed class PlanMayHaveBeenApprovedAfterTheAmendment : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        AmendmentDuty duty = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("AME-003"))
            .Match(() => duty, d => d.Plan == plan.Key, d => d.IsOpen, d => d.MayBeFree);

        Then()
            .Yield(c => c.Finding(plan)
                .Owing(duty)
                .Unknown()
                .At(duty.IsReviewOnly ? Severity.Notice : Severity.Warning)
                .JudgedOn(duty.Due));
    }
}
