using PlanRegistry.Alignment;

namespace PlanRegistry.Rules.Alignment;

[Rule("ALI-003")]
[Basis("开州府办发〔2020〕95号", "一", From = "2020-09-15"), Basis("开州府办发〔2020〕95号", "三、(二)", From = "2020-09-15")]
[Basis("国家发展规划法", "第二十四条、第三十六条(参照)", From = "2026-03-12")]
[Severity(Severity.Warning), RuleVersion(2)]
public sealed class ExpectedTargetDoesNotFallShortOfAbove : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        Comparison comparison = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => comparison, c => c.Plan == plan.Key, c => !c.Theirs.IsBinding, c => c.IsWeaker);

        Then()
            .Yield(c => c.Finding(plan).Weaker(comparison));
    }
}

/// <summary>The two figures cannot be compared.</summary>
[CaseOf(typeof(ExpectedTargetDoesNotFallShortOfAbove), "unknown")]
public sealed class ExpectedTargetCannotBeCompared : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        Comparison comparison = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => comparison, c => c.Plan == plan.Key, c => !c.Theirs.IsBinding, c => c.IsUnknown);

        Then()
            .Yield(c => c.Finding(plan).NotComparable(comparison));
    }
}
