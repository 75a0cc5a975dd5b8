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

public sealed record IssueFundingCertificateInput : CommandInput, ICertificateForm
{
    public required string Plan { get; init; }
    public PartialDate? On { get; init; }
    public required FundingPurpose Purpose { get; init; }
    public required FundingMoney Money { get; init; }
    public string? Project { get; init; }
    public decimal? Amount { get; init; }
    public int? BudgetYear { get; init; }
    public PartialDate? ValidUntil { get; init; }
    public string? Replaces { get; init; }
}

/// <summary>What a certificate is asked for with, alone or as one of many.</summary>
public interface ICertificateForm
{
    string Plan { get; }
    PartialDate? On { get; }
    FundingPurpose Purpose { get; }
    FundingMoney Money { get; }
    string? Project { get; }
    decimal? Amount { get; }
    int? BudgetYear { get; }
    PartialDate? ValidUntil { get; }
    string? Replaces { get; }
}

public sealed record CertificateLineInput : IInputFields, ICertificateForm
{
    public required string Plan { get; init; }
    public PartialDate? On { get; init; }
    public required FundingPurpose Purpose { get; init; }
    public required FundingMoney Money { get; init; }
    public string? Project { get; init; }
    public decimal? Amount { get; init; }
    public int? BudgetYear { get; init; }
    public PartialDate? ValidUntil { get; init; }
    public string? Replaces { get; init; }
    public bool? AnyVerdict { get; init; }
}

public sealed record IssueFundingCertificatesInput : CommandInput
{
    public required IReadOnlyList<CertificateLineInput> Lines { get; init; }
}

public sealed record SignFundingCertificatesInput : CommandInput
{
    public required IReadOnlyList<string> Numbers { get; init; }
}

public sealed record ReturnFundingCertificatesInput : CommandInput
{
    public required IReadOnlyList<string> Numbers { get; init; }
    public required string Reason { get; init; }
}

public sealed record RevokeFundingCertificateInput : CommandInput
{
    public required string Number { get; init; }
    public required string Reason { get; init; }
    public string? Document { get; init; }
}
