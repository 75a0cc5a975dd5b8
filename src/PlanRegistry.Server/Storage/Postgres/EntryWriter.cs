using System.Globalization;
using Dapper;
using Npgsql;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage.Sql;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>
/// Writes a draft in one transaction. Of all nodes one writes to a ledger, and nobody to those above it meanwhile, so that in what a
/// district sees moments come in the order of commits; districts side by side do not wait for each other.
/// </summary>
internal sealed class EntryWriter(Database database, bool tellsTime)
{
    private const int ReportEvery = 1000;
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);

    /// <summary>False when another writer has the entry's seq or idempotency key; then nothing was written.</summary>
    public bool Write(IReadOnlyList<DistrictCode> sight, Func<DateTimeOffset?, EntryDraft> draft, Waiting waiting,
        Action<int, int>? progress)
    {
        using var connection = database.Open();
        try
        {
            using var transaction = connection.BeginTransaction();
            Turns.TakeToWrite(connection, sight, waiting.Left);
            var made = draft(tellsTime ? Now(connection) : null);
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
            if (e.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction)
            {
                database.BeginAnew();
            }
            throw Faults.Of(e, database.Name);
        }
    }

    /// <summary>Null while somebody is between the moment of an entry and its commit.</summary>
    public DateTimeOffset? Settled(IReadOnlyList<DistrictCode> sight, DateTimeOffset now)
    {
        try
        {
            return database.Read<DateTimeOffset?>(connection =>
            {
                using var transaction = connection.BeginTransaction();
                Turns.TakeToLook(connection, sight, Soon);
                // Within this very millisecond one may still come.
                return tellsTime ? Now(connection).AddMilliseconds(-1) : now;
            });
        }
        catch (StorageException e) when (e.Code == StorageException.Busy)
        {
            return null;
        }
    }

    /// <summary>By the one clock of all nodes.</summary>
    private static DateTimeOffset Now(NpgsqlConnection connection) =>
        Moment.Truncate(new DateTimeOffset(connection.ExecuteScalar<DateTime>("select clock_timestamp()"), TimeSpan.Zero));

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
        foreach (var row in draft.Rows.Where(r => r.Retires is not null))
        {
            var retired = connection.Execute(RowTable.Of(row.Shape).Retire, new
            {
                home = draft.Entry.District.Value, record_id = row.RecordId, seq = draft.Entry.Seq, retires = row.Retires,
            });
            if (retired != 1)
            {
                throw new InvalidOperationException(
                    $"{row.Shape.Table} {row.RecordId} of seq {row.Retires} is not current in the database.");
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
