namespace PlanRegistry.Ledger;

/// <summary>Sorted arrays that are copied to be changed: a few edits cost a few block copies.</summary>
internal static class SortedRows
{
    /// <summary>The first place whose row does not come before what is sought.</summary>
    /// <param name="compare">A row with what is sought.</param>
    public static int Place<T>(IReadOnlyList<T> rows, Func<T, int> compare)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = compare(rows[middle]) < 0 ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <param name="edits">A row to put before that place, or null to leave out the row that is there.</param>
    public static void Edit(Array rows, Array edited, IEnumerable<(int At, object? Row)> edits)
    {
        var (from, to) = (0, 0);
        foreach (var (at, row) in edits.OrderBy(e => e.At))
        {
            Array.Copy(rows, from, edited, to, at - from);
            (from, to) = (at, to + at - from);
            if (row is null)
            {
                from++;
            }
            else
            {
                edited.SetValue(row, to++);
            }
        }
        Array.Copy(rows, from, edited, to, rows.Length - from);
    }
}
