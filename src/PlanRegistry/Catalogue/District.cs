using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>行政区. Its superior's plans are seen from it.</summary>
[Table("districts", "行政区", "district.csv")]
public sealed record District : Record
{
    [KeyColumn, Column("代码")]
    public required DistrictCode Code { get; init; }

    [Column("名称", IsName = true)]
    public required string Name { get; init; }

    [Column("层级")]
    public required PlanTier Tier { get; init; }

    [Column("上级（上位）")]
    public DistrictCode? Superior { get; init; }

    [Column("曾用代码", Length = 4000)]
    public IReadOnlyList<string>? FormerCodes { get; init; }
}
