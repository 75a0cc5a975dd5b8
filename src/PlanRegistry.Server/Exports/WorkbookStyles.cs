using DocumentFormat.OpenXml.Spreadsheet;
using Excel = DocumentFormat.OpenXml.Spreadsheet;

namespace PlanRegistry.Server.Exports;

/// <summary>How cells look, by the numbers under which a workbook keeps it.</summary>
internal static class WorkbookStyles
{
    public const uint Plain = 0;
    public const uint Head = 1;
    public const uint Words = 2;

    /// <summary>Text that would else be read as a formula where somebody edits it.</summary>
    public const uint Quoted = 3;
    public const uint Day = 4;
    public const uint Whole = 5;

    /// <summary>More digits behind the point are text.</summary>
    public const int MostDecimals = 10;

    private const uint FirstFigure = 6;

    /// <summary>Behind the figures: what stands above the heads, and what below the rows.</summary>
    public const uint Title = FirstFigure + MostDecimals + 1;
    public const uint Source = Title + 1;

    /// <summary>What is to be seen at once; and the same, and a head, that would else be read as a formula.</summary>
    public const uint Marked = Source + 1;
    private const uint QuotedMarked = Marked + 1;
    private const uint QuotedHead = QuotedMarked + 1;

    private const uint Bare = 0;
    private const uint Framed = 1;

    /// <summary>Numbers below it are the spreadsheet's own formats.</summary>
    private const uint FirstFormat = 164;

    public static uint Figure(int decimals) => FirstFigure + (uint)decimals;

    /// <summary>The same look for text that would else be read as a formula where somebody edits it.</summary>
    public static uint QuotedOf(uint style) => style switch
    {
        Words => Quoted,
        Marked => QuotedMarked,
        Head => QuotedHead,
        _ => style,
    };

    public static Stylesheet Make()
    {
        var formats = new NumberingFormats(Formats().Select((code, i) =>
            new NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = code }));
        var fonts = new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "宋体" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "宋体" }),
            new Font(new Bold(), new FontSize { Val = 16 }, new FontName { Val = "宋体" }));
        var fills = new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEDEDED" }) { PatternType = PatternValues.Solid }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFFFF4D6" }) { PatternType = PatternValues.Solid }));
        var cells = new CellFormats(
            new CellFormat(), HeadFormat(), Wrapped(0, Framed), Quote(Wrapped(0, Framed)), Formatted(0), Formatted(1));
        cells.Append(Enumerable.Range(0, MostDecimals + 1).Select(n => Formatted(2 + n)));
        cells.Append(Centred(Wrapped(2, Bare)), Wrapped(0, Bare), MarkedFormat(), Quote(MarkedFormat()), Quote(HeadFormat()));
        return new Stylesheet(formats, fonts, fills, new Borders(new Border(), Lines()), new CellStyleFormats(new CellFormat()), cells);
    }

    /// <summary>Of days, of whole numbers, of figures by their digits.</summary>
    private static IEnumerable<string> Formats() =>
        ["yyyy-mm-dd", "0", .. Enumerable.Range(0, MostDecimals + 1).Select(n => n == 0 ? "#,##0" : "#,##0." + new string('0', n))];

    private static CellFormat Wrapped(uint font, uint border) =>
        new(new Excel.Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
        {
            FontId = font, BorderId = border, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true,
        };

    private static CellFormat HeadFormat()
    {
        var format = Centred(Wrapped(1, Framed));
        (format.FillId, format.ApplyFill) = (2U, true);
        return format;
    }

    private static CellFormat MarkedFormat()
    {
        var format = Wrapped(1, Framed);
        (format.FillId, format.ApplyFill) = (3U, true);
        return format;
    }

    private static CellFormat Centred(CellFormat format)
    {
        (format.Alignment!.Horizontal, format.Alignment.Vertical) = (HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center);
        return format;
    }

    /// <summary>Thin, on each side.</summary>
    private static Border Lines() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static CellFormat Quote(CellFormat format)
    {
        format.QuotePrefix = true;
        return format;
    }

    private static CellFormat Formatted(int number) => new(new Excel.Alignment { Vertical = VerticalAlignmentValues.Top })
    {
        NumberFormatId = FirstFormat + (uint)number, BorderId = Framed, ApplyNumberFormat = true, ApplyBorder = true, ApplyAlignment = true,
    };
}
