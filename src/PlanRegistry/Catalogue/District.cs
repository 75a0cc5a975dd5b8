using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>行政区. Its superior's plans are seen from it.</summary>
[Table("districts", "district.csv")]
public sealed record District : Record
{
    [KeyColumn] public required DistrictCode Code { get; init; }
    public required string Name { get; init; }
    public required PlanTier Tier { get; init; }
    public DistrictCode? Superior { get; init; }
    public IReadOnlyList<string>? FormerCodes { get; init; }
}
