using GraphQLEngine;
using PlanRegistry.Server.Catalogue;

namespace PlanRegistry.Server.Hierarchy;

[Resolves("Plan")]
public static class PlanHierarchyFields
{
    public static IReadOnlyList<PlanLinkNode> Superiors(PlanNode plan) =>
        [.. plan.OnDay.LinksUp.Select(l => new PlanLinkNode(l, plan.Scope))];

    public static IReadOnlyList<PlanLinkNode> Subordinates(PlanNode plan) =>
        [.. plan.OnDay.LinksDown.Select(l => new PlanLinkNode(l, plan.Scope))];
}
