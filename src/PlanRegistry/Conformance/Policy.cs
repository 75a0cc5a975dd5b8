using System.Collections.Concurrent;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>A row of policy that has no effect, and why.</summary>
/// <param name="IsOfItsValue">No document gives it that.</param>
public sealed record IdlePolicy(PolicyValue Row, Text Why, bool IsOfItsValue = false);

/// <summary>
/// The policy rows of a district as they hold on a day. A row other than the default counts only with a document of a body that may set it;
/// listing is demanded no later than the notice has it, and records do not begin later than they did.
/// </summary>
public sealed class Policy
{
    private readonly ILookup<string, PolicyValue> rows;
    private readonly ILookup<string, PolicyValue> defaults;
    private readonly ConcurrentDictionary<(string Key, string Value), object?> read = [];

    public Policy(RegistryView view)
    {
        var own = PolicyKeys.Defaults(view.Code, FirstDayOf(view.Own));
        defaults = InOrderOfPrecedence(own);
        Idle = [.. view.Of<PolicyValue>().Select(r => IdleOf(view, r, own)).OfType<IdlePolicy>()];
        rows = InOrderOfPrecedence(view.Of<PolicyValue>().Except(Idle.Select(r => r.Row)));
        RecordsFrom = (rows[PolicyKeys.RecordsFrom.Name] is var given && given.Any() ? given : defaults[PolicyKeys.RecordsFrom.Name])
            .Min(r => PolicyKeys.RecordsFrom.Read(r.Value));
        Turns = [.. rows.SelectMany(g => g)
            .SelectMany(r => new[] { r.From.Last, r.To?.First.AddDays(1) }).OfType<DateOnly>().Distinct().Order()];
    }

    /// <summary>The rows without effect.</summary>
    public IReadOnlyList<IdlePolicy> Idle { get; }

    /// <summary>
    /// The row that holds for the kind on the day: one of that kind before one of all kinds, a later before an earlier.
    /// Where the district has none for the day (before its first row, or withdrawn), the default, whatever its dates.
    /// </summary>
    public PolicyValue Row(PolicyKey key, AsOfDay day, PlanKind? kind = null) =>
        Find(rows, key.Name, day, kind) ?? defaults[key.Name].First(r => r.Kind is null || r.Kind == kind);

    public T Of<T>(PolicyKey<T> key, AsOfDay day, PlanKind? kind = null) => (T)read.GetOrAdd(
        (key.Name, Row(key, day, kind).Value), static (row, of) => of.Read(row.Value), key)!;

    /// <summary>
    /// What holds on the day, as it is said to people: the parameter's name, its value and its unit. From when records are complete is
    /// one answer for every day.
    /// </summary>
    public Text Words(PolicyKey key, AsOfDay day, PlanKind? kind = null)
    {
        var value = key == PolicyKeys.RecordsFrom ? RecordsFrom.InWords() : key.Words(Row(key, day, kind).Value);
        return new($"“{key.Label.Zh}”为{value.Zh}", $"{key.Label.En}: {value.En}");
    }

    /// <summary>
    /// The day from which the registry keeps complete records; before it, silence says nothing. The earliest of its rows, whatever their
    /// dates: what was once complete is so on every day.
    /// </summary>
    public DateOnly RecordsFrom { get; }

    /// <summary>The days on which a row begins to hold, or holds no more.</summary>
    public IReadOnlyList<DateOnly> Turns { get; }

    /// <summary>
    /// The day whose policy settles when a thing is due: as long as that is to come each change moves it; none moves a day gone by.
    /// </summary>
    /// <param name="from">When it began to be owed, or before.</param>
    /// <param name="due">When it is due under the policy of a day.</param>
    public DateOnly SettledOn(DateOnly from, AsOfDay asOf, Func<DateOnly, DateOnly> due)
    {
        foreach (var turn in Turns.Where(t => t <= asOf))
        {
            if (turn > from && turn <= due(from))
            {
                from = turn;
            }
        }
        return from;
    }

    /// <summary>The middle year of the horizon, or the one that review.mid_term.year counts from its start (3 = the third).</summary>
    public int MidTermYear(Horizon horizon, AsOfDay day, PlanKind kind) =>
        Of(PolicyKeys.MidTermYear, day, kind) is { } nth ? horizon.From + nth - 1 : (horizon.From + horizon.To) / 2;

    /// <summary>The day of the district's first entry, as far as what is visible tells it.</summary>
    private static DateOnly FirstDayOf(DistrictRecords district) =>
        Records.Calendar.DayOf(district.All.Select(r => r.RecordedAt).DefaultIfEmpty(district.RecordedAt).Min());

    private static IdlePolicy? IdleOf(RegistryView view, PolicyValue row, IReadOnlyList<PolicyValue> defaults)
    {
        var sameKey = defaults.Where(d => d.Key == row.Key && (d.Kind is null || d.Kind == row.Kind)).ToList();
        if (sameKey.Any(d => d.Value == row.Value))
        {
            return null;
        }
        if (row.Key == PolicyKeys.ListingFrom.Name || row.Key == PolicyKeys.RecordsFrom.Name)
        {
            var latest = PolicyKeys.RecordsFrom.Read(sameKey[0].Value);
            if (PolicyKeys.RecordsFrom.Read(row.Value) > latest)
            {
                return new(row, new($"不得晚于{latest.InWords().Zh}", $"it may be no later than {latest:yyyy-MM-dd}"), IsOfItsValue: true);
            }
        }
        if (view.Document(row.Document) is not { } document)
        {
            return new(row, new("文件未录入", "no document is recorded"));
        }
        return !document.Issuers.Any() ? new(row, new("文件的印发单位未录入", "the issuer of its document is not recorded"))
            : Entitlement.OfPaper(view, Matter.Policy, document) is { IsGiven: false } word ? new(row, word.Why)
            : null;
    }

    private static ILookup<string, PolicyValue> InOrderOfPrecedence(IEnumerable<PolicyValue> rows) =>
        rows.OrderByDescending(r => r.Kind is not null).ThenByDescending(r => r.From.Last).ToLookup(r => r.Key);

    private static PolicyValue? Find(ILookup<string, PolicyValue> rows, string key, AsOfDay day, PlanKind? kind) =>
        rows[key].FirstOrDefault(r => (r.Kind is null || r.Kind == kind) && r.From.Last <= day && !(r.To?.First < day));
}
