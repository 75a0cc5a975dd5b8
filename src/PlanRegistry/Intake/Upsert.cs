using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Turns read records into changes: nothing for an equal row, a correction for a row of the same key, else a new row.</summary>
internal sealed class Upsert(RegistryView view)
{
    private readonly Dictionary<string, Dictionary<string, Record>> recorded = [];
    private readonly Dictionary<string, HashSet<string>> ids = [];
    private readonly Dictionary<(string Table, string Key), string> places = [];
    private readonly List<Change> changes = [];

    public IReadOnlyList<Change> Changes => changes;

    /// <summary>The record as it will stand, and the change it takes (null: none); or the place of the row that has its key already.</summary>
    public (Record Record, Change? Change, string? Twin) Take(Record record, string place)
    {
        var shape = RecordShape.Of(record.GetType());
        var key = shape.KeyOf(record);
        if (!places.TryAdd((shape.Table, key), place))
        {
            return (record, null, places[(shape.Table, key)]);
        }
        var rows = RecordedIn(shape);
        if (!rows.TryGetValue(key, out var old))
        {
            return Add(Change.Record(WithFreeId(record, key, ids[shape.Table])));
        }
        return shape.SameContent(record, old) ? (old, null, null) : Add(Change.Correct(record, old));
    }

    public bool Has(Record record)
    {
        var shape = RecordShape.Of(record.GetType());
        return places.ContainsKey((shape.Table, shape.KeyOf(record)));
    }

    public void Withdraw(Record old) => changes.Add(Change.Withdraw(old));

    private (Record, Change?, string?) Add(Change change)
    {
        changes.Add(change);
        return (change.Recorded!, change, null);
    }

    private Dictionary<string, Record> RecordedIn(RecordShape shape)
    {
        if (!recorded.TryGetValue(shape.Table, out var rows))
        {
            var own = view.Own.All.Where(r => r.GetType() == shape.Type).ToList();
            recorded[shape.Table] = rows = own.ToDictionary(shape.KeyOf, StringComparer.Ordinal);
            ids[shape.Table] = own.Select(r => r.RecordCode).ToHashSet(StringComparer.Ordinal);
        }
        return rows;
    }

    /// <summary>A record that a correction has given another key keeps its id; a new record of the old key takes another.</summary>
    private static Record WithFreeId(Record record, string key, HashSet<string> ids)
    {
        if (!ids.Contains(key))
        {
            return record;
        }
        var number = Enumerable.Range(2, int.MaxValue - 2).First(n => !ids.Contains($"{key}~{n}"));
        return record with { RecordCode = $"{key}~{number}" };
    }
}
