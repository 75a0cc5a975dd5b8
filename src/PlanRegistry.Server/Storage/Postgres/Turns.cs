using System.Globalization;
using Dapper;
using Npgsql;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>Locks that all nodes see, held to the end of a transaction.</summary>
internal static class Turns
{
    /// <summary>On which a node tells the others that a ledger has grown.</summary>
    public const string Channel = "plan_registry";

    /// <summary>"PLAN", and what it is a turn of.</summary>
    public const long Access = 0x504C414E_02, Schema = 0x504C414E_03, Sweep = 0x504C414E_04;

    /// <summary>Of ledgers; the second key is the district's code.</summary>
    private const int Ledger = 0x504C4C45;

    public static void Take(NpgsqlConnection connection, long turn, TimeSpan patience)
    {
        Wait(connection, patience);
        connection.Execute("select pg_advisory_xact_lock(@turn)", new { turn });
    }

    /// <summary>The first ledger is this writer's alone; into those above nobody writes meanwhile.</summary>
    public static void TakeToWrite(NpgsqlConnection connection, IReadOnlyList<DistrictCode> sight, TimeSpan patience)
    {
        Wait(connection, patience);
        Share(connection, sight.Skip(1));
        connection.Execute("select pg_advisory_xact_lock(@ledger, @key)", new { ledger = Ledger, key = KeyOf(sight[0]) });
    }

    /// <summary>Nobody writes into any of them.</summary>
    public static void TakeToLook(NpgsqlConnection connection, IReadOnlyList<DistrictCode> sight, TimeSpan patience)
    {
        Wait(connection, patience);
        Share(connection, sight);
    }

    /// <summary>From the top down, as everybody does: so that no two wait for each other.</summary>
    private static void Share(NpgsqlConnection connection, IEnumerable<DistrictCode> districts)
    {
        foreach (var district in districts.Reverse())
        {
            connection.Execute("select pg_advisory_xact_lock_shared(@ledger, @key)", new { ledger = Ledger, key = KeyOf(district) });
        }
    }

    private static void Wait(NpgsqlConnection connection, TimeSpan patience)
    {
        // 0 would wait for ever.
        var milliseconds = Math.Max(1, (long)patience.TotalMilliseconds);
        connection.Execute("select set_config('lock_timeout', @timeout, true)", new { timeout = $"{milliseconds}ms" });
    }

    private static int KeyOf(DistrictCode district) => int.Parse(district.Value, CultureInfo.InvariantCulture);
}
