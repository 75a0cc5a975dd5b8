using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace PlanRegistry.Tests.Exports;

/// <summary>A workbook as a spreadsheet program reads it: the texts of its cells, sheet by sheet.</summary>
internal sealed class Spreadsheet : IDisposable
{
    private readonly SpreadsheetDocument document;

    public Spreadsheet(byte[] content)
    {
        document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        new OpenXmlValidator().Validate(document).Select(e => e.Description).Should().BeEmpty("the workbook is as the standard says");
    }

    public IReadOnlyList<string> Names => [.. Sheets.Select(s => s.Name!.Value!)];

    private Stylesheet Styles => document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;

    private IEnumerable<Sheet> Sheets => document.WorkbookPart!.Workbook!.Descendants<Sheet>();

    /// <summary>Without the empty row and the source that stand below.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(int sheet = 0) => [.. All(sheet).Skip(1).SkipLast(2)];

    public IReadOnlyList<string> Column(string head, int sheet = 0)
    {
        var at = All(sheet)[0].ToList().IndexOf(head);
        at.Should().BeGreaterThanOrEqualTo(0, "there is a column {0} among {1}", head, string.Join(' ', All(sheet)[0]));
        return [.. Rows(sheet).Select(r => r[at])];
    }

    public string Source(int sheet = 0) => All(sheet)[^1].Single();

    public Cell CellAt(string reference) => CellsOf(0).SelectMany(r => r).ElementAt(
        (int.Parse(reference[1..], System.Globalization.CultureInfo.InvariantCulture) - 1) * CellsOf(0)[0].Count + (reference[0] - 'A'));

    public CellFormat StyleOf(Cell cell) =>
        Styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));

    public string? FormatOf(Cell cell) => Styles.NumberingFormats!.Elements<NumberingFormat>()
        .FirstOrDefault(f => f.NumberFormatId! == StyleOf(cell).NumberFormatId!)?.FormatCode;

    public int FormulasIn(int sheet) => Part(sheet).Worksheet!.Descendants<CellFormula>().Count();

    public Pane? PaneOf(int sheet) => Part(sheet).Worksheet!.Descendants<Pane>().SingleOrDefault();

    public void Dispose() => document.Dispose();

    private WorksheetPart Part(int sheet) => (WorksheetPart)document.WorkbookPart!.GetPartById(Sheets.ElementAt(sheet).Id!);

    private List<List<Cell>> CellsOf(int sheet) =>
        [.. Part(sheet).Worksheet!.Descendants<Row>().Select(r => r.Elements<Cell>().ToList())];

    private List<List<string>> All(int sheet) => [.. CellsOf(sheet).Select(r => r.ConvertAll(c => c.InnerText))];
}
