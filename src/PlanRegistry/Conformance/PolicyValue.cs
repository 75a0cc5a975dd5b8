using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>A parameter the texts leave open: a dated row with its basis, marked 「本系统默认」 where they are silent.</summary>
[Table("policy", "参数")]
public sealed record PolicyValue : Record
{
    [KeyColumn, Column("参数")]
    public required string Key { get; init; }

    [KeyColumn, Column("类型")]
    public PlanKind? Kind { get; init; }

    [KeyColumn, Column("起日")]
    public required PartialDate From { get; init; }

    [Column("值")]
    public required string Value { get; init; }

    [Column("止日", NotBefore = nameof(From))]
    public PartialDate? To { get; init; }

    [Column("文件")]
    public Key<Document>? Document { get; init; }

    [Column("条款")]
    public string? Clause { get; init; }

    /// <summary>What it decides, and the value with its unit, as they are said to people.</summary>
    internal (Text Name, Text Value) InWords => PolicyKeys.Find(Key) is { } key ? (key.Label, key.Words(Value)) : (Key, Value);
}
