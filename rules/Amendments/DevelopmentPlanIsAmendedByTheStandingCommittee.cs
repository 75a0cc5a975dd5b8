using PlanRegistry.Amendments;

namespace PlanRegistry.Rules.Amendments;

[Name("AME-002"), Description("A development plan is amended after an evaluation, on the government's proposal, with the Party committee's consent, by the standing committee.")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Basis("监督法", "第二十三条", From = "2024-11-08")]
[Basis("国家发展规划法", "第二十一条、第三十六条(参照)", From = "2026-03-12")]
[Severity(Severity.Blocking, Stays = true), RuleVersion(1)]
public sealed class DevelopmentPlanIsAmendedByTheStandingCommittee : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        AmendedVersion version = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("AME-002"), p => p.Kind == PlanKind.Development)
            .Match(() => version, v => v.Plan == plan.Key, v => v.IsApproved, v => v.IsBroken);

        Then()
            .Yield(c => c.Finding(plan).Amended(version).Lacking(version));
    }
}

[Name("AME-002/congress"), Description("The congress itself approved the amendment.")]
public sealed class DevelopmentPlanWasAmendedByTheCongress : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        AmendedVersion version = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("AME-002"), p => p.Kind == PlanKind.Development)
            .Match(() => version, v => v.Plan == plan.Key, v => v.IsApprovedByTheCongress, v => !v.IsBroken, v => !v.IsUnknown);

        Then()
            .Yield(c => c.Finding(plan).Amended(version).Conditional().Since(version.Since).Remedy(AmendmentRemedies.ConfirmTheCongress(version)));
    }
}

[Name("AME-002/unknown"), Description("An agency or the order of the steps is not recorded.")]
public sealed class RouteOfADevelopmentPlansAmendmentIsUnknown : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        AmendedVersion version = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("AME-002"), p => p.Kind == PlanKind.Development)
            .Match(() => version, v => v.Plan == plan.Key, v => v.IsApproved, v => v.IsUnknown);

        Then()
            .Yield(c => c.Finding(plan).Amended(version).Open(version));
    }
}
