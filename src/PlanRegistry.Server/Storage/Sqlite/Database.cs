using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>One SQLite file in WAL mode, durable at every commit, and the sessions that read it.</summary>
internal sealed class Database(string file, TimeSpan? patience = null) : IDisposable
{
    /// <summary>How long to wait for another process to finish writing.</summary>
    private readonly TimeSpan patience = patience ?? TimeSpan.FromSeconds(10);
    private readonly ConcurrentBag<Session> idle = [];

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

    /// <summary>Opens a connection of its own; a missing file is made only when <paramref name="create"/> says so.</summary>
    public SqliteConnection Open(bool create = false)
    {
        if (string.IsNullOrWhiteSpace(File) || File.StartsWith(':') || File.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            // What SQLite itself would take for a database in memory, or for a URI, holds nothing that was ever acknowledged.
            throw new StorageException($"'{File}' is no file: name the file in which the registry is to be kept, like data/registry.db.");
        }
        if (Directory.Exists(File))
        {
            throw new StorageException($"'{File}' is a folder, not a database.");
        }
        if (!create && !System.IO.File.Exists(File))
        {
            throw new StorageException($"There is no database '{File}'.");
        }
        return Connect(create);
    }

    /// <summary>Reads on a session from the pool.</summary>
    public T Read<T>(Func<Session, T> read)
    {
        var session = idle.TryTake(out var free) ? free : new Session(Open());
        try
        {
            var result = read(session);
            idle.Add(session);
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

    public void Dispose()
    {
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private SqliteConnection Connect(bool create)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = File,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
        }.ToString());
        try
        {
            if (create)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(File))!);
            }
            connection.Open();
            connection.Execute($"pragma busy_timeout = {(int)patience.TotalMilliseconds}");
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
                    new StorageException($"The folder of the database '{File}' cannot be made: {e.Message}", e),
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
            throw new StorageException(
                $"The database '{File}' was made by an earlier plan-registry, and this one does not carry it on: "
                + "export each district with that program (plan-registry export), "
                + "and import the packs into a new database (plan-registry import).");
        }
        if (tables > 0 && ours == 0)
        {
            throw new StorageException(
                $"'{File}' is a SQLite database of another program: it has tables or views, but none of plan-registry's.");
        }
        return ours > 0;
    }
}
