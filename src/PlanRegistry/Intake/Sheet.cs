namespace PlanRegistry.Intake;

/// <summary>Rows of text for one table: a pack's file, or the inputs of a mutation.</summary>
/// <param name="File">What a problem calls it: targets.csv.</param>
/// <param name="Columns">The header; a row's cells stand in this order.</param>
public sealed record Sheet(string Table, string File, IReadOnlyList<string> Columns, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>A sheet of rows that name their own columns, as GraphQL inputs do.</summary>
    public static Sheet Of(string table, params IEnumerable<(IReadOnlyDictionary<string, string?> Cells, IReadOnlyList<string> Path)> rows)
    {
        var list = rows.ToList();
        string[] columns = [.. list.SelectMany(r => r.Cells.Keys).Distinct()];
        return new Sheet(table, PackTable.ByTable(table)?.File ?? table, columns,
            [.. list.Select((r, i) => new SheetRow(i + 1, [.. columns.Select(c => r.Cells.GetValueOrDefault(c))], r.Path))]);
    }
}

/// <summary>One row: where it stands (a line of the file, or a path in the input) and its cells.</summary>
public sealed class SheetRow(int line, IReadOnlyList<string?> cells, IReadOnlyList<string>? path = null)
{
    public int Line { get; } = line;
    public IReadOnlyList<string?> Cells { get; } = cells;

    /// <summary>Where the row stands in a GraphQL input; null for a row of a file.</summary>
    public IReadOnlyList<string>? Path { get; } = path;
}
