using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

public sealed record SetPolicyInput : SettingInput
{
    public required string Key { get; init; }
    public required string Value { get; init; }
    public required PartialDate From { get; init; }
    public PartialDate? To { get; init; }
    public PlanKind? Kind { get; init; }
    public string? Document { get; init; }
    public string? Clause { get; init; }
}
