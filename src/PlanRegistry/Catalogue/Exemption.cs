using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>例外情形(有明确要求): a document that demands a plan although no list has it. 003 三、(一).</summary>
[Table("exemptions", "例外情形")]
public sealed record Exemption : Record
{
    [KeyColumn, Column("规划", WhenSecret.Told)]
    public required Key<Plan> Plan { get; init; }

    [KeyColumn, Column("印发单位", WhenSecret.Told)]
    public required Key<Agency> Issuer { get; init; }

    [KeyColumn, Column("文件", WhenSecret.Told)]
    public required Key<Document> Document { get; init; }

    [Column("起日", WhenSecret.Told)]
    public required PartialDate From { get; init; }

    [Column("止日", WhenSecret.Told, NotBefore = nameof(From))]
    public PartialDate? To { get; init; }

    /// <summary>The codes of the rules it covers; not recorded means all that an exemption can cover.</summary>
    [Column("规则", WhenSecret.Told, Length = 4000)]
    public IReadOnlyList<string>? Rules { get; init; }

    public bool HoldsOn(AsOfDay day) => From.Last <= day && !(To?.Last < day);

    public bool Covers(RuleReach rule) => Rules?.Contains(rule.Code) ?? rule.IsExemptible;
}
