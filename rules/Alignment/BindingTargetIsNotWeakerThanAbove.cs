using PlanRegistry.Alignment;

namespace PlanRegistry.Rules.Alignment;

[Rule("ALI-001")]
[Basis("开州府办发〔2020〕95号", "一", From = "2020-09-15"), Basis("开州府办发〔2020〕95号", "三、(二)", From = "2020-09-15")]
[Basis("国家发展规划法", "第二十四条、第三十六条(参照)", From = "2026-03-12")]
[Severity(Severity.Blocking, Stays = true), RuleVersion(2)]
public sealed class BindingTargetIsNotWeakerThanAbove : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        Comparison comparison = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => comparison, c => c.Plan == plan.Key, c => c.Theirs.IsBinding, c => c.IsWeaker);

        Then()
            .Yield(c => c.Finding(plan)
                .Weaker(comparison)
                .At(comparison.IsInterpolated || comparison.IsInGrace ? Severity.Warning : Severity.Blocking));
    }
}

/// <summary>The two figures cannot be compared.</summary>
[CaseOf(typeof(BindingTargetIsNotWeakerThanAbove), "unknown")]
public sealed class BindingTargetCannotBeCompared : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        Comparison comparison = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => comparison, c => c.Plan == plan.Key, c => c.Theirs.IsBinding, c => c.IsUnknown);

        Then()
            .Yield(c => c.Finding(plan).NotComparable(comparison));
    }
}

/// <summary>What the municipality allocated to the district is not recorded.</summary>
[CaseOf(typeof(BindingTargetIsNotWeakerThanAbove), "unallocated")]
public sealed class AllocationIsNotRecorded : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        Unallocated unallocated = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => unallocated, u => u.Plan == plan.Key);

        Then()
            .Yield(c => c.Finding(plan)
                .About(unallocated.Superior)
                .Unknown().At(Severity.Notice).Saying("unallocated")
                .With("superior", unallocated.Superior)
                .With("indicators", unallocated.Names)
                .Since(unallocated.Since)
                .Remedy(AlignmentRemedies.RecordAllocations(unallocated)));
    }
}
