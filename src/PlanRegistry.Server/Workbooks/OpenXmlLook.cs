using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// A second look at an .xlsx by DocumentFormat.OpenXml, for what the reader of cells does not tell, or mistakes. Element after element and
/// none kept, so that a part with millions of them takes no room.
/// </summary>
internal sealed class OpenXmlLook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const int DaysTo1904 = 1462;
    private static readonly XmlReaderSettings Settings = new() { IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly List<LookedSheet?> sheets = [];

    /// <summary>By how many days the reader of cells is short: it knows date1904="1", and not "true" as LibreOffice writes it.</summary>
    public int DaysShort { get; private set; }

    /// <param name="number">Its place among the sheets, counted from 0.</param>
    public LookedSheet? Sheet(int number) => number < sheets.Count ? sheets[number] : null;

    public static OpenXmlLook Of(string name, byte[] bytes)
    {
        var look = new OpenXmlLook();
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), false);
        var book = document.WorkbookPart ?? throw new InvalidDataException("no workbook");
        var struck = Struck(book.WorkbookStylesPart);
        var texts = Texts(name, bytes);
        foreach (var id in look.SheetsOf(book))
        {
            if (id is null || book.GetPartById(id) is not WorksheetPart part)
            {
                look.sheets.Add(null);
                continue;
            }
            using var reader = Xml(part.GetStream(FileMode.Open, FileAccess.Read));
            look.sheets.Add(LookedSheet.Of(name, reader, struck, texts));
        }
        return look;
    }

    /// <summary>The relations of its sheets, in their order.</summary>
    private List<string?> SheetsOf(WorkbookPart book)
    {
        using var reader = Xml(book.GetStream(FileMode.Open, FileAccess.Read));
        var ids = new List<string?>();
        while (NextOf(reader))
        {
            if (reader.LocalName == "workbookPr")
            {
                DaysShort = reader.GetAttribute("date1904") is { } said and not "1" && IsTrue(said) ? DaysTo1904 : 0;
            }
            else if (reader.LocalName == "sheet")
            {
                ids.Add(RelationOf(reader));
            }
        }
        return ids;
    }

    /// <summary>r:id, whose namespace is another in the strict form.</summary>
    private static string? RelationOf(XmlReader reader)
    {
        var found = default(string);
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            found = reader is { LocalName: "id", NamespaceURI: not "" } ? reader.Value : found;
        }
        reader.MoveToElement();
        return found;
    }

    /// <summary>The numbers of the cell formats whose font is struck through.</summary>
    private static HashSet<int> Struck(WorkbookStylesPart? part)
    {
        if (part is null)
        {
            return [];
        }
        using var reader = Xml(part.GetStream(FileMode.Open, FileAccess.Read));
        var (fonts, formats, within) = (new List<bool>(), new List<int>(), "");
        while (NextOf(reader))
        {
            within = reader.Depth == 1 ? reader.LocalName : within;
            if (within == "fonts" && reader.Depth == 2)
            {
                fonts.Add(false);
            }
            else if (within == "fonts" && reader.LocalName == "strike")
            {
                fonts[^1] = IsTrue(reader.GetAttribute("val") ?? "1");
            }
            else if (within == "cellXfs" && reader.Depth == 2)
            {
                formats.Add(int.Parse(reader.GetAttribute("fontId") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture));
            }
        }
        return [.. formats.Select((font, i) => (font, i)).Where(f => f.font < fonts.Count && fonts[f.font]).Select(f => f.i)];
    }

    /// <summary>Of each shared text how it is struck; found as the reader of cells finds it, by the part's name.</summary>
    private static List<Strokes> Texts(string name, byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var texts = new List<Strokes>();
        if (zip.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/')
            .Equals("xl/sharedStrings.xml", StringComparison.OrdinalIgnoreCase)) is not { } part)
        {
            return texts;
        }
        using var reader = Xml(part.Open());
        while (NextOf(reader))
        {
            if (reader.LocalName == "si")
            {
                texts.Add(TextStrokes.Of(name, reader));
            }
        }
        return texts;
    }

    private static XmlReader Xml(Stream part)
    {
        var reader = XmlReader.Create(part, Settings);
        reader.MoveToContent();
        return reader;
    }

    /// <summary>Goes on to the next element that is of the format itself, and not of an extension in it.</summary>
    public static bool NextOf(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI is (Main or StrictMain))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Either way of writing it.</summary>
    public static bool IsTrue(string? text) => text?.Trim() is "1" or "true";

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
