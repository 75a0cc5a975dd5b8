using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What is at hand while rows are read: the view, what the pack itself says so far, and what it is called.</summary>
public sealed class IntakeContext
{
    private readonly Dictionary<Type, object> parts = [];
    private readonly Dictionary<(Type, string), Record> learned = [];

    public IntakeContext(RegistryView view, IReadOnlyList<Sheet> sheets)
    {
        (View, Sheets) = (view, sheets);
        foreach (var sheet in sheets)
        {
            Tables.ByName(sheet.Table)?.Naming?.Learn(this, sheet);
        }
    }

    public RegistryView View { get; }
    public IReadOnlyList<Sheet> Sheets { get; }
    public DistrictCode Home => View.Code;

    /// <summary>The code that a row's record will have, given, matched or generated.</summary>
    internal Dictionary<SheetRow, string> Codes { get; } = [];

    /// <summary>Values refused as secret: no other problem may repeat them either.</summary>
    internal HashSet<string> Unspeakable { get; } = [];

    /// <summary>Records that rows named and nobody has described (documents), to be recorded in the same entry.</summary>
    internal Dictionary<string, Record> Stubs { get; } = [];

    /// <summary>What a capability keeps while rows are read, made when it is first asked for.</summary>
    public T Part<T>(Func<IntakeContext, T> make) where T : class
    {
        if (!parts.TryGetValue(typeof(T), out var part))
        {
            parts[typeof(T)] = part = make(this);
        }
        return (T)part;
    }

    /// <summary>Later rows rest on what this one says.</summary>
    internal void Learn(Record record) => learned[(record.GetType(), RecordShape.Of(record.GetType()).KeyOf(record))] = record;

    /// <summary>The row of this key as the pack has it; null when no row of it has been read without fault.</summary>
    public T? Learned<T>(string key) where T : Record => learned.TryGetValue((typeof(T), key), out var record) ? (T)record : null;

    public IEnumerable<T> Learned<T>() where T : Record => learned.Values.OfType<T>();

    internal string? CodeOf(SheetRow row) => Codes.GetValueOrDefault(row);

    /// <summary>What a cell that names records stands for: a key, or a list of keys.</summary>
    internal CellValue Named(Type type, Column column, string raw)
    {
        var naming = Tables.Of(type)?.Naming
            ?? throw new InvalidOperationException($"{column.Name} names a {type.Name}, which has no naming.");
        return column.IsList ? naming.FindAll(this, column, raw) : naming.Find(this, column, raw);
    }
}
