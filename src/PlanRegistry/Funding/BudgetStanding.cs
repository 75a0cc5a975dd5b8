using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>Whether a funding line stands in the budget of its year: that is said of it, or follows from what became of it.</summary>
public enum BudgetStanding { In, Out, Open }

public static class BudgetStandings
{
    /// <summary>Asking is no budget; district money that was arranged or spent was in one.</summary>
    public static BudgetStanding On(FundingLine line, AsOfDay day) => (line.Budgeted, line.BudgetYear) switch
    {
        (false, _) => BudgetStanding.Out,
        _ when FirstOf(line) is { } first && first > day => BudgetStanding.Out,
        (_, null) => BudgetStanding.Open,
        (true, _) => line.ArrangedOn is null || line.ArrangedOn?.First <= day ? BudgetStanding.In : BudgetStanding.Open,
        _ => line.Money == FundingMoney.District && (line.ArrangedOn?.First <= day || line.SpentOn?.First <= day)
            ? BudgetStanding.In : BudgetStanding.Open,
    };

    /// <summary>From when it stands there, as far as its days tell.</summary>
    public static DateOnly? Since(FundingLine line) => (line.ArrangedOn ?? line.SpentOn ?? line.RequestedOn)?.First;

    private static DateOnly? FirstOf(FundingLine line) =>
        new[] { line.RequestedOn, line.ArrangedOn, line.SpentOn }.OfType<PartialDate>().Select(d => (DateOnly?)d.First).Min();
}
