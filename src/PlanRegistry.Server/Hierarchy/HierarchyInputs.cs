using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

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
