using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>One row as it will be written. Texts, hash and record are null where it only retires.</summary>
internal sealed record RowChange(RowTable Table, string RecordId, string?[]? Texts, string? ContentHash, Record? Recorded, Record? Retired);

/// <summary>An entry worked out whole, before anything is written: record ids, texts, hashes, and the records as they will be read again.</summary>
internal sealed record EntryDraft(EntryRow Entry, IReadOnlyList<RowChange> Rows)
{
    public static EntryDraft Of(CommandHeader header, RegistryView view, string previousHash, DateTimeOffset now, IReadOnlyList<Change> changes)
    {
        var own = view.Own;
        var recordedAt = NotBefore(now, view);
        if (own.Seq == 0)
        {
            changes = [.. changes, .. MissingDefaults(header.District, recordedAt, changes)];
        }
        var ids = new RecordIds(own, changes);
        var rows = changes.Select(c => Row(c, own, ids, recordedAt)).ToList();
        var entry = new EntryRow
        {
            District = header.District.Value, Seq = own.Seq + 1, RecordedAt = Moment.Write(recordedAt), Actor = header.Actor, Command = header.Command,
            Reason = header.Reason, IdempotencyKey = header.IdempotencyKey, InputHash = header.InputHash, Vector = view.Vector.ToString(),
            Changes = rows.Count, PreviousHash = previousHash, Hash = "",
        };
        var draft = new EntryDraft(entry, rows);
        return draft with { Entry = entry with { Hash = EntryHash.Of(entry, draft.Changes) } };
    }

    /// <summary>The entry's rows of <c>ledger_changes</c>.</summary>
    public IEnumerable<ChangeRow> Changes => Rows.Select((row, i) => new ChangeRow
    {
        District = Entry.District, Seq = Entry.Seq, Number = i + 1, TableName = row.Table.Name, RecordId = row.RecordId,
        ContentHash = row.ContentHash, Retires = row.Retired?.Seq,
    });

    public IReadOnlyList<Record> Recorded => [.. Rows.Select(r => r.Recorded).OfType<Record>()];

    public IReadOnlyList<Record> Retired => [.. Rows.Select(r => r.Retired).OfType<Record>()];

    /// <summary>Clocks go back; the ledger does not, neither behind its own last entry nor behind a superior's that was seen.</summary>
    private static DateTimeOffset NotBefore(DateTimeOffset now, RegistryView view) =>
        view.Chain.Where(d => d.Seq > 0).Select(d => d.RecordedAt).Append(Moment.Truncate(now)).Max();

    private static IEnumerable<Change> MissingDefaults(DistrictCode district, DateTimeOffset recordedAt, IReadOnlyList<Change> changes)
    {
        var shape = RecordShape.Of<PolicyValue>();
        var given = changes.Select(c => c.Recorded).OfType<PolicyValue>().Select(shape.KeyOf).ToHashSet(StringComparer.Ordinal);
        return PolicyKeys.Defaults(district, Calendar.DayOf(recordedAt)).Where(p => !given.Contains(shape.KeyOf(p))).Select(Change.Record);
    }

    private static RowChange Row(Change change, DistrictRecords own, RecordIds ids, DateTimeOffset recordedAt)
    {
        var retired = change.Retired is null ? null : ids.Current(change.Retired);
        if (change.Recorded is null)
        {
            return new RowChange(RowTable.Of(retired!.GetType()), retired.RecordCode, null, null, null, retired);
        }
        var table = RowTable.Of(change.Recorded.GetType());
        var code = retired?.RecordCode ?? ids.New(change.Recorded);
        var texts = table.Shape.Texts(change.Recorded);
        // Made from the texts that are stored, so that a reader who loads it later sees the very same record.
        var recorded = table.Shape.Create(own.District, code, own.Seq + 1, recordedAt, texts);
        return new RowChange(table, code, texts, table.Shape.ContentHash(texts), recorded, retired);
    }
}
