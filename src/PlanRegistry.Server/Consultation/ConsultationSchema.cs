using PlanRegistry.Consultation;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Consultation;

internal static class ConsultationSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<ConsultationRoundNode>("ConsultationRound").Type<RoundStatistics>("RoundStatistics").Type<OpinionNode>("Opinion")
            .Type<HandlingNode>("Handling").Type<ObjectionNode>("Objection").Type<DisputeNode>("Dispute")
            .Type<DisputeStepNode>("DisputeStep").Type<AdoptionTableNode>("AdoptionTable").Type<AdoptionRowNode>("AdoptionRow")
            .Connection<ConsultationRoundNode>("ConsultationRound").Connection<OpinionNode>("Opinion")
            .Payload<OpenConsultationPayload>().Payload<CloseConsultationPayload>().Payload<RecordOpinionPayload>()
            .Payload<HandleOpinionPayload>().Payload<ReviewHandlingPayload>().Payload<ObjectToHandlingPayload>()
            .Payload<OpenDisputePayload>().Payload<RecordDisputeStepPayload>()
            .Resolvers(typeof(PlanConsultationFields)).Resolvers(typeof(ConsultationRoundFields))
            .Resolvers(typeof(DistrictConsultationFields)).Resolvers(typeof(ConsultationMutations)),
        NodeType.Of<ConsultationRound>("ConsultationRound", (row, scope) => new ConsultationRoundNode(row, scope)),
        NodeType.Of<Opinion>("Opinion", (row, scope) => new OpinionNode(row, scope)),
        NodeType.Of<Handling>("Handling", (row, scope) => new HandlingNode(row, scope)),
        NodeType.Of<Objection>("Objection", (row, scope) => new ObjectionNode(row, scope)),
        NodeType.Of<Dispute>("Dispute", (row, scope) => new DisputeNode(row, scope)),
        NodeType.Of<DisputeStep>("DisputeStep", (row, scope) => new DisputeStepNode(row, scope)));
}
