using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>Every row of a district as it is stored, each to be accounted for by the ledger.</summary>
internal sealed class RowAccounts
{
    private readonly Dictionary<(string Table, string RecordId, int Seq), RowAccount> rows = [];

    public int Count => rows.Count;

    public void Add(IEnumerable<StoredRow> stored)
    {
        foreach (var row in stored)
        {
            rows.Add((row.Table, row.RecordId, row.Seq), new RowAccount(row));
        }
    }

    public RowAccount? Find(string table, string recordId, int seq) => rows.GetValueOrDefault((table, recordId, seq));

    /// <summary>The earliest row that no entry recorded, or that says it is retired and no entry retired.</summary>
    public RowAccount? FirstUnaccounted() =>
        rows.Values.Where(r => !r.IsNamed || (r.Row.RetiredSeq is not null && !r.RetirementIsNamed))
            .OrderBy(r => r.Row.Seq).ThenBy(r => r.Row.Table, StringComparer.Ordinal).ThenBy(r => r.Row.RecordId, StringComparer.Ordinal)
            .FirstOrDefault();
}

/// <summary>A row, and whether entries account for it.</summary>
internal sealed class RowAccount(StoredRow row)
{
    public StoredRow Row { get; } = row;
    public bool IsNamed { get; set; }
    public bool RetirementIsNamed { get; set; }
}
