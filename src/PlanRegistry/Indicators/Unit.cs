using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>计量单位: one of it is <see cref="Factor"/> of its base unit.</summary>
[Table("units")]
public sealed record Unit : Record
{
    [KeyColumn] public required string Code { get; init; }
    public required string BaseUnit { get; init; }
    public required decimal Factor { get; init; }
}
