using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>The readings of one indicator in one plan that stand by the day, one for each year: the department's first.</summary>
public sealed class ReadingSeries
{
    private readonly HeldIndicator held;
    private readonly Dictionary<int, List<Reading>> years;

    public ReadingSeries(HeldIndicator held)
    {
        this.held = held;
        var view = held.Of.Snapshot.View;
        years = view.ReadingsOf[held.Plan]
            .Where(r => r.Day.Last <= held.Of.AsOf && view.Identity(r.Indicator) == held.Identity)
            .OrderBy(r => r.Source).ThenBy(r => r.RecordCode, StringComparer.Ordinal)
            .GroupBy(r => r.Year).ToDictionary(g => g.Key, g => g.ToList());
    }

    private DateOnly AsOf => held.Of.AsOf;

    public Reading? this[int year] => years.TryGetValue(year, out var readings) ? readings[0] : null;

    public IEnumerable<Reading> Others(int year) => years.TryGetValue(year, out var readings) ? readings.Skip(1) : [];

    public int LastFullYear => AsOf == new DateOnly(AsOf.Year, 12, 31) ? AsOf.Year : AsOf.Year - 1;

    public int? LatestYear(int from, int to) => years.Keys.Where(y => y >= from && y <= to).Select(y => (int?)y).Max();

    public string UnitOf(int year) => Indicator(year).Unit;

    /// <summary>A reading is expected by reading.expected_by of the next year.</summary>
    public bool IsOverdue(int year) => AsOf > held.Of.Snapshot.Policy.Of(PolicyKeys.ReadingExpectedBy, AsOf, held.Of.Kind).In(year + 1);

    /// <summary>
    /// A cumulative indicator's value: the sum of the years' readings, or the last one where each says the value to date.
    /// </summary>
    public (decimal Value, Text? Unclear) SumFrom(int from, int to)
    {
        switch (Indicator(to).ReadingBasis)
        {
            case null:
                return (0, new Text("监测值口径(当年值或累计至今值)未录入", "whether readings are of the year or to date is not recorded"));
            case ReadingBasis.ToDate:
                return (this[to]!.Value, null);
        }
        var span = Enumerable.Range(from, to - from + 1).ToList();
        var gaps = span.Where(y => this[y] is null).ToList();
        return gaps.Count == 0
            ? (span.Sum(y => this[y]!.Value), null)
            : (0, new Text($"{string.Join("、", gaps)}年监测值未录入,不能累计",
                $"no reading of {string.Join(", ", gaps)} is recorded, so nothing can be summed"));
    }

    private Indicator Indicator(int year) =>
        (this[year] is { } reading ? held.Of.Snapshot.View.Indicator(reading.Indicator) : null) ?? held.Indicator;
}
