using PlanRegistry.Catalogue;
using PlanRegistry.Implementation;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>
/// 政府投资年度计划: the money of the budget that the plan of a year has for a project, by the paper that says so. In 元. A later paper of
/// the year (调整、后续批次) speaks for the projects that it names; nothing (0) takes one out.
/// </summary>
[Table("investment_plan_lines", "政府投资年度计划")]
public sealed record InvestmentPlanLine : Record
{
    [KeyColumn, Column("年度", IsYear = true)]
    public required int Year { get; init; }

    /// <summary>As funding.csv has it.</summary>
    [KeyColumn, Column("项目代码")]
    public required string ProjectCode { get; init; }

    [KeyColumn, Column("计划文件")]
    public required Key<Document> Document { get; init; }

    [Column("项目", IsName = true)]
    public required string Project { get; init; }

    [Column("年度财政资金")]
    public required decimal Amount { get; init; }

    /// <summary>Where it is known: the plan that the project carries out.</summary>
    [Column("规划")]
    public Key<Plan>? Plan { get; init; }

    [Column("规划任务")]
    public Key<PlanTask>? Task { get; init; }
}
