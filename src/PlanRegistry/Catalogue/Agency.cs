using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>单位. Duties find an agency by role and tier, never by record.</summary>
[Table("agencies")]
public sealed record Agency : Record
{
    [KeyColumn] public required string Code { get; init; }
    public required string Name { get; init; }
    public required AgencyRole Role { get; init; }
    public required PlanTier Tier { get; init; }
    public string? Uscc { get; init; }
    public IReadOnlyList<string>? Aliases { get; init; }
    public PartialDate? ValidFrom { get; init; }
    public PartialDate? ValidTo { get; init; }
    public Key<Agency>? SucceededBy { get; init; }

    public Key<Agency> Key => new(Home, Code);

    public bool ExistsOn(DateOnly day) => !(ValidFrom?.Last > day) && !(ValidTo?.Last < day);

    public bool Is(AgencyRole role, PlanTier tier) => Role == role && Tier == tier;
}

public enum AgencyRole
{
    PartyCommittee, PartyOffice, Congress, StandingCommittee, Government, GovernmentOffice, ReformCommission,
    NaturalResources, Ecology, Water, Finance, Audit, Justice, Department, Township,
}
