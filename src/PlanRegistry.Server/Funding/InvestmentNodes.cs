using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Implementation;

namespace PlanRegistry.Server.Funding;

public sealed class InvestmentPlanLineNode(InvestmentPlanLine row, Scope scope) : RecordNode<InvestmentPlanLine>(row, scope)
{
    public int Year => Row.Year;
    public string ProjectCode => Row.ProjectCode;
    public DocumentNode? Document => Scope.Document(Row.Document);
    public string Project => Row.Project;
    public decimal Amount => Row.Amount;
    public PlanNode? Plan => Row.Plan is { } plan ? Scope.PlanOf(plan) : null;
    public PlanTaskNode? Task => PlanTaskNode.Of(Row.Task, Scope);
}

/// <summary>The budget of a year beside its investment plan.</summary>
public sealed class InvestmentYearNode(InvestmentYear year, Scope scope)
{
    internal Scope Scope => scope;

    public int Year => year.Year;
    public IReadOnlyList<int> Years => [.. InvestmentBook.Of(scope.View).Years];
    public PartialDate Due => year.Due;
    public bool IsPlanned => year.IsPlanned;
    public bool IsJudged => year.IsJudged;
    public decimal Budget => year.Projects.Sum(p => p.Budget);
    public decimal Planned => year.Projects.Sum(p => p.Planned);
}

public sealed class ProjectMoneyNode(ProjectMoney project, Scope scope)
{
    public string Code => project.Code;
    public string Project => project.Project;
    public decimal Budget => project.Budget;
    public decimal Planned => project.Planned;
    public decimal Difference => project.Difference;
    public ProjectAgreement Agreement => project.Agreement!.Value;
    public ProjectDoubt? Doubt => project.Doubt;
    public bool IsOfADevelopmentPlan => project.IsOfADevelopmentPlan;
    public PlanNode? Plan => project.LinkedPlan is { } plan ? scope.PlanOf(plan.Key) : null;
    public IReadOnlyList<FundingLineNode> Lines =>
        [.. project.Budgeted.Concat(project.Doubtful).Select(l => new FundingLineNode(l, scope))];

    public InvestmentPlanLineNode? PlanLine => project.Held is { } held ? new InvestmentPlanLineNode(held, scope) : null;
}
