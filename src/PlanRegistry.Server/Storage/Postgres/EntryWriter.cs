using System.Globalization;
using Dapper;
using Npgsql;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Storage.Sql;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>Writes a draft in one transaction. Writers of all nodes take turns, so that moments come in the order of commits.</summary>
internal sealed class EntryWriter(Database database)
{
    private const int ReportEvery = 1000;
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);

    /// <summary>False when another writer has the entry's seq or idempotency key; then nothing was written.</summary>
    public bool Write(Func<EntryDraft> draft, Waiting waiting, Action<int, int>? progress)
    {
        using var connection = database.Open();
        try
        {
            using var transaction = connection.BeginTransaction();
            Turns.Take(connection, Turns.Ledger, waiting.Left);
            var made = draft();
            if (!InsertEntry(connection, made.Entry))
            {
                return false;
            }
            Retire(connection, made);
            Insert(connection, made, progress);
            InsertChanges(connection, made);
            connection.Execute("select pg_notify(@channel, @district)",
                new { channel = Turns.Channel, district = made.Entry.District.Value });
            transaction.Commit();
            return true;
        }
        catch (NpgsqlException e)
        {
            throw Faults.Of(e, database.Name);
        }
    }

    /// <summary>Whether nobody is between the moment of an entry and its commit.</summary>
    public bool IsIdle()
    {
        try
        {
            return database.Read(connection =>
            {
                using var transaction = connection.BeginTransaction();
                Turns.Take(connection, Turns.Ledger, Soon);
                return true;
            });
        }
        catch (StorageException e)
        {
            // Where nobody can write, nobody does.
            return e.Code != StorageException.Busy;
        }
    }

    private static bool InsertEntry(NpgsqlConnection connection, LedgerEntry entry)
    {
        try
        {
            connection.Execute(LedgerStore.Insert, LedgerStore.ValuesOf(entry));
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>All before the first insert: a record id has one current row.</summary>
    private static void Retire(NpgsqlConnection connection, EntryDraft draft)
    {
        foreach (var row in draft.Rows.Where(r => r.Retired is not null))
        {
            var retired = connection.Execute(RowTable.Of(row.Shape).Retire, new
            {
                home = draft.Entry.District.Value, record_id = row.RecordId, seq = draft.Entry.Seq, retires = row.Retired!.Seq,
            });
            if (retired != 1)
            {
                throw new InvalidOperationException($"{row.Retired.Id} of seq {row.Retired.Seq} is not current in the database.");
            }
        }
    }

    private static void Insert(NpgsqlConnection connection, EntryDraft draft, Action<int, int>? progress)
    {
        var written = 0;
        foreach (var table in draft.Rows.Where(r => r.Texts is not null).GroupBy(r => r.Shape))
        {
            using var rows = connection.BeginTextImport(RowTable.Of(table.Key).Copy);
            foreach (var row in table)
            {
                CopyText.Write(rows, [draft.Entry.District.Value, row.RecordId, Digits(draft.Entry.Seq), .. row.Texts!]);
                if (++written % ReportEvery == 0)
                {
                    progress?.Invoke(written, draft.Rows.Count);
                }
            }
        }
        progress?.Invoke(draft.Rows.Count, draft.Rows.Count);
    }

    private static void InsertChanges(NpgsqlConnection connection, EntryDraft draft)
    {
        using var rows = connection.BeginTextImport(
            "copy ledger_changes (district, seq, number, table_name, record_id, content_hash, retires) from stdin");
        foreach (var change in draft.Changes)
        {
            CopyText.Write(rows, [draft.Entry.District.Value, Digits(draft.Entry.Seq), Digits(change.Number), change.Id.Table,
                change.Id.Code, change.ContentHash, change.Retires is { } seq ? Digits(seq) : null]);
        }
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
