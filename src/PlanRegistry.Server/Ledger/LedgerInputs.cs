using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Server.Ledger;

public sealed record CorrectRecordInput : CommandInput
{
    public required string Id { get; init; }
    public required string Reason { get; init; }
    public string? Document { get; init; }
    public IReadOnlyList<FieldInput>? Values { get; init; }
}

public sealed record FieldInput
{
    public required string Field { get; init; }
    public string? Value { get; init; }
}
