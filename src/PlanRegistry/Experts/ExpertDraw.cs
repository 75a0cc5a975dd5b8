using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Experts;

/// <summary>专家抽取: who was asked for a word on a plan, by lot or appointed for a reason.</summary>
[Table("expert_draws", "专家抽取")]
public sealed record ExpertDraw : Record
{
    [KeyColumn, Column("规划")]
    public required Key<Plan> Plan { get; init; }

    /// <summary>论证 of the plan or of an amendment, or one of its evaluations.</summary>
    [KeyColumn, Column("办理事项", Default = "PLAN")]
    public required ActAbout About { get; init; }

    [KeyColumn, Column("专家")]
    public required Key<Expert> Expert { get; init; }

    [Column("抽取日期", Happened = true)]
    public required PartialDate On { get; init; }

    /// <summary>The ledger entry whose hash was the lot; not recorded for one that was appointed.</summary>
    [Column("抽取依据的台账序号")]
    public int? LotOf { get; init; }

    /// <summary>Why just this one was asked, where no lot was drawn; of one by lot, why lots were drawn once more.</summary>
    [Column("指定理由")]
    public string? Reason { get; init; }

    [Column("文件")]
    public Key<Document>? Document { get; init; }

    /// <summary>What the server threw for the draw: beside the hash, which is known before, it makes the lot nobody's to choose.</summary>
    [Column("抽取随机数")]
    public string? Lot { get; init; }
}
