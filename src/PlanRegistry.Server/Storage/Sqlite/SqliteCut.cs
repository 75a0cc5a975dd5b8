using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage.Sql;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>
/// Takes back what came after certain entries, in a copy that nobody serves: the one place where rows of a ledger go. What keeps them from
/// going is dropped for it and made again, as it was.
/// </summary>
internal static class SqliteCut
{
    public static void Apply(Database database, IReadOnlyDictionary<DistrictCode, int> kept)
    {
        using var connection = database.Open();
        try
        {
            connection.Execute("pragma foreign_keys = off");
            using (var transaction = connection.BeginTransaction(deferred: false))
            {
                var triggers = connection.Query<(string Name, string Sql)>(
                    "select name, sql from sqlite_master where type = 'trigger'").ToList();
                triggers.ForEach(t => connection.Execute($"drop trigger {t.Name}"));
                foreach (var (district, seq) in kept)
                {
                    Cut(connection, district, seq);
                }
                triggers.ForEach(t => connection.Execute(t.Sql));
                transaction.Commit();
            }
            // What was cut does not lie about in the file's free pages.
            connection.Execute("vacuum");
        }
        catch (SqliteException e)
        {
            throw Faults.Of(e, database.File);
        }
    }

    private static void Cut(SqliteConnection connection, DistrictCode district, int seq)
    {
        var values = new { district = district.Value, seq };
        foreach (var table in RowTable.All)
        {
            connection.Execute($"delete from {table.Name} where home = @district and recorded_seq > @seq", values);
            connection.Execute($"update {table.Name} set retired_seq = null where home = @district and retired_seq > @seq", values);
        }
        connection.Execute("delete from ledger_changes where district = @district and seq > @seq", values);
        connection.Execute("delete from ledger where district = @district and seq > @seq", values);
        // Nobody has looked further than there is something to see.
        connection.Execute("delete from access_seen where district = @district and @seq = 0", values);
        connection.Execute("update access_seen set seq = @seq where district = @district and seq > @seq", values);
    }
}
