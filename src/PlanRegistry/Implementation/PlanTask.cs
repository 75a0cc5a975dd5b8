using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Implementation;

/// <summary>主要任务、重大项目、重大举措: what a plan says is to be done, beside its indicators.</summary>
[Table("plan_tasks", "规划任务")]
public sealed record PlanTask : Record
{
    [KeyColumn, Column("代码")]
    public required string Code { get; init; }

    [Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [Column("类别", Default = "TASK")]
    public required TaskKind Kind { get; init; }

    [Column("名称", IsName = true)]
    public required string Title { get; init; }

    [Column("章节")]
    public string? Clause { get; init; }

    /// <summary>Not recorded: from the plan's first year.</summary>
    [Column("开始年", IsYear = true)]
    public int? FromYear { get; init; }

    /// <summary>Not recorded: to the plan's last year.</summary>
    [Column("完成年", IsYear = true, NotBefore = nameof(FromYear))]
    public int? ToYear { get; init; }

    /// <summary>As funding.csv has it.</summary>
    [Column("项目代码")]
    public string? ProjectCode { get; init; }

    /// <summary>The development plan's task which this one works out for its field (003 一、(三)).</summary>
    [Column("细化的任务")]
    public Key<PlanTask>? Refines { get; init; }

    public Key<PlanTask> Key => new(Home, Code);

    /// <summary>The years in which it is done.</summary>
    public Horizon YearsWithin(Horizon plan) => new(FromYear ?? plan.From, ToYear ?? plan.To);
}

/// <summary>主要任务、重大项目、重大举措.</summary>
public enum TaskKind { Task, Project, Measure }
