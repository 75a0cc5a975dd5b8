using PlanRegistry.Indicators;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Indicators;

internal static class IndicatorsSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<IndicatorNode>("Indicator").Type<TargetNode>("Target").Type<AllocationNode>("Allocation")
            .Type<AnnualTargetNode>("AnnualTarget").Type<ReadingNode>("Reading").Connection<IndicatorNode>("Indicator")
            .Type<IndicatorPathNode>("IndicatorPath").Type<PathPointNode>("PathPoint").Resolvers(typeof(PlanPathFields))
            .Type<PlanIndicatorNode>("PlanIndicator").Type<ReadingConflictNode>("ReadingConflict")
            .Type<ReadingSettlementNode>("ReadingSettlement")
            .Resolvers(typeof(PlanIndicatorsFields)).Resolvers(typeof(PlanIndicatorWords))
            .Payload<SetAnnualTargetsPayload>().Payload<SettleReadingsPayload>()
            .Payload<SetTargetsPayload>().Payload<AllocateTargetsPayload>().Payload<RecordReadingPayload>()
            .Resolvers(typeof(PlanIndicatorFields)).Resolvers(typeof(DistrictIndicatorFields)).Resolvers(typeof(IndicatorMutations)),
        NodeType.Of<Indicator>("Indicator", (row, scope) => new IndicatorNode(row, scope)),
        NodeType.Of<Target>("Target", (row, scope) => new TargetNode(row, scope)),
        NodeType.Of<Allocation>("Allocation", (row, scope) => new AllocationNode(row, scope)),
        NodeType.Of<AnnualTarget>("AnnualTarget", (row, scope) => new AnnualTargetNode(row, scope)),
        NodeType.Of<Reading>("Reading", (row, scope) => new ReadingNode(row, scope)),
        NodeType.Of<ReadingSettlement>("ReadingSettlement", (row, scope) => new ReadingSettlementNode(row, scope)),
        NodeType.Of<Unit>("Unit", (_, _) => null));
}
