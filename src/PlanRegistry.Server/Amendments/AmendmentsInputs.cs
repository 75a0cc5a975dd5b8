using PlanRegistry.Amendments;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Server.Amendments;

public sealed record ProposeAmendmentInput : CommandInput
{
    public required string Plan { get; init; }
    public required int Version { get; init; }
    public required PartialDate ProposedOn { get; init; }
    public string? Reason { get; init; }
    public string? Evaluation { get; init; }
    public IReadOnlyList<string>? ChangedIndicators { get; init; }
    public IReadOnlyList<TargetInput>? Targets { get; init; }
}

public sealed record ApproveAmendmentInput : CommandInput
{
    public required string Plan { get; init; }
    public required int Version { get; init; }
    public required PartialDate On { get; init; }
    public string? Agency { get; init; }
    public string? Document { get; init; }
}
