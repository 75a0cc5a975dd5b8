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

    public IEnumerable<Record> All => byType.Values.SelectMany(rows => rows.Cast<Record>());
}
