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
    public IReadOnlyList<IReadOnlyList<string>> Rows(int sheet = 0) => [.. Listed(sheet).Skip(1).SkipLast(2)];

    public IReadOnlyList<string> Heads(int sheet = 0) => Listed(sheet)[0];

    /// <summary>The title above the heads; null where there is none.</summary>
    public string? Title(int sheet = 0) => All(sheet)[0] is [var title] && Listed(sheet)[0].Count > 1 ? title : null;

    public IReadOnlyList<string> Column(string head, int sheet = 0)
    {
        var at = Heads(sheet).ToList().IndexOf(head);
        at.Should().BeGreaterThanOrEqualTo(0, "there is a column {0} among {1}", head, string.Join(' ', Heads(sheet)));
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

    /// <summary>What is printed, and which rows stand on each page: the names that a spreadsheet reads them by.</summary>
    public IEnumerable<(string Name, uint Sheet, string Reference)> DefinedNames =>
        document.WorkbookPart!.Workbook!.DefinedNames?.Elements<DefinedName>()
            .Select(n => (n.Name!.Value!["_xlnm.".Length..], n.LocalSheetId!.Value, n.Text)) ?? [];

    public T? Of<T>(int sheet = 0) where T : DocumentFormat.OpenXml.OpenXmlElement =>
        Part(sheet).Worksheet!.Descendants<T>().SingleOrDefault();

    public IReadOnlyList<Row> RowsAsWritten(int sheet = 0) => [.. Part(sheet).Worksheet!.Descendants<Row>()];

    public Border BorderOf(Cell cell) => Styles.Borders!.Elements<Border>().ElementAt((int)(StyleOf(cell).BorderId?.Value ?? 0));

    public Pane? PaneOf(int sheet) => Part(sheet).Worksheet!.Descendants<Pane>().SingleOrDefault();

    public void Dispose() => document.Dispose();

    private WorksheetPart Part(int sheet) => (WorksheetPart)document.WorkbookPart!.GetPartById(Sheets.ElementAt(sheet).Id!);

    private List<List<Cell>> CellsOf(int sheet) =>
        [.. Part(sheet).Worksheet!.Descendants<Row>().Select(r => r.Elements<Cell>().ToList())];

    /// <summary>Without the title that may stand above the heads.</summary>
    private List<List<string>> Listed(int sheet) => All(sheet) is [[_], { Count: > 1 }, ..] all ? all[1..] : All(sheet);

    private List<List<string>> All(int sheet) => [.. CellsOf(sheet).Select(r => r.ConvertAll(c => c.InnerText))];
}
