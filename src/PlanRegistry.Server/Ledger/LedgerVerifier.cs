using PlanRegistry.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>Checks one district: its chain of entries first, each row against its entry next, then what no entry accounts for.</summary>
/// <param name="stored">The ledger, read while it is checked.</param>
/// <param name="sought">Hashes that must stand in a ledger; those met on the way are taken out.</param>
internal sealed class LedgerVerifier(StoredLedger stored, HashSet<ExpectedHash> sought)
{
    private readonly string district = stored.District;
    private readonly RowAccounts rows = new();
    private LedgerEntry? last;

    public VerifiedLedger Whole() => new(district, last?.Seq ?? 0, rows.Count, last?.Hash ?? EntryHash.First);

    /// <summary>One sentence about the first thing that is wrong; null when all is well.</summary>
    public string? FirstBroken()
    {
        try
        {
            rows.Add(stored.Rows);
            return Entries().Select(Broken).FirstOrDefault(s => s is not null) ?? ChangesWithoutEntry() ?? RowWithoutEntry();
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException)
        {
            return $"The ledger of {district} after entry {last?.Seq ?? 0}, or a row of it,"
                + $" holds a value that plan-registry never writes: {e.Message}";
        }
    }

    private IEnumerable<StoredEntry> Entries()
    {
        foreach (var next in stored.Entries)
        {
            yield return next;
            last = next.Entry;
            sought.RemoveWhere(e => e.Is(next.Entry));
        }
    }

    private string? Broken(StoredEntry next)
    {
        var (entry, changes) = next;
        var due = (last?.Seq ?? 0) + 1;
        if (entry.Seq != due)
        {
            return $"Entry {due} of {district} is missing: the ledger goes from {due - 1} to {entry.Seq}.";
        }
        if (!EntryHash.Knows(entry))
        {
            return $"Entry {entry.Seq} of {district} is of form {entry.Form} with the hash algorithm '{entry.HashAlgorithm}', "
                + $"which this plan-registry cannot verify: it knows form {EntryHash.Form} with {EntryHash.Algorithm}.";
        }
        if (last is not null && entry.RecordedAt < last.RecordedAt)
        {
            return $"Entry {entry.Seq} of {district} was recorded at {Moment.Write(entry.RecordedAt)},"
                + $" before entry {last.Seq} at {Moment.Write(last.RecordedAt)}.";
        }
        if (entry.PreviousHash != (last?.Hash ?? EntryHash.First))
        {
            return $"Entry {entry.Seq} of {district} does not follow entry {due - 1}: the hash it names is not that entry's.";
        }
        return EntryHash.Of(entry, changes) == entry.Hash
            ? changes.Select(Broken).FirstOrDefault(s => s is not null)
            : $"Entry {entry.Seq} of {district} does not match its hash: the entry or its list of changes was altered.";
    }

    private string? Broken(RecordChange change)
    {
        var (table, _, code) = change.Id;
        if (change.Retires is { } retires)
        {
            if (rows.Find(table, code, retires) is not { } retired)
            {
                return $"The row '{code}' of {table}, which entry {retires} of "
                    + $"{district} recorded and entry {change.Seq} retired, is missing.";
            }
            if (retired.Row.RetiredSeq != change.Seq)
            {
                return $"The row '{code}' of {table}, which entry {change.Seq} of {district} retired, {Instead(retired.Row.RetiredSeq)}.";
            }
            retired.RetirementIsNamed = true;
        }
        if (change.IsWithdrawal)
        {
            return null;
        }
        if (rows.Find(table, code, change.Seq) is not { } recorded)
        {
            return $"The row '{code}' of {table}, which entry {change.Seq} of {district} recorded, is missing.";
        }
        recorded.IsNamed = true;
        return recorded.Row.ContentHash == change.ContentHash ? null
            : $"The row '{code}' of {table}, which entry {change.Seq} of {district} recorded,"
                + " was changed: its content does not match the entry's hash.";
    }

    private static string Instead(int? retiredSeq) => retiredSeq is { } seq ? $"says that entry {seq} retired it" : "is current again";

    private string? ChangesWithoutEntry() => stored.SeqsWithoutEntry.Select(seq =>
        $"Entry {seq} of {district} is missing, but its changes are there: the end of the ledger was cut after entry {last?.Seq ?? 0}.")
        .FirstOrDefault();

    private string? RowWithoutEntry() => rows.FirstUnaccounted() switch
    {
        null => null,
        { IsNamed: true, Row: var row } =>
            $"The row '{row.RecordId}' of {row.Table}, which entry {row.Seq} of {district} recorded,"
                + $" says that entry {row.RetiredSeq} retired it, but that entry does not.",
        { Row: var row } =>
            $"The row '{row.RecordId}' of {row.Table} says that entry {row.Seq} of {district} recorded it, but no entry names it.",
    };
}
