using PlanRegistry.Records;
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
    /// <param name="tellsTime">Whether PostgreSQL's clock gives entries their moments, or the process's own does.</param>
    public static IStorage Of(string database, TimeSpan? patience = null, int parts = Parts, bool tellsTime = true) => IsServer(database)
        ? new PostgresStorage(new Postgres.Database(database, patience), parts, tellsTime)
        : new SqliteStorage(new Sqlite.Database(database, patience));

    /// <summary>Lets a role of the server's database serve: neither delete nor change what was recorded, nor touch the schema.</summary>
    public static void Grant(string database, string role)
    {
        using var opened = new Postgres.Database(database);
        Postgres.Migrations.Grant(opened, role);
    }

    /// <summary>Whether <c>--database</c> names a database of a server, and not a file.</summary>
    public static bool IsServer(string database) => Postgres.Database.IsNamed(database);

    /// <summary>Where files of documents lie where no setting says it: beside a file; null with a server's database.</summary>
    public static string? DocumentsFolder(string database) =>
        IsServer(database) ? null : Path.ChangeExtension(Path.GetFullPath(database), ".documents");

    /// <summary>Where it is kept who may use the registry: in the same home, whose schema is there already.</summary>
    public static IAccessStorage AccessOf(IStorage home) =>
        home is PostgresStorage server ? server.OpenAccess() : AccessOf(home.Name);

    /// <summary>Where it is kept who may use the registry of a file's home, which has its schema already.</summary>
    public static IAccessStorage AccessOf(string file) => new Sqlite.AccessStore(new Sqlite.Database(file));

    /// <summary>Where it is kept what districts were judged to: in the same home, whose schema is there already.</summary>
    public static ISweepStorage SweepsOf(IStorage home) =>
        home is PostgresStorage server ? server.OpenSweeps() : new Sqlite.SweepStore(new Sqlite.Database(home.Name));

    /// <summary>
    /// Makes a copy of one state of a file's home in another file, while others read and write it, without what nobody may use again.
    /// </summary>
    public static void Copy(string database, string file) => SqliteCopy.Take(new Sqlite.Database(database), file);

    /// <summary>Takes back, in a copy that nobody serves, what came after these entries.</summary>
    public static void Cut(string database, IReadOnlyDictionary<DistrictCode, int> kept)
    {
        using var home = new Sqlite.Database(database);
        SqliteCut.Apply(home, kept);
    }
}
