using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

public sealed class FundingLineNode(FundingLine row, Scope scope) : RecordNode<FundingLine>(row, scope)
{
    public string Code => Row.Code;
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public string Project => Row.Project;
    public decimal Amount => Row.Amount;
    public FundingMoney? Money => Row.Money;
    public FundingPurpose Purpose => Row.Purpose;
    public int? BudgetYear => Row.BudgetYear;
    public bool? Budgeted => Row.Budgeted;
    public PartialDate? RequestedOn => Row.RequestedOn;
    public PartialDate? ArrangedOn => Row.ArrangedOn;
    public PartialDate? SpentOn => Row.SpentOn;
    public string? ProjectCode => Row.ProjectCode;
    public string? FunctionSubject => Row.FunctionSubject;
    public FundingRank? Rank => FundingRanks.Of(Scope.Snapshot, Row);
}
