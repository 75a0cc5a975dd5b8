using GraphQLEngine;
using PlanRegistry.Indicators;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Indicators;

[Resolves("Plan")]
public static class PlanPathFields
{
    public static IReadOnlyList<IndicatorPathNode> Paths(PlanNode plan) =>
        [.. IndicatorPath.Of(plan.OnDay).Select(p => new IndicatorPathNode(p, plan.Scope))];
}

public sealed class IndicatorPathNode(IndicatorPath path, Scope scope)
{
    public IndicatorNode Indicator => new(path.Indicator, scope);
    public string Unit => path.Unit;
    public IReadOnlyList<PathPointNode> Points =>
        [.. path.Points.Where(p => p.Superior is not { } above || scope.Plan(above.Key) is not null)
            .Select(p => new PathPointNode(p, scope))];
}

public sealed class PathPointNode(PathPoint point, Scope scope)
{
    public int Year => point.Year;
    public PathPointKind Kind => point.Kind;
    public decimal Value => point.Value;
    public decimal RecordedValue => point.Recorded.Value;
    public string RecordedUnit => point.Recorded.Unit;
    public int? Version => point.Version;
    public PlanNode? Superior => scope.Plan(point.Superior?.Key);
    public INode Record => scope.Node(point.Source)!;
}
