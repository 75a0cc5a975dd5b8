using PlanRegistry.Approval;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Approval;

internal static class ApprovalSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<ActNode>("Act").Connection<ActNode>("Act")
            .Payload<RecordActPayload>().Type<PublicPlan>("PublicPlan").Type<PublicProgress>("PublicProgress")
            .District("Query.publicPlans(district:)").Resolvers(typeof(PublicPlanQueries))
            .Resolvers(typeof(PlanApprovalFields)).Resolvers(typeof(DistrictApprovalFields)).Resolvers(typeof(ApprovalMutations)),
        NodeType.Of<Act>("Act", (row, scope) => new ActNode(row, scope)));
}
