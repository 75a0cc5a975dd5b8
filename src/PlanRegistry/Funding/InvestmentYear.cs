using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>
/// The budget of a year beside the year's investment plan, as they stand on the day. It is judged after the due day; of a year whose due
/// day lies before the records begin, only where that year's plan is recorded.
/// </summary>
public sealed class InvestmentYear : IFact
{
    private InvestmentYear(Snapshot snapshot, int year)
    {
        (Snapshot, Year) = (snapshot, year);
        var book = InvestmentBook.Of(snapshot.View);
        Due = snapshot.Policy.Of(PolicyKeys.InvestmentPlanDue, new DateOnly(year, 1, 1)).In(year);
        IsPlanned = book.CodesOf(year).Any(code => book.Held(year, code, snapshot.AsOf) is not null);
        HasCodes = book.CodesOf(year).SelectMany(book.LinesOf)
            .Any(l => l.BudgetYear == year && BudgetStandings.On(l, snapshot.AsOf) == BudgetStanding.In);
        Projects = [.. ProjectMoney.AllOf(this, book)];
    }

    public Snapshot Snapshot { get; }

    public int Year { get; }

    public DateOnly Due { get; }

    /// <summary>Whether an investment plan of the year is recorded by the day.</summary>
    public bool IsPlanned { get; }

    /// <summary>Whether the budget of the year names any project by its code.</summary>
    public bool HasCodes { get; }

    /// <summary>Those of either side, by code; none of a secret plan.</summary>
    public IReadOnlyList<ProjectMoney> Projects { get; }

    public bool IsJudged => Snapshot.AsOf > Due
        && (Due >= Snapshot.RecordsFrom || (IsPlanned && Year >= Snapshot.RecordsFrom.Year));

    /// <summary>Budgeted, while no investment plan is recorded.</summary>
    public IReadOnlyList<ProjectMoney> Untold => IsJudged && !IsPlanned ? [.. Projects.Where(p => p.Budgeted.Count > 0)] : [];

    public bool IsUntold => Untold.Count > 0;

    /// <summary>Of which nobody can tell whether the two agree.</summary>
    public IReadOnlyList<ProjectMoney> Open =>
        IsJudged && IsPlanned ? [.. Projects.Where(p => p.Agreement == ProjectAgreement.Unknown)] : [];

    public bool IsOpen => Open.Count > 0;

    /// <summary>What the development plan has fixed and the investment plan has, and the budget has not.</summary>
    public IReadOnlyList<ProjectMoney> PassedOver => IsJudged
        ? [.. Projects.Where(p => p.Agreement == ProjectAgreement.NotBudgeted && p.IsOfADevelopmentPlan)] : [];

    /// <summary>Lines of projects in the budget that no plan has.</summary>
    public IReadOnlyList<FundingLine> Unlinked => field ??=
        [.. Projects.SelectMany(p => p.Budgeted).Where(l => FundingRanks.Of(Snapshot, l) == FundingRank.NoPlan)];

    public bool IsOutOfOrder => PassedOver.Count > 0 && Unlinked.Count > 0;

    public RecordId Id => new("investment_years", Snapshot.View.Code, $"{Year}");

    public FactLine Say() => new(nameof(InvestmentYear), null, new Text(
        $"{Year}年度：{Projects.Count}个项目，政府投资年度计划{(IsPlanned ? "已录入" : "未录入")}",
        $"{Year}: {Projects.Count} projects; the investment plan is {(IsPlanned ? "" : "not ")}recorded"));

    public static InvestmentYear On(Snapshot snapshot, int year) => new(snapshot, year);

    /// <summary>The year, and those of its projects on which budget and plan do not agree.</summary>
    public static IEnumerable<object> FactsOf(Snapshot snapshot, int year)
    {
        var on = On(snapshot, year);
        return on.IsJudged ? [on, .. on.Projects.Where(p => p.IsAtOdds)] : [];
    }
}
