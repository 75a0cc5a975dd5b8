using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>Every row of one district's ledger that is visible at one seq. Immutable.</summary>
public sealed class DistrictRecords
{
    private readonly Dictionary<Type, Array> byType;

    public DistrictRecords(DistrictCode district, int seq, DateTimeOffset recordedAt, IEnumerable<Record> records)
    {
        (District, Seq, RecordedAt) = (district, seq, recordedAt);
        byType = records.GroupBy(r => r.GetType()).ToDictionary(g => g.Key, g => Sorted(g.Key, g));
    }

    private DistrictRecords(DistrictCode district, int seq, DateTimeOffset recordedAt, Dictionary<Type, Array> byType) =>
        (District, Seq, RecordedAt, this.byType) = (district, seq, recordedAt, byType);

    public DistrictCode District { get; }

    public int Seq { get; }

    /// <summary>When the entry at <see cref="Seq"/> was recorded.</summary>
    public DateTimeOffset RecordedAt { get; }

    public int Count => byType.Values.Sum(rows => rows.Length);

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

    /// <summary>The row that is visible under a record id; null when none is.</summary>
    public Record? Find(Type type, string recordCode)
    {
        if (!byType.TryGetValue(type, out var rows))
        {
            return null;
        }
        var sorted = (Record[])rows;
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(sorted[middle].RecordCode, recordCode);
            if (order == 0)
            {
                return sorted[middle];
            }
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return null;
    }

    /// <summary>The same ledger after one more entry. Tables that it does not touch are shared, so a small write to a large district is cheap.</summary>
    public DistrictRecords After(int seq, DateTimeOffset recordedAt, IReadOnlyCollection<Record> recorded, IReadOnlyCollection<Record> retired)
    {
        var next = new Dictionary<Type, Array>(byType);
        var gone = new HashSet<Record>(retired, ReferenceEqualityComparer.Instance);
        var added = recorded.ToLookup(r => r.GetType());
        foreach (var type in recorded.Concat(retired).Select(r => r.GetType()).Distinct())
        {
            var kept = byType.TryGetValue(type, out var rows) ? ((Record[])rows).Where(r => !gone.Contains(r)) : [];
            next[type] = Sorted(type, kept.Concat(added[type]));
        }
        return new DistrictRecords(District, seq, recordedAt, next);
    }

    private static Array Sorted(Type type, IEnumerable<Record> records)
    {
        var rows = records.OrderBy(r => r.RecordCode, StringComparer.Ordinal).ToArray();
        var typed = Array.CreateInstance(type, rows.Length);
        Array.Copy(rows, typed, rows.Length);
        return typed;
    }
}
