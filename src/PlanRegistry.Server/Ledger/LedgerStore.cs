using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>Reads the ledger's entries and changes.</summary>
internal static class LedgerStore
{
    private const string EntryColumns =
        "district, seq, recorded_at, actor, command, reason, idempotency_key, input_hash, vector, changes, previous_hash, hash";

    private const string ChangeColumns = "district, seq, number, table_name, record_id, content_hash, retires";

    /// <summary>The seq of the last entry; 0 when the district has no ledger.</summary>
    public static int Head(SqliteConnection connection, DistrictCode district) =>
        connection.ExecuteScalar<int?>("select max(seq) from ledger where district = @district", new { district = district.Value }) ?? 0;

    /// <summary>The seq of the last entry recorded at or before the moment; 0 when there is none.</summary>
    public static int HeadAt(SqliteConnection connection, DistrictCode district, DateTimeOffset moment) =>
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
    public static IReadOnlyList<DistrictCode> Districts(SqliteConnection connection) =>
        [.. connection.Query<string>(
            """
            with recursive known (district) as (
                select min(district) from ledger
                union all
                select (select min(district) from ledger where district > known.district) from known where known.district is not null
            )
            select district from known where district is not null
            """).Select(DistrictCode.Parse)];

    public static LedgerEntry? Entry(SqliteConnection connection, DistrictCode district, int seq) =>
        connection.QuerySingleOrDefault<EntryRow>(
            $"select {EntryColumns} from ledger where district = @district and seq = @seq",
            new { district = district.Value, seq })?.ToEntry();

    public static LedgerEntry? EntryUnderKey(SqliteConnection connection, DistrictCode district, string actor, string key) =>
        connection.QuerySingleOrDefault<EntryRow>(
            $"select {EntryColumns} from ledger where district = @district and actor = @actor and idempotency_key = @key",
            new { district = district.Value, actor, key })?.ToEntry();

    public static IEnumerable<EntryRow> Entries(SqliteConnection connection, string district, int afterSeq, int limit) =>
        connection.Query<EntryRow>(
            $"""
            select {EntryColumns}
            from ledger
            where district = @district and seq > @afterSeq
            order by seq
            limit @limit
            """,
            new { district, afterSeq, limit });

    public static IEnumerable<EntryRow> EntriesBefore(SqliteConnection connection, string district, int beforeSeq, int limit) =>
        connection.Query<EntryRow>(
            $"""
            select {EntryColumns}
            from ledger
            where district = @district and seq < @beforeSeq
            order by seq desc
            limit @limit
            """,
            new { district, beforeSeq, limit });

    public static IEnumerable<ChangeRow> ChangesOf(SqliteConnection connection, string district, int seq) =>
        connection.Query<ChangeRow>(
            $"""
            select {ChangeColumns}
            from ledger_changes
            where district = @district and seq = @seq
            order by number
            """,
            new { district, seq });

    public static IReadOnlyList<LedgerChange> ChangesAfter(SqliteConnection connection, DistrictCode district, int afterSeq, int afterNumber, int limit)
    {
        var rows = connection.Query<ChangeRow>(
            $"""
            select {ChangeColumns}
            from ledger_changes
            where district = @district and (seq, number) > (@afterSeq, @afterNumber)
            order by seq, number
            limit @limit
            """,
            new { district = district.Value, afterSeq, afterNumber, limit }).ToList();
        var moments = rows.Select(r => r.Seq).Distinct().ToDictionary(s => s, s => Entry(connection, district, s)!.RecordedAt);
        return [.. rows.Select(r => r.ToChange(moments[r.Seq]))];
    }
}
