using Dapper;
using Microsoft.Data.Sqlite;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>Whole copies of a registry's file, made while others read and write it (SQLite's online backup).</summary>
internal static class SqliteCopy
{
    /// <summary>
    /// One state of the file, but for what nobody may use again (sessions, links, who failed to sign in) and what can be judged again.
    /// </summary>
    public static void Take(Database database, string file) => Make(database, file, copy =>
        // Not only let go of: neither they nor what was deleted before lies about in free pages.
        copy.Execute(
            """
            delete from access_sessions;
            delete from access_links;
            delete from access_failures;
            delete from sweep_results;
            delete from sweep_work;
            vacuum;
            """));

    /// <summary>One state of the file, whatever its schema.</summary>
    public static void Keep(Database database, string file) => Make(database, file, _ => { });

    private static void Make(Database database, string file, Action<SqliteConnection> then)
    {
        try
        {
            using var source = database.Open();
            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false,
            }.ToString());
            copy.Open();
            source.BackupDatabase(copy);
            // One file, with nothing beside it.
            copy.Execute("pragma journal_mode = delete");
            then(copy);
        }
        catch (SqliteException e)
        {
            throw Faults.Of(e, file);
        }
    }
}
