using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PlanRegistry.Server.Ledger;

/// <summary>Checks one district: its chain of entries first, each row against its entry next, then what no entry accounts for.</summary>
internal sealed class LedgerVerifier(SqliteConnection connection, string district)
{
    private readonly Dictionary<(string Table, string RecordId, int Seq), StoredRow> rows = [];
    private EntryRow? last;

    public VerifiedLedger Whole() => new(district, last?.Seq ?? 0, rows.Count, last?.Hash ?? EntryHash.First);

    /// <summary>One sentence about the first thing that is wrong; null when all is well.</summary>
    public string? FirstBroken()
    {
        try
        {
            foreach (var table in RowTable.All)
            {
                Load(table);
            }
            return Entries().Select(Broken).FirstOrDefault(s => s is not null) ?? ChangesWithoutEntry() ?? RowsWithoutEntry();
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException or DataException)
        {
            return $"The ledger of {district} after entry {last?.Seq ?? 0}, or a row of it, holds a value that plan-registry never writes: {e.Message}";
        }
    }

    private void Load(RowTable table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = table.SelectEver;
        command.Parameters.AddWithValue("@home", district);
        using var reader = command.ExecuteReader();
        var texts = new string?[table.Shape.Columns.Count];
        while (reader.Read())
        {
            // The texts as stored, not the record they are read as: two texts may mean one value.
            table.ReadTexts(reader, 3, texts);
            rows.Add((table.Name, reader.GetString(0), reader.GetInt32(1)), new StoredRow
            {
                ContentHash = table.Shape.ContentHash(texts),
                RetiredSeq = reader.IsDBNull(2) ? null : reader.GetInt32(2),
            });
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
        return EntryHash.Of(entry, changes) == entry.Hash
            ? changes.Select(Broken).FirstOrDefault(s => s is not null)
            : $"Entry {entry.Seq} of {district} does not match its hash: the entry or its list of changes was altered.";
    }

    private string? Broken(ChangeRow change)
    {
        if (change.Retires is { } retires)
        {
            if (!rows.TryGetValue((change.TableName, change.RecordId, retires), out var retired))
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
        if (!rows.TryGetValue((change.TableName, change.RecordId, change.Seq), out var row))
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

    private string? RowsWithoutEntry()
    {
        var wrong = rows.Where(r => !r.Value.IsNamed || (r.Value.RetiredSeq is not null && !r.Value.RetirementIsNamed));
        if (!wrong.Any())
        {
            return null;
        }
        var ((table, recordId, seq), row) = wrong.OrderBy(r => r.Key.Seq).ThenBy(r => r.Key.Table, StringComparer.Ordinal).ThenBy(r => r.Key.RecordId, StringComparer.Ordinal).First();
        return row.IsNamed
            ? $"The row '{recordId}' of {table}, which entry {seq} of {district} recorded, says that entry {row.RetiredSeq} retired it, but that entry does not."
            : $"The row '{recordId}' of {table} says that entry {seq} of {district} recorded it, but no entry names it.";
    }

    private sealed class StoredRow
    {
        public required string ContentHash { get; init; }
        public required int? RetiredSeq { get; init; }
        public bool IsNamed { get; set; }
        public bool RetirementIsNamed { get; set; }
    }
}
