using PlanRegistry.Server.GraphQL;
using PlanRegistry.Settlement;

namespace PlanRegistry.Server.Settlement;

internal static class SettlementSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<FindingSettlementNode>("FindingSettlement")
            .Payload<ConfirmExemptionPayload>().Payload<SettleFindingPayload>()
            .Resolvers(typeof(FindingSettlementFields)).Resolvers(typeof(SettlementMutations)),
        NodeType.Of<FindingSettlement>("FindingSettlement", (row, scope) => new FindingSettlementNode(row, scope)));
}
