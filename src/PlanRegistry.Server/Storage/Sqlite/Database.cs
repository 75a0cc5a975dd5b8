using System.Collections.Concurrent;
using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>One SQLite file in WAL mode, durable at every commit, and the sessions that read it.</summary>
internal sealed class Database(string file, TimeSpan? patience = null) : IDisposable
{
    private readonly ConcurrentBag<Session> idle = [];
    private readonly OpenFiles files = new(file);
    private readonly Lock opening = new();
    private int open;

    /// <summary>Of the SQLite that is part of the program.</summary>
    public static string SqliteVersion
    {
        get
        {
            using var connection = new SqliteConnection();
            return connection.ServerVersion;
        }
    }

    public string File { get; } = file;

    /// <summary>How long to wait for another process to finish writing.</summary>
    public TimeSpan Patience { get; } = patience ?? TimeSpan.FromSeconds(10);

    /// <summary>Asks who keeps a connection of its own to close it.</summary>
    public Action? LetGo { get; set; }

    /// <summary>Opens a connection of its own; a missing file is made only when <paramref name="create"/> says so.</summary>
    public SqliteConnection Open(bool create = false)
    {
        if (string.IsNullOrWhiteSpace(File) || File.StartsWith(':') || File.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            // What SQLite itself would take for a database in memory, or for a URI, holds nothing that was ever acknowledged.
            throw new StorageException(new($"“{File}”不是文件：请写明登记册所在的文件，如data/registry.db。",
                $"'{File}' is no file: name the file in which the registry is to be kept, like data/registry.db."));
        }
        if (Directory.Exists(File))
        {
            throw new StorageException(new($"“{File}”是文件夹，不是数据库。", $"'{File}' is a folder, not a database."));
        }
        lock (opening)
        {
            RequireSame();
            if (!create && !System.IO.File.Exists(File))
            {
                throw new StorageException(new($"没有数据库“{File}”。", $"There is no database '{File}'."));
            }
            var connection = Connect(create);
            connection.StateChange += (_, change) => Count(change.CurrentState);
            open++;
            files.Note();
            return connection;
        }
    }

    /// <summary>
    /// That the files in use still stand under their names. Where those beside the database do not, nobody may open what was put in
    /// their place, or nothing, before all have closed: the last one to close brings home what the lost log held.
    /// </summary>
    public void RequireSame()
    {
        lock (opening)
        {
            if (files.LogIsGone)
            {
                CloseIdle();
                LetGo?.Invoke();
            }
            files.Require();
        }
    }

    /// <summary>Reads on a session from the pool.</summary>
    public T Read<T>(Func<Session, T> read)
    {
        var session = idle.TryTake(out var free) ? free : new Session(Open());
        try
        {
            var result = read(session);
            GiveBack(session);
            return result;
        }
        catch (SqliteException e)
        {
            session.Dispose();
            throw Faults.Of(e, File);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public void Dispose() => CloseIdle();

    private void GiveBack(Session session)
    {
        if (files.LogIsGone)
        {
            session.Dispose();
            return;
        }
        idle.Add(session);
    }

    private void CloseIdle()
    {
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private void Count(ConnectionState state)
    {
        lock (opening)
        {
            if (state == ConnectionState.Closed && --open == 0)
            {
                files.Forget();
            }
        }
    }

    private SqliteConnection Connect(bool create)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = File,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)Patience.TotalSeconds),
        }.ToString());
        try
        {
            if (create)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(File))!);
            }
            connection.Open();
            connection.Execute($"pragma busy_timeout = {(int)Patience.TotalMilliseconds}");
            var isOurs = IsOurs(connection);
            if (create && raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
            {
                // SQLite opens a file that it may not write to for reading, and says so only when somebody writes.
                throw new StorageException(Faults.ReadOnly(File));
            }
            if (create || isOurs)
            {
                connection.Execute("pragma journal_mode = wal");
            }
            connection.Execute("pragma synchronous = full; pragma foreign_keys = on;");
            return connection;
        }
        catch (Exception e)
        {
            connection.Dispose();
            throw e switch
            {
                SqliteException sqlite => Faults.Of(sqlite, File),
                IOException or UnauthorizedAccessException =>
                    new StorageException(new($"无法建立数据库“{File}”的文件夹：{e.Message}",
                        $"The folder of the database '{File}' cannot be made: {e.Message}"), e),
                _ => e,
            };
        }
    }

    /// <summary>Asked before anything is written, even the journal mode: another program's file is refused and stays as it is.</summary>
    private bool IsOurs(SqliteConnection connection)
    {
        var (tables, ours, earlier) = connection.QuerySingle<(long, long, long)>(
            """
            select
                count(*),
                count(*) filter (where name = 'plan_registry_schema'),
                count(*) filter (where name = 'plan_registry_migrations')
            from sqlite_master
            where type in ('table', 'view')
            """);
        if (earlier > 0)
        {
            // The bookkeeping had that name until the schema started afresh at version 1.
            throw new StorageException(new(
                $"数据库“{File}”由本系统的早期版本建立，本版本不再沿用：请用该版本逐一导出各行政区（plan-registry export），"
                + "再将数据包导入新的数据库（plan-registry import）。", $"The database '{File}' was made by an earlier plan-registry, "
                + "and this one does not carry it on: export each district with that program (plan-registry export), "
                + "and import the packs into a new database (plan-registry import)."));
        }
        if (tables > 0 && ours == 0)
        {
            throw new StorageException(new($"“{File}”是其他程序的SQLite数据库：其中有表或视图，但没有本系统的表。",
                $"'{File}' is a SQLite database of another program: it has tables or views, but none of plan-registry's."));
        }
        return ours > 0;
    }
}
