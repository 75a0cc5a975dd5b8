using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>
/// 监测值核定: of a year whose sources contradict each other, the source that is taken, and why. It falls with the readings that it weighed
/// (<see cref="Settling"/>).
/// </summary>
[Table("reading_settlements", "监测值核定")]
public sealed record ReadingSettlement : Record
{
    [KeyColumn, Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [KeyColumn, Column("指标")]
    public required Key<Indicator> Indicator { get; init; }

    [KeyColumn, Column("年度", IsYear = true, Happened = true)]
    public required int Year { get; init; }

    [Column("采用来源")]
    public required ReadingSource Source { get; init; }

    [Column("核定理由", Length = 4000)]
    public required string Reason { get; init; }

    [Column("核定单位")]
    public required Key<Agency> Agency { get; init; }

    [Column("核定日期", Happened = true)]
    public required PartialDate On { get; init; }

    [Column("文件")]
    public Key<Document>? Document { get; init; }
}
