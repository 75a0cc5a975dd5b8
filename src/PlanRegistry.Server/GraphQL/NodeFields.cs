using GraphQLEngine;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;

namespace PlanRegistry.Server.GraphQL;

[Resolves("Query")]
public static class NodeFields
{
    public static INode? Node(string id, [Service] Reach reach)
    {
        reach.Caller.Require("Query.node");
        if (!NodeId.TryParse(id, out var wanted) || reach.Scope(wanted.Viewer, wanted.AsOf, wanted.KnownAt) is not { } scope)
        {
            return null;
        }
        return wanted.Type == nameof(Finding)
            ? scope.Findings.FirstOrDefault(f => f.Key == wanted.Code) is { } finding ? new FindingNode(finding, scope) : null
            : Capabilities.TableOf(wanted.Type) is { } table ? scope.Node(new RecordId(table, wanted.Home, wanted.Code)) : null;
    }

    public static IReadOnlyList<INode?> Nodes(IReadOnlyList<string> ids, [Service] Reach reach) =>
        [.. ids.Select(id => Node(id, reach))];
}
