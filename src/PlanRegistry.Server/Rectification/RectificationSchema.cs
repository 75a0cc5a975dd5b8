using PlanRegistry.Rectification;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Rectification;

internal static class RectificationSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<HandOutNode>("HandOut")
            .Payload<HandOutFindingsPayload>()
            .Resolvers(typeof(HandOutFields)).Resolvers(typeof(RectificationMutations)),
        NodeType.Of<HandOut>("HandOut", (row, scope) => new HandOutNode(row, scope)));
}
