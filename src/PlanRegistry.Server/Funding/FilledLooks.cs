using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanRegistry.Server.Exports;

namespace PlanRegistry.Server.Funding;

/// <summary>How an answer looks: as the cell beside it, as text, in as many lines as it has.</summary>
internal sealed class FilledLooks
{
    /// <summary>The spreadsheet's own format of text.</summary>
    private const uint AsText = 49;

    private readonly CellFormats formats;
    private readonly Dictionary<(uint Base, bool IsQuoted), uint> made = [];
    private readonly List<CellFormat> all;

    public FilledLooks(WorkbookPart book)
    {
        var part = book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>();
        part.Stylesheet ??= WorkbookStyles.Make();
        formats = part.Stylesheet.CellFormats ??= new CellFormats(new CellFormat());
        all = [.. formats.Elements<CellFormat>()];
    }

    /// <param name="beside">The format of the cell beside.</param>
    /// <param name="isQuoted">What begins with = + - @ stays text where somebody edits it.</param>
    public uint Of(uint beside, bool isQuoted)
    {
        if (!made.TryGetValue((beside, isQuoted), out var number))
        {
            var format = (CellFormat)all[(int)Math.Min(beside, (uint)all.Count - 1)].CloneNode(deep: true);
            (format.NumberFormatId, format.ApplyNumberFormat, format.QuotePrefix) = (AsText, true, isQuoted ? true : null);
            format.Alignment ??= new DocumentFormat.OpenXml.Spreadsheet.Alignment();
            (format.Alignment.WrapText, format.Alignment.Horizontal, format.ApplyAlignment) = (true, HorizontalAlignmentValues.Left, true);
            number = (uint)formats.Elements<CellFormat>().Count();
            formats.Append(format);
            formats.Count = number + 1;
            made[(beside, isQuoted)] = number;
        }
        return number;
    }
}
