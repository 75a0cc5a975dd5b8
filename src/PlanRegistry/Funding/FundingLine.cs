using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>规划经费: money asked for, arranged for and spent on a plan. Amounts in 元.</summary>
[Table("funding")]
public sealed record FundingLine : Record
{
    [KeyColumn] public required string Code { get; init; }
    public required Key<Plan> Plan { get; init; }
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

public enum FundingMoney { District, UpperTransfer, Other }

public enum FundingPurpose { PreliminaryStudy, Drafting, Implementation, Evaluation, FinalPayment }

/// <summary>可以安排、核实后安排、不得安排、待核实.</summary>
public enum FundingVerdict { Eligible, Conditional, NotEligible, Unknown }
