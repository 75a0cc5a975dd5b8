using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>One file of a district pack: the columns of its record, which of them must be filled, and shorthand columns that make acts.</summary>
public sealed class PackTable
{
    private readonly Dictionary<string, int> positions;

    private PackTable(RecordShape shape)
    {
        Shape = shape;
        File = shape.Pack!;
        positions = shape.Columns.Select((c, i) => (c.Name, i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
        Shorthand = shape.Table == "plans" ? ShorthandActs.Columns : [];
        Columns = [.. shape.Columns.Select(c => c.Name), .. Shorthand];
        Required = [.. shape.Columns.Where(c => c.IsRequired && !Defaults.Has(shape.Table, c.Name)).Select(c => c.Name)];
    }

    /// <summary>In the order in which later ones may name earlier ones.</summary>
    public static IReadOnlyList<PackTable> All { get; } = [.. RecordShape.All.Where(s => s.Pack is not null).Select(s => new PackTable(s))];

    public RecordShape Shape { get; }
    public string Table => Shape.Table;
    public string File { get; }
    public IReadOnlyList<string> Columns { get; }
    public IReadOnlyList<string> Required { get; }
    public IReadOnlyList<string> Shorthand { get; }

    public static PackTable? ByTable(string table) => All.FirstOrDefault(t => t.Table == table);

    public static PackTable? ByFile(string file) => All.FirstOrDefault(t => t.File == file);

    internal int PositionOf(string column) => positions.TryGetValue(column, out var position) ? position : -1;
}
