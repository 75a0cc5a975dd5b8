using PlanRegistry.Approval;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>A district's records as the rows of a pack: what <see cref="RowIntake"/> reads back as the same records.</summary>
public static class PackText
{
    /// <summary>The tables that have rows, with every column; rows in the order of their keys, so that equal records make equal files.</summary>
    public static IReadOnlyList<Sheet> Of(RegistryView view)
    {
        var desk = new Desk(view, []);
        return [.. PackTable.All.Select(t => Of(view, desk, t)).Where(s => s.Rows.Count > 0)];
    }

    private static Sheet Of(RegistryView view, Desk desk, PackTable table)
    {
        var shape = table.Shape;
        var rows = view.Own.All.Where(r => r.GetType() == shape.Type)
            .OrderBy(shape.KeyOf, StringComparer.Ordinal)
            .Select((r, i) => new SheetRow(i + 2, [.. shape.Columns.Select(c => Cell(desk, c, r))]));
        return new Sheet(table.Table, table.File, [.. shape.Columns.Select(c => c.Name)], [.. rows]);
    }

    private static string? Cell(Desk desk, Column column, Record record) =>
        record is Act { Agency: null } act && column.Name == "agency" && desk.AgencyOf(act.Type, act.Plan, act.On) is not null
            ? CellReader.Nobody
            : column.ReferenceWithin(record);
}
