using GraphQLEngine;
using PlanRegistry.Hierarchy;
using PlanRegistry.Intake;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Hierarchy;

[Resolves("Mutation")]
public static class HierarchyMutations
{
    public static LinkPlansPayload LinkPlans(LinkPlansInput input, [Service] CommandDesk desk) =>
        new(desk.Run("linkPlans", input, view => RowIntake.Add(view, [InputRows.Of<PlanLink>(input)])));
}

public sealed class LinkPlansPayload(Outcome outcome) : Payload(outcome)
{
    public PlanLinkNode? PlanLink => Subject<PlanLinkNode>();
}
