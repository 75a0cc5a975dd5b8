using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>
/// One file of a district pack, and what its capability says of its rows beyond the columns themselves: <c>XRows.cs</c> in the capability's
/// folder. A capability without such words has a table of its record alone.
/// </summary>
public sealed class PackTable
{
    /// <summary>
    /// In a column that may be nobody: not recorded, and not to be assumed either. Written by an export where an empty cell would be filled
    /// on the way in, so that what comes back is what went out.
    /// </summary>
    public const string Nobody = "-";

    public PackTable(RecordShape shape)
    {
        Shape = shape;
        File = shape.Pack ?? throw new ArgumentException($"{shape.Table} is in no pack.", nameof(shape));
    }

    public RecordShape Shape { get; }
    public string Table => Shape.Table;
    public string File { get; }

    /// <summary>How its records are called; null where no cell names them.</summary>
    public Naming? Naming { get; init; }

    /// <summary>
    /// What empty cells stand for, in order: a later one may rest on an earlier one. Beside the columns' own defaults, and after them.
    /// </summary>
    public IReadOnlyList<(Column Column, Func<ReadRow, object?> Value)> Defaults { get; init; } = [];

    /// <summary>Columns whose cells are read in a way of their own.</summary>
    public IReadOnlyDictionary<Column, Func<IntakeContext, string, CellValue>> Readers { get; init; } =
        new Dictionary<Column, Func<IntakeContext, string, CellValue>>();

    /// <summary>What a value must be beyond what its column says: the value to keep, or a refusal.</summary>
    public IReadOnlyDictionary<Column, Func<IntakeContext, object, CellValue>> Checks { get; init; } =
        new Dictionary<Column, Func<IntakeContext, object, CellValue>>();

    /// <summary>What the cells of a row must be to each other. What the law asks of them is the rules' matter, not this.</summary>
    public Action<ReadRow>? CheckRow { get; init; }

    /// <summary>Columns that stand for records of another table.</summary>
    public Shorthand? Shorthand { get; init; }

    /// <summary>Why a change may not be made by an ordinary command, with the column; none where it may.</summary>
    public Func<RegistryView, Change, IEnumerable<(Column?, Problem)>>? Guard { get; init; }

    /// <summary>Rows that a pack which lacks them does not mean (<c>--replace</c>): the registry wrote them itself.</summary>
    public Func<RegistryView, Record, bool>? IsRegistrysOwn { get; init; }

    /// <summary>A row that is recorded only because others name it; it stays as long as they do.</summary>
    public Func<Record, bool>? IsStub { get; init; }

    /// <summary>The headings that a file may have.</summary>
    public IReadOnlyList<string> Columns =>
        field ??= [.. Shape.Columns.Select(c => c.Name), .. Shorthand?.Columns.Select(c => c.Name) ?? []];

    /// <summary>Those that it must have.</summary>
    public IReadOnlyList<Column> Required => field ??= [.. Shape.Columns.Where(c => c.IsRequired && !HasDefault(c))];

    /// <summary>What a sentence calls a heading of the file; null for one that is none of its own.</summary>
    internal ColumnName? NameOf(string heading) =>
        Shape.Find(heading) is { } column ? column
        : Shorthand?.Columns.Where(c => c.Name == heading).Select(c => (ColumnName?)c).FirstOrDefault();

    /// <summary>What a cell says or names, held to what the capability asks of it.</summary>
    internal CellValue Read(IntakeContext context, Column column, string raw)
    {
        if (column.MayBeNobody && raw == Nobody)
        {
            return default;
        }
        var items = column.IsList ? Cells.Items(raw) : [raw];
        if (items.Length > Column.MostItems)
        {
            return Refusals.TooMany(column, items.Length, Column.MostItems);
        }
        if (items.Any(Placeholders.Has) && !(column.MayBeNone && Placeholders.IsNone(raw)))
        {
            return Refusals.Placeholder(column, raw);
        }
        var cell = Readers.TryGetValue(column, out var read) ? read(context, raw)
            : column.References is { } type ? context.Named(type, column, raw)
            : Cells.Read(column, raw);
        return cell.Value is { } value && Checks.TryGetValue(column, out var check) ? check(context, value) : cell;
    }

    public bool HasDefault(Column column) => column.Default is not null || Defaults.Any(d => d.Column == column);
}

/// <summary>Columns of one table that stand for records of another: the day of approval in plans.csv is an act.</summary>
/// <param name="Read">The records that a row's columns stand for; a bad cell refuses the row.</param>
/// <param name="ColumnOf">The column that a record came from; null for one that was recorded by itself.</param>
public sealed record Shorthand(IReadOnlyList<ColumnName> Columns,
    Func<ReadRow, Record, IEnumerable<Record>> Read, Func<Record, string?> ColumnOf);
