using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>年度目标; without a value, the reason why the year has none.</summary>
[Table("annual_targets", "年度目标")]
public sealed record AnnualTarget : Record
{
    [KeyColumn, Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [KeyColumn, Column("指标")]
    public required Key<Indicator> Indicator { get; init; }

    [KeyColumn, Column("年度", IsYear = true)]
    public required int Year { get; init; }

    [Column("目标值")]
    public decimal? TargetValue { get; init; }

    [Column("目标下限")]
    public decimal? TargetLow { get; init; }

    [Column("目标上限", NotBefore = nameof(TargetLow))]
    public decimal? TargetHigh { get; init; }

    [Column("理由", Length = 4000)]
    public string? Reason { get; init; }
}
