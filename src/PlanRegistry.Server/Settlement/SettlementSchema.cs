using PlanRegistry.Server.GraphQL;
using PlanRegistry.Settlement;

namespace PlanRegistry.Server.Settlement;

internal static class SettlementSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<FindingSettlementNode>("FindingSettlement")
            .Payload<ConfirmExemptionPayload>().Payload<SettleFindingPayload>()
            .Type<WaiverNode>("Waiver").Connection<WaiverNode>("Waiver")
            .Payload<GrantWaiverPayload>().Payload<RevokeWaiverPayload>()
            .Resolvers(typeof(FindingSettlementFields)).Resolvers(typeof(SettlementMutations))
            .Resolvers(typeof(FindingWaiverFields)).Resolvers(typeof(PlanWaiverFields)).Resolvers(typeof(DistrictWaiverFields))
            .Resolvers(typeof(WaiverFields)).Resolvers(typeof(WaiverMutations)),
        NodeType.Of<FindingSettlement>("FindingSettlement", (row, scope) => new FindingSettlementNode(row, scope)),
        NodeType.Of<Waiver>("Waiver", (row, scope) => new WaiverNode(row, scope)));
}
