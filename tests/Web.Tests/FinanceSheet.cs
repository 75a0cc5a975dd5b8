using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Web.Tests;

/// <summary>A sheet as a finance bureau keeps it: title, heading, three lines, a sum.</summary>
internal static class FinanceSheet
{
    private static readonly string?[][] Rows =
    [
        ["2026年规划经费申请表"],
        ["规划名称", "项目名称", "申请资金（万元）", "资金来源", "经办"],
        ["SPE-2021-12", "堤防工程", "120.5", "区级财政资金", "甲"],
        ["SPE-2024-01", "示例工程", "30", "区级财政资金", "甲"],
        ["SPE-2021-12", "水库工程", "两千", "区级财政资金", "乙"],
        ["合计", null, "150.5", null, null, "已核"],
    ];

    public static byte[] Make()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(Rows.Select((cells, r) => new Row(cells.Select((text, c) => (text, c))
                .Where(p => p.text is not null).Select(p => CellOf(p.text!, $"{(char)('A' + p.c)}{r + 1}"))) { RowIndex = (uint)r + 1 })));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "经费表" }));
        }
        return stream.ToArray();
    }

    /// <summary>Nine columns of each row; null where nothing stands.</summary>
    public static List<string?[]> Cells(byte[] content)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        var data = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.GetFirstChild<SheetData>()!;
        return [.. data.Elements<Row>().Select(row => Enumerable.Range(0, 9).Select(c => row.Elements<Cell>()
            .FirstOrDefault(cell => cell.CellReference?.Value == $"{(char)('A' + c)}{row.RowIndex}")?.InnerText is { Length: > 0 } text
                ? text : null).ToArray())];
    }

    private static Cell CellOf(string text, string place) => decimal.TryParse(text, out _)
        ? new Cell(new CellValue(text)) { CellReference = place }
        : new Cell(new InlineString(new Text(text))) { CellReference = place, DataType = CellValues.InlineString };
}
