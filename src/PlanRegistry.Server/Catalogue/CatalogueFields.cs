using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

[Resolves("Query")]
public static class CatalogueQueries
{
    public static DistrictNode? District(string code, PartialDate? asOf, DateTimeOffset? knownAt, [Service] Reach reach) =>
        reach.For("Query.district").Scope(DistrictCode.Parse(code), asOf?.First, knownAt) is { } scope
            ? new DistrictNode(scope)
            : throw RequestErrors.NotFound(
                $"{Then(knownAt).Zh}登记册中没有行政区{code}。", $"The registry has no district {code}{Then(knownAt).En}.");

    /// <summary>What the registry has now it may not have had then.</summary>
    internal static Text Then(DateTimeOffset? knownAt) => knownAt?.InWords() is { } then
        ? new Text($"截至{then.Zh}，", $" as known at {then.En}")
        : new Text("", "");

    public static Connection<DistrictNode> Districts(int? first, string? after, [Service] Reach reach) =>
        Connections.Page(reach.For("Query.districts").Districts(), d => d.Value,
            d => new DistrictNode(reach.Scope(d)!), new(first, after), "districts", "");
}

[Resolves("District")]
public static class DistrictCatalogueFields
{
    public static PlanNode? Plan(DistrictNode district, string code) => district.Scope.Plan(new Key<Plan>(district.Scope.View.Code, code))
        ?? throw RequestErrors.NotFound(
            $"{CatalogueQueries.Then(district.Scope.GivenKnownAt).Zh}行政区{district.Scope.View.Code}没有规划“{code}”。",
            $"The district {district.Scope.View.Code} has no plan \"{code}\"{CatalogueQueries.Then(district.Scope.GivenKnownAt).En}.");

    public static Connection<PlanNode> Plans(DistrictNode district, PlanFilter? filter,
        PlanOrder? orderBy, int? first, string? after, int? last, string? before)
    {
        var page = new PageArguments(first, after, last, before);
        var scope = district.Scope.At(page);
        var order = orderBy ?? PlanOrder.Code;
        var fits = filter?.Test(scope) ?? (_ => true);
        return Connections.Page(scope.Plans.Where(fits), p => SortText(scope, p, order), p => new PlanNode(p, scope),
            page, $"plans {order}", scope);
    }

    public static Connection<DocumentNode> Documents(DistrictNode district, DocumentFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var fits = filter?.Test(scope) ?? (_ => true);
        return Connections.LatestFirst(
            scope.View.Own.Of<Document>().Where(d => !(d.IssuedOn?.First > scope.Snapshot.AsOf)).Where(fits),
            d => d.IssuedOn, d => d.Code, d => new DocumentNode(d, scope), page, "documents", scope);
    }

    public static Connection<ExemptionNode> Exemptions(DistrictNode district, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        return Connections.LatestFirst(scope.View.Own.Of<Exemption>().Where(e => e.From.First <= scope.Snapshot.AsOf),
            e => e.From, e => e.RecordCode, e => new ExemptionNode(e, scope), page, "exemptions", scope);
    }

    /// <summary>Plans of the district without a superior in it.</summary>
    public static IReadOnlyList<PlanNode> Roots(DistrictNode district) =>
        [.. district.Scope.Plans
            .Where(p => !p.LinksUp.Any(l => l.LeadsUp && l.Superior.District == district.Scope.View.Code))
            .Select(p => new PlanNode(p, district.Scope))];

    private static string SortText(Scope scope, PlanOnDay plan, PlanOrder order) => order switch
    {
        PlanOrder.Title => $"{TitleKey.Of(plan.Title)} {plan.Plan.Code}",
        PlanOrder.Horizon => $"{plan.Horizon.From:0000} {plan.Horizon.To:0000} {plan.Plan.Code}",
        PlanOrder.Light => $"{(scope.Judgement.LightOf(plan) is { } light ? Array.IndexOf(LightOrder, light) : 9)} {plan.Plan.Code}",
        PlanOrder.LeadAgency => $"{plan.LeadAgency?.Name ?? "\uFFFF"} {plan.Plan.Code}",
        _ => plan.Plan.Code,
    };

    private static readonly Light[] LightOrder = [Light.Red, Light.Yellow, Light.Grey, Light.Green];
}
