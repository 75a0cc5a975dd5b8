namespace PlanRegistry.Server.Workbooks;

/// <summary>A column of a sheet: where it stands, what is written over it, and what that means; null: nobody knows.</summary>
internal sealed record MappedColumn(int Index, string Heading, HeadingMeaning? Meaning)
{
    /// <summary>Left unread although its heading is known: the sheet's rows have no such column, or it stands twice.</summary>
    public bool IsRead { get; set; }
}

/// <param name="First">The heading's first row, counted from 0.</param>
/// <param name="Last">Its last row; the same, or the next.</param>
internal sealed record Header(int First, int Last, IReadOnlyList<MappedColumn> Columns)
{
    public MappedColumn? Of(string field) => Columns.FirstOrDefault(c => c.Meaning?.Field == field);

    public bool Has(string field) => Of(field) is not null;
}

/// <summary>
/// Finds the heading of a sheet: the first of its upper rows with two or more headings that are known. A line above it that happens to have
/// two (单位, 日期) gives way to one of the next rows that has more.
/// </summary>
internal static class HeaderFinder
{
    private const int LeastKnown = 2;
    private const int RowsAfter = 3;

    public static Header? Find(Grid grid)
    {
        var last = Math.Min(grid.Rows.Count, WorkbookLimits.HeaderRows);
        for (var row = 0; row < last; row++)
        {
            var first = At(grid, row);
            if (Known(first) >= LeastKnown)
            {
                return Enumerable.Range(first.Last + 1, RowsAfter).Where(r => r < last).Select(r => At(grid, r))
                    .Aggregate(first, (best, next) => Known(next) > Known(best) ? next : best);
            }
        }
        return null;
    }

    private static Header At(Grid grid, int row)
    {
        var one = new Header(row, row, Columns(grid, row, row));
        var two = IsTwoRows(grid, row) ? new Header(row, row + 1, Columns(grid, row, row + 1)) : null;
        return two is not null && Known(two) >= Known(one) ? two : one;
    }

    private static int Known(Header header) => header.Columns.Select(c => c.Meaning?.Field).OfType<string>().Distinct().Count();

    /// <summary>
    /// Something that spans columns has its parts below it; so has what is followed by nothing. What stands above a heading without being
    /// of it (单位：万元, a title) says nothing of what is below.
    /// </summary>
    private static bool IsTwoRows(Grid grid, int row) => row + 1 < grid.Rows.Count
        && Enumerable.Range(0, grid.Rows[row].Cells.Length).Any(c => IsPart(grid, row, c))
        && Enumerable.Range(0, Math.Max(grid.Rows[row].Cells.Length, grid.Rows[row + 1].Cells.Length)).Any(c => IsOf(grid, row, c));

    /// <summary>Whether the upper row tells something of a column: a heading over both, or one that only both make.</summary>
    private static bool IsOf(Grid grid, int row, int column)
    {
        var below = grid.Rows[row + 1][column].Text;
        return below is null ? grid.Rows[row][column].Text is { } alone && Headings.Of(alone) is not null
            : Above(grid, row, column) is { } above && Headings.Of($"{above}/{below}") is not null;
    }

    private static bool IsPart(Grid grid, int row, int column) =>
        grid.Rows[row + 1][column].Text is { } below && Above(grid, row, column) is { } above && Headings.Of($"{above}/{below}") is not null
        || (grid.MergeAt(row, column) is { } merge && merge.ToColumn > merge.FromColumn && merge.ToRow == row
            && grid.Rows[row + 1][column].Text is { } part && Headings.Of(part) is not null);

    /// <summary>What stands over a cell, or before it where its own place is empty.</summary>
    private static string? Above(Grid grid, int row, int column)
    {
        for (var at = column; at >= 0; at--)
        {
            if (grid.At(row, at).Text is { } text)
            {
                return text;
            }
        }
        return null;
    }

    private static List<MappedColumn> Columns(Grid grid, int first, int last)
    {
        var width = Math.Max(grid.Rows[first].Cells.Length, grid.Rows[last].Cells.Length);
        var columns = new List<MappedColumn>();
        for (var i = 0; i < width; i++)
        {
            var (top, below) = (grid.At(first, i).Text, last > first ? grid.At(last, i).Text : null);
            var isPart = below is not null && grid.MergeAt(first, i)?.Holds(last, i) != true;
            var heading = isPart && (top ?? Above(grid, first, i)) is { } above ? $"{above}/{below}" : top ?? below;
            if (heading is not null)
            {
                columns.Add(new MappedColumn(i, heading, Headings.Of(heading) ?? (isPart ? Headings.Of(below!) : null)));
            }
        }
        return columns;
    }
}
