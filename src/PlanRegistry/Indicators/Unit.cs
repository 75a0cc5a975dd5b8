using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>计量单位: one of it is <see cref="Factor"/> of its base unit.</summary>
[Table("units", "计量单位")]
public sealed record Unit : Record
{
    [KeyColumn, Column("计量单位")]
    public required string Code { get; init; }

    [Column("基本单位")]
    public required string BaseUnit { get; init; }

    [Column("换算系数")]
    public required decimal Factor { get; init; }
}
