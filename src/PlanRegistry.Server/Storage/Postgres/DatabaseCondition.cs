using Dapper;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>Whether the database can be written to now.</summary>
internal static class DatabaseCondition
{
    public static HomeCondition Of(Database database)
    {
        try
        {
            return database.Read(c => c.ExecuteScalar<bool>("select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean"))
                ? new HomeCondition(false, new Text($"数据库“{database.Name}”是只读的（备用库）。",
                    $"The database '{database.Name}' is read only, a standby."))
                : HomeCondition.Sound;
        }
        catch (StorageException e)
        {
            return new HomeCondition(false, e.Sentence);
        }
    }
}
