using Microsoft.Data.Sqlite;

namespace PlanRegistry.Server.Ledger;

/// <summary>Every row of a district as it is stored, each to be accounted for by the ledger.</summary>
internal sealed class StoredRows
{
    private readonly Dictionary<(string Table, string RecordId, int Seq), StoredRow> rows = [];

    public int Count => rows.Count;

    public void Load(SqliteConnection connection, string district)
    {
        foreach (var table in RowTable.All)
        {
            using var command = connection.CreateCommand();
            command.CommandText = table.SelectEver;
            command.Parameters.AddWithValue("@home", district);
            using var reader = command.ExecuteReader();
            var texts = new string?[table.Shape.Columns.Count];
            while (reader.Read())
            {
                // The texts as stored, not the record they are read as: two texts may mean one value.
                table.ReadTexts(reader, 3, texts);
                Add(new StoredRow
                {
                    Table = table.Name,
                    RecordId = reader.GetString(0),
                    Seq = reader.GetInt32(1),
                    RetiredSeq = reader.IsDBNull(2) ? null : reader.GetInt32(2),
                    ContentHash = table.Shape.ContentHash(texts),
                });
            }
        }
    }

    public StoredRow? Find(string table, string recordId, int seq) => rows.GetValueOrDefault((table, recordId, seq));

    /// <summary>The earliest row that no entry recorded, or that says it is retired and no entry retired.</summary>
    public StoredRow? FirstUnaccounted() =>
        rows.Values.Where(r => !r.IsNamed || (r.RetiredSeq is not null && !r.RetirementIsNamed))
            .OrderBy(r => r.Seq).ThenBy(r => r.Table, StringComparer.Ordinal).ThenBy(r => r.RecordId, StringComparer.Ordinal)
            .FirstOrDefault();

    private void Add(StoredRow row) => rows.Add((row.Table, row.RecordId, row.Seq), row);
}

internal sealed class StoredRow
{
    public required string Table { get; init; }
    public required string RecordId { get; init; }
    public required int Seq { get; init; }
    public required int? RetiredSeq { get; init; }
    public required string ContentHash { get; init; }
    public bool IsNamed { get; set; }
    public bool RetirementIsNamed { get; set; }
}
