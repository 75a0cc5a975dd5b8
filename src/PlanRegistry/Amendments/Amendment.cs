using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Amendments;

/// <summary>调整修订: the proposal of a new version; its steps are acts about AMENDMENT.</summary>
[Table("amendments")]
public sealed record Amendment : Record
{
    [KeyColumn] public required Key<Plan> Plan { get; init; }
    [KeyColumn] public required int Version { get; init; }
    public required PartialDate ProposedOn { get; init; }
    public string? Reason { get; init; }

    /// <summary>The document of the evaluation that asks for it.</summary>
    public Key<Document>? Evaluation { get; init; }
    public IReadOnlyList<Key<Indicator>>? ChangedIndicators { get; init; }
}
