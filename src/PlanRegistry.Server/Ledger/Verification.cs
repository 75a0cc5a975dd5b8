using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>A ledger found whole: the hash of its last entry, noted elsewhere, will tell later whether its end was cut.</summary>
public sealed record VerifiedLedger(string District, int Entries, int Rows, string HeadHash);

/// <summary>What verification found: the ledgers that are whole, up to the first that is broken, and one sentence about that.</summary>
public sealed record Verification(IReadOnlyList<VerifiedLedger> Ledgers, string? Broken)
{
    /// <summary>Checks every ledger, and every row against its entry, in one snapshot of the database.</summary>
    /// <param name="expected">Hashes that must stand in a ledger, each HASH or DISTRICT:HASH.</param>
    public static Verification Of(IStorage storage, params IReadOnlyList<ExpectedHash> expected)
    {
        var found = storage.Inspect(ledgers => Of(ledgers, expected));
        return found.Broken is null ? found with { Broken = storage.Unguarded() } : found;
    }

    private static Verification Of(IEnumerable<StoredLedger> ledgers, IReadOnlyList<ExpectedHash> expected)
    {
        var whole = new List<VerifiedLedger>();
        var sought = expected.ToHashSet();
        foreach (var ledger in ledgers)
        {
            var verifier = new LedgerVerifier(ledger, sought);
            if (verifier.FirstBroken() is { } broken)
            {
                return new Verification(whole, broken);
            }
            whole.Add(verifier.Whole());
        }
        return new Verification(whole, expected.FirstOrDefault(sought.Contains)?.Missing);
    }
}
