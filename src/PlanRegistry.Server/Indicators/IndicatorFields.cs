using GraphQLEngine;
using PlanRegistry.Indicators;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Indicators;

[Resolves("Plan")]
public static class PlanIndicatorFields
{
    public static IReadOnlyList<TargetNode> Targets(PlanNode plan, IndicatorNature? nature) =>
        [.. plan.OnDay.Targets.Targets.Where(t => nature is null || t.Nature == nature).Select(t => new TargetNode(t, plan.Scope))];

    public static IReadOnlyList<AnnualTargetNode> AnnualTargets(PlanNode plan) =>
        [.. plan.Scope.View.AnnualTargetsOf[plan.OnDay.Key].Select(t => new AnnualTargetNode(t, plan.Scope))];

    /// <summary>Readings that stand for a day by the scope's day.</summary>
    public static IReadOnlyList<ReadingNode> Readings(PlanNode plan) =>
        [.. plan.Scope.View.ReadingsOf[plan.OnDay.Key].Where(r => r.Day.Last <= plan.OnDay.AsOf)
            .Select(r => new ReadingNode(r, plan.Scope))];

    public static IReadOnlyList<AllocationNode> Allocations(PlanNode plan) =>
        [.. plan.Scope.View.AllocationsOf[plan.OnDay.Key].Select(a => new AllocationNode(a, plan.Scope))];
}

[Resolves("District")]
public static class DistrictIndicatorFields
{
    public static Connection<IndicatorNode> Indicators(DistrictNode district, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        return Connections.Page(scope.View.Own.Of<Indicator>(), i => i.Code, i => new IndicatorNode(i, scope), page, "indicators", scope);
    }
}
