using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

/// <summary>Judges plans past their horizon, and secret ones, too: what a plan achieved is asked when it ends.</summary>
[Name("REV-003"), Description("The final evaluation is reported by its due day.")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Severity(Severity.Error), RuleVersion(1)]
public sealed class FinalEvaluationIsReportedInTime : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        ReviewDuty duty = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("REV-003"))
            .Match(() => duty, d => d.Plan == plan.Key, d => d.Kind == ReviewKind.Final, d => d.IsMissed);

        Then()
            .Yield(c => c.Finding(plan).Overdue(duty));
    }
}

/// <summary>A report is recorded, but its day not closely enough to say that it lies behind us.</summary>
[Name("REV-003/unknown")]
public sealed class FinalEvaluationIsInDoubt : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        ReviewDuty duty = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("REV-003"))
            .Match(() => duty, d => d.Plan == plan.Key, d => d.Kind == ReviewKind.Final, d => d.IsDoubtful);

        Then()
            .Yield(c => c.Finding(plan).InDoubt(duty));
    }
}
