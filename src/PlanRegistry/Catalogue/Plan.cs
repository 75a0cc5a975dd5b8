using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>规划. What it is; what became of it is told by its acts.</summary>
[Table("plans")]
public sealed record Plan : Record
{
    [KeyColumn] public required string Code { get; init; }
    public required string Title { get; init; }
    public required PlanKind Kind { get; init; }
    public required PlanTier Tier { get; init; }
    public Key<Agency>? LeadAgency { get; init; }
    public IReadOnlyList<Key<Agency>>? CoLeadAgencies { get; init; }
    public PartialDate? LeadFrom { get; init; }
    public required int HorizonFrom { get; init; }
    public required int HorizonTo { get; init; }
    public int? VisionYear { get; init; }
    public ApprovalLevel? ApprovalLevel { get; init; }
    public Key<Agency>? Approver { get; init; }
    public required Importance Importance { get; init; }
    public required Secrecy Secrecy { get; init; }
    public bool? DailyWork { get; init; }
    public bool? MunicipalFiling { get; init; }
    public string? Field { get; init; }
    public RegionClass? RegionClass { get; init; }
    public IReadOnlyList<string>? Areas { get; init; }
    public IReadOnlyList<string>? ExternalIds { get; init; }

    public Key<Plan> Key => new(Home, Code);

    public Horizon Horizon => new(HorizonFrom, HorizonTo);

    public bool IsSecret => Secrecy == Secrecy.Secret;
}

public enum ApprovalLevel { Congress, Government, Department, Municipal }

public enum Importance { Ordinary, Major, SpeciallyImportant }

public enum RegionClass { KeyArea, CrossBoundary, StrategicTask }
