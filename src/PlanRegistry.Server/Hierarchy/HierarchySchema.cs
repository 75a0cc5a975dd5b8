using PlanRegistry.Hierarchy;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Hierarchy;

internal static class HierarchySchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<PlanLinkNode>("PlanLink").Type<PlanBranchNode>("PlanBranch").Connection<PlanBranchNode>("PlanBranch")
            .Payload<LinkPlansPayload>()
            .Resolvers(typeof(PlanHierarchyFields)).Resolvers(typeof(DistrictHierarchyFields)).Resolvers(typeof(HierarchyMutations)),
        NodeType.Of<PlanLink>("PlanLink", (row, scope) => new PlanLinkNode(row, scope)));
}
