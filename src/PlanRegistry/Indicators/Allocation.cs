using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>分解下达值: what a superior plan hands down to a district.</summary>
[Table("allocations", "分解下达值")]
public sealed record Allocation : Record
{
    [KeyColumn, Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [KeyColumn, Column("指标")]
    public required Key<Indicator> Indicator { get; init; }

    [KeyColumn, Column("下达行政区")]
    public required DistrictCode ToDistrict { get; init; }

    [KeyColumn, Column("目标年", IsYear = true)]
    public required int TargetYear { get; init; }

    [Column("目标值")]
    public decimal? TargetValue { get; init; }

    [Column("指标属性", Default = "BINDING")]
    public required IndicatorNature Nature { get; init; }

    [Column("文件")]
    public Key<Document>? Document { get; init; }
}
