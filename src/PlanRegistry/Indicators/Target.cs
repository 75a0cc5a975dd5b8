using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>目标值 of one indicator in one version of a plan. A version is the complete set of targets.</summary>
[Table("targets")]
public sealed record Target : Record
{
    [KeyColumn] public required Key<Plan> Plan { get; init; }
    [KeyColumn] public required int Version { get; init; }
    [KeyColumn] public required Key<Indicator> Indicator { get; init; }
    [KeyColumn] public required int TargetYear { get; init; }
    public required IndicatorNature Nature { get; init; }
    public int? BaseYear { get; init; }
    public decimal? BaseValue { get; init; }
    public decimal? TargetValue { get; init; }
    public decimal? TargetLow { get; init; }
    public decimal? TargetHigh { get; init; }

    /// <summary>Not recorded: the indicator's.</summary>
    public string? Unit { get; init; }
    public string? Wording { get; init; }
}
