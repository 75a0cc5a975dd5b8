using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Implementation;

/// <summary>任务进展: how far a task has come in a year, as an agency that answers for it says.</summary>
[Table("task_progress", "任务进展")]
public sealed record TaskProgress : Record
{
    [KeyColumn, Column("任务")]
    public required Key<PlanTask> Task { get; init; }

    [KeyColumn, Column("年度", IsYear = true, Happened = true)]
    public required int Year { get; init; }

    [KeyColumn, Column("截止日期", Happened = true)]
    public required PartialDate On { get; init; }

    [Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [Column("进展评价")]
    public required ProgressGrade Grade { get; init; }

    [Column("进展说明", Length = 4000)]
    public string? Note { get; init; }

    [KeyColumn, Column("报告单位")]
    public required Key<Agency> Agency { get; init; }

    [Column("来源文件")]
    public Key<Document>? Document { get; init; }
}
