using GraphQLEngine;
using PlanRegistry.Approval;
using PlanRegistry.Intake;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Approval;

[Resolves("Mutation")]
public static class ApprovalMutations
{
    public static RecordActPayload RecordAct(RecordActInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordAct", input, view => RowIntake.Add(view, [InputRows.Of<Act>(input)])));
}

public sealed class RecordActPayload(Outcome outcome) : Payload(outcome)
{
    public ActNode? Act => Subject<ActNode>();
}
