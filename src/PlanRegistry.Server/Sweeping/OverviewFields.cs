using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Sweeping;

namespace PlanRegistry.Server.Sweeping;

[Resolves("Query")]
public sealed class OverviewQueries(Registry registry, ISweepStorage storage, SweptBook book)
{
    public Overview? Conformance(OverviewFilter? filter, PartialDate? asOf, [Service] Reach reach)
    {
        reach.For("Query.conformance");
        var asked = filter ?? new();
        _ = RuleNames.Known(asked.Rules);
        var superior = asked.Under is { } under ? Read("under", under) : default(DistrictCode?);
        if (superior is { } above && !reach.Caller.Sees(above, () => registry.View(above)))
        {
            throw RequestErrors.NotFound($"登记册中没有行政区{above}。", $"The registry has no district {above}.");
        }
        var day = asOf?.First ?? reach.Judgements.Today;
        var named = asked.Districts?.Select(d => Read("districts", d)).ToHashSet();
        return RequestErrors.Telling(() =>
        {
            var (heads, results) = (storage.Heads(), book.On(day));
            var byDistrict = results.ToDictionary(r => r.District);
            var all = heads.Keys.Where(d => d.Tier == PlanTier.District && named?.Contains(d) != false
                && IsSeen(reach.Caller, d, superior, byDistrict.GetValueOrDefault(d))).ToList();
            var judged = all.Where(byDistrict.ContainsKey).Select(d => byDistrict[d]).ToList();
            return new Overview(day, all, judged, judged.Count(r => !r.HoldsOn(day, heads, RuleBook.Version)), asked,
                d => registry.View(d)?.District?.Name ?? d.Value);
        });
    }

    private static DistrictCode Read(string field, string code) => DistrictCode.TryParse(code, out var district) ? district
        : throw RequestErrors.Request($"参数“{field}”中的“{code}”不是行政区划代码，请写GB/T 2260的六位数字，如500154。",
            $"The argument \"{field}\" has \"{code}\", which is no district code: six digits of GB/T 2260, like 500154.");

    /// <summary>What is above a district its last result says; of one that was never judged, its code.</summary>
    private static bool IsSeen(Caller caller, DistrictCode district, DistrictCode? under, SweptResult? last)
    {
        var chain = last?.Vector.Heads.Select(h => h.District) ?? Views.Sight([district]);
        return (under is not { } superior || chain.Contains(superior)) && (caller.SeesAll || chain.Any(caller.IsOwn));
    }
}

[Resolves("ConformanceOverview")]
public static class OverviewFields
{
    public static Connection<OverviewGroup> Groups(Overview overview, OverviewGrouping by, OverviewOrder? orderBy, int? first,
        string? after)
    {
        string Sort(OverviewGroup g) => orderBy switch
        {
            OverviewOrder.Red => $"{int.MaxValue - g.Counts.Red:0000000000} {g.Key}",
            OverviewOrder.Fail => $"{int.MaxValue - g.Counts.Fail:0000000000} {g.Key}",
            _ => g.Key,
        };
        return Connections.Page(overview.Groups(by), Sort, g => g, new PageArguments(first, after),
            $"conformance {by} {orderBy} {overview.Key}", "");
    }
}

[Resolves("ConformanceGroup")]
public static class OverviewGroupFields
{
    public static string Name(OverviewGroup group, Language? language, [Service] Reader reader) => reader.Told(group.Called(), language);
}
