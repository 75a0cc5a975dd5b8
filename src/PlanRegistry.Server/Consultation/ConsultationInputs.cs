using PlanRegistry.Consultation;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Consultation;

public sealed record OpenConsultationInput : CommandInput
{
    public string? Code { get; init; }
    public required string Plan { get; init; }
    public required Audience Audience { get; init; }
    public string? Draft { get; init; }
    public IReadOnlyList<string>? Agencies { get; init; }
    public PartialDate? OpenedOn { get; init; }
    public PartialDate? DueOn { get; init; }
    public string? ShorterBecause { get; init; }
    public string? Document { get; init; }
}

public sealed record RecordOpinionInput : CommandInput
{
    public string? Code { get; init; }
    public required string Round { get; init; }
    public string? Agency { get; init; }
    public string? Participant { get; init; }
    public PartialDate? On { get; init; }
    public string? Clause { get; init; }
    public required string Suggestion { get; init; }
    public string? Reason { get; init; }
    public string? Document { get; init; }
}

/// <summary>Of a first handling, and of a review.</summary>
public abstract record HandlingInput : CommandInput
{
    public required string Opinion { get; init; }
    public required HandlingResult Result { get; init; }
    public string? Reason { get; init; }
    public string? AgreedValue { get; init; }
    public PartialDate? On { get; init; }
}

public sealed record HandleOpinionInput : HandlingInput;

public sealed record ReviewHandlingInput : HandlingInput;

public sealed record ObjectToHandlingInput : CommandInput
{
    public required string Opinion { get; init; }
    public PartialDate? On { get; init; }
    public required string Reason { get; init; }
}

public sealed record CloseConsultationInput : CommandInput
{
    public required string Code { get; init; }
    public PartialDate? ClosedOn { get; init; }
}

public sealed record OpenDisputeInput : CommandInput
{
    public string? Code { get; init; }
    public required string Plan { get; init; }
    public IReadOnlyList<string>? Opinions { get; init; }
    public PartialDate? OpenedOn { get; init; }
    public string? Issue { get; init; }
    public string? Positions { get; init; }
    public string? HostPosition { get; init; }
    public string? Grounds { get; init; }
}

public sealed record RecordDisputeStepInput : CommandInput
{
    public required string Dispute { get; init; }
    public required DisputeStage Stage { get; init; }
    public PartialDate? On { get; init; }
    public string? Agency { get; init; }
    public string? Conclusion { get; init; }
    public string? Document { get; init; }
}
