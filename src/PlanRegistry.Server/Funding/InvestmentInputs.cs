using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

public sealed record SetInvestmentPlanInput : SettingInput
{
    public required int Year { get; init; }
    public required string Document { get; init; }
    public bool? Whole { get; init; }
    public required IReadOnlyList<InvestmentPlanLineInput> Lines { get; init; }
}

public sealed record InvestmentPlanLineInput : IInputFields
{
    public required string ProjectCode { get; init; }
    public required string Project { get; init; }
    public required decimal Amount { get; init; }
    public string? Plan { get; init; }
    public string? Task { get; init; }
}
