using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PlanRegistry.Server.Ledger;

/// <summary>One SQLite file in WAL mode, durable at every commit, and the sessions that read it.</summary>
public sealed class Database(string file, TimeSpan? patience = null) : IDisposable
{
    /// <summary>How long to wait for another process to finish writing.</summary>
    private readonly TimeSpan patience = patience ?? TimeSpan.FromSeconds(10);
    private readonly ConcurrentBag<Session> idle = [];

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

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
        if (Directory.Exists(File))
        {
            throw new DatabaseException($"'{File}' is a folder, not a database.");
        }
        if (!create && !System.IO.File.Exists(File))
        {
            throw new DatabaseException($"There is no database '{File}'.");
        }
        return Connect(create);
    }

    /// <summary>Reads on a session from the pool.</summary>
    internal T Read<T>(Func<Session, T> read)
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
            throw DatabaseException.From(e, File);
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
            RefuseForeign(connection);
            connection.Execute("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;");
            return connection;
        }
        catch (Exception e)
        {
            connection.Dispose();
            throw e switch
            {
                SqliteException sqlite => DatabaseException.From(sqlite, File),
                IOException or UnauthorizedAccessException => new DatabaseException($"The folder of the database '{File}' cannot be made: {e.Message}", e),
                _ => e,
            };
        }
    }

    /// <summary>Before anything is written to it, not even the journal mode: another program's file stays as it is.</summary>
    private void RefuseForeign(SqliteConnection connection)
    {
        var (tables, ours) = connection.QuerySingle<(long, long)>(
            """
            select count(*), count(*) filter (where name = 'plan_registry_migrations')
            from sqlite_master
            where type = 'table'
            """);
        if (tables > 0 && ours == 0)
        {
            throw new DatabaseException($"'{File}' is a SQLite database of another program: it has tables, but none of plan-registry's.");
        }
    }
}
