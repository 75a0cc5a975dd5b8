using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>What keeps a file from being written to, or soon will.</summary>
internal static class DiskCondition
{
    private const long Megabyte = 1 << 20;

    /// <summary>With less, a write of a whole district may fail.</summary>
    private const long Little = 200 * Megabyte;

    public static HomeCondition Of(Database database)
    {
        try
        {
            database.RequireSame();
            return RefusesWriting(database.File + "-wal")
                ? new HomeCondition(false, Faults.ReadOnly(database.File), Trouble.ReadOnly)
                : OfRoom(database.File, new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(database.File))!).AvailableFreeSpace);
        }
        catch (StorageException e)
        {
            return new HomeCondition(false, e.Sentence, Trouble.DatabaseAway);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new HomeCondition(false, new Text($"数据库“{database.File}”所在磁盘无法读取：{e.Message}",
                $"The disk of the database '{database.File}' cannot be read: {e.Message}"), Trouble.DatabaseAway);
        }
    }

    public static HomeCondition OfRoom(string file, long bytes) =>
        (bytes < Megabyte ? new HomeCondition(false, Faults.Full(file), Trouble.DiskFull)
        : bytes < Little ? new HomeCondition(true, Faults.AlmostFull(file, bytes / Megabyte), Trouble.DiskLow)
        : HomeCondition.Sound) with { FreeBytes = bytes };

    /// <summary>
    /// Asked of the log, on which nobody holds a lock: to open and close the database itself once
    /// more would let go of every lock that the process has on it.
    /// </summary>
    private static bool RefusesWriting(string log)
    {
        try
        {
            using var file = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
