using PlanRegistry.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

public sealed record CorrectRecordInput : CommandInput
{
    public required string Id { get; init; }
    public required string Reason { get; init; }
    public required string Document { get; init; }
    public IReadOnlyList<FieldInput>? Values { get; init; }
}
