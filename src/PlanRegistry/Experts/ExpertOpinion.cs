using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Experts;

public enum ExpertConclusion { Agreed, AgreedWithChanges, NotAgreed }

/// <summary>专家意见: what one of them says of a plan, in writing.</summary>
[Table("expert_opinions", "专家意见")]
public sealed record ExpertOpinion : Record
{
    [KeyColumn, Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [KeyColumn, Column("办理事项", Default = "PLAN")]
    public required ActAbout About { get; init; }

    [KeyColumn, Column("专家")]
    public required Key<Expert> Expert { get; init; }

    [Column("日期", Happened = true)]
    public required PartialDate On { get; init; }

    [Column("结论")]
    public required ExpertConclusion Conclusion { get; init; }

    [Column("意见", Length = 4000)]
    public string? Word { get; init; }

    [Column("文件")]
    public Key<Document>? Document { get; init; }
}
