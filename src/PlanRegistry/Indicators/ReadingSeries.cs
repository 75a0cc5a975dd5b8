using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>
/// The readings of one indicator in one plan that stand by the day, one for each year: the source that was settled, else the department's
/// first. What cannot well be right is told apart and left out; where sources contradict each other, that is told too.
/// </summary>
public sealed class ReadingSeries
{
    private readonly HeldIndicator held;
    private readonly Dictionary<int, List<Reading>> years = [];
    private readonly List<OddReading> odd = [];
    private readonly List<ReadingConflict> conflicts = [];

    public ReadingSeries(HeldIndicator held)
    {
        this.held = held;
        var last = held.Figures.Where(f => f.BaseYear is not null).MinBy(f => f.BaseYear)?.BaseValue;
        foreach (var year in held.Of.Readings[held.Identity].GroupBy(r => r.Year).OrderBy(g => g.Key))
        {
            last = Take(year.Key, year, last);
        }
    }

    /// <summary>The days on which a plan's readings may say otherwise: with a reading, a year that is full, and one overdue.</summary>
    public static IEnumerable<DateOnly> Turns(PlanOnDay plan)
    {
        var (view, policy) = (plan.Snapshot.View, plan.Snapshot.Policy);
        return plan.History.Turns.Concat(policy.Turns).Concat(view.ReadingsOf[plan.Key].Select(r => r.Day.Last))
            .Concat(view.ReadingSettlementsOf[plan.Key].Select(s => s.On.Last))
            .Concat(Enumerable.Range(plan.Horizon.From, plan.Horizon.Years).SelectMany(year => new[]
            {
                new DateOnly(year, 12, 31), policy.Of(PolicyKeys.ReadingExpectedBy, plan.AsOf, plan.Kind).In(year + 1).AddDays(1),
            }));
    }

    public IReadOnlyList<OddReading> Odd => odd;

    public IReadOnlyList<ReadingConflict> Conflicts => conflicts;

    public IEnumerable<ReadingConflict> ConflictsIn(int from, int to) => conflicts.Where(c => c.Year >= from && c.Year <= to);

    private AsOfDay AsOf => held.Of.AsOf;

    public Reading? this[int year] => years.TryGetValue(year, out var readings) ? readings[0] : null;

    public IEnumerable<Reading> Others(int year) => years.TryGetValue(year, out var readings) ? readings.Skip(1) : [];

    public int LastFullYear => AsOf == new DateOnly(AsOf.Year, 12, 31) ? AsOf.Year : AsOf.Year - 1;

    public int? LatestYear(int from, int to) => years.Keys.Where(y => y >= from && y <= to).Select(y => (int?)y).Max();

    public bool IsOdd(int year) => odd.Any(o => o.Year == year);

    /// <summary>Why a year has no reading to go by: none is recorded, or what is recorded is to be checked first.</summary>
    public Text Lack(int year) => odd.Find(o => o.Year == year)?.InWords
        ?? new Text($"{year}年监测值未录入", $"no reading of {year} is recorded");

    public string UnitOf(Reading reading) =>
        reading.Unit ?? (held.Of.Snapshot.View.Indicator(reading.Indicator) ?? held.Indicator).Unit;

    /// <summary>A reading is expected by reading.expected_by of the next year.</summary>
    public bool IsOverdue(int year) => AsOf > held.Of.Snapshot.Policy.Of(PolicyKeys.ReadingExpectedBy, AsOf, held.Of.Kind).In(year + 1);

    /// <summary>The year's value in a unit; null where the two measure different things.</summary>
    /// <param name="side">Which of the sources is taken in years in which they contradict each other.</param>
    public decimal? ValueIn(string unit, int year, Func<ReadingConflict, Reading>? side = null) => ValueIn(unit,
        side is not null && conflicts.Find(c => c.Year == year) is { } conflict ? side(conflict) : this[year]!);

    /// <summary>
    /// A cumulative indicator's value: the sum of the years' readings, or the last one where each says the value to date.
    /// </summary>
    public (decimal? Value, Text? Unclear) SumFrom(int from, int to, string unit, Func<ReadingConflict, Reading>? side = null)
    {
        switch (held.Of.Snapshot.View.Indicator(this[to]!.Indicator)?.ReadingBasis)
        {
            case null:
                return (null, new Text("监测值口径（当年值或累计至今值）未录入", "whether readings are of the year or to date is not recorded"));
            case ReadingBasis.ToDate:
                return (ValueIn(unit, to, side), null);
        }
        var span = Enumerable.Range(from, to - from + 1).ToList();
        var gaps = span.Where(y => this[y] is null).ToList();
        if (gaps.Count == 0)
        {
            return (span.Sum(y => ValueIn(unit, y, side)), null);
        }
        var unread = gaps.Where(y => !IsOdd(y)).ToList();
        var why = Wording.Clauses(gaps.Where(IsOdd).Select(Lack).Concat(unread.Count == 0 ? [] :
            new[] { new Text($"{string.Join("、", unread)}年监测值未录入", $"no reading of {string.Join(", ", unread)} is recorded") }));
        return (null, new Text($"{why.Zh}，不能累计", $"{why.En}, so nothing can be summed"));
    }

    private decimal? ValueIn(string unit, Reading reading) =>
        held.Of.Snapshot.View.Units.Common(UnitOf(reading), unit) is { } common ? reading.Value * common.Left / common.Right : null;

    /// <summary>Than the indicator's; where the target's is the odd one out, the reading may be right.</summary>
    private bool IsInAnotherUnit(Reading reading) =>
        reading.Unit is { } unit && held.Of.Snapshot.View.Units.Common(unit, held.Indicator.Unit) is null;

    /// <summary>The last value that is not odd, for the years after.</summary>
    private decimal? Take(int year, IEnumerable<Reading> readings, decimal? last)
    {
        var unit = held.Figures[^1].Unit;
        List<(Reading Reading, Oddity Why)> strange = [];
        List<Reading> fair = [];
        decimal? first = null;
        foreach (var reading in readings)
        {
            var value = ValueIn(unit, reading);
            if ((reading.IsOfAYearToCome ? Oddity.CutOffTooEarly
                : value is { } v ? OddReading.Of(held, year, v, last)
                : IsInAnotherUnit(reading) ? Oddity.OtherUnit
                : null) is { } why)
            {
                strange.Add((reading, why));
                continue;
            }
            fair.Add(reading);
            first ??= value;
        }
        if (strange.Count > 0)
        {
            odd.Add(new OddReading(held, year, strange));
        }
        if (fair.Count > 0)
        {
            years[year] = fair;
        }
        return Settle(year, fair, [.. fair, .. strange.Select(s => s.Reading)]) is { } taken ? ValueIn(unit, taken) : first ?? last;
    }

    /// <summary>The source that was settled goes first, and is answered; else it is told where they contradict each other.</summary>
    private Reading? Settle(int year, List<Reading> fair, IReadOnlyCollection<Reading> all)
    {
        if (fair.Count < 2)
        {
            return null;
        }
        if (Settling.Of(held.Of, held.Identity, year, all) is { } settlement && fair.Find(r => r.Source == settlement.Source) is { } taken)
        {
            fair.Remove(taken);
            fair.Insert(0, taken);
            return taken;
        }
        if (ReadingConflict.Among(held, year, fair.Select(r => (r, ValueIn(held.Figures[^1].Unit, r))).Where(r => r.Item2 is not null)
            .Select(r => (r.r, r.Item2!.Value))) is { } conflict)
        {
            conflicts.Add(conflict);
        }
        return null;
    }
}
