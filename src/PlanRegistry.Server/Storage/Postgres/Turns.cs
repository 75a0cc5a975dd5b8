using Dapper;
using Npgsql;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>Locks that all nodes see, held to the end of a transaction.</summary>
internal static class Turns
{
    /// <summary>On which a node tells the others that a ledger has grown.</summary>
    public const string Channel = "plan_registry";

    /// <summary>"PLAN", and what it is a turn of.</summary>
    public const long Ledger = 0x504C414E_01, Access = 0x504C414E_02, Schema = 0x504C414E_03;

    public static void Take(NpgsqlConnection connection, long turn, TimeSpan patience)
    {
        // 0 would wait for ever.
        var milliseconds = Math.Max(1, (long)patience.TotalMilliseconds);
        connection.Execute("select set_config('lock_timeout', @timeout, true); select pg_advisory_xact_lock(@turn)",
            new { timeout = $"{milliseconds}ms", turn });
    }
}
