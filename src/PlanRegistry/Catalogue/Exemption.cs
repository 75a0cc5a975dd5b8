using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>例外情形(有明确要求): a document that demands a plan although no list has it. 003 三、(一).</summary>
[Table("exemptions")]
public sealed record Exemption : Record
{
    [KeyColumn] public required Key<Plan> Plan { get; init; }
    [KeyColumn] public required Key<Agency> Issuer { get; init; }
    [KeyColumn] public required Key<Document> Document { get; init; }
    public required PartialDate From { get; init; }
    public PartialDate? To { get; init; }

    /// <summary>The rules it covers; not recorded means CAT-001, CAT-002 and FUN-001.</summary>
    public IReadOnlyList<string>? Rules { get; init; }

    public bool HoldsOn(DateOnly day) => From.Last <= day && !(To?.Last < day);

    public bool Covers(string rule) => (Rules ?? DefaultRules).Contains(rule);

    public static readonly string[] DefaultRules = ["CAT-001", "CAT-002", "FUN-001"];
}
