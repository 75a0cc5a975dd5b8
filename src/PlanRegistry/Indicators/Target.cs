using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>目标值 of one indicator in one version of a plan. A version is the complete set of targets.</summary>
[Table("targets", "目标值")]
public sealed record Target : Record
{
    [KeyColumn, Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [KeyColumn, Column("版本", Default = "1")]
    public required int Version { get; init; }

    [KeyColumn, Column("指标")]
    public required Key<Indicator> Indicator { get; init; }

    [KeyColumn, Column("目标年", IsYear = true)]
    public required int TargetYear { get; init; }

    [Column("指标属性")]
    public required IndicatorNature Nature { get; init; }

    [Column("基期年", IsYear = true)]
    public int? BaseYear { get; init; }

    [Column("基期值")]
    public decimal? BaseValue { get; init; }

    [Column("目标值")]
    public decimal? TargetValue { get; init; }

    [Column("目标下限")]
    public decimal? TargetLow { get; init; }

    [Column("目标上限", NotBefore = nameof(TargetLow))]
    public decimal? TargetHigh { get; init; }

    /// <summary>Not recorded: the indicator's.</summary>
    [Column("计量单位", Names = typeof(Unit))]
    public string? Unit { get; init; }

    [Column("原文", Length = 4000)]
    public string? Wording { get; init; }
}
