using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

public sealed record RecordFundingInput : CommandInput
{
    public required string Code { get; init; }
    public required string Plan { get; init; }
    public required string Project { get; init; }
    public required decimal Amount { get; init; }
    public FundingMoney? Money { get; init; }
    public required FundingPurpose Purpose { get; init; }
    public int? BudgetYear { get; init; }
    public bool? Budgeted { get; init; }
    public PartialDate? RequestedOn { get; init; }
    public PartialDate? ArrangedOn { get; init; }
    public PartialDate? SpentOn { get; init; }
    public string? ProjectCode { get; init; }
    public string? FunctionSubject { get; init; }
}

public sealed record IssueFundingCertificateInput : CommandInput
{
    public required string Plan { get; init; }
    public PartialDate? On { get; init; }
    public required FundingPurpose Purpose { get; init; }
    public required FundingMoney Money { get; init; }
    public string? Project { get; init; }
    public decimal? Amount { get; init; }
    public int? BudgetYear { get; init; }
    public PartialDate? ValidUntil { get; init; }
    public required string PreparedBy { get; init; }
    public required string ReviewedBy { get; init; }
    public string? Replaces { get; init; }
}

public sealed record RevokeFundingCertificateInput : CommandInput
{
    public required string Number { get; init; }
    public required string Reason { get; init; }
    public string? Document { get; init; }
}
