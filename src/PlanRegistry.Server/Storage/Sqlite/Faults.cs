using Microsoft.Data.Sqlite;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>What SQLite's errors, and what was done to its files, mean to the person who named the file.</summary>
internal static class Faults
{
    private const int BusyInside = 5, LockedInside = 6, ReadOnlyInside = 8, FailedInside = 10, DamagedInside = 11, FullInside = 13,
        NotOpenedInside = 14, NoDatabaseInside = 26;

    public static StorageException Of(SqliteException e, string file) =>
        IsBusy(e) ? StorageException.OfBusy(file, e) : new(Sentence(e, file), e);

    public static bool IsBusy(SqliteException e) => e.SqliteErrorCode is BusyInside or LockedInside;

    public static Text ReadOnly(string file) => new(
        $"数据库“{file}”是只读的：本系统须能写入该文件及其所在文件夹。",
        $"The database '{file}' is read only; plan-registry needs to write to it and to its folder.");

    public static Text Full(string file) => new(
        $"数据库“{file}”所在磁盘已满，未写入任何内容。", $"The disk of the database '{file}' is full; nothing was written.");

    public static Text AlmostFull(string file, long megabytes) => new(
        $"数据库“{file}”所在磁盘仅剩{megabytes}MB，请尽快清理。",
        $"The disk of the database '{file}' has {megabytes} MB left; make room soon.");

    public static Text Gone(string file) => new(
        $"数据库文件“{file}”在运行中被移走或者删除：放回原文件之前不能写入。",
        $"The database '{file}' was moved or deleted while it is in use: nothing is written until it is put back.");

    public static Text Replaced(string file) => new(
        $"数据库文件“{file}”在运行中被另一文件替换：请放回原文件，或者确认后重新启动服务。",
        $"The database '{file}' was replaced by another file while it is in use: put the first one back, or start the server again.");

    public static Text Truncated(string file) => new(
        $"数据库文件“{file}”在运行中被截短：请停止服务，从备份恢复后以verify校验。",
        $"The database '{file}' was made shorter while it is in use: stop the server, restore a backup, and run plan-registry verify.");

    public static Text LogGone(string file) => new(
        $"数据库“{file}”的附属文件（-wal、-shm）在运行中被移走或者删除：本次未写入，已写入的内容正在归并，请稍后重试。",
        $"A file beside the database '{file}' (-wal or -shm) was moved or deleted while it is in use: nothing was written now, "
            + "what had been is being brought home; try again.");

    private static Text Sentence(SqliteException e, string file) => e.SqliteErrorCode switch
    {
        NoDatabaseInside => new($"“{file}”不是SQLite数据库。", $"'{file}' is no SQLite database."),
        NotOpenedInside => new($"数据库“{file}”无法打开：其文件夹不存在，或者不能写入。",
            $"The database '{file}' cannot be opened: its folder is missing, or may not be written to."),
        ReadOnlyInside => ReadOnly(file),
        DamagedInside => new($"数据库“{file}”已损坏：SQLite提示“{e.Message}”。", $"The database '{file}' is damaged: SQLite says '{e.Message}'."),
        FullInside => Full(file),
        FailedInside => new($"数据库“{file}”所在磁盘出错：SQLite提示“{e.Message}”。",
            $"The disk of the database '{file}' failed: SQLite says '{e.Message}'."),
        _ => new($"数据库“{file}”出错：SQLite提示“{e.Message}”。", $"The database '{file}' failed: SQLite says '{e.Message}'."),
    };
}
