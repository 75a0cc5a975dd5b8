using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanRegistry.Records;
using Excel = DocumentFormat.OpenXml.Spreadsheet;

namespace PlanRegistry.Server.Exports;

/// <summary>
/// Writes .xlsx (ISO/IEC 29500): a bold head that stays in sight, typed cells, no formula, ready for the printer. What begins with = + - @
/// is text and is marked as such, so that it stays text where somebody edits it.
/// </summary>
public static class Workbook
{
    /// <summary>What a cell of a spreadsheet holds at most.</summary>
    private const int LongestText = 32_767;

    /// <summary>A spreadsheet calculates with 15 digits; more stay text.</summary>
    private const int MostDigits = 15;

    private const int LongestName = 31;

    public static byte[] Write(IReadOnlyList<Sheet> sheets, Language language)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Make();
            var list = new Sheets();
            foreach (var (sheet, number) in sheets.Select((s, i) => (s, i + 1)))
            {
                var part = book.AddNewPart<WorksheetPart>();
                using (var writer = OpenXmlWriter.Create(part))
                {
                    Write(writer, sheet, language);
                }
                list.Append(new Excel.Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)number, Name = NameOf(sheet.Name) });
            }
            book.Workbook = new Excel.Workbook(list, new DefinedNames(sheets.SelectMany((s, i) => Printing.Names(s, i, NameOf(s.Name)))));
        }
        return stream.ToArray();
    }

    private static void Write(OpenXmlWriter writer, Sheet sheet, Language language)
    {
        var (head, end, reach) = (Printing.HeadRow(sheet), Letters(sheet.Heads.Count), Printing.Reach(sheet));
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane
            {
                HorizontalSplit = sheet.Fixed > 0 ? sheet.Fixed : null, VerticalSplit = head,
                TopLeftCell = $"{Letters(sheet.Fixed + 1)}{head + 1}",
                ActivePane = sheet.Fixed > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft, State = PaneStateValues.Frozen,
            })
            { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Widths.Select((width, i) =>
            new Excel.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        if (sheet.Title is { } title)
        {
            Row(writer, [TextCell(title, WorkbookStyles.Title)], [sheet.Widths.Take(reach).Sum() * 2 / 3]);
        }
        foreach (var (label, value) in sheet.Lines ?? [])
        {
            Row(writer, [TextCell(label, WorkbookStyles.Head), TextCell(value ?? "", WorkbookStyles.Words),
                .. sheet.Heads.Take(reach).Skip(2).Select(_ => new Excel.Cell { StyleIndex = WorkbookStyles.Words })],
                [sheet.Widths[0], sheet.Widths.Take(reach).Skip(1).Sum()]);
        }
        Row(writer, sheet.Heads.Select(h => TextCell(h, WorkbookStyles.Head)), sheet.Widths);
        foreach (var row in sheet.Rows)
        {
            Row(writer, row.Select(c => CellOf(c, language)), sheet.Widths);
        }
        Row(writer, [], []);
        Row(writer, [TextCell(sheet.Source, WorkbookStyles.Source)], [sheet.Widths.Take(reach).Sum()]);
        writer.WriteEndElement();
        if (sheet.Lines is null)
        {
            writer.WriteElement(new AutoFilter { Reference = $"A{head}:{end}{head + sheet.Rows.Count}" });
        }
        int[] wide = sheet.Title is null ? [Printing.LastRow(sheet)] : [1, Printing.LastRow(sheet)];
        var lines = (sheet.Lines ?? []).Select((_, i) => new MergeCell { Reference = $"B{head - 1 - i}:{Letters(reach)}{head - 1 - i}" });
        writer.WriteElement(new MergeCells([.. wide.Select(r => new MergeCell { Reference = $"A{r}:{Letters(reach)}{r}" }), .. lines]));
        Printing.Page(sheet, language).ForEach(writer.WriteElement);
        writer.WriteEndElement();
    }

    private static void Row(OpenXmlWriter writer, IEnumerable<Excel.Cell> made, IReadOnlyList<int> widths)
    {
        var cells = made.ToList();
        writer.WriteStartElement(new Row { Height = RowHeights.Of(cells.Select(c => (string?)c.InnerText).Zip(widths)) });
        foreach (var cell in cells)
        {
            writer.WriteElement(cell);
        }
        writer.WriteEndElement();
    }

    private static Excel.Cell CellOf(Cell cell, Language language) => cell switch
    {
        { Words: { } words } => TextCell(words.In(language), cell.IsMarked ? WorkbookStyles.Marked : WorkbookStyles.Words),
        { Whole: { } whole } => Number(whole.ToString(CultureInfo.InvariantCulture), WorkbookStyles.Whole),
        { Day: { } day } => Number(
            day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture), WorkbookStyles.Day),
        { Figure: { } figure } => figure.Scale <= WorkbookStyles.MostDecimals && Digits(figure) <= MostDigits
            ? Number(figure.ToString(CultureInfo.InvariantCulture), WorkbookStyles.Figure(figure.Scale))
            : TextCell(figure.ToString(CultureInfo.InvariantCulture), WorkbookStyles.Words),
        _ => new Excel.Cell { StyleIndex = WorkbookStyles.Words },
    };

    private static Excel.Cell Number(string digits, uint style) =>
        new(new CellValue(digits)) { DataType = CellValues.Number, StyleIndex = style };

    private static Excel.Cell TextCell(string text, uint style) =>
        new(Words(text))
        {
            DataType = CellValues.InlineString,
            StyleIndex = IsLikeFormula(text) ? WorkbookStyles.QuotedOf(style) : style,
        };

    internal static InlineString Words(string text) =>
        new(new Excel.Text(Written(text)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>What somebody who edits it would make a formula of.</summary>
    internal static bool IsLikeFormula(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    private static int Digits(decimal figure) => figure.ToString(CultureInfo.InvariantCulture).Count(char.IsAsciiDigit);

    /// <summary>Without what XML cannot say, and no longer than a cell is.</summary>
    private static string Written(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length && written.Length < LongestText; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                written.Append(text[i]).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                written.Append(text[i]);
            }
        }
        return written.ToString(0, Math.Min(written.Length, LongestText));
    }

    private static string NameOf(string name)
    {
        var plain = string.Concat(name.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)));
        return plain.Length > LongestName ? plain[..LongestName] : plain;
    }

    /// <summary>Of a column, A being the first.</summary>
    internal static string Letters(int number) => number > 26 ? $"{Letters((number - 1) / 26)}{Letters(((number - 1) % 26) + 1)}"
        : ((char)('A' + number - 1)).ToString();
}
