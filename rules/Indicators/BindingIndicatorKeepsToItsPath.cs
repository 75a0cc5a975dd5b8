using PlanRegistry.Indicators;

namespace PlanRegistry.Rules.Indicators;

[Rule("IND-001")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Basis("本系统默认", "deviation.alert", From = "2020-09-15")]
[Severity(Severity.Warning), RuleVersion(5)]
public sealed class BindingIndicatorKeepsToItsPath : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        Progress progress = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => progress, p => p.Plan == plan.Key, p => p.IsBehind);

        Then()
            .Yield(c => c.Finding(plan).Behind(progress));
    }
}

/// <summary>The way done cannot be told.</summary>
[CaseOf(typeof(BindingIndicatorKeepsToItsPath), "unknown")]
public sealed class ProgressOfABindingIndicatorIsUnknown : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        Progress progress = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => progress, p => p.Plan == plan.Key, p => p.IsUnknown, p => !p.IsInConflict);

        Then()
            .Yield(c => c.Finding(plan)
                .About(progress.Indicator)
                .Unknown()
                .With("indicator", progress.Indicator.Name)
                .With("reason", progress.Unclear!.Value)
                .Fact("target", progress.Figure)
                .Since(progress.Since(p => p.IsUnknown))
                .Remedy(ProgressFindings.Record(progress)));
    }
}

/// <summary>A reading that cannot well be right is left out until somebody has looked at it.</summary>
[CaseOf(typeof(BindingIndicatorKeepsToItsPath), "odd")]
public sealed class ReadingCannotWellBeRight : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        OddReading odd = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => odd, o => o.Plan == plan.Key);

        Then()
            .Yield(c => c.Finding(plan).Odd(odd));
    }
}

/// <summary>Several sources say several things of a year, and nobody has settled which is taken.</summary>
[CaseOf(typeof(BindingIndicatorKeepsToItsPath), "conflict")]
public sealed class ReadingsContradictEachOther : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReadingConflict conflict = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => conflict, o => o.Plan == plan.Key);

        Then()
            .Yield(c => c.Finding(plan).Contradicted(conflict));
    }
}
