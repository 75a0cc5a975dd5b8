using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Tests.Reviews;

/// <summary>Plans in force and their reports, for the rules about reviews and disclosure.</summary>
internal static class ReviewedPlans
{
    /// <summary>DEV, 2021-2025, led by 区发展改革委, approved by 区人大.</summary>
    public static TestDistrict WithDevelopmentPlan(this TestDistrict district,
        string published = "2021-03-26", int from = 2021, int to = 2025)
    {
        district.Plan("DEV", PlanKind.Development, from, to);
        district.Act("DEV", ActType.CongressApproved, published, "CONGRESS");
        district.Act("DEV", ActType.Published, published, "GOV");
        return district;
    }

    /// <summary>SPE, 2021-2025, led by 区交通运输委, approved by 区政府.</summary>
    public static TestDistrict WithSpecialPlan(this TestDistrict district,
        string published = "2021-06-20", int from = 2021, int to = 2025, Func<Plan, Plan>? with = null)
    {
        district.Plan("SPE", PlanKind.Special, from, to, with);
        district.Act("SPE", ActType.GovernmentApproved, published, "GOV");
        district.Act("SPE", ActType.Published, published, "TRANS");
        return district;
    }

    /// <summary>SPA, 2021-2035, led by 区规划自然资源局, approved by 市政府.</summary>
    public static TestDistrict WithSpatialPlan(this TestDistrict district, string approved = "2024-03-01")
    {
        district.Plan("SPA", PlanKind.Spatial, 2021, 2035);
        district.Act("SPA", ActType.MunicipalApproved, approved, "500000:GOV");
        district.Act("SPA", ActType.Published, approved, "NR");
        return district;
    }

    public static Act Report(this TestDistrict district, string plan, ActAbout about, int? year, string on, Func<Act, Act>? with = null) =>
        district.Act(plan, ActType.Reported, on, plan == "DEV" ? "DRC" : plan == "SPA" ? "NR" : "TRANS", about, year, with);

    /// <summary>A report with its recipients and copies, agencies by code: "GOV;SC".</summary>
    public static Act Report(this TestDistrict district, string plan, ActAbout about,
        int? year, string on, string? to, string? copies = null, string? copiedOn = null) =>
        district.Report(plan, about, year, on, a => a with
        {
            Recipients = district.Agencies(to), Copies = district.Agencies(copies),
            CopiedOn = copiedOn is null ? null : PartialDate.Parse(copiedOn),
        });

    public static IReadOnlyList<ReviewDuty> Duties(this TestDistrict district, string plan, string day) =>
        district.On(day).Plan(district.Key<Plan>(plan))!.ReviewDuties;

    public static ReviewDuty Duty(this TestDistrict district, string plan, ReviewKind kind, string day, int? year = null) =>
        district.Duties(plan, day).Single(d => d.Kind == kind && (year is null || d.Year == year));

    /// <summary>Listed, approved, published, 2021-2025, with every report and disclosure, or without one year's monitoring.</summary>
    public static TestDistrict WithEverythingDone(this TestDistrict district, string plan, int? without = null)
    {
        district.Plan(plan, PlanKind.Special, 2021, 2025, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.List($"L-{plan}", ListTrack.SpecialAndRegional, 2021, "2021-01-20");
        district.Entry($"L-{plan}", plan);
        district.Act(plan, ActType.DraftingStarted, "2021-02-01", "TRANS");
        district.Act(plan, ActType.GovernmentApproved, "2021-05-10", "GOV");
        district.Act(plan, ActType.Published, "2021-05-20", "GOV");
        foreach (var year in Enumerable.Range(2021, 5))
        {
            var (about, on) = year == 2025 ? (ActAbout.Final, "2026-05-10") : (ActAbout.Annual, $"{year + 1}-05-10");
            if (year != without)
            {
                district.Act(plan, ActType.Reported, on, "TRANS", about, year, a => a with
                {
                    Recipients = district.Agencies("GOV"), Copies = district.Agencies("DRC"), CopiedOn = PartialDate.Parse(on),
                });
            }
            district.Act(plan, ActType.ProgressDisclosed, on, "TRANS", year: year);
        }
        district.Report(plan, ActAbout.MidTerm, null, "2023-09-12", "GOV", "DRC", "2023-09-12");
        district.Plan("DEV-OF-ITS-TIME", PlanKind.Development, 2021, 2025);
        district.Link(plan, "DEV-OF-ITS-TIME");
        return district;
    }

    public static Light? Light(this TestDistrict district, string plan, string day)
    {
        var judgement = district.Judge(day);
        return judgement.LightOf(judgement.Snapshot.Plan(district.Key<Plan>(plan))!);
    }

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    private static Key<Agency>[]? Agencies(this TestDistrict district, string? codes) =>
        codes?.Split(';').Select(district.Key<Agency>).ToArray();
}
