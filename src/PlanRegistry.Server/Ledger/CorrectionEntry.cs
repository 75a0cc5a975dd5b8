using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// A ledger entry that overwrote or withdrew what was recorded or added to an approved list; or one that speaks of days gone by, so that
/// what stood on the day before it was written stands there no more. With what its district saw before and after it.
/// </summary>
/// <param name="Day">As of which it is judged what it cleared: its own, or of what only speaks of days gone by the day before.</param>
public sealed record CorrectionEntry(
    LedgerEntry Entry, DateOnly Day, RegistryView Before, RegistryView After, IReadOnlyList<OverwrittenValue> Values)
{
    public DateOnly RecordedOn => Calendar.DayOf(Entry.RecordedAt);

    /// <summary>
    /// Those recorded on the days from one to another, both counted, the last first, up to a seq. Read as they are asked for: each takes
    /// two views, and what only speaks of days gone by two judgements.
    /// </summary>
    public static IEnumerable<CorrectionEntry> Of(Registry registry, Func<Snapshot, Judgement> judge, DistrictCode district,
        DateOnly? from, DateOnly? to, int upTo)
    {
        var first = from is { } day ? registry.HeadAt(district, JustBefore(day)) + 1 : 1;
        var last = to is { } end ? Math.Min(upTo, registry.HeadAt(district, JustBefore(end.AddDays(1)))) : upTo;
        return registry.Changes(district, first, last)
            .GroupBy(c => c.Seq).OrderByDescending(g => g.Key)
            .Select(g => Of(registry, judge, district, g.Key, [.. g])).OfType<CorrectionEntry>();
    }

    private static CorrectionEntry? Of(
        Registry registry, Func<Snapshot, Judgement> judge, DistrictCode district, int seq, IReadOnlyList<RecordChange> changes)
    {
        var step = registry.At(district, seq)!;
        // What the district's first entry says makes nothing undone.
        if (registry.View(Vector.Parse(step.Entry.Vector)) is not { District: not null } before)
        {
            return null;
        }
        var after = registry.View(step.After)!;
        var (day, all) = (Calendar.DayOf(step.Entry.RecordedAt), changes.Select(c => Change(before, after, c.Id)).ToList());
        var values = all.SelectMany(c => OverwrittenValue.Lost(before, c)).ToList();
        return values.Count > 0 ? new(step.Entry, day, before, after, values)
            : all.Exists(c => SpeaksOfThePast(c, day)) && Undone(judge, before, after, day.AddDays(-1)) is { Count: > 0 } undone
                ? new(step.Entry, day.AddDays(-1), before, after,
                    [.. all.SelectMany(c => OverwrittenValue.Said(c, r => undone.Exists(f => f.Concerns(r, after))))])
            : null;
    }

    private static Change Change(RegistryView before, RegistryView after, RecordId id) =>
        new(after.Own.Find(id.Table, id.Code), before.Own.Find(id.Table, id.Code));

    /// <summary>What is new and happened on the very day, or is yet to, changes no day before.</summary>
    private static bool SpeaksOfThePast(Change change, DateOnly day) => change.Retired is not null
        || RecordShape.Of(change.Recorded!.GetType()).Columns.Select(c => c.BeginOf(change.Recorded)).OfType<DateOnly>().ToList()
            is not { Count: > 0 } begun || begun.Exists(b => b < day);

    /// <summary>What stood above a notice on a day, and as bad as that does so no more.</summary>
    private static List<Finding> Undone(Func<Snapshot, Judgement> judge, RegistryView before, RegistryView after, DateOnly day)
    {
        var now = judge(new Snapshot(after, day)).Findings.ToLookup(f => f.Key);
        return [.. judge(new Snapshot(before, day)).Findings.Where(f => f.Severity != Severity.Notice
            && !now[f.Key].Any(n => n.Verdict <= f.Verdict && n.Severity <= f.Severity && n.IsConfirmed == f.IsConfirmed))];
    }

    private static DateTimeOffset JustBefore(DateOnly day) => Calendar.BeginOf(day).AddMilliseconds(-1);
}
