using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Implementation;

/// <summary>年度实施要求 of a task; without one, the reason why the year has none. 003 三、(四).</summary>
[Table("task_years", "年度实施要求")]
public sealed record TaskYear : Record
{
    [KeyColumn, Column("任务")]
    public required Key<PlanTask> Task { get; init; }

    [KeyColumn, Column("年度", IsYear = true)]
    public required int Year { get; init; }

    [Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [Column("实施要求", Length = 4000)]
    public string? Requirement { get; init; }

    [Column("无要求的理由", Length = 4000)]
    public string? NoneBecause { get; init; }
}
