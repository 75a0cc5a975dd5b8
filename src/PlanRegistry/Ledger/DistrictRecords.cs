using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>Every row of one district's ledger that is visible at one seq. Immutable.</summary>
public sealed class DistrictRecords
{
    private readonly Dictionary<Type, Array> byType;

    public DistrictRecords(DistrictCode district, int seq, DateTimeOffset recordedAt, IEnumerable<Record> records)
    {
        (District, Seq, RecordedAt) = (district, seq, recordedAt);
        byType = records.GroupBy(r => r.GetType()).ToDictionary(g => g.Key, g =>
        {
            var rows = g.OrderBy(r => r.RecordCode, StringComparer.Ordinal).ToArray();
            var typed = Array.CreateInstance(g.Key, rows.Length);
            Array.Copy(rows, typed, rows.Length);
            return typed;
        });
    }

    public DistrictCode District { get; }

    public int Seq { get; }

    /// <summary>When the entry at <see cref="Seq"/> was recorded.</summary>
    public DateTimeOffset RecordedAt { get; }

    public IReadOnlyList<T> Of<T>() where T : Record => byType.TryGetValue(typeof(T), out var rows) ? (T[])rows : [];

    /// <summary>The row of that record id; null when it is not visible here.</summary>
    public Record? Find(string table, string code)
    {
        if (RecordShape.ByTable(table) is not { } shape || !byType.TryGetValue(shape.Type, out var rows))
        {
            return null;
        }
        var (low, high) = (0, rows.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var row = (Record)rows.GetValue(middle)!;
            switch (string.CompareOrdinal(row.RecordCode, code))
            {
                case 0: return row;
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }
        return null;
    }

    public IEnumerable<Record> All => byType.Values.SelectMany(rows => rows.Cast<Record>());
}
