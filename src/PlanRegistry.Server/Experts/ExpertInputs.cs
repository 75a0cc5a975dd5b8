using PlanRegistry.Approval;
using PlanRegistry.Experts;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Experts;

public sealed record RegisterExpertInput : CommandInput
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public ExpertForm? Form { get; init; }
    public string? Employer { get; init; }
    public required IReadOnlyList<string> Fields { get; init; }
    public IReadOnlyList<string>? InterestedIn { get; init; }
    public IReadOnlyList<string>? Drafted { get; init; }
    public required PartialDate From { get; init; }
    public PartialDate? To { get; init; }
}

/// <summary>A matter of a plan on which a word is asked.</summary>
public abstract record AskExpertInput : CommandInput
{
    public required string Plan { get; init; }
    public ActAbout? About { get; init; }
}

public sealed record DrawExpertsInput : AskExpertInput
{
    public required int Count { get; init; }
    public IReadOnlyList<string>? Fields { get; init; }
    public ExpertForm? Form { get; init; }
    public string? Reason { get; init; }
    public string? Document { get; init; }
}

/// <summary>One that the lot has drawn, as a row of expert_draws.csv.</summary>
public sealed record DrawnExpert : IInputFields
{
    public required string Plan { get; init; }
    public required ActAbout About { get; init; }
    public required string Expert { get; init; }
    public required PartialDate On { get; init; }
    public required int LotOf { get; init; }
    public string? Reason { get; init; }
    public string? Document { get; init; }
    public required string Lot { get; init; }
}

public sealed record AppointExpertInput : AskExpertInput
{
    public required string Expert { get; init; }
    public required PartialDate On { get; init; }
    public required string Reason { get; init; }
    public string? Document { get; init; }
}

public sealed record RecordExpertOpinionInput : AskExpertInput
{
    public required string Expert { get; init; }
    public required PartialDate On { get; init; }
    public required ExpertConclusion Conclusion { get; init; }
    public string? Word { get; init; }
    public string? Document { get; init; }
}
