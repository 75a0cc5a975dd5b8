using System.Collections.Concurrent;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>Whether ledgers are whole, for certificates: each is checked at most once a minute, and must still hold the head it had at the check before.</summary>
internal sealed class Integrity(Database database, TimeProvider clock)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<DistrictCode, Check> checks = new();
    private readonly ConcurrentDictionary<DistrictCode, Lock> turns = new();

    /// <summary>False when a ledger of the vector is broken, or ends before the vector does.</summary>
    public bool Holds(Vector vector)
    {
        using var session = database.Rent();
        return vector.Heads.All(h => h.Seq <= LedgerStore.Head(session.Connection, h.District) && IsWhole(h.District));
    }

    private bool IsWhole(DistrictCode district)
    {
        lock (turns.GetOrAdd(district, _ => new Lock()))
        {
            var now = clock.GetUtcNow();
            if (checks.TryGetValue(district, out var before) && (now - before.At).Duration() < ValidFor)
            {
                return before.IsWhole;
            }
            using var connection = database.Open();
            using var snapshot = connection.BeginTransaction(deferred: true);
            var verifier = new LedgerVerifier(connection, district.Value);
            var isWhole = verifier.FirstBroken() is null && before?.Head?.Missing(connection) is null;
            checks[district] = new Check(now, isWhole, isWhole ? new ExpectedHash(district, verifier.Whole().HeadHash) : before?.Head);
            return isWhole;
        }
    }

    private sealed record Check(DateTimeOffset At, bool IsWhole, ExpectedHash? Head);
}
