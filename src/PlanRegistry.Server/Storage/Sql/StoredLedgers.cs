using System.Data.Common;
using Dapper;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>Ledgers and rows just as they stand in the file, for verification.</summary>
internal static class StoredLedgers
{
    public static IEnumerable<StoredLedger> All(DbConnection connection, DistrictCode? only) =>
        (only is { } one ? [one.Value] : Districts(connection)).Select(d => new StoredLedger(
            d,
            LedgerStore.Stored(connection, d),
            LedgerStore.SeqsWithoutEntry(connection, d),
            RowTable.All.SelectMany(t => Rows(connection, t, d))));

    /// <summary>Every district that any table speaks of, whether it has a ledger or not.</summary>
    private static IEnumerable<string> Districts(DbConnection connection)
    {
        var rows = RowTable.All.Select(t => $"select coalesce(cast(home as text), '') from {t.Name}");
        // What is no text, and so no district, is shown as text all the same: its ledger is then found broken.
        return connection.Query<string>(
            $"""
            select coalesce(cast(district as text), '') from ledger
            union
            select coalesce(cast(district as text), '') from ledger_changes
            union
            {string.Join("\nunion\n", rows)}
            order by 1
            """).ToList();
    }

    private static IEnumerable<StoredRow> Rows(DbConnection connection, RowTable table, string district)
    {
        using var command = connection.CreateCommand();
        command.CommandText = table.SelectEver;
        command.Say("@home", district);
        using var reader = command.ExecuteReader();
        var texts = new string?[table.Shape.Columns.Count];
        while (reader.Read())
        {
            RowTable.ReadTexts(reader, 3, texts);
            var retiredSeq = reader.IsDBNull(2) ? (int?)null : reader.GetInt32(2);
            yield return new StoredRow(table.Name, reader.GetString(0), reader.GetInt32(1), retiredSeq, table.Shape.ContentHash(texts));
        }
    }
}
