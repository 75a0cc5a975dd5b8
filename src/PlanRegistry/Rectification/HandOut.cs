using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Rectification;

/// <summary>问题交办: to which agency one finding of a rule and its subjects was handed, on which day, by when to be mended.</summary>
[Table("handouts", "问题交办")]
public sealed record HandOut : Record
{
    /// <summary>The finding's key: its rule and its subjects.</summary>
    [KeyColumn, Column("问题", Length = 1000)]
    public required string Finding { get; init; }

    [KeyColumn, Column("承办单位")]
    public required Key<Agency> Agency { get; init; }

    [KeyColumn, Column("交办日期", Happened = true)]
    public required PartialDate On { get; init; }

    [Column("文件")]
    public Key<Document>? Document { get; init; }

    /// <summary>Not recorded: the finding's own.</summary>
    [Column("办理期限", NotBefore = nameof(On))]
    public PartialDate? Due { get; init; }

    [Column("交办意见")]
    public string? Word { get; init; }
}
