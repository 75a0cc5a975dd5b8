using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>单位. Duties find an agency by role and tier, never by record.</summary>
[Table("agencies", "单位")]
public sealed record Agency : Record
{
    [KeyColumn, Column("代码")]
    public required string Code { get; init; }

    [Column("名称", IsName = true)]
    public required string Name { get; init; }

    [Column("职能")]
    public required AgencyRole Role { get; init; }

    [Column("层级")]
    public required PlanTier Tier { get; init; }

    [Column("统一社会信用代码")]
    public string? Uscc { get; init; }

    [Column("别名", Length = 4000, IsName = true)]
    public IReadOnlyList<string>? Aliases { get; init; }

    [Column("有效起日")]
    public PartialDate? ValidFrom { get; init; }

    [Column("有效止日", NotBefore = nameof(ValidFrom))]
    public PartialDate? ValidTo { get; init; }

    [Column("承继单位")]
    public Key<Agency>? SucceededBy { get; init; }

    public Key<Agency> Key => new(Home, Code);

    public bool ExistsOn(AsOfDay day) => !(ValidFrom?.Last > day) && !(ValidTo?.Last < day);

    /// <summary>At some time of a day told as a day, month or year.</summary>
    public bool ExistedIn(PartialDate on) => !(ValidFrom?.Last > on.Last) && !(ValidTo?.Last < on.First);

    public bool Is(AgencyRole role, PlanTier tier) => Role == role && Tier == tier;
}

public enum AgencyRole
{
    PartyCommittee, PartyOffice, Congress, StandingCommittee, Government, GovernmentOffice, ReformCommission,
    NaturalResources, Ecology, Water, Finance, Audit, Justice, Department, Township,
}
