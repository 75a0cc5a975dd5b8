namespace PlanRegistry.Server.Workbooks;

/// <summary>Why a cell cannot be taken for what it seems to be.</summary>
internal enum CellFault { None, Error, NoStoredValue, PartlyStruck }

/// <param name="Text">As shown, without surrounding blanks; null: empty.</param>
internal readonly record struct GridCell(string? Text, CellFault Fault = CellFault.None, bool IsStruck = false)
{
    public bool IsEmpty => Text is null && Fault == CellFault.None;
}

/// <param name="Number">As the spreadsheet numbers it, from 1.</param>
internal sealed record GridRow(int Number, GridCell[] Cells, bool IsHidden)
{
    public GridCell this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : default;
}

/// <summary>Cells that are one, counted from 0.</summary>
internal readonly record struct Merge(int FromRow, int FromColumn, int ToRow, int ToColumn)
{
    public bool Holds(int row, int column) => FromRow <= row && row <= ToRow && FromColumn <= column && column <= ToColumn;
}

/// <summary>A sheet of a workbook as it lies there.</summary>
internal sealed class Grid(string name, bool isHidden, IReadOnlyList<GridRow> rows, IReadOnlyList<Merge> merges)
{
    private readonly MergeMap map = new(merges);

    public string Name { get; } = name;
    public bool IsHidden { get; } = isHidden;
    public IReadOnlyList<GridRow> Rows { get; } = rows;

    /// <summary>Whether a cell is merged twice over, so that which it is one with cannot be told.</summary>
    public bool HasOverlaps => map.HasOverlaps;

    public Merge? MergeAt(int row, int column) => map.At(row, column);

    /// <summary>The cell, or that which it is one with.</summary>
    public GridCell At(int row, int column) =>
        row >= Rows.Count ? default
        : MergeAt(row, column) is { } merge ? Rows[merge.FromRow][merge.FromColumn]
        : Rows[row][column];

    /// <summary>附表1!C7.</summary>
    public string Place(int row, int column) => $"{Name}!{Letters(column + 1)}{row + 1}";

    /// <summary>Of a column, A being the first.</summary>
    public static string Letters(int number) => number > 26 ? $"{Letters((number - 1) / 26)}{Letters(((number - 1) % 26) + 1)}"
        : ((char)('A' + number - 1)).ToString();
}

/// <summary>A workbook as it lies there, and what of it could not be looked at.</summary>
internal sealed record GridBook(string File, IReadOnlyList<Grid> Grids, bool IsUnchecked = false);
