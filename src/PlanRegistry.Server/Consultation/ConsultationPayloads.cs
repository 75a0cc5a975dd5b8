using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Consultation;

public sealed class OpenConsultationPayload(Outcome outcome) : Payload(outcome)
{
    public ConsultationRoundNode? Round => Subject<ConsultationRoundNode>();
}

public sealed class CloseConsultationPayload(Outcome outcome) : Payload(outcome)
{
    public ConsultationRoundNode? Round => Subject<ConsultationRoundNode>();
}

public sealed class RecordOpinionPayload(Outcome outcome) : Payload(outcome)
{
    public OpinionNode? Opinion => Subject<OpinionNode>();
}

public sealed class HandleOpinionPayload(Outcome outcome) : Payload(outcome)
{
    public HandlingNode? Handling => Subject<HandlingNode>();
}

public sealed class ReviewHandlingPayload(Outcome outcome) : Payload(outcome)
{
    public HandlingNode? Handling => Subject<HandlingNode>();
}

public sealed class ObjectToHandlingPayload(Outcome outcome) : Payload(outcome)
{
    public ObjectionNode? Objection => Subject<ObjectionNode>();
}

public sealed class OpenDisputePayload(Outcome outcome) : Payload(outcome)
{
    public DisputeNode? Dispute => Subject<DisputeNode>();
}

public sealed class RecordDisputeStepPayload(Outcome outcome) : Payload(outcome)
{
    public DisputeStepNode? Step => Subject<DisputeStepNode>();
}
