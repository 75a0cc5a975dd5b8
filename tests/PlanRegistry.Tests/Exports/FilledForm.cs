using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PlanRegistry.Tests.Exports;

/// <summary>A workbook of the registry, written into as somebody does in Excel.</summary>
internal static class FilledForm
{
    /// <summary>The form with texts in cells, by their places: B9.</summary>
    public static byte[] Fill(byte[] form, params (string Place, string Text)[] cells)
    {
        var stream = new MemoryStream();
        stream.Write(form);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();
            foreach (var (place, text) in cells)
            {
                var cell = rows[int.Parse(place[1..], null) - 1].Elements<Cell>().ElementAt(place[0] - 'A');
                cell.RemoveAllChildren();
                cell.DataType = CellValues.InlineString;
                cell.Append(new InlineString(new Text(text)));
            }
        }
        return stream.ToArray();
    }
}
