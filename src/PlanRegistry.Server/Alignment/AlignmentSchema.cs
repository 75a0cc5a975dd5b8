using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Alignment;

internal static class AlignmentSchema
{
    public static Capability Capability { get; } = new(binding => binding
        .Type<ComparedIndicatorNode>("IndicatorComparison").Type<ComparedFigureNode>("ComparedFigure")
        .Type<FigureComparisonNode>("FigureComparison")
        .Resolvers(typeof(DistrictAlignmentFields)).Resolvers(typeof(FigureComparisonFields)));
}
