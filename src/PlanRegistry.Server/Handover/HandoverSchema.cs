using PlanRegistry.Handover;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Handover;

internal static class HandoverSchema
{
    public static Capability Capability { get; } = new(binding => binding
        .Type<HandoverNode>("Handover").Type<HandedOverPlanNode>("HandedOverPlan").Connection<HandedOverPlanNode>("HandedOverPlan")
        .Type<StandingCount<EvaluationStanding>>("EvaluationCount").Type<StandingCount<SuccessionStanding>>("SuccessionCount")
        .Type<StandingCount<ContinuationStanding>>("ContinuationCount")
        .Payload<DeclareNoChangePayload>()
        .Resolvers(typeof(DistrictHandoverFields)).Resolvers(typeof(HandoverFields)).Resolvers(typeof(HandedOverPlanFields))
        .Resolvers(typeof(HandoverMutations)));
}
