using PlanRegistry.Alignment;

namespace PlanRegistry.Rules.Alignment;

[Name("ALI-001"), Description("A binding target is not weaker than the superior plan's, or than what it allocated to the district.")]
[Basis("开州府办发〔2020〕95号", "一", From = "2020-09-15"), Basis("开州府办发〔2020〕95号", "三、(二)", From = "2020-09-15")]
[Basis("国家发展规划法", "第二十四条、第三十六条(参照)", From = "2026-03-12")]
[Severity(Severity.Blocking, Stays = true), RuleVersion(1)]
public sealed class BindingTargetIsNotWeakerThanAbove : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        Comparison comparison = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("ALI-001"))
            .Match(() => comparison, c => c.Plan == plan.Key, c => c.Theirs.IsBinding, c => c.IsWeaker);

        Then()
            .Yield(c => c.Finding(plan)
                .Weaker(comparison)
                .At(comparison.IsInterpolated || comparison.IsInGrace ? Severity.Warning : Severity.Blocking));
    }
}

[Name("ALI-001/unknown"), Description("The two figures cannot be compared.")]
public sealed class BindingTargetCannotBeCompared : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        Comparison comparison = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("ALI-001"))
            .Match(() => comparison, c => c.Plan == plan.Key, c => c.Theirs.IsBinding, c => c.IsUnknown);

        Then()
            .Yield(c => c.Finding(plan).NotComparable(comparison));
    }
}

[Name("ALI-001/unallocated"), Description("What the municipality allocated to the district is not recorded.")]
public sealed class AllocationIsNotRecorded : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        Unallocated unallocated = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("ALI-001"))
            .Match(() => unallocated, u => u.Plan == plan.Key);

        Then()
            .Yield(c => c.Finding(plan)
                .About(unallocated.Superior)
                .Unknown().At(Severity.Notice).Saying("unallocated")
                .With("superior", unallocated.Superior.Title)
                .With("indicators", unallocated.Names)
                .Remedy(AlignmentRemedies.RecordAllocations(unallocated)));
    }
}
