using PlanRegistry.Amendments;

namespace PlanRegistry.Rules.Amendments;

[Rule("AME-002")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Basis("监督法", "第二十三条", From = "2024-11-08")]
[Basis("国家发展规划法", "第二十一条、第三十六条(参照)", From = "2026-03-12")]
[Severity(Severity.Blocking, Stays = true), Judges(Expired = true, Secret = true, Ended = true), RuleVersion(4)]
public sealed class DevelopmentPlanIsAmendedByTheStandingCommittee : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AmendedVersion version = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind == PlanKind.Development)
            .Match(() => version, v => v.Plan == plan.Key, v => v.IsApproved, v => v.IsBroken);

        Then()
            .Yield(c => c.Finding(plan).Amended(version).Lacking(version));
    }
}

/// <summary>The congress itself approved the amendment.</summary>
[CaseOf(typeof(DevelopmentPlanIsAmendedByTheStandingCommittee), "congress")]
public sealed class DevelopmentPlanWasAmendedByTheCongress : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AmendedVersion version = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind == PlanKind.Development)
            .Match(() => version, v => v.Plan == plan.Key, v => v.IsApprovedByTheCongress, v => !v.IsBroken, v => !v.IsUnknown);

        Then()
            .Yield(c => c.Finding(plan).Amended(version).Conditional().Since(version.Since));
    }
}

/// <summary>An agency or the order of the steps is not recorded.</summary>
[CaseOf(typeof(DevelopmentPlanIsAmendedByTheStandingCommittee), "unknown")]
public sealed class RouteOfADevelopmentPlansAmendmentIsUnknown : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AmendedVersion version = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind == PlanKind.Development)
            .Match(() => version, v => v.Plan == plan.Key, v => v.IsApproved, v => v.IsUnknown);

        Then()
            .Yield(c => c.Finding(plan).Amended(version).Open(version));
    }
}

/// <summary>What was approved was corrected with no approval since: a person must say that an error of recording was mended.</summary>
[CaseOf(typeof(DevelopmentPlanIsAmendedByTheStandingCommittee), "correction")]
public sealed class ApprovedContentOfADevelopmentPlanWasCorrected : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        BoundContent content = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind == PlanKind.Development)
            .Match(() => content, c => c.Plan == plan.Key);

        Then()
            .Yield(c => c.Finding(plan).Unbound(content));
    }
}
