using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

[Rule("REV-002")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15")]
[Severity(Severity.Blocking, Stays = true), Judges(Expired = true, Ended = true), RuleVersion(2)]
public sealed class MidTermEvaluationIsReportedInTime : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReviewDuty duty = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => duty, d => d.Plan == plan.Key, d => d.Kind == ReviewKind.MidTerm, d => d.IsMissed);

        Then()
            .Yield(c => c.Finding(plan).AboutCycleOf(duty)
                .At(plan.Kind == PlanKind.Development ? Severity.Blocking : Severity.Error)
                .Overdue(duty));
    }
}

/// <summary>A report is recorded, but its day not closely enough to say that it lies behind us.</summary>
[CaseOf(typeof(MidTermEvaluationIsReportedInTime), "unknown")]
public sealed class MidTermEvaluationIsInDoubt : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReviewDuty duty = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => duty, d => d.Plan == plan.Key, d => d.Kind == ReviewKind.MidTerm, d => d.IsDoubtful);

        Then()
            .Yield(c => c.Finding(plan).AboutCycleOf(duty).InDoubt(duty));
    }
}
