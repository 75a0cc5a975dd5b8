using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>Reads the ledger's entries and changes.</summary>
internal static class LedgerStore
{
    private const string Columns =
        "district, seq, recorded_at, actor, command, reason, idempotency_key, input_hash, vector, changes, previous_hash, hash";

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

    public static IReadOnlyList<DistrictCode> Districts(SqliteConnection connection) =>
        [.. connection.Query<string>("select distinct district from ledger order by district").Select(DistrictCode.Parse)];

    public static LedgerEntry? Entry(SqliteConnection connection, DistrictCode district, int seq) =>
        connection.QuerySingleOrDefault<EntryRow>(
            $"select {Columns} from ledger where district = @district and seq = @seq",
            new { district = district.Value, seq })?.ToEntry();

    public static LedgerEntry? EntryUnderKey(SqliteConnection connection, DistrictCode district, string actor, string key) =>
        connection.QuerySingleOrDefault<EntryRow>(
            $"select {Columns} from ledger where district = @district and actor = @actor and idempotency_key = @key",
            new { district = district.Value, actor, key })?.ToEntry();

    public static IReadOnlyList<LedgerEntry> Entries(SqliteConnection connection, DistrictCode district, int afterSeq, int limit) =>
        [.. connection.Query<EntryRow>(
            $"""
            select {Columns}
            from ledger
            where district = @district and seq > @afterSeq
            order by seq
            limit @limit
            """,
            new { district = district.Value, afterSeq, limit }).Select(r => r.ToEntry())];

    public static IReadOnlyList<LedgerEntry> EntriesBefore(SqliteConnection connection, DistrictCode district, int beforeSeq, int limit) =>
        [.. connection.Query<EntryRow>(
            $"""
            select {Columns}
            from ledger
            where district = @district and seq < @beforeSeq
            order by seq desc
            limit @limit
            """,
            new { district = district.Value, beforeSeq, limit }).Select(r => r.ToEntry())];

    public static IReadOnlyList<LedgerChange> ChangesOf(SqliteConnection connection, DistrictCode district, int seq) =>
        [.. connection.Query<ChangeRow>(
            """
            select c.district, c.seq, c.number, l.recorded_at, c.table_name, c.record_id, c.content_hash, c.retires
            from ledger_changes c
            join ledger l on l.district = c.district and l.seq = c.seq
            where c.district = @district and c.seq = @seq
            order by c.number
            """,
            new { district = district.Value, seq }).Select(r => r.ToChange())];

    public static IReadOnlyList<LedgerChange> Changes(SqliteConnection connection, DistrictCode district, int afterSeq, int afterNumber, int limit) =>
        [.. connection.Query<ChangeRow>(
            """
            select c.district, c.seq, c.number, l.recorded_at, c.table_name, c.record_id, c.content_hash, c.retires
            from ledger_changes c
            join ledger l on l.district = c.district and l.seq = c.seq
            where c.district = @district and (c.seq, c.number) > (@afterSeq, @afterNumber)
            order by c.seq, c.number
            limit @limit
            """,
            new { district = district.Value, afterSeq, afterNumber, limit }).Select(r => r.ToChange())];

    private sealed record EntryRow
    {
        public required string District { get; init; }
        public required int Seq { get; init; }
        public required string RecordedAt { get; init; }
        public required string Actor { get; init; }
        public required string Command { get; init; }
        public string? Reason { get; init; }
        public string? IdempotencyKey { get; init; }
        public string? InputHash { get; init; }
        public required string Vector { get; init; }
        public required int Changes { get; init; }
        public required string PreviousHash { get; init; }
        public required string Hash { get; init; }

        public LedgerEntry ToEntry() => new()
        {
            District = DistrictCode.Parse(District), Seq = Seq, RecordedAt = Moment.Read(RecordedAt), Actor = Actor, Command = Command, Reason = Reason,
            IdempotencyKey = IdempotencyKey, InputHash = InputHash, Vector = Vector, Changes = Changes, PreviousHash = PreviousHash, Hash = Hash,
        };
    }

    private sealed record ChangeRow
    {
        public required string District { get; init; }
        public required int Seq { get; init; }
        public required int Number { get; init; }
        public required string RecordedAt { get; init; }
        public required string TableName { get; init; }
        public required string RecordId { get; init; }
        public string? ContentHash { get; init; }
        public int? Retires { get; init; }

        public LedgerChange ToChange() => new()
        {
            District = DistrictCode.Parse(District), Seq = Seq, Number = Number, RecordedAt = Moment.Read(RecordedAt),
            Id = new RecordId(TableName, DistrictCode.Parse(District), RecordId), ContentHash = ContentHash, Retires = Retires,
        };
    }
}
