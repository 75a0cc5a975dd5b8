using PlanRegistry.Approval;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Approval;

internal static class ApprovalSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<ActNode>("Act").Connection<ActNode>("Act")
            .Type<SubmissionItemNode>("SubmissionItem").Type<ProcedureNode>("Procedure").Type<ProcedureStepNode>("ProcedureStep")
            .Type<StepNeedNode>("StepNeed").Type<SubmissionNode>("Submission").Type<SubmissionLineNode>("SubmissionLine")
            .Type<PublicPlan>("PublicPlan").Type<PublicProgress>("PublicProgress")
            .Payload<RecordActPayload>().Payload<AddSubmissionItemPayload>()
            .District("Query.publicPlans(district:)").Resolvers(typeof(PublicPlanQueries))
            .Resolvers(typeof(PlanApprovalFields)).Resolvers(typeof(ProcedureStepFields)).Resolvers(typeof(SubmissionLineFields))
            .Resolvers(typeof(DistrictApprovalFields)).Resolvers(typeof(ApprovalMutations)),
        NodeType.Of<Act>("Act", (row, scope) => new ActNode(row, scope)),
        NodeType.Of<SubmissionItem>("SubmissionItem", (row, scope) => new SubmissionItemNode(row, scope)));
}
