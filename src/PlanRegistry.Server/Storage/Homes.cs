using PlanRegistry.Server.Storage.Postgres;
using PlanRegistry.Server.Storage.Sqlite;

namespace PlanRegistry.Server.Storage;

/// <summary>The homes that there are: a SQLite file, or a database of a PostgreSQL server.</summary>
public static class Homes
{
    /// <summary>Into how many parts a table of PostgreSQL is made.</summary>
    public const int Parts = 64;

    /// <summary>Those of the databases that are part of the program, as it tells them beside its own version.</summary>
    public static string Versions => $"SQLite {Sqlite.Database.SqliteVersion}";

    /// <summary>The number of the schema's last step.</summary>
    public static string Schema => Sqlite.Migrations.Steps.All[^1].Name[..4];

    /// <summary>The home that <c>--database</c> names. Nothing is opened before it is used.</summary>
    /// <param name="patience">How long to wait for another process that writes; 10 seconds.</param>
    /// <param name="parts">Of each table, where it is still to be made in PostgreSQL.</param>
    public static IStorage Of(string database, TimeSpan? patience = null, int parts = Parts) => Postgres.Database.IsNamed(database)
        ? new PostgresStorage(new Postgres.Database(database, patience), parts)
        : new SqliteStorage(new Sqlite.Database(database, patience));

    /// <summary>Where it is kept who may use the registry of that home, which has its schema already.</summary>
    public static IAccessStorage AccessOf(string database) => Postgres.Database.IsNamed(database)
        ? new Postgres.AccessStore(new Postgres.Database(database))
        : new Sqlite.AccessStore(new Sqlite.Database(database));
}
