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
        defaults = InOrderOfPrecedence(PolicyKeys.Defaults(district.District, Records.Calendar.DayOf(district.RecordedAt)));
    }

    /// <summary>
    /// The row that holds for the kind on the day: one of that kind before one of all kinds, a later before an earlier.
    /// Where the district has none for the day (before its first row, or withdrawn), the default, whatever its dates.
    /// </summary>
    public PolicyValue Row(PolicyKey key, DateOnly day, PlanKind? kind = null) =>
        Find(rows, key.Name, day, kind) ?? defaults[key.Name].First(r => r.Kind is null || r.Kind == kind);

    public T Of<T>(PolicyKey<T> key, DateOnly day, PlanKind? kind = null) => key.Read(Row(key, day, kind).Value);

    /// <summary>
    /// The day from which the registry keeps complete records; before it, silence says nothing. The earliest of its rows, whatever their
    /// dates: what was once complete is so on every day.
    /// </summary>
    public DateOnly RecordsFrom => (rows[PolicyKeys.RecordsFrom.Name] is var own && own.Any() ? own : defaults[PolicyKeys.RecordsFrom.Name])
        .Min(r => PolicyKeys.RecordsFrom.Read(r.Value));

    /// <summary>The middle year of the horizon, or the one that review.mid_term.year counts from its start (3 = the third).</summary>
    public int MidTermYear(Horizon horizon, DateOnly day, PlanKind kind) =>
        Of(PolicyKeys.MidTermYear, day, kind) is { } nth ? horizon.From + nth - 1 : (horizon.From + horizon.To) / 2;

    private static ILookup<string, PolicyValue> InOrderOfPrecedence(IEnumerable<PolicyValue> rows) =>
        rows.OrderByDescending(r => r.Kind is not null).ThenByDescending(r => r.From.Last).ToLookup(r => r.Key);

    private static PolicyValue? Find(ILookup<string, PolicyValue> rows, string key, DateOnly day, PlanKind? kind) =>
        rows[key].FirstOrDefault(r => (r.Kind is null || r.Kind == kind) && r.From.Last <= day && !(r.To?.First < day));
}
