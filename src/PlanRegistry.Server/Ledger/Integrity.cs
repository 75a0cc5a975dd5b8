using System.Collections.Concurrent;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// Whether ledgers are whole, for certificates: each is checked at most
/// once a minute, and must still hold the head it had at the check before.
/// </summary>
internal sealed class Integrity(IStorage storage, TimeProvider clock)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<DistrictCode, Check> checks = new();
    private readonly ConcurrentDictionary<DistrictCode, Lock> turns = new();

    /// <summary>False when a ledger of the vector is broken, or ends before the vector does.</summary>
    public bool Holds(Vector vector) =>
        vector.Heads.All(h => h.Seq <= storage.Head(h.District) && IsWhole(h.District));

    private bool IsWhole(DistrictCode district)
    {
        lock (turns.GetOrAdd(district, _ => new Lock()))
        {
            var now = clock.GetUtcNow();
            if (checks.TryGetValue(district, out var before) && (now - before.At).Duration() < ValidFor)
            {
                return before.IsWhole;
            }
            var check = storage.Inspect(ledgers => Verify(ledgers.Single(), district, now, before?.Head), district);
            checks[district] = check;
            return check.IsWhole;
        }
    }

    private static Check Verify(StoredLedger stored, DistrictCode district, DateTimeOffset now, ExpectedHash? head)
    {
        HashSet<ExpectedHash> sought = head is null ? [] : [head];
        var verifier = new LedgerVerifier(stored, sought);
        var isWhole = verifier.FirstBroken() is null && sought.Count == 0;
        return new Check(now, isWhole, isWhole ? new ExpectedHash(district, verifier.Whole().HeadHash) : head);
    }

    private sealed record Check(DateTimeOffset At, bool IsWhole, ExpectedHash? Head);
}
