using PlanRegistry.Conformance;
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

    /// <summary>The codes of the rules it covers; not recorded means all that an exemption can cover.</summary>
    public IReadOnlyList<string>? Rules { get; init; }

    public bool HoldsOn(DateOnly day) => From.Last <= day && !(To?.Last < day);

    public bool Covers(RuleReach rule) => Rules?.Contains(rule.Code) ?? rule.IsExemptible;
}
