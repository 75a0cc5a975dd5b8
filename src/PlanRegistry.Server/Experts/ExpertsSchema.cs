using PlanRegistry.Experts;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Experts;

internal static class ExpertsSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<ExpertNode>("Expert").Type<ExpertDrawNode>("ExpertDraw").Type<ExpertOpinionNode>("ExpertOpinion")
            .Type<AskedExpertNode>("AskedExpert").Connection<ExpertNode>("Expert")
            .Payload<RegisterExpertPayload>().Payload<DrawExpertsPayload>().Payload<AppointExpertPayload>()
            .Payload<RecordExpertOpinionPayload>()
            .Resolvers(typeof(PlanExpertFields)).Resolvers(typeof(AskedExpertFields))
            .Resolvers(typeof(DistrictExpertFields)).Resolvers(typeof(ExpertMutations)),
        NodeType.Of<Expert>("Expert", (row, scope) => new ExpertNode(row, scope)),
        NodeType.Of<ExpertDraw>("ExpertDraw", (row, scope) => new ExpertDrawNode(row, scope)),
        NodeType.Of<ExpertOpinion>("ExpertOpinion", (row, scope) => new ExpertOpinionNode(row, scope)));
}
