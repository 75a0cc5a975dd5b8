using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>A district's records as the rows of a pack: what <see cref="RowIntake"/> reads back as the same records.</summary>
public static class PackText
{
    /// <summary>
    /// The tables that have rows, with every column; rows in the order of their keys, so that equal records make equal files.
    /// </summary>
    public static IReadOnlyList<Sheet> Of(RegistryView view)
    {
        var context = new IntakeContext(view, []);
        return [.. Tables.Packs.Select(t => Of(view, context, t)).Where(s => s.Rows.Count > 0)];
    }

    private static Sheet Of(RegistryView view, IntakeContext context, PackTable table)
    {
        var shape = table.Shape;
        var rows = view.Own.Rows(shape.Type)
            .OrderBy(shape.KeyOf, StringComparer.Ordinal)
            .Select((r, i) => new SheetRow(i + 2, [.. shape.Columns.Select(c => c.ReferenceWithin(r) ?? Nobody(context, table, c, r))]));
        return new Sheet(table.Table, table.File, [.. shape.Columns.Select(c => c.Name)], [.. rows]);
    }

    /// <summary>"-" where nobody is recorded and the way in would assume somebody.</summary>
    private static string? Nobody(IntakeContext context, PackTable table, Column column, Record record)
    {
        if (!column.MayBeNobody)
        {
            return null;
        }
        var row = new ReadRow(context, table, new Sheet(table.Table, table.File, [], []), new SheetRow(0, []), 0);
        foreach (var other in table.Shape.Columns)
        {
            row[other] = other.Value(record);
        }
        return table.Defaults.First(d => d.Column == column).Value(row) is null ? null : PackTable.Nobody;
    }
}
