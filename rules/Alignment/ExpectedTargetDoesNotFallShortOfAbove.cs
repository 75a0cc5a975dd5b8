using PlanRegistry.Alignment;

namespace PlanRegistry.Rules.Alignment;

[Name("ALI-003"), Description("An expected target does not fall short of the superior plan's.")]
[Basis("开州府办发〔2020〕95号", "一", From = "2020-09-15"), Basis("开州府办发〔2020〕95号", "三、(二)", From = "2020-09-15")]
[Basis("国家发展规划法", "第二十四条、第三十六条(参照)", From = "2026-03-12")]
[Severity(Severity.Warning), RuleVersion(1)]
public sealed class ExpectedTargetDoesNotFallShortOfAbove : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        Comparison comparison = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("ALI-003"))
            .Match(() => comparison, c => c.Plan == plan.Key, c => !c.Theirs.IsBinding, c => c.IsWeaker);

        Then()
            .Yield(c => c.Finding(plan).Weaker(comparison));
    }
}

[Name("ALI-003/unknown"), Description("The two figures cannot be compared.")]
public sealed class ExpectedTargetCannotBeCompared : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        Comparison comparison = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("ALI-003"))
            .Match(() => comparison, c => c.Plan == plan.Key, c => !c.Theirs.IsBinding, c => c.IsUnknown);

        Then()
            .Yield(c => c.Finding(plan).NotComparable(comparison));
    }
}
