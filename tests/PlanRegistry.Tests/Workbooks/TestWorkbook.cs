using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>A cell that is more than words or a figure.</summary>
internal sealed record Odd(string? Value, string? Formula = null, string? Type = null, uint Style = 0)
{
    public static Odd Error => new("#N/A", Type: "e");

    public static Odd Formed(string formula, string? value) => new(value, formula);

    public static Odd Struck(string text) => new(text, Type: "str", Style: 1);

    public static Odd Percent(string share) => new(share, Style: 2);

    public static Odd Day(DateOnly day) => new(day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture), Style: 3);
}

/// <summary>Workbooks as offices make them: rows of words, figures, odd cells and nothing; merged, hidden.</summary>
internal sealed class TestWorkbook
{
    private readonly MemoryStream stream = new();
    private readonly SpreadsheetDocument document;
    private readonly WorkbookPart book;
    private readonly Sheets sheets = new();

    public TestWorkbook()
    {
        document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new Fonts(new Font(), new Font(new Strike())), new Fills(new Fill()), new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat { NumberFormatId = 10, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
    }

    public TestWorkbook Sheet(string name, object?[][] rows, string[]? merged = null, int[]? hidden = null, bool isHidden = false)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData(rows.Select((cells, i) => RowOf(cells, i + 1, hidden?.Contains(i + 1) == true)));
        part.Worksheet = new Worksheet(data);
        if (merged is not null)
        {
            part.Worksheet.Append(new MergeCells(merged.Select(m => new MergeCell { Reference = m })));
        }
        sheets.Append(new Sheet
        {
            Id = book.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name,
            State = isHidden ? SheetStateValues.Hidden : SheetStateValues.Visible,
        });
        return this;
    }

    public byte[] Bytes()
    {
        book.Workbook = new Workbook(sheets);
        document.Dispose();
        return stream.ToArray();
    }

    private static Row RowOf(object?[] cells, int number, bool isHidden)
    {
        var row = new Row { RowIndex = (uint)number };
        if (isHidden)
        {
            row.Hidden = true;
        }
        foreach (var (value, i) in cells.Select((c, i) => (c, i)).Where(c => c.c is not null))
        {
            row.Append(CellOf(value!, $"{(char)('A' + i)}{number}"));
        }
        return row;
    }

    private static Cell CellOf(object value, string place) => value switch
    {
        Odd odd => OddCell(odd, place),
        string text => new Cell(new InlineString(new Text(text))) { CellReference = place, DataType = CellValues.InlineString },
        _ => new Cell(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { CellReference = place },
    };

    private static Cell OddCell(Odd odd, string place)
    {
        var cell = new Cell { CellReference = place, StyleIndex = odd.Style };
        if (odd.Formula is { } formula)
        {
            cell.Append(new CellFormula(formula));
        }
        if (odd.Value is { } value)
        {
            cell.Append(new CellValue(value));
        }
        cell.DataType = odd.Type switch { "e" => CellValues.Error, "str" => CellValues.String, _ => null };
        return cell;
    }
}
