using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

public sealed record FieldInput : IInputFields
{
    public required string Field { get; init; }
    public string? Value { get; init; }
}
