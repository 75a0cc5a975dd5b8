using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>A ledger entry that overwrote or withdrew what was recorded, and what its district saw before and after it.</summary>
public sealed record CorrectionEntry(LedgerEntry Entry, RegistryView Before, RegistryView After, IReadOnlyList<OverwrittenValue> Values)
{
    /// <summary>The day as of which it is judged what it cleared.</summary>
    public DateOnly Day => Calendar.DayOf(Entry.RecordedAt);

    /// <summary>
    /// Those recorded on the days from one to another, both counted, the last first, up to a seq. Read as they are asked for: each takes
    /// two views.
    /// </summary>
    public static IEnumerable<CorrectionEntry> Of(Registry registry, DistrictCode district, DateOnly? from, DateOnly? to, int upTo)
    {
        var first = from is { } day ? registry.HeadAt(district, JustBefore(day)) + 1 : 1;
        var last = to is { } end ? Math.Min(upTo, registry.HeadAt(district, JustBefore(end.AddDays(1)))) : upTo;
        return registry.Changes(district, first, last).Where(c => c.Retires is not null)
            .GroupBy(c => c.Seq).OrderByDescending(g => g.Key)
            .Select(g => Of(registry, district, g.Key, g)).OfType<CorrectionEntry>();
    }

    private static CorrectionEntry? Of(Registry registry, DistrictCode district, int seq, IEnumerable<RecordChange> changes)
    {
        var step = registry.At(district, seq)!;
        var (before, after) = (registry.View(Vector.Parse(step.Entry.Vector))!, registry.View(step.After)!);
        var values = changes.SelectMany(c => Lost(before.Own, after.Own, c.Id)).ToList();
        return values.Count == 0 ? null : new CorrectionEntry(step.Entry, before, after, values);
    }

    private static IEnumerable<OverwrittenValue> Lost(DistrictRecords before, DistrictRecords after, RecordId id)
    {
        var (old, now) = (before.Find(id.Table, id.Code)!, after.Find(id.Table, id.Code));
        return Overwritings.Of(new Change(now, old), (_, refusal) => refusal) is not { } lost ? []
            : lost.Columns.Count == 0 ? [new OverwrittenValue(id, null, null, null)]
            : lost.Columns.Select(c => new OverwrittenValue(id, c, c.ReferenceWithin(old), c.ReferenceWithin(now!)));
    }

    private static DateTimeOffset JustBefore(DateOnly day) => Calendar.BeginOf(day).AddMilliseconds(-1);
}

/// <summary>A value as it was and as the entry left it; without a column the whole record was withdrawn.</summary>
public sealed record OverwrittenValue(RecordId Id, Column? Column, string? Was, string? Became)
{
    public Text Said => Column is null
        ? new Text($"{Id.Table} {Id.Code}：撤销", $"{Id.Table} {Id.Code}: withdrawn")
        : new Text($"{Id.Table} {Id.Code} {Column.Label}：{Was} → {Became ?? "（空）"}",
            $"{Id.Table} {Id.Code} {Column.Name}: {Was} → {Became ?? "(empty)"}");
}
