using PlanRegistry.Amendments;

namespace PlanRegistry.Rules.Amendments;

[Rule("AME-003")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Basis("本系统默认", "amendment.cascade.due_days", From = "2020-09-15")]
[Severity(Severity.Error), Judges(Expired = true, Ended = true), RuleVersion(3)]
public sealed class SubordinatePlansFollowAnAmendment : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AmendmentDuty duty = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => duty, d => d.Plan == plan.Key, d => d.IsOpen, d => !d.MayBeFree, d => d.MayBeClosedBy == null);

        Then()
            .Yield(c => c.Finding(plan)
                .Owing(duty)
                .At(duty.IsReviewOnly ? Severity.Notice : duty.IsOverdue ? Severity.Error : Severity.Warning).Missed(plan)
                .Saying(duty.IsReviewOnly ? "review" : duty.IsOverdue ? "broken" : "upcoming")
                .Since(duty.IsOverdue && !duty.IsReviewOnly ? duty.Due.AddDays(1) : duty.ApprovedOn.Last)
                .JudgedOn(duty.Due));
    }
}

/// <summary>Whether the plan was approved after the amendment is open.</summary>
[CaseOf(typeof(SubordinatePlansFollowAnAmendment), "unknown")]
public sealed class PlanMayHaveBeenApprovedAfterTheAmendment : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AmendmentDuty duty = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => duty, d => d.Plan == plan.Key, d => d.IsOpen, d => d.MayBeFree);

        Then()
            .Yield(c => c.Finding(plan)
                .Owing(duty)
                .Unknown()
                .At(duty.IsReviewOnly ? Severity.Notice : Severity.Warning)
                .Since(duty.ApprovedOn.Last)
                .JudgedOn(duty.Due));
    }
}

/// <summary>A declaration that nothing changes is recorded, and whether it counts is open.</summary>
[CaseOf(typeof(SubordinatePlansFollowAnAmendment), "declaration")]
public sealed class DeclarationOfNoChangeIsInDoubt : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AmendmentDuty duty = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => duty, d => d.Plan == plan.Key, d => d.IsOpen, d => !d.MayBeFree, d => d.MayBeClosedBy != null);

        Then()
            .Yield(c => c.Finding(plan)
                .Owing(duty)
                .Unknown()
                .At(duty.IsReviewOnly ? Severity.Notice : Severity.Warning)
                .Saying("declaration").With("why", duty.DeclarationDoubt).With("approved", duty.ApprovedOn.InWords())
                .Fact("act", duty.MayBeClosedBy)
                .Since(duty.DeclaredOn)
                .JudgedOn(duty.Due));
    }
}
