using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanRegistry.Records;
using PlanRegistry.Server.Workbooks;
using Text = PlanRegistry.Records.Text;

namespace PlanRegistry.Server.Funding;

/// <summary>
/// An office's own workbook with the answers in three columns: those that have their headings already, or new ones at the right. All else
/// stays as it was. Row by row, so that a large sheet takes no more memory than a small one.
/// </summary>
internal static class FilledSheet
{
    /// <summary>What the columns are called, and the field of each (headings.tsv).</summary>
    public static IReadOnlyList<Text> Heads { get; } =
        [new("结论", "Verdict"), new("理由", "Reasons"), new("核验单号", "Certificate number")];

    public static IReadOnlyList<int> Widths { get; } = [14, 60, 24];

    private static readonly string[] Fields = ["verdict", "reasons", "certificate"];

    public static byte[] Fill(byte[] workbook, IReadOnlyList<(FundingSheetLine Line, FundingAnswer Answer)> lines, Language language)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = document.WorkbookPart!;
            var looks = new FilledLooks(book);
            foreach (var sheet in lines.GroupBy(l => l.Line.Sheet))
            {
                var named = book.Workbook!.Descendants<Sheet>().First(s => s.Name?.Value == sheet.Key.Grid.Name);
                var answers = sheet.ToDictionary(l => l.Line.Row, l => (IReadOnlyList<string?>)
                    [l.Answer.Verdict, string.Join('\n', l.Answer.Reasons), l.Answer.Number]);
                var columns = Columns(sheet.Key);
                new FilledPart(columns, sheet.Key.Header!, answers, language, looks)
                    .Rewrite((WorksheetPart)book.GetPartById(named.Id!));
                FilledPrinting.Widen(book.Workbook!, named, sheet.Key, columns);
            }
            // It names cells with formulas; a spreadsheet makes it anew.
            if (book.CalculationChainPart is { } chain)
            {
                book.DeletePart(chain);
            }
        }
        return stream.ToArray();
    }

    /// <summary>Where each answer goes, counted from 0, and whether the column is new: behind everything that is written.</summary>
    private static List<(int Index, bool IsNew)> Columns(SheetRead sheet)
    {
        var end = sheet.Grid.Rows.Max(r => Array.FindLastIndex(r.Cells, c => !c.IsEmpty)) + 1;
        return [.. Fields.Select(f => sheet.Header!.Of(f) is { IsRead: true } own ? (own.Index, false) : (end++, true))];
    }
}
