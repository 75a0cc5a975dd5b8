using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Ledger;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>Writes a draft in one transaction. There is one of it, and SQLite has one writer, so the process takes turns here.</summary>
internal sealed class EntryWriter(Database database) : IDisposable
{
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueKeyTaken = 2067;
    private const int ReportEvery = 1000;
    private readonly Lock writing = new();
    private SqliteConnection? connection;

    /// <summary>False when another writer has the entry's seq or idempotency key; then nothing was written.</summary>
    public bool Write(EntryDraft draft, Action<int, int>? progress)
    {
        lock (writing)
        {
            try
            {
                connection ??= database.Open();
                using var transaction = connection.BeginTransaction(deferred: false);
                if (!InsertEntry(draft.Entry))
                {
                    return false;
                }
                Retire(draft);
                Insert(draft, progress);
                InsertChanges(draft);
                transaction.Commit();
                return true;
            }
            catch (SqliteException e)
            {
                throw Faults.Of(e, database.File);
            }
        }
    }

    public void Dispose() => connection?.Dispose();

    private bool InsertEntry(LedgerEntry entry)
    {
        try
        {
            connection!.Execute(
                """
                insert into ledger (district, seq, form, hash_algorithm, recorded_at, actor_id, actor_name, role, command,
                    reason, idempotency_key, input_hash, vector, changes, previous_hash, hash)
                values (@district, @Seq, @Form, @HashAlgorithm, @recordedAt, @actorId, @actorName, @Role, @Command,
                    @Reason, @IdempotencyKey, @InputHash, @Vector, @Changes, @PreviousHash, @Hash)
                """,
                new
                {
                    district = entry.District.Value, entry.Seq, entry.Form, entry.HashAlgorithm,
                    recordedAt = Moment.Write(entry.RecordedAt), actorId = entry.Actor.Id, actorName = entry.Actor.Name, entry.Actor.Role,
                    entry.Command, entry.Reason, entry.IdempotencyKey, entry.InputHash, entry.Vector, entry.Changes,
                    entry.PreviousHash, entry.Hash,
                });
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
        foreach (var table in draft.Rows.Where(r => r.Retired is not null).GroupBy(r => r.Shape))
        {
            using var command = Command(RowTable.Of(table.Key).Retire, draft, "@home", "@record_id", "@seq", "@retires");
            foreach (var row in table)
            {
                command.Parameters["@record_id"].Value = row.RecordId;
                command.Parameters["@retires"].Value = row.Retired!.Seq;
                if (command.ExecuteNonQuery() != 1)
                {
                    throw new InvalidOperationException($"{row.Retired.Id} of seq {row.Retired.Seq} is not current in the database.");
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
