using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

/// <summary>A page of funding lines, and the sums of all that fit.</summary>
public sealed class FundingLineConnection(Connection<FundingLineNode> page, FundingSums sums)
{
    public IReadOnlyList<Edge<FundingLineNode>> Edges => page.Edges;
    public IReadOnlyList<FundingLineNode> Nodes => page.Nodes;
    public PageInfo PageInfo => page.PageInfo;
    public int TotalCount => page.TotalCount;
    public FundingSums Sums { get; } = sums;
}

/// <summary>In 元.</summary>
public sealed record FundingSums(decimal Amount, decimal Arranged, decimal Spent, decimal UnknownMoney)
{
    public static FundingSums Of(IReadOnlyCollection<FundingLine> lines, DateOnly asOf) => new(
        lines.Sum(l => l.Amount),
        lines.Where(l => l.ArrangedOn?.First <= asOf).Sum(l => l.Amount),
        lines.Where(l => l.SpentOn?.First <= asOf).Sum(l => l.Amount),
        lines.Where(l => l.Money is null).Sum(l => l.Amount));
}

/// <summary>Which funding lines: a line must fit every part that is given.</summary>
public sealed record FundingLineFilter
{
    public IReadOnlyList<string>? Plans { get; init; }
    public IReadOnlyList<FundingMoney>? Money { get; init; }
    public IReadOnlyList<FundingPurpose>? Purposes { get; init; }
    public IReadOnlyList<int>? BudgetYears { get; init; }
    public IReadOnlyList<PlanListing>? Listings { get; init; }

    public Func<FundingLine, bool> Test(Scope scope)
    {
        var plans = PlanNames.Find(scope, Plans);
        return line =>
            (plans is null || plans.Contains(line.Plan))
            && (Money is null || (line.Money is { } money && Money.Contains(money)))
            && (Purposes is null || Purposes.Contains(line.Purpose))
            && (BudgetYears is null || (line.BudgetYear is { } year && BudgetYears.Contains(year)))
            && (Listings is null || (scope.Snapshot.Plan(line.Plan) is { } plan && Listings.Contains(plan.Directory.Listing)));
    }
}

/// <summary>Which certificates: a certificate must fit every part that is given.</summary>
public sealed record FundingCertificateFilter
{
    public IReadOnlyList<string>? Numbers { get; init; }
    public IReadOnlyList<string>? Plans { get; init; }
    public IReadOnlyList<CertificateStatus>? Statuses { get; init; }
    public IReadOnlyList<FundingVerdict>? Verdicts { get; init; }

    public Func<FundingCertificate, bool> Test(Scope scope)
    {
        var plans = PlanNames.Find(scope, Plans);
        return certificate =>
            (Numbers is null || Numbers.Contains(certificate.Number))
            && (plans is null || plans.Contains(certificate.Plan))
            && (Statuses is null || Statuses.Contains(CertificateStanding.StatusOn(scope.View, certificate, scope.Snapshot.AsOf)))
            && (Verdicts is null || Verdicts.Contains(certificate.Verdict));
    }
}
