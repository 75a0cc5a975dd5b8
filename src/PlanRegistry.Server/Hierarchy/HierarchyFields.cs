using GraphQLEngine;
using PlanRegistry.Hierarchy;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Hierarchy;

[Resolves("Plan")]
public static class PlanHierarchyFields
{
    public static IReadOnlyList<PlanLinkNode> Superiors(PlanNode plan) =>
        [.. plan.OnDay.LinksUp.Select(l => new PlanLinkNode(l, plan.Scope))];

    public static IReadOnlyList<PlanLinkNode> Subordinates(PlanNode plan) =>
        [.. plan.OnDay.LinksDown.Select(l => new PlanLinkNode(l, plan.Scope))];
}

[Resolves("District")]
public static class DistrictHierarchyFields
{
    public static Connection<PlanBranchNode> PlanTree(DistrictNode district, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        return Connections.Page(PlanRegistry.Hierarchy.PlanTree.Of(scope.Snapshot).Select((row, place) => (row, place)),
            r => $"{r.place:0000000}", r => new PlanBranchNode(r.row, scope), page, "planTree", scope);
    }
}

public sealed class PlanBranchNode(PlanBranch row, Scope scope)
{
    public int Depth => row.Depth;
    public PlanNode Plan => new(row.Plan, scope);
    public PlanLinkNode? Link => row.Link is { } link ? new PlanLinkNode(link, scope) : null;
    public bool IsRepeated => row.IsRepeated;
}
