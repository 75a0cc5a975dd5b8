using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Storage.Sql;
using SQLitePCL;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>Writes a draft in one transaction. There is one of it, and SQLite has one writer, so the process takes turns here.</summary>
internal sealed class EntryWriter(Database database) : IDisposable
{
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueKeyTaken = 2067;
    private const int ReportEvery = 1000;
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private readonly Lock writing = new();
    private SqliteConnection? connection;

    /// <summary>False when another writer has the entry's seq or idempotency key; then nothing was written.</summary>
    public bool Write(Func<EntryDraft> draft, Waiting waiting, Action<int, int>? progress) => Held(waiting.Left, () =>
    {
        Begin(waiting.Left);
        var made = draft();
        if (!InsertEntry(made.Entry))
        {
            return false;
        }
        Retire(made);
        Insert(made, progress);
        InsertChanges(made);
        connection!.Execute("commit");
        // Between the first look and the commit the file may have been put aside; then nobody is told that it was written.
        database.RequireSame();
        return true;
    });

    /// <summary>Whether the lock can be had, at once or nearly so: then nobody is between the moment of an entry and its commit.</summary>
    public bool IsIdle()
    {
        try
        {
            return Held(Soon, () =>
            {
                Begin(Soon);
                return true;
            });
        }
        catch (StorageException e)
        {
            // Where nobody can write, nobody does.
            return e.Code != StorageException.Busy;
        }
    }

    /// <summary>Closes the connection, unless somebody is writing on it.</summary>
    public void LetGo()
    {
        if (writing.TryEnter())
        {
            Close();
            writing.Exit();
        }
    }

    public void Dispose() => Close();

    /// <summary>Does what needs the connection that writes, in turn; whatever it began and did not commit is taken back.</summary>
    private T Held<T>(TimeSpan patience, Func<T> act)
    {
        if (!writing.TryEnter(patience))
        {
            throw StorageException.OfBusy(database.File);
        }
        try
        {
            database.RequireSame();
            connection ??= database.Open();
            return act();
        }
        catch (SqliteException e)
        {
            throw Faults.Of(e, database.File);
        }
        catch (StorageException e) when (e.Code == StorageException.Unavailable)
        {
            // It may hold a file that is gone, and the last one to close brings home what it can.
            Close();
            throw;
        }
        finally
        {
            TakeBack();
            writing.Exit();
        }
    }

    private void Begin(TimeSpan patience)
    {
        // The provider's own waiting goes by whole seconds, and begins anew.
        raw.sqlite3_busy_timeout(connection!.Handle, (int)patience.TotalMilliseconds);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, "begin immediate"), connection.Handle);
    }

    private void TakeBack()
    {
        if (connection is not null && raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            raw.sqlite3_exec(connection.Handle, "rollback");
        }
    }

    private void Close()
    {
        connection?.Dispose();
        connection = null;
    }

    private bool InsertEntry(LedgerEntry entry)
    {
        try
        {
            connection!.Execute(LedgerStore.Insert, LedgerStore.ValuesOf(entry));
            return true;
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode is PrimaryKeyTaken or UniqueKeyTaken)
        {
            return false;
        }
    }

    /// <summary>All before the first insert: a record id has one current row.</summary>
    private void Retire(EntryDraft draft)
    {
        foreach (var table in draft.Rows.Where(r => r.Retires is not null).GroupBy(r => r.Shape))
        {
            using var command = Command(RowTable.Of(table.Key).Retire, draft, "@home", "@record_id", "@seq", "@retires");
            foreach (var row in table)
            {
                command.Parameters["@record_id"].Value = row.RecordId;
                command.Parameters["@retires"].Value = row.Retires;
                if (command.ExecuteNonQuery() != 1)
                {
                    throw new InvalidOperationException(
                        $"{row.Shape.Table} {row.RecordId} of seq {row.Retires} is not current in the database.");
                }
            }
        }
    }

    private void Insert(EntryDraft draft, Action<int, int>? progress)
    {
        var written = 0;
        foreach (var table in draft.Rows.Where(r => r.Texts is not null).GroupBy(r => r.Shape))
        {
            var columns = Enumerable.Range(0, table.Key.Columns.Count).Select(i => "@c" + i).ToArray();
            using var command = Command(RowTable.Of(table.Key).Insert, draft, ["@home", "@record_id", "@seq", .. columns]);
            foreach (var row in table)
            {
                command.Parameters["@record_id"].Value = row.RecordId;
                for (var i = 0; i < columns.Length; i++)
                {
                    command.Parameters[3 + i].Value = (object?)row.Texts![i] ?? DBNull.Value;
                }
                command.ExecuteNonQuery();
                if (++written % ReportEvery == 0)
                {
                    progress?.Invoke(written, draft.Rows.Count);
                }
            }
        }
        progress?.Invoke(draft.Rows.Count, draft.Rows.Count);
    }

    private void InsertChanges(EntryDraft draft)
    {
        using var command = Command(
            """
            insert into ledger_changes (district, seq, number, table_name, record_id, content_hash, retires)
            values (@home, @seq, @number, @table_name, @record_id, @content_hash, @retires)
            """,
            draft, "@home", "@seq", "@number", "@table_name", "@record_id", "@content_hash", "@retires");
        foreach (var change in draft.Changes)
        {
            command.Parameters["@number"].Value = change.Number;
            command.Parameters["@table_name"].Value = change.Id.Table;
            command.Parameters["@record_id"].Value = change.Id.Code;
            command.Parameters["@content_hash"].Value = (object?)change.ContentHash ?? DBNull.Value;
            command.Parameters["@retires"].Value = (object?)change.Retires ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private SqliteCommand Command(string sql, EntryDraft draft, params string[] parameters)
    {
        var command = connection!.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        }
        command.Parameters["@home"].Value = draft.Entry.District.Value;
        command.Parameters["@seq"].Value = draft.Entry.Seq;
        return command;
    }
}
