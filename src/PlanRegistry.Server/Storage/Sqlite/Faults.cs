using Microsoft.Data.Sqlite;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>What SQLite's errors mean to the person who named the file.</summary>
internal static class Faults
{
    public static StorageException Of(SqliteException e, string file) => new(Sentence(e, file), e);

    public static string ReadOnly(string file) =>
        $"The database '{file}' is read only; plan-registry needs to write to it and to its folder.";

    private static string Sentence(SqliteException e, string file) => e.SqliteErrorCode switch
    {
        26 => $"'{file}' is no SQLite database.",
        14 => $"The database '{file}' cannot be opened: its folder is missing, or may not be written to.",
        8 => ReadOnly(file),
        5 or 6 => $"The database '{file}' is locked by another process; try again when that has finished.",
        11 => $"The database '{file}' is damaged: SQLite says '{e.Message}'.",
        13 => $"The disk of the database '{file}' is full; nothing was written.",
        10 => $"The disk of the database '{file}' failed: SQLite says '{e.Message}'.",
        _ => $"The database '{file}' failed: SQLite says '{e.Message}'.",
    };
}
