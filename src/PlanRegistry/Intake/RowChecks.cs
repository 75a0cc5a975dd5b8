using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What the cells of one row must be to each other: in order where a column says so, and what its capability asks.</summary>
internal static class RowChecks
{
    public static void Run(ReadRow row)
    {
        foreach (var later in row.Table.Shape.Columns.Where(c => c.NotBefore is not null))
        {
            var earlier = row.Table.Shape.Of(later.NotBefore!);
            switch (row[earlier], row[later])
            {
                case (PartialDate from, PartialDate to) when to.IsBefore(from) == true:
                    row.Refuse(later, Refusals.Before(later, to.ToString(), earlier, from.ToString()));
                    break;
                case (int from, int to) when to < from:
                    row.Refuse(later, Refusals.Before(later, later.Write(to)!, earlier, earlier.Write(from)!));
                    break;
                case (decimal low, decimal high) when high < low:
                    row.Refuse(later, Refusals.Below(later, later.Write(high)!, earlier, earlier.Write(low)!));
                    break;
            }
        }
        row.Table.CheckRow?.Invoke(row);
    }
}
