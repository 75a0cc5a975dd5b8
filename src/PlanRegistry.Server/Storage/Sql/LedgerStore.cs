using System.Data;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using Dapper;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>Reads the ledger's entries and changes.</summary>
internal static class LedgerStore
{
    /// <summary>With the values of <see cref="ValuesOf"/>.</summary>
    public const string Insert =
        """
        insert into ledger (district, seq, form, hash_algorithm, recorded_at, actor_id, actor_name, role, command,
            reason, idempotency_key, input_hash, vector, changes, previous_hash, hash)
        values (@district, @Seq, @Form, @HashAlgorithm, @recordedAt, @actorId, @actorName, @Role, @Command,
            @Reason, @IdempotencyKey, @InputHash, @Vector, @Changes, @PreviousHash, @Hash)
        """;

    private const int EntriesAtOnce = 500;

    public static object ValuesOf(LedgerEntry entry) => new
    {
        district = entry.District.Value, entry.Seq, entry.Form, entry.HashAlgorithm,
        recordedAt = Moment.Write(entry.RecordedAt), actorId = entry.Actor.Id, actorName = entry.Actor.Name, entry.Actor.Role,
        entry.Command, entry.Reason, entry.IdempotencyKey, entry.InputHash, entry.Vector, entry.Changes,
        entry.PreviousHash, entry.Hash,
    };

    /// <summary>The seq of the last entry; 0 when the district has no ledger.</summary>
    public static int Head(DbConnection connection, DistrictCode district) =>
        connection.ExecuteScalar<int?>("select max(seq) from ledger where district = @district", new { district = district.Value }) ?? 0;

    /// <summary>The seq of the last entry recorded at or before the moment; 0 when there is none.</summary>
    public static int HeadAt(DbConnection connection, DistrictCode district, DateTimeOffset moment) =>
        connection.ExecuteScalar<int?>(
            """
            select seq
            from ledger
            where district = @district and recorded_at <= @moment
            order by recorded_at desc, seq desc
            limit 1
            """,
            new { district = district.Value, moment = Moment.Write(moment) }) ?? 0;

    /// <summary>Leaps from district to district in the primary key instead of reading every entry.</summary>
    public static IReadOnlyList<DistrictCode> Districts(DbConnection connection) =>
        [.. connection.Query<string>(
            """
            with recursive known (district) as (
                select min(district) from ledger
                union all
                select (select min(district) from ledger where district > known.district) from known where known.district is not null
            )
            select district from known where district is not null
            """).Select(DistrictCode.Parse)];

    public static LedgerEntry? Entry(DbConnection connection, DistrictCode district, int seq) =>
        Entries(connection, "district = @district and seq = @seq", new { district = district.Value, seq }).FirstOrDefault();

    public static LedgerEntry? EntryUnderKey(DbConnection connection, DistrictCode district, string actorId, string key) =>
        Entries(
            connection,
            "district = @district and actor_id = @actorId and idempotency_key = @key",
            new { district = district.Value, actorId, key }).FirstOrDefault();

    public static IReadOnlyList<LedgerEntry> EntriesBefore(DbConnection connection, DistrictCode district, int beforeSeq, int limit) =>
        [.. Entries(
            connection,
            "district = @district and seq < @beforeSeq order by seq desc limit @limit",
            new { district = district.Value, beforeSeq, limit })];

    public static IReadOnlyList<LedgerEntry> EntriesBetween(DbConnection connection, DistrictCode district, int fromSeq, int toSeq) =>
        [.. Entries(connection, "district = @district and seq between @fromSeq and @toSeq order by seq",
            new { district = district.Value, fromSeq, toSeq })];

    /// <summary>Every entry of a district, which need not be a code, with its changes.</summary>
    public static IEnumerable<StoredEntry> Stored(DbConnection connection, string district)
    {
        // A page at a time: a connection of PostgreSQL reads one thing at once.
        for (int? after = int.MinValue; after is not null;)
        {
            var page = new List<LedgerEntry>();
            var broken = Fill(page, Entries(connection, "district = @district and seq > @after order by seq limit @limit",
                new { district, after, limit = EntriesAtOnce }));
            foreach (var e in page)
            {
                yield return new StoredEntry(e, ChangesAfter(connection, e.District, e.Seq - 1, int.MaxValue, e.Seq, int.MaxValue));
            }
            broken?.Throw();
            after = page.Count < EntriesAtOnce ? null : page[^1].Seq;
        }
    }

    /// <summary>What is before an entry that cannot be read is read all the same.</summary>
    private static ExceptionDispatchInfo? Fill(List<LedgerEntry> page, IEnumerable<LedgerEntry> entries)
    {
        try
        {
            foreach (var entry in entries)
            {
                page.Add(entry);
            }
            return null;
        }
        catch (Exception e) when (e is FormatException or InvalidCastException)
        {
            return ExceptionDispatchInfo.Capture(e);
        }
    }

    /// <summary>In one statement with the entries' moments, however many entries the page touches.</summary>
    public static IReadOnlyList<RecordChange> ChangesAfter(
        DbConnection connection, DistrictCode district, int afterSeq, int afterNumber, int toSeq, int limit)
    {
        using var reader = connection.ExecuteReader(
            """
            select c.seq, c.number, l.recorded_at, c.table_name, c.record_id, c.content_hash, c.retires
            from ledger_changes c
            join ledger l on l.district = c.district and l.seq = c.seq
            where c.district = @district and (c.seq, c.number) > (@afterSeq, @afterNumber) and c.seq <= @toSeq
            order by c.seq, c.number
            limit @limit
            """,
            new { district = district.Value, afterSeq, afterNumber, toSeq, limit });
        var changes = new List<RecordChange>();
        while (reader.Read())
        {
            changes.Add(new RecordChange
            {
                Seq = reader.GetInt32(0), Number = reader.GetInt32(1), RecordedAt = Moment.Read(reader.GetString(2)),
                Id = new RecordId(reader.GetString(3), district, reader.GetString(4)), ContentHash = Text(reader, 5),
                Retires = reader.IsDBNull(6) ? null : reader.GetInt32(6),
            });
        }
        return changes;
    }

    /// <summary>Each entry says how many it made, so that not they are counted but the entries read.</summary>
    public static int CountChanges(DbConnection connection, DistrictCode district, int afterSeq, int toSeq) =>
        connection.ExecuteScalar<int>(
            """
            select coalesce(sum(changes), 0)
            from ledger
            where district = @district and seq > @afterSeq and seq <= @toSeq
            """,
            new { district = district.Value, afterSeq, toSeq });

    public static IEnumerable<int> SeqsWithoutEntry(DbConnection connection, string district) =>
        connection.Query<int>(
            """
            select distinct cast(seq as integer)
            from ledger_changes c
            where district = @district and not exists (select 1 from ledger l where l.district = c.district and l.seq = c.seq)
            order by 1
            """,
            new { district });

    /// <summary>One at a time, as they are asked for.</summary>
    private static IEnumerable<LedgerEntry> Entries(DbConnection connection, string where, object values)
    {
        using var reader = connection.ExecuteReader(
            $"""
            select district, seq, form, hash_algorithm, recorded_at, actor_id, actor_name, role, command,
                reason, idempotency_key, input_hash, vector, changes, previous_hash, hash
            from ledger
            where {where}
            """,
            values);
        while (reader.Read())
        {
            yield return new LedgerEntry
            {
                District = DistrictCode.Parse(reader.GetString(0)), Seq = reader.GetInt32(1),
                Form = reader.GetInt32(2), HashAlgorithm = reader.GetString(3), RecordedAt = Moment.Read(reader.GetString(4)),
                Actor = new Actor(reader.GetString(5), reader.GetString(6), Text(reader, 7)),
                Command = reader.GetString(8), Reason = Text(reader, 9), IdempotencyKey = Text(reader, 10), InputHash = Text(reader, 11),
                Vector = reader.GetString(12), Changes = reader.GetInt32(13),
                PreviousHash = reader.GetString(14), Hash = reader.GetString(15),
            };
        }
    }

    private static string? Text(IDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
