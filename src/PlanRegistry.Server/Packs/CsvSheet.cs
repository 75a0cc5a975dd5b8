using CsvHelper;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Packs;

/// <summary>Reads one CSV file of a pack (RFC 4180) into a sheet, and says which lines are no CSV.</summary>
internal sealed class CsvSheet(PackTable table, List<Problem> problems)
{
    private readonly List<SheetRow> rows = [];
    private string[] header = [];
    private bool strayQuote;

    /// <summary>Null when the file has no header.</summary>
    public Sheet? Read(string text, int mostRows)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = ',',
            // The header is a row like others here: it may come late, after empty ones.
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = _ => strayQuote = true,
            PoolStrings = true,
        });
        while (reader.Read())
        {
            var cells = reader.Current.ToArray();
            if (strayQuote)
            {
                strayQuote = false;
                Refuse((int)reader.LineNumber,
                    "引号不成对，或出现在未加引号的单元格中。",
                    "a quotation mark is not closed, or stands inside a cell that is not quoted.");
            }
            else if (!cells.All(string.IsNullOrWhiteSpace))
            {
                Take((int)reader.LineNumber, cells);
            }
            if (rows.Count > mostRows)
            {
                throw new PackException(
                    $"{table.File}超过{mostRows}行，即可以读取的上限。", $"{table.File} has more than {mostRows} rows, the most that are read.");
            }
        }
        if (header.Length == 0 && problems.All(p => p.File != table.File))
        {
            Refuse(1, "文件没有表头。", "the file has no header row.");
        }
        return header.Length == 0 ? null : new Sheet(table.Table, table.File, header, rows);
    }

    private void Take(int line, string[] cells)
    {
        if (header.Length == 0)
        {
            header = [.. cells.Select(c => c.Trim())];
            // Spreadsheets leave empty columns at the right.
            header = header[..(Array.FindLastIndex(header, c => c.Length > 0) + 1)];
            return;
        }
        if (cells.Length < header.Length || cells.Skip(header.Length).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            Refuse(line,
                $"这一行有 {cells.Length} 个单元格，表头有 {header.Length} 个。",
                $"the row has {cells.Length} cells and the header {header.Length}.");
            return;
        }
        rows.Add(new SheetRow(line, cells.Length == header.Length ? cells : cells[..header.Length]));
    }

    private void Refuse(int line, string zh, string en) =>
        problems.Add(Refusals.Invalid(null, zh, en).At(table.File, line));
}
