using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

/// <summary>Judges plans past their horizon, and secret ones, too: what a plan achieved is asked when it ends.</summary>
[Rule("REV-003")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Severity(Severity.Error)]
[Judges(Expired = true, Secret = true, Ended = true), RuleVersion(2)]
public sealed class FinalEvaluationIsReportedInTime : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReviewDuty duty = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => duty, d => d.Plan == plan.Key, d => d.Kind == ReviewKind.Final, d => d.IsMissed);

        Then()
            .Yield(c => c.Finding(plan).Overdue(duty));
    }
}

/// <summary>A report is recorded, but its day not closely enough to say that it lies behind us.</summary>
[CaseOf(typeof(FinalEvaluationIsReportedInTime), "unknown")]
public sealed class FinalEvaluationIsInDoubt : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReviewDuty duty = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => duty, d => d.Plan == plan.Key, d => d.Kind == ReviewKind.Final, d => d.IsDoubtful);

        Then()
            .Yield(c => c.Finding(plan).InDoubt(duty));
    }
}
