using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Settlement;

namespace PlanRegistry.Server.Settlement;

public sealed class FindingSettlementNode(FindingSettlement row, Scope scope) : RecordNode<FindingSettlement>(row, scope)
{
    public SettlementKind Kind => Row.Kind;
    public PartialDate On => Row.On;
    public DocumentNode? Document => Scope.Document(Row.Document);
}

[Resolves("Finding")]
public static class FindingSettlementFields
{
    public static FindingSettlementNode? Settlement(FindingNode finding) =>
        finding.Finding.Settlement is { } row ? new FindingSettlementNode(row, finding.Scope) : null;
}
