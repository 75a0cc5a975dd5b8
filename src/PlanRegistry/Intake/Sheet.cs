using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Rows of named texts for one table: a pack's file, or the inputs of a mutation.</summary>
/// <param name="File">What a problem calls it: targets.csv.</param>
/// <param name="Columns">The header; a row's cells stand in this order.</param>
public sealed record Sheet(string Table, string File, IReadOnlyList<string> Columns, IReadOnlyList<SheetRow> Rows)
{
    private readonly Dictionary<string, int> positions =
        Columns.Select((c, i) => (c, i)).DistinctBy(p => p.c).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);

    /// <summary>Where a heading stands; -1 when it does not.</summary>
    public int PositionOf(string heading) => positions.GetValueOrDefault(heading, -1);
}

/// <summary>One row: where it stands (a line of the file, or a path in the input) and its cells.</summary>
/// <param name="pathOf">Where the field of a column stands in a GraphQL input (null: the row as a whole); null for a row of a file.</param>
public sealed class SheetRow(int line, IReadOnlyList<string?> cells, Func<string?, IReadOnlyList<string>>? pathOf = null)
{
    public int Line { get; } = line;

    public IReadOnlyList<string?> Cells { get; } = cells;

    public bool IsOfInput => pathOf is not null;

    public IReadOnlyList<string> PathOf(string? column) => pathOf!(column);
}

/// <summary>A row of a sheet as it is written, to learn what it is called before it is read.</summary>
public readonly record struct RawRow(Sheet Sheet, SheetRow Row)
{
    /// <summary>The cell under a heading without surrounding blanks; null when there is none, or nothing in it.</summary>
    public string? this[string heading] =>
        Sheet.PositionOf(heading) is >= 0 and var at && at < Row.Cells.Count ? Cells.Trim(Row.Cells[at]) : null;

    public string? this[Column column] => this[column.Name];

    /// <summary>A refusal, at the cell where it stands.</summary>
    public Problem At(string? heading, Problem refusal) =>
        refusal.At(Sheet.File, Row.Line, heading) is var placed && Row.IsOfInput ? placed with { Path = Row.PathOf(heading) } : placed;

    public string[] Items(Column column) => this[column] is { } text ? Cells.Items(text) : [];
}
