using PlanRegistry.Hierarchy;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Hierarchy;

public sealed record LinkPlansInput : CommandInput
{
    public required string Subordinate { get; init; }
    public required string Superior { get; init; }
    public PlanLinkKind? Kind { get; init; }
    public string? Clause { get; init; }
    public PartialDate? From { get; init; }
    public PartialDate? To { get; init; }
}
