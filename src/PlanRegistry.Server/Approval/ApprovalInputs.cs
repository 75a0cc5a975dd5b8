using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Approval;

public sealed record RecordActInput : CommandInput
{
    public string? Code { get; init; }
    public required string Plan { get; init; }
    public required ActType Type { get; init; }
    public required PartialDate On { get; init; }
    public string? Agency { get; init; }
    public IReadOnlyList<string>? CoAgencies { get; init; }
    public ActAbout? About { get; init; }
    public int? Year { get; init; }
    public int? Version { get; init; }
    public string? Against { get; init; }
    public string? Document { get; init; }
    public IReadOnlyList<string>? Recipients { get; init; }
    public IReadOnlyList<string>? Copies { get; init; }
    public PartialDate? CopiedOn { get; init; }
    public IReadOnlyList<string>? Hosts { get; init; }
    public ActResult? Result { get; init; }
    public string? Note { get; init; }
    public string? Override { get; init; }
}

public sealed record AddSubmissionItemInput : CommandInput
{
    public required string Plan { get; init; }
    public required SubmissionPaper Paper { get; init; }
    public required string Document { get; init; }
    public required PartialDate On { get; init; }
}
