using PlanRegistry.Indicators;

namespace PlanRegistry.Rules.Indicators;

[Rule("IND-003")]
[Basis("开州府办发〔2020〕95号", "三、(四)", From = "2020-09-15"), Basis("本系统默认", "annual_targets.due_days", From = "2020-09-15")]
[Severity(Severity.Error), RuleVersion(1)]
public sealed class MainIndicatorsHaveAnnualTargetsThatReachTheTarget : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AnnualTargetsOnDay day = null!;
        AnnualPath path = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => day, d => d.Plan == plan.Key)
            .Match(() => path, p => p.Plan == plan.Key, p => p.IsBroken);

        Then()
            .Yield(c => c.Finding(plan).Annual(day, path)
                .At(path.IsBinding ? Severity.Error : Severity.Warning)
                .With("faults", Wording.Clauses(path.Faults))
                .Fact("step", path.Steps));
    }
}

/// <summary>What is recorded cannot be added up or compared.</summary>
[CaseOf(typeof(MainIndicatorsHaveAnnualTargetsThatReachTheTarget), "unknown")]
public sealed class AnnualTargetsCannotBeCompared : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AnnualTargetsOnDay day = null!;
        AnnualPath path = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => day, d => d.Plan == plan.Key)
            .Match(() => path, p => p.Plan == plan.Key, p => p.IsOpen);

        Then()
            .Yield(c => c.Finding(plan).Annual(day, path).Unknown()
                .With("reason", path.Unclear!.Value)
                .Fact("step", path.Steps));
    }
}

/// <summary>None is recorded, which says nothing of whether there are any.</summary>
[CaseOf(typeof(MainIndicatorsHaveAnnualTargetsThatReachTheTarget), "none")]
public sealed class NoAnnualTargetIsRecorded : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AnnualTargetsOnDay day = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => day, d => d.Plan == plan.Key, d => d.IsUntold);

        Then()
            .Yield(c => c.Finding(plan).Unknown().Saying("none")
                .With("due", day.Due)
                .Since(day.Due.AddDays(1))
                .Remedy(AnnualTargetFindings.Record(day.Of, null)));
    }
}
