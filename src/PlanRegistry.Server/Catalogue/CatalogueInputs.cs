using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

public sealed record RegisterAgencyInput : CommandInput
{
    public string? Code { get; init; }
    public required string Name { get; init; }
    public AgencyRole? Role { get; init; }
    public PlanTier? Tier { get; init; }
    public string? Uscc { get; init; }
    public IReadOnlyList<string>? Aliases { get; init; }
    public PartialDate? ValidFrom { get; init; }
    public PartialDate? ValidTo { get; init; }
    public string? SucceededBy { get; init; }
}

public sealed record RegisterDocumentInput : CommandInput
{
    public string? Code { get; init; }
    public required string Title { get; init; }
    public string? Number { get; init; }
    public string? Issuer { get; init; }
    public IReadOnlyList<string>? CoIssuers { get; init; }
    public IReadOnlyList<string>? OnBehalfOf { get; init; }
    public string? Kind { get; init; }
    public PartialDate? IssuedOn { get; init; }
    public Secrecy? Secrecy { get; init; }
    public string? Sha256 { get; init; }
    public string? File { get; init; }
    public IReadOnlyList<string>? Plans { get; init; }
}

/// <summary>Both years are part of it.</summary>
public sealed record HorizonInput : IInputFields
{
    public required int From { get; init; }
    public required int To { get; init; }
}

public sealed record RegisterPlanInput : CommandInput
{
    public string? Code { get; init; }
    public required string Title { get; init; }

    [Beside]
    public string? List { get; init; }

    [Beside]
    public string? Entry { get; init; }

    public required PlanKind Kind { get; init; }
    public PlanTier? Tier { get; init; }
    public string? LeadAgency { get; init; }
    public IReadOnlyList<string>? CoLeadAgencies { get; init; }
    public PartialDate? LeadFrom { get; init; }
    public required HorizonInput Horizon { get; init; }
    public int? VisionYear { get; init; }
    public ApprovalLevel? ApprovalLevel { get; init; }
    public string? Approver { get; init; }
    public Importance? Importance { get; init; }
    public Secrecy? Secrecy { get; init; }
    public bool? DailyWork { get; init; }
    public bool? MunicipalFiling { get; init; }
    public string? Field { get; init; }
    public RegionClass? RegionClass { get; init; }
    public IReadOnlyList<string>? Areas { get; init; }
    public IReadOnlyList<string>? ExternalIds { get; init; }
    public PartialDate? DraftingFrom { get; init; }
    public PartialDate? ApprovedOn { get; init; }
    public string? ApprovalDocument { get; init; }
    public PartialDate? PublishedOn { get; init; }
}

public sealed record ApproveDirectoryListInput : SettingInput
{
    public required string Code { get; init; }
    public required ListTrack Track { get; init; }
    public required int Year { get; init; }
    public string? Drafter { get; init; }
    public IReadOnlyList<string>? CoDrafters { get; init; }
    public bool? JointSubmission { get; init; }
    public PartialDate? SubmittedOn { get; init; }
    public string? Approver { get; init; }
    public string? ApprovalDocument { get; init; }
    public PartialDate? ApprovedOn { get; init; }
    public string? Replaces { get; init; }
    public string? EiaOpinion { get; init; }
    public string? WaterOpinion { get; init; }
    public required IReadOnlyList<DirectoryEntryInput> Entries { get; init; }
}

public sealed record DirectoryEntryInput : IInputFields
{
    public string? Code { get; init; }
    public required string Title { get; init; }
    public required PlanKind Kind { get; init; }
    public string? LeadAgency { get; init; }
    public IReadOnlyList<string>? CoLeadAgencies { get; init; }
    public HorizonInput? Horizon { get; init; }
    public string? Category { get; init; }
    public PartialDate? Due { get; init; }
    public string? Plan { get; init; }
    public bool? EiaNeeded { get; init; }
    public string? EiaOpinion { get; init; }
    public bool? WaterNeeded { get; init; }
    public string? WaterOpinion { get; init; }
    public bool? Dropped { get; init; }
    public string? DroppedReason { get; init; }
}

public sealed record GrantExemptionInput : CommandInput
{
    public required string Plan { get; init; }
    public required string Issuer { get; init; }
    public required string Document { get; init; }
    public required PartialDate From { get; init; }
    public PartialDate? To { get; init; }
    public IReadOnlyList<string>? Rules { get; init; }
}
