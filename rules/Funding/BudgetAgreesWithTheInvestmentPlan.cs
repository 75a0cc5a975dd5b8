using PlanRegistry.Funding;

namespace PlanRegistry.Rules.Funding;

[Rule("FUN-003")]
[Basis("开州府办发〔2020〕95号", "二、(一)", From = "2020-09-15"), Basis("本系统默认", "investment_plan.due", From = "2020-09-15")]
[Severity(Severity.Error), RuleVersion(1)]
public sealed class BudgetAgreesWithTheInvestmentPlan : DistrictRule
{
    protected override void State()
    {
        ProjectMoney project = null!;

        When()
            .Match(() => project, p => p.IsNotPlanned || p.IsNotBudgeted);

        Then()
            .Yield(c => c.OfProject(project)
                .Remedy(project.IsNotPlanned ? InvestmentRemedies.SetThePlan(project) : InvestmentRemedies.RecordTheLine(project)));
    }
}

/// <summary>On both sides, and not the same.</summary>
[CaseOf(typeof(BudgetAgreesWithTheInvestmentPlan), "amount")]
public sealed class AmountsDiffer : DistrictRule
{
    protected override void State()
    {
        ProjectMoney project = null!;

        When()
            .Match(() => project, p => p.IsDifferent);

        Then()
            .Yield(c => c.OfProject(project).At(Severity.Warning).Remedy(InvestmentRemedies.Reconcile(project)));
    }
}

[CaseOf(typeof(BudgetAgreesWithTheInvestmentPlan), "unknown")]
public sealed class InvestmentPlanIsNotRecorded : DistrictRule
{
    protected override void State()
    {
        InvestmentYear year = null!;

        When()
            .Match(() => year, y => y.IsUntold);

        Then()
            .Yield(c => c.OfYear(year, year.Untold).Unknown().Remedy(InvestmentRemedies.RecordThePlan(year)));
    }
}

/// <summary>What only rests on the registry holding no money of such projects is a notice.</summary>
[CaseOf(typeof(BudgetAgreesWithTheInvestmentPlan), "open")]
public sealed class ProjectsAreOpen : DistrictRule
{
    protected override void State()
    {
        InvestmentYear year = null!;

        When()
            .Match(() => year, y => y.IsOpen);

        Then()
            .Yield(c => c.OfYear(year, year.Open).Unknown().Saying("open")
                .At(year.Open.All(p => p.Doubt == ProjectDoubt.NotLinked) ? Severity.Notice : Severity.Warning)
                .Remedies(InvestmentRemedies.Settle(year)));
    }
}
