using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Alignment;

/// <summary>
/// A development plan in force since March 2021, a special plan under it approved in June
/// 2021, and a municipal plan that <see cref="WithMunicipalTarget"/> puts above both.
/// </summary>
internal static class AlignedDistrict
{
    public static TestDistrict Build()
    {
        var district = new TestDistrict();
        district.Plan("500000:CQ-2021", PlanKind.Development, 2021, 2025, p => p with { Title = "重庆市十四五规划纲要" });
        district.Act("500000:CQ-2021", ActType.CongressApproved, "2021-01-25");
        district.Act("500000:CQ-2021", ActType.Published, "2021-02-10");
        district.Plan("DEV-2021", PlanKind.Development, 2021, 2025, p => p with { Title = "开州区十四五规划纲要" });
        district.Act("DEV-2021", ActType.CongressApproved, "2021-02-20", "CONGRESS");
        district.Act("DEV-2021", ActType.Published, "2021-03-01", "GOV");
        district.Plan("FOREST-2021", PlanKind.Special, 2021, 2025,
            p => p with { Title = "林业发展规划", ApprovalLevel = ApprovalLevel.Government });
        district.Act("FOREST-2021", ActType.GovernmentApproved, "2021-06-10", "GOV");
        district.Act("FOREST-2021", ActType.Published, "2021-06-20", "TRANS");
        district.Link("FOREST-2021", "DEV-2021");
        district.Indicator("COVER", "森林覆盖率");
        return district;
    }

    public static TestDistrict With(this TestDistrict district, string plan, decimal? value,
        IndicatorNature nature = IndicatorNature.Binding, int year = 2025, string indicator = "COVER", Func<Target, Target>? with = null)
    {
        district.Target(plan, indicator, value, nature, year, with: with);
        return district;
    }

    /// <summary>The second version of the development plan, evaluated, proposed, agreed and approved as 003 asks.</summary>
    /// <param name="on">The day of its approval; where it is a year alone, the steps before it are told no better.</param>
    public static TestDistrict AmendDevelopmentPlan(this TestDistrict district, string on = "2023-03-01")
    {
        var before = on.Length == 4 ? on : "2023-01-10";
        district.Act("DEV-2021", ActType.Reported, on.Length == 4 ? on : "2022-12-01", "DRC", ActAbout.MidTerm, 2023);
        district.Amendment("DEV-2021", 2, before);
        foreach (var (type, day, agency) in new[]
        {
            (ActType.AmendmentProposed, before, "GOV"), (ActType.PartyAgreed, before, "PARTY"),
            (ActType.StandingCommitteeApproved, on, "SC"),
        })
        {
            district.Act("DEV-2021", type, day, agency, ActAbout.Amendment, with: a => a with { Version = 2 });
        }
        return district;
    }

    /// <summary>A municipal target of the same indicator under the municipality's own code, which is no allocation.</summary>
    public static TestDistrict WithMunicipalTarget(this TestDistrict district,
        decimal value, IndicatorNature nature = IndicatorNature.Binding)
    {
        district.Link("DEV-2021", "500000:CQ-2021");
        district.Indicator("500000:SLFGL", "森林 覆盖率");
        district.Target("500000:CQ-2021", "500000:SLFGL", value, nature);
        return district;
    }
}
