using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// A district as a real one would be on its first day, 2026-11-22: the plans of 2021-2025 with nothing but a title and a horizon, those of
/// 2026-2030 in drafting on the list of the year, the new outline in force, the spatial plan to 2035 with its day of approval, and an old
/// list.
/// </summary>
internal static class FirstDayDistrict
{
    public const string Day = "2026-11-22";
    public const int OldPlans = 28;
    public const int NewPlans = 30;

    public static TestDistrict Build()
    {
        var district = new TestDistrict(Day);
        district.Stub("500000:CQ-2026", 2026, 2030, "2026-01-24");
        district.Stub("000000:CN-2026", 2026, 2030, "2026-03-12");

        district.Plan("DEV-2021", PlanKind.Development, 2021, 2025);
        foreach (var n in Enumerable.Range(1, OldPlans - 1))
        {
            district.Plan($"OLD-{n:00}", n % 9 == 0 ? PlanKind.Regional : PlanKind.Special, 2021, 2025);
        }

        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030);
        district.Act("DEV-2026", ActType.CongressApproved, "2026-01-30", "CONGRESS");
        district.Act("DEV-2026", ActType.Published, "2026-02-10", "GOV");
        district.Link("DEV-2026", "500000:CQ-2026");
        district.Link("DEV-2026", "000000:CN-2026");

        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-03-20",
            l => l with { CoDrafters = null, EiaOpinion = null, WaterOpinion = null });
        district.Entry("SR-2021", "OLD-01", e => e with { EiaNeeded = null, WaterNeeded = null });
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-20");
        foreach (var n in Enumerable.Range(1, NewPlans))
        {
            var code = $"NEW-{n:00}";
            district.Plan(code, n % 9 == 0 ? PlanKind.Regional : PlanKind.Special, 2026, 2030);
            district.Entry("SR-2026", code);
            district.Act(code, ActType.DraftingStarted, "2026-04-01", "TRANS");
            district.Link(code, "DEV-2026");
        }

        district.Plan("SPATIAL", PlanKind.Spatial, 2021, 2035, p => p with { ApprovalLevel = ApprovalLevel.Municipal });
        district.Act("SPATIAL", ActType.MunicipalApproved, "2024-05-16", "500000:GOV");
        return district;
    }
}
