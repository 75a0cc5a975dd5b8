using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>审批要件: a paper that goes with the submission of a plan. 003 三、(三).</summary>
[Table("submission_items", "审批要件")]
public sealed record SubmissionItem : Record
{
    [KeyColumn, Column("规划", WhenSecret.Told)]
    public required Key<Plan> Plan { get; init; }

    [KeyColumn, Column("要件", WhenSecret.Told)]
    public required SubmissionPaper Paper { get; init; }

    [KeyColumn, Column("文件", WhenSecret.Told)]
    public required Key<Document> Document { get; init; }

    [Column("日期", WhenSecret.Told, Happened = true)]
    public required PartialDate On { get; init; }
}

/// <summary>
/// 目录清单批复、规划草案(送审稿)、起草说明、论证报告、衔接意见、采纳情况, and by the plan's flags 环评、水资源论证确认意见、合法性审查意见、
/// 上一期发展规划总结评估报告 (003 三、(三)「等」).
/// </summary>
public enum SubmissionPaper
{
    ListApproval, Draft, DraftingNote, ArgumentationReport, AlignmentOpinion, AdoptionTable, DisputeStatement, EiaConfirmation,
    WaterConfirmation, LegalityOpinion, PreviousFinalEvaluation,
}
