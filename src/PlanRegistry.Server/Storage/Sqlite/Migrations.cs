using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Server.Storage.Sql;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>Brings the schema of a file up to date.</summary>
internal static class Migrations
{
    public static SchemaSteps Steps { get; } = SchemaSteps.Embedded("sql/sqlite/");

    /// <summary>Applies what is missing, all of it or nothing; returns the names applied.</summary>
    public static IReadOnlyList<string> Apply(Database database, TimeProvider clock) => Apply(database, clock, Steps);

    public static IReadOnlyList<string> Apply(Database database, TimeProvider clock, SchemaSteps steps)
    {
        using var connection = database.Open(create: true);
        try
        {
            // An immediate transaction: of two processes that start at once, the second waits and then finds nothing to do.
            using var transaction = connection.BeginTransaction(deferred: false);
            MakeTable(connection);
            var applied = steps.Apply(connection, database.File, clock);
            transaction.Commit();
            return applied;
        }
        catch (SqliteException e)
        {
            throw Faults.Of(e, database.File);
        }
    }

    /// <summary>For commands that only read: the schema must be this binary's, and is left as it is.</summary>
    public static void RequireCurrent(Database database)
    {
        using var connection = database.Open();
        try
        {
            var isEmpty = connection.ExecuteScalar<int>("select count(*) from sqlite_master") == 0;
            Steps.RequireAll(isEmpty ? [] : SchemaSteps.Applied(connection),
                database.File);
        }
        catch (SqliteException e)
        {
            throw Faults.Of(e, database.File);
        }
    }

    public static void MakeTable(SqliteConnection connection) => connection.Execute(
        """
        create table if not exists plan_registry_schema (
            name       text not null primary key,
            checksum   text not null,
            applied_at text not null
        ) strict, without rowid
        """);
}
