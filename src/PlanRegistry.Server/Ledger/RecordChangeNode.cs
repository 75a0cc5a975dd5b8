using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

public sealed class RecordChangeNode(RecordChange change, Scope scope)
{
    public int Seq => change.Seq;
    public DateTimeOffset RecordedAt => change.RecordedAt;
    public string Id => IdOf(change.Id, scope);
    public INode? Record => scope.View.Find(change.Id) is { } record ? scope.Node(record) : null;
    public bool Retired => change.IsWithdrawal;

    internal static string IdOf(RecordId id, Scope scope) =>
        NodeId.Of(scope, Capabilities.NodeOf(Tables.Shape(id.Table)!.Type)!.Name, id.District, id.Code);
}
