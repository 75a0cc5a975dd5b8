using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>Days of one line of money that cannot well all be right: spent before it is arranged, or before its budget year.</summary>
/// <param name="Why">Each contradiction, as part of a sentence.</param>
/// <param name="Since">The day from which the first of them is there to be seen.</param>
public sealed record ContradictoryDays(Text Why, DateOnly Since)
{
    private static readonly RecordShape Shape = RecordShape.Of<FundingLine>();
    private static readonly string[] InOrder =
        [nameof(FundingLine.RequestedOn), nameof(FundingLine.ArrangedOn), nameof(FundingLine.SpentOn)];

    /// <summary>Of those of its days that have come; null where nothing surely contradicts.</summary>
    public static ContradictoryDays? Of(FundingLine line, AsOfDay asOf)
    {
        var seen = Pairs(line).Append(SpentBeforeItsYear(line)).OfType<ContradictoryDays>().Where(c => c.Since <= asOf).ToList();
        return seen.Count == 0 ? null : new(Wording.Clauses(seen.Select(c => c.Why)), seen.Min(c => c.Since));
    }

    private static IEnumerable<ContradictoryDays?> Pairs(FundingLine line)
    {
        var told = InOrder.Select(Shape.Of).Where(c => c.Value(line) is not null)
            .Select(c => (Column: c, Day: (PartialDate)c.Value(line)!)).ToList();
        return told.Zip(told.Skip(1), (first, then) => then.Day.IsBefore(first.Day) is true
            ? new ContradictoryDays(new($"{then.Column.Label}{then.Day.InWords().Zh}早于{first.Column.Label}{first.Day.InWords().Zh}",
                $"{then.Column.Name} {then.Day} is before {first.Column.Name} {first.Day}"), first.Day.Last)
            : null);
    }

    private static ContradictoryDays? SpentBeforeItsYear(FundingLine line) =>
        line.SpentOn is { } spent && spent.Last.Year < line.BudgetYear
            ? new(new($"支出日期{spent.InWords().Zh}早于预算年度{line.BudgetYear}年", $"spent_on {spent} is before budget_year {line.BudgetYear}"),
                spent.Last)
            : null;
}
