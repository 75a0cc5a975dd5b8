using Dapper;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>Whether the database can be written to now.</summary>
internal static class DatabaseCondition
{
    public static HomeCondition Of(Database database, Listening listening)
    {
        try
        {
            if (IsReadOnly(database))
            {
                // That it is set so, a connection is told when it begins.
                database.BeginAnew();
                return new HomeCondition(false, Faults.ReadOnly(database.Name), Trouble.ReadOnly);
            }
            return listening.IsDeaf ? new HomeCondition(true, NotHeard(database.Name), Trouble.NotHeard) : HomeCondition.Sound;
        }
        catch (StorageException e)
        {
            return new HomeCondition(false, e.Sentence, Trouble.DatabaseAway);
        }
    }

    private static bool IsReadOnly(Database database) => database.Read(c =>
        c.ExecuteScalar<bool>("select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean"));

    private static Text NotHeard(string name) => new(
        $"听不到其他节点写入“{name}”的通知（例如经由连接池）：改为每次查询，订阅最多晚2秒。",
        $"News of what other nodes write to '{name}' are not heard, as behind a pooler: each reading asks, "
            + "and subscriptions are up to 2 seconds late.");
}
