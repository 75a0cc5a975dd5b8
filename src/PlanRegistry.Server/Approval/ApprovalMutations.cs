using GraphQLEngine;
using PlanRegistry.Intake;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Approval;

[Resolves("Mutation")]
public sealed class ApprovalMutations(CommandDesk desk)
{
    public RecordActPayload RecordAct(RecordActInput input) => new(desk.Take("recordAct", input, Inputs.Single("acts", input.Fields())));
}

public sealed class RecordActPayload(Outcome outcome) : Payload(outcome)
{
    public ActNode? Act => Subject<ActNode>();
}
