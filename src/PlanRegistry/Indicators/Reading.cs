using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>监测值: what was measured for a year, and by whom.</summary>
[Table("readings", "监测值")]
public sealed record Reading : Record
{
    [KeyColumn, Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [KeyColumn, Column("指标")]
    public required Key<Indicator> Indicator { get; init; }

    [KeyColumn, Column("年度", IsYear = true, Happened = true)]
    public required int Year { get; init; }

    [KeyColumn, Column("来源", Default = "DEPARTMENT")]
    public required ReadingSource Source { get; init; }

    [Column("值")]
    public required decimal Value { get; init; }

    [Column("数据截止日", Happened = true)]
    public PartialDate? CutoffOn { get; init; }

    [Column("单位")]
    public Key<Agency>? Agency { get; init; }

    /// <summary>Not recorded: the indicator's.</summary>
    [Column("计量单位", Names = typeof(Unit))]
    public string? Unit { get; init; }

    /// <summary>The day it stands for: 31 December of its year where none is recorded.</summary>
    public PartialDate Day => CutoffOn ?? new DateOnly(Year, 12, 31);

    /// <summary>Nobody had measured anything of the year on the day of its data.</summary>
    public bool IsOfAYearToCome => CutoffOn?.Last.Year < Year;
}

public enum ReadingSource { Department, Spatial, Web, Survey }
