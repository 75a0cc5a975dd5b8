using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Single cells of a sheet before its rows are read, to learn what the pack's rows are called.</summary>
internal static class RawCells
{
    public static string? Cell(Sheet sheet, SheetRow row, string column)
    {
        var position = IndexOf(sheet, column);
        return position < 0 || position >= row.Cells.Count ? null : Cells.Trim(row.Cells[position]);
    }

    public static string[] Items(Sheet sheet, SheetRow row, string column) => Cell(sheet, row, column) is { } text ? Cells.Items(text) : [];

    /// <summary>Any other word in the column than PUBLIC or INTERNAL is taken for secret, so that nothing of the row is quoted.</summary>
    public static bool SaysSecret(Sheet sheet, SheetRow row) => Cell(sheet, row, "secrecy") is not (null or "PUBLIC" or "INTERNAL");

    /// <summary>Null when the row's title, kind or horizon cannot be read.</summary>
    public static PlanLikeness? Likeness(Sheet sheet, SheetRow row, DistrictCode district) =>
        Names.TryParse<PlanKind>(Cell(sheet, row, "kind") ?? "", out var kind)
        && int.TryParse(Cell(sheet, row, "horizon_from"), out var from) && int.TryParse(Cell(sheet, row, "horizon_to"), out var to)
            ? new PlanLikeness(district, TitleKey.Of(Cell(sheet, row, "title") ?? (SaysSecret(sheet, row) ? Secrets.Title : "")), kind, new Horizon(from, to))
            : null;

    private static int IndexOf(Sheet sheet, string column)
    {
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            if (sheet.Columns[i] == column)
            {
                return i;
            }
        }
        return -1;
    }
}
