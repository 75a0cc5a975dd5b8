using PlanRegistry.Applications;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Applications;

public sealed record ApplyForEntryInput : CommandInput
{
    public string? Code { get; init; }
    public string? Plan { get; init; }
    public string? Title { get; init; }
    public PlanKind? Kind { get; init; }
    public string? LeadAgency { get; init; }
    public IReadOnlyList<string>? CoLeadAgencies { get; init; }
    public HorizonInput? Horizon { get; init; }
    public int? Year { get; init; }
    public string? List { get; init; }
    public string? Field { get; init; }
    public EiaField? EiaField { get; init; }
    public bool? DailyWork { get; init; }
    public bool? OverallImportance { get; init; }
    public bool? NeedsGovernment { get; init; }
    public string? Justification { get; init; }
    public string? Basis { get; init; }
    public ApprovalLevel? ApprovalLevel { get; init; }
    public PartialDate? Due { get; init; }
    public string? Applicant { get; init; }
    public PartialDate? AppliedOn { get; init; }
}

public sealed record DecideApplicationInput : CommandInput
{
    public required string Application { get; init; }
    public required ApplicationOutcome Outcome { get; init; }
    public PartialDate? On { get; init; }
    public string? List { get; init; }
    public string? Entry { get; init; }
    public string? Reason { get; init; }
    public string? Document { get; init; }
    public string? Demand { get; init; }
}

public sealed record RecordListOpinionInput : SettingInput
{
    public required OpinionMatter Matter { get; init; }
    public required bool Needed { get; init; }
    public required string Document { get; init; }
    public string? Application { get; init; }
    public string? List { get; init; }
    public string? Entry { get; init; }
}
