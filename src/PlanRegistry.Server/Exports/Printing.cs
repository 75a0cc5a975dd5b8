using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanRegistry.Records;
using Text = PlanRegistry.Records.Text;

namespace PlanRegistry.Server.Exports;

/// <summary>How a list is printed: on A4, no wider than a page, its heads on each, its name above and the page's number below.</summary>
internal static class Printing
{
    public const string Area = "_xlnm.Print_Area";
    public const string Heads = "_xlnm.Print_Titles";

    private const uint A4 = 9;

    /// <summary>In characters of Latin script: what an upright page holds in letters that are not small.</summary>
    private const int Upright = 95;

    /// <summary>The same of a broad one in letters that can still be read: what is wider goes on on the next.</summary>
    private const int Broad = 190;

    /// <summary>Beyond the columns that stay in sight so many hold what stands above and below the rows.</summary>
    private const int Beside = 4;

    private static readonly Text PageNumber = new("第&P页，共&N页", "Page &P of &N");

    /// <summary>Counted from 1.</summary>
    public static int HeadRow(Sheet sheet) => (sheet.Title is null ? 1 : 2) + (sheet.Lines?.Count ?? 0);

    /// <summary>That of the source, below an empty one.</summary>
    public static int LastRow(Sheet sheet) => HeadRow(sheet) + sheet.Rows.Count + 2;

    public static IEnumerable<DefinedName> Names(Sheet sheet, int place, string name) =>
    [
        Named(Area, place, $"'{name}'!$A$1:${Workbook.Letters(sheet.Heads.Count)}${LastRow(sheet)}"),
        Named(Heads, place, (sheet.Fixed > 0 ? $"'{name}'!$A:${Workbook.Letters(sheet.Fixed)}," : "")
            + $"'{name}'!${HeadRow(sheet)}:${HeadRow(sheet)}"),
    ];

    /// <summary>Over how many columns the title, the lines and the source reach: all, but of a table that is broader than a page.</summary>
    public static int Reach(Sheet sheet) => sheet.Fixed == 0 ? sheet.Heads.Count : Math.Min(sheet.Heads.Count, sheet.Fixed + Beside);

    /// <param name="place">Of the sheet in the workbook, from 0.</param>
    public static DefinedName Named(string name, int place, string reference) =>
        new(reference) { Name = name, LocalSheetId = (uint)place };

    /// <summary>In inches.</summary>
    public static List<OpenXmlElement> Page(Sheet sheet, Language language) =>
    [
        new PrintOptions { HorizontalCentered = true },
        new PageMargins { Left = 0.4, Right = 0.4, Top = 0.75, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
        new PageSetup
        {
            PaperSize = A4, FitToHeight = 0,
            FitToWidth = sheet.Fixed == 0 ? 1 : (uint)Math.Ceiling(sheet.Widths.Sum() / (double)Broad),
            Orientation = sheet.Widths.Sum() > Upright ? OrientationValues.Landscape : OrientationValues.Portrait,
        },
        // A list that has a title of its own need not be named above it.
        sheet.Title is null
            ? new HeaderFooter(new OddHeader("&C&14&B&A"), new OddFooter("&C" + PageNumber.In(language)))
            : new HeaderFooter(new OddFooter("&C" + PageNumber.In(language))),
    ];
}
