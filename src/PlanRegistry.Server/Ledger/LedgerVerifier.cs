using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PlanRegistry.Server.Ledger;

/// <summary>Checks one district: its chain of entries first, each row against its entry next, then what no entry accounts for.</summary>
internal sealed class LedgerVerifier(SqliteConnection connection, string district)
{
    private readonly StoredRows rows = new();
    private EntryRow? last;

    public VerifiedLedger Whole() => new(district, last?.Seq ?? 0, rows.Count, last?.Hash ?? EntryHash.First);

    /// <summary>One sentence about the first thing that is wrong; null when all is well.</summary>
    public string? FirstBroken()
    {
        try
        {
            rows.Load(connection, district);
            return Entries().Select(Broken).FirstOrDefault(s => s is not null) ?? ChangesWithoutEntry() ?? RowWithoutEntry();
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException or DataException)
        {
            return $"The ledger of {district} after entry {last?.Seq ?? 0}, or a row of it, holds a value that plan-registry never writes: {e.Message}";
        }
    }

    private IEnumerable<EntryRow> Entries()
    {
        const int page = 500;
        List<EntryRow> entries;
        do
        {
            entries = [.. LedgerStore.Entries(connection, district, last?.Seq ?? int.MinValue, page)];
            foreach (var entry in entries)
            {
                yield return entry;
                last = entry;
            }
        }
        while (entries.Count == page);
    }

    private string? Broken(EntryRow entry)
    {
        var due = (last?.Seq ?? 0) + 1;
        if (entry.Seq != due)
        {
            return $"Entry {due} of {district} is missing: the ledger goes from {due - 1} to {entry.Seq}.";
        }
        if (last is not null && string.CompareOrdinal(entry.RecordedAt, last.RecordedAt) < 0)
        {
            return $"Entry {entry.Seq} of {district} was recorded at {entry.RecordedAt}, before entry {last.Seq} at {last.RecordedAt}.";
        }
        if (entry.PreviousHash != (last?.Hash ?? EntryHash.First))
        {
            return $"Entry {entry.Seq} of {district} does not follow entry {due - 1}: the hash it names is not that entry's.";
        }
        var changes = LedgerStore.ChangesOf(connection, district, entry.Seq).ToList();
        // The hash covers the order of the changes, not their numbers.
        return EntryHash.Of(entry, changes) == entry.Hash && changes.Select((c, i) => c.Number - i).All(first => first == 1)
            ? changes.Select(Broken).FirstOrDefault(s => s is not null)
            : $"Entry {entry.Seq} of {district} does not match its hash: the entry or its list of changes was altered.";
    }

    private string? Broken(ChangeRow change)
    {
        if (change.Retires is { } retires)
        {
            if (rows.Find(change.TableName, change.RecordId, retires) is not { } retired)
            {
                return $"The row '{change.RecordId}' of {change.TableName}, which entry {retires} of {district} recorded and entry {change.Seq} retired, is missing.";
            }
            if (retired.RetiredSeq != change.Seq)
            {
                return $"The row '{change.RecordId}' of {change.TableName}, which entry {change.Seq} of {district} retired, {Instead(retired.RetiredSeq)}.";
            }
            retired.RetirementIsNamed = true;
        }
        if (change.ContentHash is null)
        {
            return null;
        }
        if (rows.Find(change.TableName, change.RecordId, change.Seq) is not { } row)
        {
            return $"The row '{change.RecordId}' of {change.TableName}, which entry {change.Seq} of {district} recorded, is missing.";
        }
        row.IsNamed = true;
        return row.ContentHash == change.ContentHash ? null
            : $"The row '{change.RecordId}' of {change.TableName}, which entry {change.Seq} of {district} recorded, was changed: its content does not match the entry's hash.";
    }

    private static string Instead(int? retiredSeq) => retiredSeq is { } seq ? $"says that entry {seq} retired it" : "is current again";

    private string? ChangesWithoutEntry() =>
        connection.ExecuteScalar<int?>(
            """
            select min(seq)
            from ledger_changes c
            where district = @district and not exists (select 1 from ledger l where l.district = c.district and l.seq = c.seq)
            """,
            new { district }) is { } seq
            ? $"Entry {seq} of {district} is missing, but its changes are there: the end of the ledger was cut after entry {last?.Seq ?? 0}."
            : null;

    private string? RowWithoutEntry() => rows.FirstUnaccounted() switch
    {
        null => null,
        { IsNamed: true } row =>
            $"The row '{row.RecordId}' of {row.Table}, which entry {row.Seq} of {district} recorded, says that entry {row.RetiredSeq} retired it, but that entry does not.",
        var row => $"The row '{row.RecordId}' of {row.Table} says that entry {row.Seq} of {district} recorded it, but no entry names it.",
    };
}
