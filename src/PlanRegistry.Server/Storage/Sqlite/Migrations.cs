using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>The schema's steps, embedded in the binary. What was applied is kept with its checksum and compared at every start.</summary>
internal static partial class Migrations
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
                    "insert into plan_registry_schema (name, checksum, applied_at) values (@Name, @Checksum, @at)",
                    new { migration.Name, migration.Checksum, at = Moment.Write(clock.GetUtcNow()) });
            }
            transaction.Commit();
            return [.. missing.Select(m => m.Name)];
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
            var applied = connection.ExecuteScalar<int>("select count(*) from sqlite_master") == 0 ? [] : Applied(connection);
            Compare(applied, Embedded, database.File);
            if (applied.Count < Embedded.Count)
            {
                throw new StorageException(
                    $"The database '{database.File}' is empty, or of an older plan-registry: run plan-registry migrate first.");
            }
        }
        catch (SqliteException e)
        {
            throw Faults.Of(e, database.File);
        }
    }

    /// <summary>Rows may be whole and yet unguarded: the triggers that the steps make must all be there.</summary>
    public static string? MissingTrigger(SqliteConnection connection)
    {
        var there = connection.Query<string>("select name from sqlite_master where type = 'trigger'").ToHashSet(StringComparer.Ordinal);
        var missing = Embedded.SelectMany(m => Trigger().Matches(m.Sql))
            .Select(m => m.Groups[1].Value).FirstOrDefault(name => !there.Contains(name));
        return missing is null
            ? null
            : $"The trigger '{missing}', which keeps rows from being changed or deleted, is gone from the database.";
    }

    [GeneratedRegex(@"create trigger (\w+)")]
    private static partial Regex Trigger();

    private static void MakeTable(SqliteConnection connection) => connection.Execute(
        """
        create table if not exists plan_registry_schema (
            name       text not null primary key,
            checksum   text not null,
            applied_at text not null
        ) strict, without rowid
        """);

    private static List<(string Name, string Checksum)> Applied(SqliteConnection connection) =>
        [.. connection.Query<(string, string)>("select name, checksum from plan_registry_schema order by name")];

    private static void Compare(List<(string Name, string Checksum)> applied, IReadOnlyList<Migration> migrations, string file)
    {
        for (var i = 0; i < applied.Count; i++)
        {
            var (name, checksum) = applied[i];
            var known = migrations.FirstOrDefault(m => m.Name == name);
            if (known is null)
            {
                throw new StorageException(
                    $"The database '{file}' was made by a newer plan-registry: its migration '{name}' is not known here.");
            }
            if (known.Checksum != checksum)
            {
                throw new StorageException(
                    $"The migration '{name}' is not the one that the database '{file}' was made with: its checksum is "
                        + $"{known.Checksum[..12]}, the database has {(checksum.Length > 12 ? checksum[..12] : checksum)}.");
            }
            if (migrations[i] != known)
            {
                throw new StorageException(
                    $"The database '{file}' lacks the migration '{migrations[i].Name}', which comes before its '{name}'.");
            }
        }
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
