using GraphQLEngine;
using PlanRegistry.Indicators;
using PlanRegistry.Server.Catalogue;

namespace PlanRegistry.Server.Indicators;

[Resolves("Plan")]
public static class PlanIndicatorFields
{
    public static IReadOnlyList<TargetNode> Targets(PlanNode plan, IndicatorNature? nature) =>
        [.. plan.OnDay.Targets.Targets.Where(t => nature is null || t.Nature == nature).Select(t => new TargetNode(t, plan.In))];

    public static IReadOnlyList<AnnualTargetNode> AnnualTargets(PlanNode plan) => [.. plan.In.View.AnnualTargetsOf[plan.OnDay.Key].Select(t => new AnnualTargetNode(t, plan.In))];

    /// <summary>Readings that stand for a day by the scope's day.</summary>
    public static IReadOnlyList<ReadingNode> Readings(PlanNode plan) =>
        [.. plan.In.View.ReadingsOf[plan.OnDay.Key].Where(r => r.Day.Last <= plan.OnDay.AsOf).Select(r => new ReadingNode(r, plan.In))];

    public static IReadOnlyList<AllocationNode> Allocations(PlanNode plan) => [.. plan.In.View.AllocationsOf[plan.OnDay.Key].Select(a => new AllocationNode(a, plan.In))];
}
