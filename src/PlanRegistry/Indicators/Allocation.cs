using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>分解下达值: what a superior plan hands down to a district.</summary>
[Table("allocations")]
public sealed record Allocation : Record
{
    [KeyColumn] public required Key<Plan> Plan { get; init; }
    [KeyColumn] public required Key<Indicator> Indicator { get; init; }
    [KeyColumn] public required DistrictCode ToDistrict { get; init; }
    [KeyColumn] public required int TargetYear { get; init; }
    public decimal? TargetValue { get; init; }
    public required IndicatorNature Nature { get; init; }
    public Key<Document>? Document { get; init; }
}
