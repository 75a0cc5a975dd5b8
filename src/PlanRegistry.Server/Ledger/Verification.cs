using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PlanRegistry.Server.Ledger;

/// <summary>A ledger found whole: the hash of its last entry, noted elsewhere, will tell later whether its end was cut.</summary>
public sealed record VerifiedLedger(string District, int Entries, int Rows, string HeadHash);

/// <summary>What verification found: the ledgers that are whole, up to the first that is broken, and one sentence about that.</summary>
public sealed partial record Verification(IReadOnlyList<VerifiedLedger> Ledgers, string? Broken)
{
    /// <summary>Checks every ledger, and every row against its entry, in one snapshot of the database.</summary>
    /// <param name="expected">Hashes that must stand in a ledger, each HASH or DISTRICT:HASH.</param>
    public static Verification Of(Database database, params IReadOnlyList<ExpectedHash> expected) => database.Read(s =>
    {
        using var snapshot = s.Connection.BeginTransaction(deferred: true);
        var whole = new List<VerifiedLedger>();
        foreach (var district in Districts(s.Connection))
        {
            var verifier = new LedgerVerifier(s.Connection, district);
            if (verifier.FirstBroken() is { } broken)
            {
                return new Verification(whole, broken);
            }
            whole.Add(verifier.Whole());
        }
        return new Verification(whole, expected.Select(e => e.Missing(s.Connection)).FirstOrDefault(m => m is not null) ?? MissingTrigger(s.Connection));
    });

    /// <summary>Rows may be whole and yet unguarded: the triggers that the migrations make must all be there.</summary>
    private static string? MissingTrigger(SqliteConnection connection)
    {
        var there = connection.Query<string>("select name from sqlite_master where type = 'trigger'").ToHashSet(StringComparer.Ordinal);
        var missing = Migrations.Embedded.SelectMany(m => Trigger().Matches(m.Sql)).Select(m => m.Groups[1].Value).FirstOrDefault(name => !there.Contains(name));
        return missing is null ? null : $"The trigger '{missing}', which keeps rows from being changed or deleted, is gone from the database.";
    }

    [GeneratedRegex(@"create trigger (\w+)")]
    private static partial Regex Trigger();

    /// <summary>Every district that any table speaks of, whether it has a ledger or not.</summary>
    private static IEnumerable<string> Districts(SqliteConnection connection)
    {
        var rows = RowTable.All.Select(t => $"select home as district from {t.Name}");
        return connection.Query<string>(
            $"""
            select district from ledger
            union
            select district from ledger_changes
            union
            {string.Join("\nunion\n", rows)}
            order by district
            """).ToList();
    }
}
