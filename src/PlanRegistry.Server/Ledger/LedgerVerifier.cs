using PlanRegistry.Ledger;
using PlanRegistry.Records;
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

    /// <summary>How far each ledger must reach, by the entry that was decided on so much of it.</summary>
    public Dictionary<DistrictCode, (int Seq, LedgerEntry DecidedOnIt)> Seen { get; } = [];

    /// <summary>One sentence about the first thing that is wrong; null when all is well.</summary>
    public Text? FirstBroken()
    {
        try
        {
            _ = DistrictCode.Parse(district);
            rows.Add(stored.Rows);
            return Entries().Select(Broken).FirstOrDefault(s => s is not null) ?? ChangesWithoutEntry() ?? RowWithoutEntry();
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException or InvalidOperationException
            or ArgumentException)
        {
            return VerifierWords.NeverWritten(district, last?.Seq ?? 0, e.Message);
        }
    }

    private IEnumerable<StoredEntry> Entries()
    {
        foreach (var next in stored.Entries)
        {
            yield return next;
            last = next.Entry;
            sought.RemoveWhere(e => e.Is(next.Entry));
            See(next.Entry);
        }
    }

    private void See(LedgerEntry entry)
    {
        foreach (var head in Vector.Parse(entry.Vector).Heads)
        {
            if (!Seen.TryGetValue(head.District, out var seen) || seen.Seq < head.Seq)
            {
                Seen[head.District] = (head.Seq, entry);
            }
        }
    }

    private Text? Broken(StoredEntry next)
    {
        var (entry, changes) = next;
        var due = (last?.Seq ?? 0) + 1;
        return entry.Seq != due ? VerifierWords.Missing(district, due, entry.Seq)
            : !EntryHash.Knows(entry) ? VerifierWords.UnknownForm(entry)
            : last is not null && entry.RecordedAt < last.RecordedAt ? VerifierWords.Earlier(entry, last)
            : entry.PreviousHash != (last?.Hash ?? EntryHash.First) ? VerifierWords.DoesNotFollow(entry)
            : EntryHash.Of(entry, changes) != entry.Hash ? VerifierWords.Altered(entry)
            : changes.Select(Broken).FirstOrDefault(s => s is not null);
    }

    private Text? Broken(RecordChange change)
    {
        var (table, _, code) = change.Id;
        if (change.Retires is { } retires)
        {
            if (rows.Find(table, code, retires) is not { } retired)
            {
                return VerifierWords.RetiredMissing(district, change, retires);
            }
            if (retired.Row.RetiredSeq != change.Seq)
            {
                return VerifierWords.NotRetired(district, change, retired.Row.RetiredSeq);
            }
            retired.RetirementIsNamed = true;
        }
        if (change.IsWithdrawal)
        {
            return null;
        }
        if (rows.Find(table, code, change.Seq) is not { } recorded)
        {
            return VerifierWords.RowMissing(district, change);
        }
        recorded.IsNamed = true;
        return recorded.Row.ContentHash == change.ContentHash ? default(Text?) : VerifierWords.RowChanged(district, change);
    }

    private Text? ChangesWithoutEntry() =>
        stored.SeqsWithoutEntry.Select(seq => (Text?)VerifierWords.Cut(district, seq, last?.Seq ?? 0)).FirstOrDefault();

    private Text? RowWithoutEntry() => rows.FirstUnaccounted() is { } row ? VerifierWords.Unaccounted(district, row) : default(Text?);
}
