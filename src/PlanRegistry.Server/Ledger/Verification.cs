using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>A ledger found whole: the hash of its last entry, noted elsewhere, will tell later whether its end was cut.</summary>
public sealed record VerifiedLedger(string District, int Entries, int Rows, string HeadHash);

/// <summary>What verification found: the ledgers that are whole, up to the first that is broken, and one sentence about that.</summary>
public sealed record Verification(IReadOnlyList<VerifiedLedger> Ledgers, Text? Broken)
{
    private const int MostChangesAtAGlance = 1_000;

    /// <summary>What breaks nothing and is worth knowing; null where there is nothing.</summary>
    public Text? Remark { get; init; }

    /// <summary>Checks every ledger, and every row against its entry, in one snapshot of the database; then the database itself.</summary>
    /// <param name="expected">Hashes that must stand in a ledger, each HASH or DISTRICT:HASH.</param>
    /// <param name="progress">Called with each ledger that is whole.</param>
    public static Verification Of(
        IStorage storage, IReadOnlyList<ExpectedHash>? expected = null, Action<VerifiedLedger>? progress = null)
    {
        var found = storage.Inspect(ledgers => Of(ledgers, expected ?? [], progress));
        return found.Broken is null ? found with { Broken = storage.Damage() ?? storage.Unguarded() } : found;
    }

    /// <summary>
    /// What can be told at once, however large the ledgers are: the schema, the last entry of each, and what that saw. The hash of an
    /// entry that imported a whole district takes its time and is left to who looks through and through.
    /// </summary>
    public static Text? AtAGlance(IStorage storage) =>
        storage.Unguarded() ?? storage.Districts().Select(d => Head(storage, d)).FirstOrDefault(s => s is not null);

    private static Text? Head(IStorage storage, DistrictCode district)
    {
        var entry = storage.Entry(district, storage.Head(district))!;
        return entry.Changes <= MostChangesAtAGlance
                && EntryHash.Of(entry, storage.Changes(district, entry.Seq, entry.Seq)) != entry.Hash
            ? VerifierWords.Altered(entry)
            : Vector.Parse(entry.Vector).Heads.Where(h => h.Seq > storage.Head(h.District))
                .Select(h => (Text?)VerifierWords.SeenMissing(h.District, h.Seq, entry, storage.Head(h.District))).FirstOrDefault();
    }

    private static Verification Of(
        IEnumerable<StoredLedger> ledgers, IReadOnlyList<ExpectedHash> expected, Action<VerifiedLedger>? progress)
    {
        var whole = new List<VerifiedLedger>();
        var sought = expected.ToHashSet();
        var seen = new Dictionary<DistrictCode, (int Seq, LedgerEntry DecidedOnIt)>();
        foreach (var ledger in ledgers)
        {
            var verifier = new LedgerVerifier(ledger, sought);
            if (verifier.FirstBroken() is { } broken)
            {
                return new Verification(whole, broken);
            }
            whole.Add(verifier.Whole());
            progress?.Invoke(whole[^1]);
            foreach (var (district, by) in verifier.Seen.Where(s => s.Value.Seq > seen.GetValueOrDefault(s.Key).Seq))
            {
                seen[district] = by;
            }
        }
        return new Verification(whole, expected.FirstOrDefault(sought.Contains)?.Missing ?? Missing(whole, seen));
    }

    /// <summary>A ledger that was cut, or removed, whole as it is otherwise: the entries below it say how far it reached.</summary>
    private static Text? Missing(List<VerifiedLedger> whole, Dictionary<DistrictCode, (int Seq, LedgerEntry DecidedOnIt)> seen)
    {
        var heads = whole.ToDictionary(l => l.District, l => l.Entries);
        return seen.Where(s => s.Value.Seq > heads.GetValueOrDefault(s.Key.Value)).OrderBy(s => s.Key.Value, StringComparer.Ordinal)
            .Select(s => (Text?)VerifierWords.SeenMissing(s.Key, s.Value.Seq, s.Value.DecidedOnIt, heads.GetValueOrDefault(s.Key.Value)))
            .FirstOrDefault();
    }
}
