using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
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
    public bool Holds(Vector vector) =>
        vector.Heads.All(h => h.Seq <= database.Read(s => LedgerStore.Head(s.Connection, h.District)) && IsWhole(h.District));

    private bool IsWhole(DistrictCode district)
    {
        lock (turns.GetOrAdd(district, _ => new Lock()))
        {
            var now = clock.GetUtcNow();
            if (checks.TryGetValue(district, out var before) && (now - before.At).Duration() < ValidFor)
            {
                return before.IsWhole;
            }
            var check = database.Read(s => Verify(s.Connection, district, now, before?.Head));
            checks[district] = check;
            return check.IsWhole;
        }
    }

    private static Check Verify(SqliteConnection connection, DistrictCode district, DateTimeOffset now, ExpectedHash? head)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var verifier = new LedgerVerifier(connection, district.Value);
        var isWhole = verifier.FirstBroken() is null && head?.Missing(connection) is null;
        return new Check(now, isWhole, isWhole ? new ExpectedHash(district, verifier.Whole().HeadHash) : head);
    }

    private sealed record Check(DateTimeOffset At, bool IsWhole, ExpectedHash? Head);
}
