using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>已确认: a person has confirmed what the finding left to one. 已核查: what came of looking into what cannot be undone.</summary>
public enum SettlementKind { Confirmed, Concluded }

/// <summary>问题办结: by which document, from when, one finding of one rule and its subjects is confirmed or concluded.</summary>
[Table("settlements", "问题办结")]
public sealed record FindingSettlement : Record
{
    /// <summary>The finding's key: its rule and its subjects.</summary>
    [KeyColumn, Column("问题", WhenSecret.Told, Length = 1000)]
    public required string Finding { get; init; }

    [Column("办结方式", WhenSecret.Told)]
    public required SettlementKind Kind { get; init; }

    [Column("日期", WhenSecret.Told)]
    public required PartialDate On { get; init; }

    [Column("文件", WhenSecret.Told)]
    public required Key<Document> Document { get; init; }
}
