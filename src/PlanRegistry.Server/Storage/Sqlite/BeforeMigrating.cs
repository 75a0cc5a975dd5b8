using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Calendar = PlanRegistry.Records.Calendar;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>Keeps a copy of a file as it is, before the schema's new steps are applied to it.</summary>
internal static class BeforeMigrating
{
    /// <returns>The copy; null where there is nothing to apply, or nothing to apply it to.</returns>
    public static string? Keep(Database database, TimeProvider clock)
    {
        if (!File.Exists(database.File) || LastStep(database) is not { } last || string.CompareOrdinal(last[..4], Homes.Schema) >= 0)
        {
            return null;
        }
        var moment = Calendar.InShanghai(clock.GetUtcNow()).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var copy = Path.ChangeExtension(database.File, $".{last[..4]}-{moment}.db");
        var part = $"{copy}.{Environment.ProcessId}.part";
        try
        {
            MakeAlone(part);
            SqliteCopy.Keep(database, part);
            // Another process that was started with it may have been first: then the steps are applied, and the copy is made.
            if (LastStep(new Database(part)) != last || File.Exists(copy))
            {
                return null;
            }
            File.Move(part, copy, overwrite: false);
            return copy;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>For this user alone, before anything is in it.</summary>
    private static void MakeAlone(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        File.Open(file, options).Dispose();
    }

    /// <summary>
    /// Null of an empty file. Another program's file is refused when it is opened, another schema's when steps are compared.
    /// </summary>
    private static string? LastStep(Database database)
    {
        using var connection = database.Open();
        try
        {
            return connection.ExecuteScalar<int>("select count(*) from sqlite_master where name = 'plan_registry_schema'") == 0 ? null
                : connection.ExecuteScalar<string?>("select max(name) from plan_registry_schema");
        }
        catch (SqliteException e)
        {
            throw Faults.Of(e, database.File);
        }
    }
}
