using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>A parameter the texts leave open: a dated row with its basis, marked 「本系统默认」 where they are silent.</summary>
[Table("policy")]
public sealed record PolicyValue : Record
{
    [KeyColumn] public required string Key { get; init; }
    [KeyColumn] public PlanKind? Kind { get; init; }
    [KeyColumn] public required PartialDate From { get; init; }
    public required string Value { get; init; }
    public PartialDate? To { get; init; }
    public Key<Document>? Document { get; init; }
    public string? Clause { get; init; }
}
