using System.Reflection;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>The schema's steps, embedded in the binary. What was applied is kept with its checksum and compared at every start.</summary>
internal static class Migrations
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
                throw new StorageException(new(
                    $"数据库“{database.File}”是空的，或者由本系统的旧版本建立：请先运行plan-registry migrate。",
                    $"The database '{database.File}' is empty, or of an older plan-registry: run plan-registry migrate first."));
            }
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
                throw new StorageException(new(
                    $"数据库“{file}”由本系统的更新版本建立：本版本不认得其迁移“{name}”。",
                    $"The database '{file}' was made by a newer plan-registry: its migration '{name}' is not known here."));
            }
            if (known.Checksum != checksum)
            {
                var stored = checksum.Length > 12 ? checksum[..12] : checksum;
                throw new StorageException(new(
                    $"迁移“{name}”与建立数据库“{file}”时所用的不同：其校验值为{known.Checksum[..12]}，数据库中为{stored}。",
                    $"The migration '{name}' is not the one that the database '{file}' was made with: its checksum is "
                        + $"{known.Checksum[..12]}, the database has {stored}."));
            }
            if (migrations[i] != known)
            {
                throw new StorageException(new(
                    $"数据库“{file}”缺少迁移“{migrations[i].Name}”，它在已有的“{name}”之前。",
                    $"The database '{file}' lacks the migration '{migrations[i].Name}', which comes before its '{name}'."));
            }
        }
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
