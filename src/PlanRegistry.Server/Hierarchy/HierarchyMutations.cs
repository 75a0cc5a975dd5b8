using GraphQLEngine;
using PlanRegistry.Intake;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Hierarchy;

[Resolves("Mutation")]
public sealed class HierarchyMutations(CommandDesk desk)
{
    public LinkPlansPayload LinkPlans(LinkPlansInput input) => new(desk.Take("linkPlans", input, Inputs.Single("links", input.Fields())));
}

public sealed class LinkPlansPayload(Outcome outcome) : Payload(outcome)
{
    public PlanLinkNode? PlanLink => Subject<PlanLinkNode>();
}
