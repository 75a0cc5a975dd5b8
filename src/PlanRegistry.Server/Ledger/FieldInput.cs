namespace PlanRegistry.Server.Ledger;

public sealed record FieldInput
{
    public required string Field { get; init; }
    public string? Value { get; init; }
}
