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
            return database.Read(c =>
                c.ExecuteScalar<bool>("select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean"))
                ? new HomeCondition(false, new Text($"数据库“{database.Name}”是只读的（备用库）。",
                    $"The database '{database.Name}' is read only, a standby."), Trouble.ReadOnly)
                : listening.IsDeaf ? new HomeCondition(true, new Text(
                    $"听不到其他节点写入“{database.Name}”的通知（例如经由连接池）：改为每次查询，订阅最多晚2秒。",
                    $"News of what other nodes write to '{database.Name}' are not heard, as behind a pooler: each reading asks, "
                        + "and subscriptions are up to 2 seconds late."), Trouble.NotHeard)
                : HomeCondition.Sound;
        }
        catch (StorageException e)
        {
            return new HomeCondition(false, e.Sentence, Trouble.DatabaseAway);
        }
    }
}
