using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Amendments;

/// <summary>A development plan and a special plan below it, both of 2021-2025 and approved, and what amends them.</summary>
internal static class AmendedDistrict
{
    public static TestDistrict Build()
    {
        var district = new TestDistrict();
        district.Plan("DEV-2021", PlanKind.Development, 2021, 2025, p => p with { Title = "十四五规划纲要" });
        district.Act("DEV-2021", ActType.CongressApproved, "2021-02-20", "CONGRESS");
        district.Act("DEV-2021", ActType.Published, "2021-03-01", "GOV");
        district.Plan("EDU-2021", PlanKind.Special, 2021, 2025,
            p => p with { Title = "教育规划", LeadAgency = district.Key<Agency>("EDU"), ApprovalLevel = ApprovalLevel.Government });
        district.Act("EDU-2021", ActType.GovernmentApproved, "2021-06-10", "GOV");
        district.Act("EDU-2021", ActType.Published, "2021-06-20", "EDU");
        district.Link("EDU-2021", "DEV-2021");
        district.Indicator("COVER", "森林覆盖率");
        district.Indicator("SCHOOL", "义务教育巩固率");
        district.Target("DEV-2021", "SCHOOL", 95m);
        district.Target("EDU-2021", "SCHOOL", 96m);
        return district;
    }

    /// <summary>An act about the plan's second version.</summary>
    public static TestDistrict Step(this TestDistrict district, string plan, ActType type, string on, string? agency, int version = 2)
    {
        district.Act(plan, type, on, agency, ActAbout.Amendment, with: a => a with { Version = version });
        return district;
    }

    public static TestDistrict Propose(this TestDistrict district, string plan, string on, decimal target = 97m, int version = 2)
    {
        district.Amendment(plan, version, on);
        district.Target(plan, "SCHOOL", target, version: version);
        return district;
    }

    /// <summary>
    /// The development plan amended as 003 asks: evaluated, proposed by the
    /// government, agreed by the Party committee, approved by the standing committee.
    /// </summary>
    public static TestDistrict AmendDevelopmentPlan(this TestDistrict district, string approvedOn = "2023-12-20", decimal target = 95m)
    {
        district.Act("DEV-2021", ActType.Reported, "2023-09-01", "DRC", ActAbout.MidTerm, 2023);
        return district.Propose("DEV-2021", "2023-10-01", target)
            .Step("DEV-2021", ActType.AmendmentProposed, "2023-10-01", "GOV")
            .Step("DEV-2021", ActType.PartyAgreed, "2023-11-01", "PARTY")
            .Step("DEV-2021", ActType.StandingCommitteeApproved, approvedOn, "SC");
    }
}
