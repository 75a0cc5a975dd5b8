using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Reads one cell of a column: what it says or names, and what its capability asks of it.</summary>
internal static class CellReader
{
    /// <summary>
    /// In a column that may be nobody: not recorded, and not to be assumed either. Written by an export where an empty cell would be filled
    /// on the way in, so that what comes back is what went out.
    /// </summary>
    public const string Nobody = "-";

    public static CellValue Read(IntakeContext context, PackTable table, Column column, string raw)
    {
        if (column.MayBeNobody && raw == Nobody)
        {
            return default;
        }
        var items = column.IsList ? Cells.Items(raw) : [raw];
        if (items.Length > Column.MostItems)
        {
            return Refusals.TooMany(column, items.Length, Column.MostItems);
        }
        if (items.Any(Placeholders.Has))
        {
            return Refusals.Placeholder(column, raw);
        }
        var cell = table.Readers.TryGetValue(column, out var read) ? read(context, raw)
            : column.References is { } type ? context.Named(type, column, raw)
            : Cells.Read(column, raw);
        return cell.Value is { } value && table.Checks.TryGetValue(column, out var check) ? check(context, value) : cell;
    }
}
