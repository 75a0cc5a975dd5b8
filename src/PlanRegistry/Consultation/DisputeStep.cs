using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>争议协调: a dated step by which a dispute was worked on, and what came of it.</summary>
[Table("dispute_steps", "争议协调")]
public sealed record DisputeStep : Record
{
    [KeyColumn, Column("争议")]
    public required Key<Dispute> Dispute { get; init; }

    [KeyColumn, Column("环节")]
    public required DisputeStage Stage { get; init; }

    [KeyColumn, Column("日期", Happened = true)]
    public required PartialDate On { get; init; }

    [Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [Column("单位")]
    public Key<Agency>? Agency { get; init; }

    [Column("结果", Length = 4000)]
    public string? Conclusion { get; init; }

    [Column("文件")]
    public Key<Document>? Document { get; init; }
}
