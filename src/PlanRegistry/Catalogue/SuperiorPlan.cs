using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>A stub of another district's plan, kept here while that district's pack is not at hand. The real plan hides it in the view.</summary>
[Table("superior_plans")]
public sealed record SuperiorPlan : Record
{
    [KeyColumn] public required DistrictCode District { get; init; }
    [KeyColumn] public required string Code { get; init; }
    public required string Title { get; init; }
    public required PlanKind Kind { get; init; }
    public required int HorizonFrom { get; init; }
    public required int HorizonTo { get; init; }
    public Key<Agency>? Issuer { get; init; }
    public Key<Document>? Document { get; init; }
    public PartialDate? ApprovedOn { get; init; }

    public Key<Plan> Key => new(District, Code);

    public Horizon Horizon => new(HorizonFrom, HorizonTo);
}
