using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Turns read records into changes: nothing for an equal row, a correction for a row of the same key, else a new row.</summary>
internal sealed class Upsert(RegistryView view)
{
    private readonly Dictionary<(string Table, string Key), string> places = [];
    private readonly List<Change> changes = [];

    public IReadOnlyList<Change> Changes => changes;

    /// <summary>
    /// The record as it will stand, and the change it takes (null: none); or the place of the row that has its key already.
    /// </summary>
    public (Record Record, Change? Change, string? Twin) Take(Record record, string place)
    {
        var shape = RecordShape.Of(record.GetType());
        var key = shape.KeyOf(record);
        if (!places.TryAdd((shape.Table, key), place))
        {
            return (record, null, places[(shape.Table, key)]);
        }
        if (view.Own.FindByKey(shape.Type, key) is not { } old)
        {
            return Add(Change.Record(record));
        }
        var now = shape.Over(old, record);
        return ReferenceEquals(now, old) ? (old, null, null) : Add(Change.Correct(now, old));
    }

    /// <summary>Whether a row of the record's key was taken.</summary>
    public bool Has(Record record)
    {
        var shape = RecordShape.Of(record.GetType());
        return places.ContainsKey((shape.Table, shape.KeyOf(record)));
    }

    /// <summary>Why a capability holds fast what an ordinary command would change; none where it does not.</summary>
    public IEnumerable<(Column? Column, Problem Refusal)> Guarded(Change change) =>
        Tables.Of((change.Recorded ?? change.Retired)!)?.Guard?.Invoke(view, change) ?? [];

    public void Withdraw(Record old) => changes.Add(Change.Withdraw(old));

    private (Record, Change?, string?) Add(Change change)
    {
        changes.Add(change);
        return (change.Recorded!, change, null);
    }
}
