using GraphQLEngine;
using PlanRegistry.Server.Catalogue;

namespace PlanRegistry.Server.Approval;

[Resolves("Plan")]
public static class PlanApprovalFields
{
    /// <summary>All acts by the day, failed ones too.</summary>
    public static IReadOnlyList<ActNode> Acts(PlanNode plan) =>
        [.. plan.OnDay.History.Acts.Where(a => a.HappenedBy(plan.OnDay.AsOf)).Select(a => new ActNode(a, plan.Scope))];
}
