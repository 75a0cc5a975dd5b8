using GraphQLEngine;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;

namespace PlanRegistry.Server.GraphQL;

[Resolves("Query")]
public static class NodeFields
{
    /// <summary>What has an id of ours and is not there, or not to be seen, is null; what is no id of ours was never given out.</summary>
    public static INode? Node(string id, [Service] Reach reach) => Find(id, reach.For("Query.node"));

    public static IReadOnlyList<INode?> Nodes(IReadOnlyList<string> ids, [Service] Reach reach)
    {
        reach.Caller.Require("Query.nodes");
        return [.. ids.Select(id => Find(id, reach))];
    }

    private static INode? Find(string id, Reach reach)
    {
        if (!NodeId.TryParse(id, out var wanted) || !(wanted.Type == nameof(Finding) || Capabilities.TableOf(wanted.Type) is not null))
        {
            throw RequestErrors.Request($"“{Short(id)}”不是本登记册给出的标识，请用查询所得的id。",
                $"\"{Short(id)}\" is no id that this registry gives out: use the id of an answer.");
        }
        return reach.Scope(wanted.Viewer, wanted.AsOf, wanted.KnownAt) is not { } scope ? null
            : wanted.Type == nameof(Finding)
                ? scope.Findings.FirstOrDefault(f => f.Key == wanted.Code) is { } finding ? new FindingNode(finding, scope) : null
            : scope.Node(new RecordId(Capabilities.TableOf(wanted.Type)!, wanted.Home, wanted.Code));
    }

    private static string Short(string id) => id.Length <= 80 ? id : id[..79] + "…";
}
