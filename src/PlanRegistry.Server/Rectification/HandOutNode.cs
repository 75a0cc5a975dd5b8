using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Rectification;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Rectification;

public sealed class HandOutNode(HandOut row, Scope scope) : RecordNode<HandOut>(row, scope)
{
    public AgencyNode? Agency => Scope.Agency(Row.Agency);
    public PartialDate On => Row.On;
    public DocumentNode? Document => Scope.Document(Row.Document);
    public PartialDate? Due => Row.Due;
    public string? Word => Row.Word;
}

[Resolves("Finding")]
public static class HandOutFields
{
    public static HandOutNode? HandedOut(FindingNode finding) => finding.Scope is var scope
        && HandOuts.Of(scope.View, finding.Finding.Key, scope.Snapshot.AsOf) is { } row ? new HandOutNode(row, scope) : null;
}
