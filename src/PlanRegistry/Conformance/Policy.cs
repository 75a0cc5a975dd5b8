using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>The policy rows of a district as they hold on a day.</summary>
public sealed class Policy
{
    private readonly ILookup<string, PolicyValue> rows;
    private readonly ILookup<string, PolicyValue> defaults;

    public Policy(DistrictRecords district)
    {
        rows = InOrderOfPrecedence(district.Of<PolicyValue>());
        defaults = InOrderOfPrecedence(PolicyDefaults.For(district.District, Records.Calendar.DayOf(district.RecordedAt)));
    }

    /// <summary>
    /// The row that holds for the kind on the day: one of that kind before one of all kinds, a later before an earlier.
    /// Where the district has none for the day (before its first row, or withdrawn), the default, whatever its dates.
    /// </summary>
    public PolicyValue Row(string key, DateOnly day, PlanKind? kind = null) =>
        Find(rows, key, day, kind) ?? defaults[key].FirstOrDefault(r => r.Kind is null || r.Kind == kind) ?? throw new InvalidOperationException($"No policy {key}.");

    public DateOnly Day(string key, DateOnly day, PlanKind? kind = null) => PartialDate.Parse(Row(key, day, kind).Value).First;

    public int Int(string key, DateOnly day, PlanKind? kind = null) => int.Parse(Row(key, day, kind).Value, CultureInfo.InvariantCulture);

    public decimal Decimal(string key, DateOnly day, PlanKind? kind = null) => decimal.Parse(Row(key, day, kind).Value, CultureInfo.InvariantCulture);

    /// <summary>A month and day such as 06-30, in the given year.</summary>
    public DateOnly DayOfYear(string key, int year, DateOnly day, PlanKind? kind = null) =>
        DateOnly.ParseExact($"{year:0000}-{Row(key, day, kind).Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day from which the registry keeps complete records; before it, silence says nothing.</summary>
    public DateOnly RecordsFrom(DateOnly day) => Day(PolicyKeys.RecordsFrom, day);

    /// <summary>review.mid_term.year: the formula floor((from+to)/2), or the number of the year within the horizon (3 = the third).</summary>
    public int MidTermYear(Horizon horizon, DateOnly day, PlanKind kind)
    {
        var value = Row(PolicyKeys.MidTermYear, day, kind).Value;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var nth) ? horizon.From + nth - 1 : (horizon.From + horizon.To) / 2;
    }

    private static ILookup<string, PolicyValue> InOrderOfPrecedence(IEnumerable<PolicyValue> rows) =>
        rows.OrderByDescending(r => r.Kind is not null).ThenByDescending(r => r.From.Last).ToLookup(r => r.Key);

    private static PolicyValue? Find(ILookup<string, PolicyValue> rows, string key, DateOnly day, PlanKind? kind) =>
        rows[key].FirstOrDefault(r => (r.Kind is null || r.Kind == kind) && r.From.Last <= day && !(r.To?.First < day));
}
