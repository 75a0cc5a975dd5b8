using System.Collections.Concurrent;
using System.Collections.Immutable;
using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>Every row of one district's ledger that is visible at one seq. Immutable.</summary>
public sealed class DistrictRecords
{
    private readonly Dictionary<Type, Array> byType;
    private readonly ImmutableDictionary<RecordId, DateTimeOffset> firstRecorded;
    private readonly ConcurrentDictionary<Type, Record[]> renamed = new();

    /// <param name="firstRecorded">Of records that were corrected or withdrawn: when they were recorded first.</param>
    /// <param name="outdated">The rows that stand no more, as far as they are remembered.</param>
    public DistrictRecords(DistrictCode district, int seq, DateTimeOffset recordedAt, IEnumerable<Record> records,
        IEnumerable<KeyValuePair<RecordId, DateTimeOffset>>? firstRecorded = null, IEnumerable<Outdated>? outdated = null)
    {
        (District, Seq, RecordedAt) = (district, seq, recordedAt);
        this.firstRecorded = (firstRecorded ?? []).ToImmutableDictionary();
        Outdated = [.. outdated ?? []];
        byType = records.GroupBy(r => r.GetType()).ToDictionary(g => g.Key, g => Sorted(g.Key, g));
        Loaded = new LoadedRows(Count);
    }

    private DistrictRecords(DistrictCode district, int seq, DateTimeOffset recordedAt,
        Dictionary<Type, Array> byType, ImmutableDictionary<RecordId, DateTimeOffset> firstRecorded, ImmutableList<Outdated> outdated,
        LoadedRows loaded, int since)
    {
        (District, Seq, RecordedAt, this.byType, this.firstRecorded, Outdated) =
            (district, seq, recordedAt, byType, firstRecorded, outdated);
        (Loaded, Since) = since <= loaded.Count ? (loaded, since) : (new LoadedRows(Count), 0);
    }

    public DistrictCode District { get; }

    public int Seq { get; }

    /// <summary>When the entry at <see cref="Seq"/> was recorded.</summary>
    public DateTimeOffset RecordedAt { get; }

    /// <summary>The rows that it began with; those before and after it by some entries share them.</summary>
    public LoadedRows Loaded { get; }

    /// <summary>How many rows came since.</summary>
    public int Since { get; }

    /// <summary>What approved content read before it was corrected or withdrawn.</summary>
    public ImmutableList<Outdated> Outdated { get; }

    public int Count => byType.Values.Sum(rows => rows.Length);

    public IReadOnlyList<T> Of<T>() where T : Record => byType.TryGetValue(typeof(T), out var rows) ? (T[])rows : [];

    /// <summary>When the registry first heard of a record: no correction, and no withdrawal before it came again, makes it later.</summary>
    public DateTimeOffset FirstRecordedAt(Record record) => firstRecorded.GetValueOrDefault(record.Id, record.RecordedAt);

    /// <summary>In order of their record codes.</summary>
    public Record[] Rows(Type type) => byType.TryGetValue(type, out var rows) ? (Record[])rows : [];

    public IEnumerable<Record> All => byType.Values.SelectMany(rows => rows.Cast<Record>());

    /// <summary>The row of that record id; null when it is not visible here.</summary>
    public Record? Find(string table, string code) =>
        byType.Keys.FirstOrDefault(t => RecordShape.Of(t).Table == table) is { } type ? Find(type, code) : null;

    /// <summary>The row that is visible under a record id; null when none is.</summary>
    public Record? Find(Type type, string recordCode) => Find(Rows(type), recordCode);

    /// <summary>The row that has this key now; null when none has.</summary>
    public Record? FindByKey(Type type, string key)
    {
        var shape = RecordShape.Of(type);
        return Find(type, key) is { } row && shape.KeyOf(row) == key ? row : Renamed(shape).FirstOrDefault(r => shape.KeyOf(r) == key);
    }

    /// <summary>
    /// The same ledger after one more entry. Tables that it does not touch are
    /// shared, and of the others all but the changed rows is copied whole.
    /// </summary>
    public DistrictRecords After(int seq, DateTimeOffset recordedAt,
        IReadOnlyCollection<Record> recorded, IReadOnlyCollection<Record> retired)
    {
        var next = new Dictionary<Type, Array>(byType);
        foreach (var type in recorded.Concat(retired).Select(r => r.GetType()).Distinct())
        {
            next[type] = Edited(type, Rows(type), recorded.Where(r => r.GetType() == type), retired.Where(r => r.GetType() == type));
        }
        var first = firstRecorded.AddRange(retired.Where(r => !firstRecorded.ContainsKey(r.Id)).DistinctBy(r => r.Id)
            .Select(r => KeyValuePair.Create(r.Id, r.RecordedAt)));
        var outdated = Outdated.AddRange(retired.Where(r => Ledger.Outdated.IsKept(r.GetType()))
            .Select(r => new Outdated(r, seq, recordedAt)));
        var after = new DistrictRecords(District, seq, recordedAt, next, first, outdated, Loaded, Since + recorded.Count);
        foreach (var (type, rows) in renamed)
        {
            after.renamed[type] = [.. rows.Except(retired, ReferenceEqualityComparer.Instance).Cast<Record>(),
                .. recorded.Where(r => r.GetType() == type && IsRenamed(RecordShape.Of(type), r))];
        }
        return after;
    }

    /// <summary>The rows that are visible, or remembered, here or there and not in both. Shared tables are not looked at.</summary>
    public IEnumerable<Record> Unlike(DistrictRecords there) => Unlike(byType.Keys.Union(there.byType.Keys), there)
        .Concat(ReferenceEquals(Outdated, there.Outdated) ? []
            : Outdated.Except(there.Outdated, ReferenceEqualityComparer.Instance)
                .Concat(there.Outdated.Except(Outdated, ReferenceEqualityComparer.Instance)).Cast<Outdated>().Select(o => o.Row));

    private IEnumerable<Record> Unlike(IEnumerable<Type> types, DistrictRecords there) =>
        from type in types
        let rows = Rows(type)
        let others = there.Rows(type)
        where !ReferenceEquals(rows, others)
        from row in rows.Except(others, ReferenceEqualityComparer.Instance)
            .Concat(others.Except(rows, ReferenceEqualityComparer.Instance)).Cast<Record>()
        select row;

    /// <summary>The same ledger at the same seq with some of its rows.</summary>
    public DistrictRecords Only(Func<Record, bool> seen) =>
        new(District, Seq, RecordedAt, All.Where(seen), firstRecorded, Outdated.Where(o => seen(o.Row)));

    /// <summary>The few rows whose key is no longer, or never was, their record code.</summary>
    private Record[] Renamed(RecordShape shape) => renamed.GetOrAdd(shape.Type, type => [.. Rows(type).Where(r => IsRenamed(shape, r))]);

    private static bool IsRenamed(RecordShape shape, Record row) => shape.KeyOf(row) != row.RecordCode;

    private static Array Edited(Type type, Record[] rows, IEnumerable<Record> recorded, IEnumerable<Record> retired)
    {
        var added = recorded.OrderBy(r => r.RecordCode, StringComparer.Ordinal)
            .Select(r => (At: Place(rows, r.RecordCode), Row: (object?)r));
        var gone = retired.Where(r => Find(rows, r.RecordCode) is not null)
            .Select(r => (At: Place(rows, r.RecordCode), Row: (object?)null));
        var edits = added.Concat(gone).ToList();
        var edited = Array.CreateInstance(type, rows.Length + edits.Sum(e => e.Row is null ? -1 : 1));
        SortedRows.Edit(rows, edited, edits);
        return edited;
    }

    private static Record? Find(Record[] rows, string recordCode) =>
        Place(rows, recordCode) is var place && place < rows.Length && rows[place].RecordCode == recordCode ? rows[place] : null;

    /// <summary>Where the row of that code is, or would be.</summary>
    private static int Place(Record[] rows, string recordCode) =>
        SortedRows.Place(rows, r => string.CompareOrdinal(r.RecordCode, recordCode));

    private static Array Sorted(Type type, IEnumerable<Record> records)
    {
        var rows = records.OrderBy(r => r.RecordCode, StringComparer.Ordinal).ToArray();
        var typed = Array.CreateInstance(type, rows.Length);
        Array.Copy(rows, typed, rows.Length);
        return typed;
    }
}
