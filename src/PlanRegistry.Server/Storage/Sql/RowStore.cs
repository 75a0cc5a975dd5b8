using System.Data.Common;
using Dapper;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>Reads a district's rows: one flat select a table.</summary>
internal static class RowStore
{
    /// <summary>Every row visible at the head. What was visible at a seq never changes, so this needs no transaction.</summary>
    public static DistrictRecords Load(DbConnection connection, LedgerHead head)
    {
        var recordedAt = Moments(connection, head);
        var records = new List<Record>();
        var (firstRecorded, outdated) = (new Dictionary<RecordId, DateTimeOffset>(), new List<Outdated>());
        foreach (var table in RowTable.All)
        {
            Read(connection, table, table.SelectVisible, head, recordedAt, (row, _) => records.Add(row));
            foreach (var (id, seq) in connection.Query<(string, int)>(
                table.SelectFirst, new { home = head.District.Value, seq = head.Seq }))
            {
                firstRecorded.Add(new RecordId(table.Name, head.District, id), recordedAt(seq));
            }
            if (Outdated.IsKept(table.Shape.Type))
            {
                Read(connection, table, table.SelectRetired, head, recordedAt,
                    (row, until) => outdated.Add(new Outdated(row, until!.Value, recordedAt(until.Value))));
            }
        }
        outdated.Sort((a, b) => a.Until.CompareTo(b.Until));
        return new DistrictRecords(head.District, head.Seq, recordedAt(head.Seq), records, firstRecorded, outdated);
    }

    /// <param name="take">A row, and the seq by which it was retired by the head.</param>
    private static void Read(DbConnection connection, RowTable table, string sql,
        LedgerHead head, Func<int, DateTimeOffset> recordedAt, Action<Record, int?> take)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Say("@home", head.District.Value).Say("@seq", head.Seq);
        using var reader = command.ExecuteReader();
        var texts = new string?[table.Shape.Columns.Count];
        var once = new Dictionary<(int Column, string Text), object?>();
        while (reader.Read())
        {
            RowTable.ReadTexts(reader, 3, texts);
            var seq = reader.GetInt32(1);
            take(table.Shape.Create(head.District, reader.GetString(0), seq, recordedAt(seq), texts, once),
                reader.IsDBNull(2) ? null : reader.GetInt32(2));
        }
    }

    private static Func<int, DateTimeOffset> Moments(DbConnection connection, LedgerHead head)
    {
        var moments = connection.Query<(int Seq, string RecordedAt)>(
            """
            select seq, recorded_at
            from ledger
            where district = @district and seq <= @seq
            """,
            new { district = head.District.Value, seq = head.Seq })
            .ToDictionary(e => e.Seq, e => Moment.Read(e.RecordedAt));
        return seq => moments.TryGetValue(seq, out var moment) ? moment : throw new StorageException(new(
            $"{head.District}的台账已损坏：没有其记录所注明的第{seq}条。详情请运行plan-registry verify。",
            $"The ledger of {head.District} is broken: it has no entry {seq}, which its rows name. plan-registry verify says more."));
    }
}
