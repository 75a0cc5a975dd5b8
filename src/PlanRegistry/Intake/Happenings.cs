using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What a change newly says that it happened: an act, an approval, a document, a payment, a reading.</summary>
internal static class Happenings
{
    /// <param name="at">The refusal at its place.</param>
    /// <param name="name">What the reader knows the column by, where that is another's.</param>
    public static IEnumerable<Happening> Of(Change change, Func<Column, Problem, Problem> at, ColumnName? name = null)
    {
        var (record, old) = (change.Recorded!, change.Retired);
        foreach (var column in RecordShape.Of(record.GetType()).Columns)
        {
            if (column.BeginOf(record) is { } begins && (old is null || !column.Same(old, record)))
            {
                yield return new Happening(begins, today => at(column, Refusals.NotYet(name ?? column, column.Read(record)!, today)));
            }
        }
    }
}
