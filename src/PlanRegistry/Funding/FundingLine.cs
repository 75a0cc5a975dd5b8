using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>规划经费: money asked for, arranged for and spent on a plan. Amounts in 元.</summary>
[Table("funding", "经费")]
public sealed record FundingLine : Record
{
    [KeyColumn, Column("经费编号", WhenSecret.AsCode)]
    public required string Code { get; init; }

    [Column("规划", WhenSecret.Told)]
    public required Key<Plan> Plan { get; init; }

    [Column("项目", WhenSecret.TitleOnly, IsName = true)]
    public required string Project { get; init; }

    [Column("金额", WhenSecret.Told)]
    public required decimal Amount { get; init; }

    public Text InWords => Indicators.Quantity.InWords(Amount, "元");

    [Column("资金来源", WhenSecret.Told)]
    public FundingMoney? Money { get; init; }

    [Column("用途", WhenSecret.Told)]
    public required FundingPurpose Purpose { get; init; }

    [Column("预算年度", WhenSecret.Told, IsYear = true)]
    public int? BudgetYear { get; init; }

    [Column("是否列入预算", WhenSecret.Told)]
    public bool? Budgeted { get; init; }

    [Column("申请日期", WhenSecret.Told, Happened = true)]
    public PartialDate? RequestedOn { get; init; }

    [Column("安排日期", WhenSecret.Told, Happened = true)]
    public PartialDate? ArrangedOn { get; init; }

    [Column("支出日期", WhenSecret.Told, Happened = true)]
    public PartialDate? SpentOn { get; init; }

    [Column("项目代码", WhenSecret.AsCode)]
    public string? ProjectCode { get; init; }

    [Column("功能科目", WhenSecret.AsCode)]
    public string? FunctionSubject { get; init; }
}

public enum FundingMoney { District, UpperTransfer, Other }

public enum FundingPurpose { PreliminaryStudy, Drafting, Implementation, Evaluation, FinalPayment }

/// <summary>可以安排、核实后安排、不得安排、待核实.</summary>
public enum FundingVerdict { Eligible, Conditional, NotEligible, Unknown }
