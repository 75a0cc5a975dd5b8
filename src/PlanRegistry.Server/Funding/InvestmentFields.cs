using GraphQLEngine;
using PlanRegistry.Funding;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

[Resolves("District")]
public static class DistrictInvestmentFields
{
    public static InvestmentYearNode InvestmentYear(DistrictNode district, int? year)
    {
        var scope = district.For("District.investmentYear");
        return new(PlanRegistry.Funding.InvestmentYear.On(scope.Snapshot, year ?? scope.Snapshot.AsOf.Year), scope);
    }
}

[Resolves("InvestmentYear")]
public static class InvestmentFields
{
    public static Connection<ProjectMoneyNode> Projects(
        InvestmentYearNode year, IReadOnlyList<ProjectAgreement>? agreements, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = year.Scope.At(page);
        return Connections.Page(PlanRegistry.Funding.InvestmentYear.On(scope.Snapshot, year.Year).Projects
                .Where(p => agreements is null || agreements.Contains(p.Agreement!.Value)),
            p => p.Code, p => new ProjectMoneyNode(p, scope), page, $"investment {year.Year}", scope);
    }
}
