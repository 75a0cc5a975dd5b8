using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage;

/// <summary>
/// An entry worked out whole before it is written: record ids, texts, hashes, and the records as they will be read again.
/// </summary>
public sealed class EntryDraft
{
    /// <param name="entry">But for its hash, which the rows are part of.</param>
    public EntryDraft(LedgerEntry entry, IReadOnlyList<DraftRow> rows)
    {
        Rows = rows;
        Changes = [.. rows.Select((row, i) => new RecordChange
        {
            Seq = entry.Seq, Number = i + 1, RecordedAt = entry.RecordedAt,
            Id = new RecordId(row.Shape.Table, entry.District, row.RecordId), ContentHash = row.ContentHash, Retires = row.Retires,
        })];
        Entry = entry with { Hash = EntryHash.Of(entry, Changes) };
    }

    public LedgerEntry Entry { get; }

    public IReadOnlyList<DraftRow> Rows { get; }

    public IReadOnlyList<RecordChange> Changes { get; }

    public IReadOnlyList<Record> Recorded => [.. Rows.Select(r => r.Recorded).OfType<Record>()];

    public IReadOnlyList<Record> Retired => [.. Rows.Select(r => r.Retired).OfType<Record>()];
}

/// <summary>One row as it will be written. Texts, hash and record are null where it only retires.</summary>
public sealed record DraftRow(
    RecordShape Shape, string RecordId, IReadOnlyList<string?>? Texts, string? ContentHash, Record? Recorded, Record? Retired)
{
    /// <summary>The seq of the row that it retires.</summary>
    public int? Retires { get; init; } = Retired?.Seq;
}
