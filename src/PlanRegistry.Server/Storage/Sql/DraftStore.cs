using System.Data.Common;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>Entries as they were written, read again.</summary>
internal static class DraftStore
{
    public static IReadOnlyList<(LedgerEntry Stored, EntryDraft Draft)> Read(
        DbConnection connection, DistrictCode district, int fromSeq, int toSeq)
    {
        var changes = LedgerStore.ChangesAfter(connection, district, fromSeq - 1, int.MaxValue, toSeq, int.MaxValue);
        var texts = new Dictionary<(string Table, string Code, int Seq), string?[]>();
        foreach (var table in changes.Where(c => !c.IsWithdrawal).Select(c => c.Id.Table).Distinct())
        {
            ReadTexts(connection, RowTable.Named(table), district, fromSeq, toSeq, texts);
        }
        var byEntry = changes.ToLookup(c => c.Seq);
        return [.. LedgerStore.EntriesBetween(connection, district, fromSeq, toSeq)
            .Select(e => (e, new EntryDraft(e, [.. byEntry[e.Seq].OrderBy(c => c.Number).Select(c => Row(c, texts))])))];
    }

    private static DraftRow Row(RecordChange change, Dictionary<(string, string, int), string?[]> texts)
    {
        var shape = RowTable.Named(change.Id.Table).Shape;
        var written = change.IsWithdrawal ? null : texts.GetValueOrDefault((change.Id.Table, change.Id.Code, change.Seq));
        // A row that is gone leaves its entry with another hash, which tells.
        return new DraftRow(shape, change.Id.Code, written, written is null ? null : shape.ContentHash(written), null, null)
        {
            Retires = change.Retires,
        };
    }

    private static void ReadTexts(DbConnection connection, RowTable table, DistrictCode district, int fromSeq, int toSeq,
        Dictionary<(string, string, int), string?[]> into)
    {
        using var command = connection.CreateCommand();
        command.CommandText = table.SelectRecorded;
        command.Say("@home", district.Value).Say("@from", fromSeq).Say("@to", toSeq);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var texts = new string?[table.Shape.Columns.Count];
            RowTable.ReadTexts(reader, 3, texts);
            into[(table.Name, reader.GetString(0), reader.GetInt32(1))] = texts;
        }
    }
}
