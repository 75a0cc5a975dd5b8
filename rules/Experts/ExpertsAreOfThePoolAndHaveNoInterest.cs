using PlanRegistry.Experts;

namespace PlanRegistry.Rules.Experts;

[Rule("PUB-002")]
[Basis("重大行政决策程序暂行条例", "第十九条、第二十条、第三十六条")]
[Basis("开州府办发〔2020〕95号", "三、(六)", From = "2020-09-15")]
[Severity(Severity.Error), Judges(Expired = true), RuleVersion(1)]
public sealed class ExpertsAreOfThePoolAndHaveNoInterest : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ExpertOnDay expert = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => expert, e => e.Plan == plan.Key, e => e.Interest != null);

        Then()
            .Yield(c => c.Finding(plan).About(expert.Expert).About(Names.Of(expert.About))
                .Asked(expert).With("why", expert.Interest!.Why)
                .Since(expert.AskedOn.Last).JudgedOn(expert.AskedOn.Last)
                .Remedy(ExpertFindings.Replace(expert)));
    }
}

/// <summary>Asked outside of the pool: its field and its interests are recorded nowhere.</summary>
[CaseOf(typeof(ExpertsAreOfThePoolAndHaveNoInterest), "outside")]
public sealed class ExpertIsOutsideThePool : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ExpertOnDay expert = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => expert, e => e.Plan == plan.Key, e => e.IsOutsideThePool);

        Then()
            .Yield(c => c.Finding(plan).About(expert.Expert).About(Names.Of(expert.About)).At(Severity.Warning)
                .Saying("outside").Asked(expert)
                .Since(expert.AskedOn.Last).JudgedOn(expert.AskedOn.Last)
                .Remedy(ExpertFindings.Complete(expert)));
    }
}

/// <summary>What would tell is not recorded.</summary>
[CaseOf(typeof(ExpertsAreOfThePoolAndHaveNoInterest), "unknown")]
public sealed class InterestOfAnExpertIsOpen : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ExpertOnDay expert = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => expert, e => e.Plan == plan.Key, e => e.IsOpen);

        Then()
            .Yield(c => c.Finding(plan).About(expert.Expert).About(Names.Of(expert.About)).Unknown()
                .Asked(expert).With("why", expert.OpenInterest!.Why)
                .Since(expert.AskedOn.Last).JudgedOn(expert.AskedOn.Last)
                .Remedy(ExpertFindings.Complete(expert)));
    }
}
