using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Implementation;

/// <summary>
/// 任务分工: which agency answers for one indicator or task of a plan, and in which implementation scheme it stands. Of a municipal plan:
/// for the target that it has handed down to the district.
/// </summary>
[Table("assignments", "任务分工")]
public sealed record Assignment : Record
{
    [KeyColumn, Column("规划")]
    public required Key<Plan> Plan { get; init; }

    /// <summary>Either an indicator or a task.</summary>
    [KeyColumn, Column("指标")]
    public Key<Indicator>? Indicator { get; init; }

    [KeyColumn, Column("任务")]
    public Key<PlanTask>? Task { get; init; }

    [Column("牵头单位")]
    public required Key<Agency> Lead { get; init; }

    [Column("配合单位")]
    public IReadOnlyList<Key<Agency>>? CoAgencies { get; init; }

    /// <summary>Who decomposed.</summary>
    [Column("分解单位")]
    public Key<Agency>? By { get; init; }

    [Column("分解日期", Happened = true)]
    public required PartialDate On { get; init; }

    [Column("分工方案")]
    public Key<Document>? Document { get; init; }

    /// <summary>The implementation scheme that takes it up.</summary>
    [Column("实施方案")]
    public Key<Document>? Scheme { get; init; }

    [Column("方案制定单位")]
    public Key<Agency>? SchemeAgency { get; init; }
}

/// <summary>指标、主要任务、重大项目、重大举措: what an agency answers for.</summary>
public enum AssignmentKind { Indicator, Task, Project, Measure }
