using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>年度目标; without a value, the reason why the year has none.</summary>
[Table("annual_targets")]
public sealed record AnnualTarget : Record
{
    [KeyColumn] public required Key<Plan> Plan { get; init; }
    [KeyColumn] public required Key<Indicator> Indicator { get; init; }
    [KeyColumn] public required int Year { get; init; }
    public decimal? TargetValue { get; init; }
    public string? Reason { get; init; }
}
