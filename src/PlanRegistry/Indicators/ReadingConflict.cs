using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>
/// 监测值不一致: readings of one year from several sources that differ by more than the tolerance, and of which nobody has settled yet
/// which is taken. 参考值: no text sets a tolerance.
/// </summary>
/// <param name="Sides">By source, each with its value in the unit of the targets.</param>
public sealed record ReadingConflict(HeldIndicator Held, int Year, IReadOnlyList<(Reading Reading, decimal Value)> Sides, decimal Tolerance)
    : IFact
{
    public Key<Plan> Plan => Held.Plan;

    public Reading Lowest => Sides.MinBy(s => s.Value).Reading;

    public Reading Highest => Sides.MaxBy(s => s.Value).Reading;

    public IEnumerable<Reading> Readings => Sides.Select(s => s.Reading);

    /// <summary>部门统计54.5%、空间监测52.1%.</summary>
    public Text Said => Text.Join(Readings.Select(InWords));

    /// <summary>How far apart they are, by the larger of them.</summary>
    public Share Gap => GapOf(Sides);

    public DateOnly Since => Unbroken.Since(Held.Of, ReadingSeries.Turns,
        p => On(p).Any(o => o.Year == Year && o.Held.Indicator.Key == Held.Indicator.Key));

    public RecordId Id => new("reading_conflicts", Held.Of.Plan.Home, $"{Plan}|{Held.Identity}|{Year}");

    public FactLine Say() => new("ReadingConflict", Readings.First().Id, new Text($"{Year}年{Said.Zh}", $"{Year}: {Said.En}"));

    public static IEnumerable<ReadingConflict> On(PlanOnDay plan) =>
        plan.IsJudgedInFull ? plan.Indicators.SelectMany(i => i.Readings.Conflicts) : [];

    /// <summary>
    /// Of the readings of one year, one for each source; null where they agree. What stands for the half of a year is not compared with
    /// what stands for all of it.
    /// </summary>
    internal static ReadingConflict? Among(HeldIndicator held, int year, IEnumerable<(Reading Reading, decimal Value)> readings)
    {
        var comparable = readings.DistinctBy(r => r.Reading.Source).ToLookup(r => DayOf(r.Reading)).Where(g => g.Skip(1).Any()).ToList();
        if (comparable.Count == 0)
        {
            return null;
        }
        var of = held.Of;
        var tolerance = of.Snapshot.Policy.Of(PolicyKeys.ReadingTolerance, of.AsOf, of.Kind);
        return comparable.Select(g => g.ToList()).Where(g => GapOf(g).Exceeds(new Share(0, 1), tolerance))
            .Select(g => new ReadingConflict(held, year, g, tolerance)).FirstOrDefault();
    }

    private static DateOnly DayOf(Reading reading) =>
        new DateOnly(reading.Year, 12, 31) is var end && reading.Day.Last > end ? end : reading.Day.Last;

    private static Share GapOf(IReadOnlyList<(Reading Reading, decimal Value)> sides)
    {
        var largest = sides.Max(s => Math.Abs(s.Value));
        return new(sides.Max(s => s.Value) - sides.Min(s => s.Value), largest == 0 ? 1 : largest);
    }

    private Text InWords(Reading reading)
    {
        var amount = Quantity.InWords(reading.Value, Held.Readings.UnitOf(reading));
        return new Text($"{Terms.Of(reading.Source).Zh}{amount.Zh}", $"{Terms.Of(reading.Source).En} {amount.En}");
    }
}
