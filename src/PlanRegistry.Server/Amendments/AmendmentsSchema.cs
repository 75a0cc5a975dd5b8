using PlanRegistry.Amendments;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Amendments;

internal static class AmendmentsSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<AmendmentNode>("Amendment").Type<AmendmentDutyNode>("AmendmentDuty")
            .Type<ApprovedContentNode>("ApprovedContent").Type<ApprovedContentChangeNode>("ApprovedContentChange")
            .Resolvers(typeof(ApprovedContentChangeFields))
            .Connection<AmendmentDutyNode>("AmendmentDuty").Connection<AmendmentNode>("Amendment")
            .Payload<ProposeAmendmentPayload>().Payload<ApproveAmendmentPayload>()
            .Resolvers(typeof(AmendmentDutyFields)).Resolvers(typeof(PlanAmendmentFields))
            .Resolvers(typeof(DistrictAmendmentFields)).Resolvers(typeof(AmendmentMutations)),
        NodeType.Of<Amendment>("Amendment", (row, scope) => new AmendmentNode(row, scope)));
}
