using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>衔接重点逐项答复: what an opinion says of one of the nine points of 003 三、(二), with the clauses that were compared.</summary>
[Table("alignment_answers", "衔接重点答复")]
public sealed record AlignmentAnswer : Record
{
    [KeyColumn, Column("衔接意见编号", WhenSecret.AsCode, Names = typeof(AlignmentOpinion))]
    public required string Opinion { get; init; }

    [KeyColumn, Column("衔接重点", WhenSecret.Told)]
    public required AlignmentPoint Point { get; init; }

    [Column("规划", WhenSecret.Told)]
    public required Key<Plan> Plan { get; init; }

    [Column("答复", WhenSecret.Told)]
    public required PointAnswer Answer { get; init; }

    /// <summary>Why it does not apply, or in what it departs.</summary>
    [Column("理由", Length = 4000)]
    public string? Reason { get; init; }

    [Column("本规划条款")]
    public string? OurClause { get; init; }

    [Column("对应规划条款")]
    public string? TheirClause { get; init; }

    public bool HasClausePair => OurClause is not null && TheirClause is not null;
}

/// <summary>
/// 衔接重点 (003 三、(二)): 内容合规性、编制程序规范性、报批要件完整性、规划目标特别是约束性指标、发展方向、总体布局、重大政策、重大工程、风险防控.
/// </summary>
public enum AlignmentPoint { Compliance, Procedure, Papers, Targets, Direction, Layout, Policies, Projects, Risks }

/// <summary>符合、不符合、不适用.</summary>
public enum PointAnswer { Conforms, Departs, NotApplicable }
