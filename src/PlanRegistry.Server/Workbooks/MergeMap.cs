namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// Finds the merged cells of a sheet by column and row. By column, since there are few: a merge over fifty thousand rows takes no more room
/// than one over two.
/// </summary>
internal sealed class MergeMap
{
    private readonly Merge[] all;

    /// <summary>Of each column the merges over it, from above, by their numbers in <see cref="all"/>.</summary>
    private readonly Dictionary<int, List<int>> byColumn = [];

    public MergeMap(IEnumerable<Merge> merges)
    {
        all = [.. merges.OrderBy(m => m.FromRow)];
        for (var i = 0; i < all.Length && !HasOverlaps; i++)
        {
            for (var column = all[i].FromColumn; column <= all[i].ToColumn; column++)
            {
                if (!byColumn.TryGetValue(column, out var here))
                {
                    byColumn[column] = here = [];
                }
                HasOverlaps |= here.Count > 0 && all[here[^1]].ToRow >= all[i].FromRow;
                here.Add(i);
            }
        }
    }

    public bool HasOverlaps { get; }

    public Merge? At(int row, int column)
    {
        if (!byColumn.TryGetValue(column, out var here))
        {
            return null;
        }
        var (from, to) = (0, here.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = all[here[middle]].FromRow <= row ? (middle + 1, to) : (from, middle);
        }
        // Where none overlap, only the last that begins here or above can reach so far.
        return from > 0 && all[here[from - 1]] is var merge && merge.Holds(row, column) ? merge : null;
    }
}
