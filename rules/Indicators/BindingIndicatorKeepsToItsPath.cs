using PlanRegistry.Indicators;

namespace PlanRegistry.Rules.Indicators;

[Name("IND-001"), Description("A binding indicator keeps to its path: the share of the way done is not behind the share of time gone by more than deviation.alert.")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Basis("本系统默认", "deviation.alert(参考值)", From = "2020-09-15")]
[Severity(Severity.Warning), RuleVersion(1)]
public sealed class BindingIndicatorKeepsToItsPath : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        Progress progress = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("IND-001"))
            .Match(() => progress, p => p.Plan == plan.Key, p => p.IsBehind);

        Then()
            .Yield(c => c.Finding(plan).Behind(progress));
    }
}

[Name("IND-001/unknown"), Description("The way done cannot be told.")]
public sealed class ProgressOfABindingIndicatorIsUnknown : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        Progress progress = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("IND-001"))
            .Match(() => progress, p => p.Plan == plan.Key, p => p.IsUnknown);

        Then()
            .Yield(c => c.Finding(plan)
                .About(progress.Indicator)
                .Unknown()
                .With("indicator", progress.Indicator.Name)
                .With("reason", progress.Unclear!.Value)
                .Fact("target", progress.Figure)
                .Remedy(ProgressFindings.Record(progress)));
    }
}
