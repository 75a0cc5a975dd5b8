using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Amendments;

/// <summary>调整修订: the proposal of a new version; its steps are acts about AMENDMENT.</summary>
[Table("amendments", "调整修订")]
public sealed record Amendment : Record
{
    [KeyColumn, Column("规划", WhenSecret.Told)]
    public required Key<Plan> Plan { get; init; }

    [KeyColumn, Column("版本", WhenSecret.Told)]
    public required int Version { get; init; }

    [Column("提出日期", WhenSecret.Told, Happened = true)]
    public required PartialDate ProposedOn { get; init; }

    [Column("理由", Length = 4000)]
    public string? Reason { get; init; }

    /// <summary>The document of the evaluation that asks for it.</summary>
    [Column("评估报告", WhenSecret.Told)]
    public Key<Document>? Evaluation { get; init; }

    [Column("变动指标")]
    public IReadOnlyList<Key<Indicator>>? ChangedIndicators { get; init; }
}
