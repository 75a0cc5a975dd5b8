using PlanRegistry.Funding;

namespace PlanRegistry.Rules.Funding;

/// <summary>It orders and forbids nothing.</summary>
[Rule("FUN-002")]
[Basis("开州府办发〔2020〕95号", "二、(一)", From = "2020-09-15"), Basis("本系统默认", "investment_plan.due", From = "2020-09-15")]
[Severity(Severity.Notice), RuleVersion(1)]
public sealed class MoneyGoesFirstToTheDevelopmentPlan : DistrictRule
{
    protected override void State()
    {
        InvestmentYear year = null!;

        When()
            .Match(() => year, y => y.IsOutOfOrder);

        Then()
            .Yield(c => c.OfYear(year, year.PassedOver)
                .With("lines", InvestmentFindings.Lines(year.Unlinked))
                .Fact("unlinked", year.Unlinked)
                .Since(InvestmentFindings.OutOfOrderSince(year))
                .Remedy(InvestmentRemedies.WeighFirst(year)));
    }
}
