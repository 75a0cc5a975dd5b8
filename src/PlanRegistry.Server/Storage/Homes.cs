using PlanRegistry.Records;
using PlanRegistry.Server.Storage.Sqlite;

namespace PlanRegistry.Server.Storage;

/// <summary>The homes that there are: one that keeps everything in a SQLite file.</summary>
public static class Homes
{
    /// <summary>Those of the databases that are part of the program, as it tells them beside its own version.</summary>
    public static string Versions => $"SQLite {Database.SqliteVersion}";

    /// <summary>The number of the schema's last step.</summary>
    public static string Schema => Migrations.Embedded[^1].Name[..4];

    /// <summary>The home that <c>--database</c> names. Nothing is opened before it is used.</summary>
    /// <param name="patience">How long to wait for another process that writes; 10 seconds.</param>
    public static IStorage Of(string database, TimeSpan? patience = null) => new SqliteStorage(new Database(database, patience));

    /// <summary>Where it is kept who may use the registry of that home, which has its schema already.</summary>
    public static IAccessStorage AccessOf(string database) => new AccessStore(new Database(database));

    /// <summary>
    /// Makes a copy of one state of the home in a file, while others read and write it, without what nobody may use again.
    /// </summary>
    public static void Copy(string database, string file) => SqliteCopy.Take(new Database(database), file);

    /// <summary>Takes back, in a copy that nobody serves, what came after these entries.</summary>
    public static void Cut(string database, IReadOnlyDictionary<DistrictCode, int> kept)
    {
        using var home = new Database(database);
        SqliteCut.Apply(home, kept);
    }
}
