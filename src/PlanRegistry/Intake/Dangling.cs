using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Rows that would name a record no longer there, once a record is withdrawn or takes another key.</summary>
internal sealed class Dangling
{
    private readonly RegistryView view;
    private readonly HashSet<(Type, string)> gone = [];
    private readonly HashSet<Record> retired;
    private readonly IReadOnlyList<Change> changes;

    public Dangling(RegistryView view, IReadOnlyList<Change> changes)
    {
        (this.view, this.changes) = (view, changes);
        retired = new(changes.Select(c => c.Retired).OfType<Record>(), ReferenceEqualityComparer.Instance);
        foreach (var old in retired)
        {
            gone.Add(KeyOf(old));
        }
        foreach (var record in changes.Select(c => c.Recorded).OfType<Record>())
        {
            gone.Remove(KeyOf(record));
        }
    }

    /// <summary>The lost key, and the table of a row that still names it.</summary>
    public IEnumerable<((Type Type, string Key) Lost, string Table)> Find()
    {
        if (gone.Count == 0)
        {
            return [];
        }
        return view.Own.All.Where(r => !retired.Contains(r))
            .Concat(changes.Select(c => c.Recorded).OfType<Record>())
            .SelectMany(r => NamedBy(r).Where(gone.Contains).Select(key => (key, RecordShape.Of(r.GetType()).Table)))
            .DistinctBy(p => p.key);
    }

    public static (Type, string) KeyOf(Record record) => record switch
    {
        SuperiorPlan stub => (typeof(Plan), stub.Key.ToString()),
        _ => (record.GetType(), $"{record.Home}:{RecordShape.Of(record.GetType()).KeyOf(record)}"),
    };

    private static IEnumerable<(Type, string)> NamedBy(Record record) =>
        RecordShape.Of(record.GetType()).Columns.SelectMany(c => c.Named(record));
}
