using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

[Name("REV-002"), Description("The mid-term evaluation is reported by its due day.")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Severity(Severity.Blocking, Stays = true), RuleVersion(1)]
public sealed class MidTermEvaluationIsReportedInTime : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        ReviewDuty duty = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("REV-002"))
            .Match(() => duty, d => d.Plan == plan.Key, d => d.Kind == ReviewKind.MidTerm, d => d.IsMissed);

        Then()
            .Yield(c => c.Finding(plan).AboutCycleOf(duty)
                .At(plan.Kind == PlanKind.Development ? Severity.Blocking : Severity.Error)
                .Overdue(duty));
    }
}

/// <summary>A report is recorded, but its day not closely enough to say that it lies behind us.</summary>
[Name("REV-002/unknown")]
public sealed class MidTermEvaluationIsInDoubt : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        ReviewDuty duty = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("REV-002"))
            .Match(() => duty, d => d.Plan == plan.Key, d => d.Kind == ReviewKind.MidTerm, d => d.IsDoubtful);

        Then()
            .Yield(c => c.Finding(plan).AboutCycleOf(duty).InDoubt(duty));
    }
}
