using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PlanRegistry.Server.Ledger;

/// <summary>The schema's steps, embedded in the binary. What was applied is kept with its checksum and compared at every start.</summary>
public static class Migrations
{
    private const string Prefix = "sql/sqlite/";

    public static IReadOnlyList<Migration> Embedded { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => new Migration(n[Prefix.Length..], Read(n)))];

    /// <summary>Applies what is missing, all of it or nothing; returns the names applied.</summary>
    public static IReadOnlyList<string> Apply(Database database, TimeProvider clock) => Apply(database, clock, Embedded);

    public static IReadOnlyList<string> Apply(Database database, TimeProvider clock, IReadOnlyList<Migration> migrations)
    {
        using var connection = database.Open(create: true);
        try
        {
            // An immediate transaction: of two processes that start at once, the second waits and then finds nothing to do.
            using var transaction = connection.BeginTransaction(deferred: false);
            MakeTable(connection);
            var applied = Applied(connection);
            Compare(applied, migrations, database.File);
            var missing = migrations.Skip(applied.Count).ToList();
            foreach (var migration in missing)
            {
                connection.Execute(migration.Sql);
                connection.Execute(
                    "insert into plan_registry_migrations (name, checksum, applied_at) values (@Name, @Checksum, @at)",
                    new { migration.Name, migration.Checksum, at = Moment.Write(clock.GetUtcNow()) });
            }
            transaction.Commit();
            return [.. missing.Select(m => m.Name)];
        }
        catch (SqliteException e)
        {
            throw DatabaseException.From(e, database.File);
        }
    }

    /// <summary>For commands that only read: the schema must be this binary's, and is left as it is.</summary>
    public static void RequireCurrent(Database database)
    {
        using var connection = database.Open();
        try
        {
            var applied = connection.ExecuteScalar<int>("select count(*) from sqlite_master") == 0 ? [] : Applied(connection);
            Compare(applied, Embedded, database.File);
            if (applied.Count < Embedded.Count)
            {
                throw new DatabaseException($"The database '{database.File}' is empty, or of an older plan-registry: run plan-registry migrate first.");
            }
        }
        catch (SqliteException e)
        {
            throw DatabaseException.From(e, database.File);
        }
    }

    private static void MakeTable(SqliteConnection connection) => connection.Execute(
        """
        create table if not exists plan_registry_migrations (
            name       text not null primary key,
            checksum   text not null,
            applied_at text not null
        ) strict, without rowid
        """);

    private static List<(string Name, string Checksum)> Applied(SqliteConnection connection) =>
        [.. connection.Query<(string, string)>("select name, checksum from plan_registry_migrations order by name")];

    private static void Compare(List<(string Name, string Checksum)> applied, IReadOnlyList<Migration> migrations, string file)
    {
        for (var i = 0; i < applied.Count; i++)
        {
            var (name, checksum) = applied[i];
            var known = migrations.FirstOrDefault(m => m.Name == name);
            if (known is null)
            {
                throw new DatabaseException($"The database '{file}' was made by a newer plan-registry: its migration '{name}' is not known here.");
            }
            if (known.Checksum != checksum)
            {
                throw new DatabaseException(
                    $"The migration '{name}' is not the one that the database '{file}' was made with: its checksum is {known.Checksum[..12]}, the database has {(checksum.Length > 12 ? checksum[..12] : checksum)}.");
            }
            if (migrations[i] != known)
            {
                throw new DatabaseException($"The database '{file}' lacks the migration '{migrations[i].Name}', which comes before its '{name}'.");
            }
        }
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

public sealed record Migration(string Name, string Sql)
{
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}
