using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Implementation;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Funding;

/// <summary>
/// A development plan of 2021-2025 with the project X of code P-1, a listed special plan and one that is listed nowhere; the budget of 2024
/// and its investment plan of 2024-02-20 are held against each other after 2024-04-30.
/// </summary>
internal static class InvestedDistrict
{
    public const string Late = "2024-05-01";

    public static TestDistrict Build()
    {
        var district = new TestDistrict();
        district.Plan("DEV", PlanKind.Development, 2021, 2025);
        district.Plan("SPE", PlanKind.Special, 2021, 2025);
        district.Plan("OUT", PlanKind.Special, 2022, 2025);
        district.Act("OUT", ActType.DraftingStarted, "2021-12-01");
        district.List("L-2021", ListTrack.SpecialAndRegional, 2021, "2021-02-01");
        district.Entry("L-2021", "SPE");
        district.Add(new PlanTask
        {
            Code = "T-1", Plan = district.Key<Plan>("DEV"), Kind = TaskKind.Project, Title = "疏港铁路", ProjectCode = "P-1",
        });
        return district;
    }

    /// <summary>Budgeted for 2024 and arranged on 2024-03-01.</summary>
    public static TestDistrict Budget(this TestDistrict district, string id, string? code, decimal amount = 1_000_000m, string plan = "SPE",
        Func<FundingLine, FundingLine>? with = null)
    {
        district.Funding(id, plan, l => (with ?? (x => x))(l with
        {
            ProjectCode = code, Amount = amount, BudgetYear = 2024, Budgeted = true, ArrangedOn = PartialDate.Parse("2024-03-01"),
        }));
        return district;
    }

    public static TestDistrict Invest(this TestDistrict district, string code, decimal amount = 1_000_000m, string issued = "2024-02-20",
        string? plan = "SPE", int year = 2024)
    {
        district.Add(new InvestmentPlanLine
        {
            Year = year, ProjectCode = code, Project = $"{code}工程", Amount = amount,
            Plan = plan is null ? null : district.Key<Plan>(plan),
            Document = district.Document($"INV-{issued}", "DRC", d => d with { IssuedOn = PartialDate.Parse(issued) }).Key,
        });
        return district;
    }
}
