using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PlanRegistry.Server.Workbooks;

/// <summary>What the reader of cells does not tell of one sheet: errors, formulas whose value nobody stored, what is struck out.</summary>
internal sealed class LookedSheet
{
    private readonly Dictionary<(int Row, int Column), CellFault> faults = [];
    private readonly HashSet<(int Row, int Column)> struck = [];

    public CellFault FaultAt(int row, int column) => faults.GetValueOrDefault((row, column));

    public bool IsStruck(int row, int column) => struck.Contains((row, column));

    internal void Note(int row, int column, CellFault fault, bool isStruck)
    {
        if (fault != CellFault.None)
        {
            faults[(row, column)] = fault;
        }
        if (isStruck)
        {
            struck.Add((row, column));
        }
    }
}

/// <summary>A second look at an .xlsx by DocumentFormat.OpenXml, cell after cell without keeping them.</summary>
internal sealed class OpenXmlLook
{
    private readonly Dictionary<string, LookedSheet> sheets = new(StringComparer.Ordinal);

    public LookedSheet? Sheet(string name) => sheets.GetValueOrDefault(name);

    public static OpenXmlLook Of(byte[] bytes)
    {
        var look = new OpenXmlLook();
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), false);
        var book = document.WorkbookPart ?? throw new InvalidDataException("no workbook");
        var struck = Struck(book.WorkbookStylesPart?.Stylesheet);
        foreach (var sheet in book.Workbook!.Descendants<Sheet>())
        {
            if (sheet.Id?.Value is { } id && book.GetPartById(id) is WorksheetPart part)
            {
                look.sheets[sheet.Name?.Value ?? ""] = Read(part, struck);
            }
        }
        return look;
    }

    /// <summary>The numbers of the cell formats whose font is struck through.</summary>
    private static HashSet<uint> Struck(Stylesheet? styles)
    {
        var fonts = styles?.Fonts?.Elements<Font>().Select(f => f.Strike is { } s && (s.Val is null || s.Val.Value)).ToList() ?? [];
        var formats = styles?.CellFormats?.Elements<CellFormat>() ?? [];
        return [.. formats.Select((f, i) => (Font: (int)(f.FontId?.Value ?? 0), Number: (uint)i))
            .Where(f => f.Font < fonts.Count && fonts[f.Font]).Select(f => f.Number)];
    }

    private static LookedSheet Read(WorksheetPart part, HashSet<uint> struck)
    {
        var (looked, row, column) = (new LookedSheet(), -1, -1);
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Row))
            {
                row = Attribute(reader, "r") is { } r ? int.Parse(r, CultureInfo.InvariantCulture) - 1 : row + 1;
                column = -1;
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(Cell))
            {
                column = Attribute(reader, "r") is { } place ? ColumnOf(place) : column + 1;
                var (type, style) = (Attribute(reader, "t"), Attribute(reader, "s"));
                var isStruck = style is not null && struck.Contains(uint.Parse(style, CultureInfo.InvariantCulture));
                var cell = (Cell)reader.LoadCurrentElement()!;
                var hasValue = cell.CellValue?.Text is { Length: > 0 } || (type == "str" && cell.CellValue is not null);
                looked.Note(row, column, type == "e" ? CellFault.Error
                    : cell.CellFormula is not null && !hasValue ? CellFault.NoStoredValue : CellFault.None, isStruck);
            }
        }
        return looked;
    }

    private static string? Attribute(OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name)
            {
                return attribute.Value;
            }
        }
        return null;
    }

    /// <summary>By its first bytes it may be an .xlsx.</summary>
    public static bool IsOpenXml(byte[] bytes) => bytes.AsSpan().StartsWith("PK\u0003\u0004"u8);

    /// <summary>Of B5, counted from 0: 4.</summary>
    public static int RowOf(string place) =>
        int.Parse(place.AsSpan(place.IndexOfAny([.. "0123456789"])), NumberStyles.None, CultureInfo.InvariantCulture) - 1;

    /// <summary>Of B5, counted from 0: 1.</summary>
    public static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetter))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }
        return column - 1;
    }
}
