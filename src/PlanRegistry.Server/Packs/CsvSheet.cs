using CsvHelper;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Packs;

/// <summary>Reads one CSV file of a pack (RFC 4180) into a sheet, and says which lines are no CSV.</summary>
internal sealed class CsvSheet(PackTable table, ProblemList problems, PackLimits limits)
{
    private const string Separates = "sep=";
    private const string OtherSeparators = ";；\t|，";

    private readonly List<SheetRow> rows = [];
    private string[] header = [];
    private bool strayQuote;
    private bool isRefused;

    /// <summary>The sheet, and how many rows were read for it; null when the file has no header, or none of a pack.</summary>
    public (Sheet Sheet, int RowsRead)? Read(string text, int mostRows)
    {
        // Lines that end in CR alone, as a Macintosh once wrote them: where there is no LF, no CR is anything else.
        text = text.Contains('\n') ? text : text.Replace('\r', '\n');
        CsvBounds.Check(table.File, text, mostRows, limits);
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = ',',
            // The header is a row like others here: it may come late, after empty ones.
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = _ => strayQuote = true,
            PoolStrings = true,
        });
        var read = 0;
        for (; !isRefused && reader.Read(); read++)
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
        }
        if (header.Length == 0 && problems.Named.All(p => p.File != table.File))
        {
            Refuse(1, "文件没有表头。", "the file has no header row.");
        }
        return header.Length == 0 || isRefused ? null : (new Sheet(table.Table, table.File, header, rows), read);
    }

    private void Take(int line, string[] cells)
    {
        if (header.Length == 0)
        {
            TakeHeader(line, cells);
            return;
        }
        if (cells.Length >= header.Length && header.Length > 1 && header.SequenceEqual(cells.Take(header.Length).Select(c => c.Trim())))
        {
            Refuse(line, "表头重复出现，请删去这一行。", "the header stands here a second time: delete this row.");
            return;
        }
        if (cells.Length < header.Length || cells.Skip(header.Length).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            Refuse(line,
                $"这一行有{cells.Length}个单元格，表头有{header.Length}个。",
                $"the row has {cells.Length} cells and the header {header.Length}.");
            return;
        }
        rows.Add(new SheetRow(line, [.. cells.Take(header.Length).Select(FormulaText.Read)]));
    }

    private void TakeHeader(int line, string[] cells)
    {
        // What Excel leaves before the header where it was told the separator; one by commas says nothing new.
        if (cells[0].Trim() is var first && first.StartsWith(Separates, StringComparison.OrdinalIgnoreCase))
        {
            if (first.Length > Separates.Length && first[^1] != ',')
            {
                RefuseSeparator(line, first[^1]);
            }
            return;
        }
        if (cells is [var only] && OtherSeparators.FirstOrDefault(c => only.Split(c).Count(IsColumn) > 1) is var by and not '\0')
        {
            RefuseSeparator(line, by);
            return;
        }
        header = [.. cells.Select(c => c.Trim())];
        // Spreadsheets leave empty columns at the right.
        header = header[..(Array.FindLastIndex(header, c => c.Length > 0) + 1)];
    }

    private bool IsColumn(string heading) => table.Columns.Contains(heading.Trim());

    /// <summary>Said once: no row of such a file has its cells.</summary>
    private void RefuseSeparator(int line, char by)
    {
        isRefused = true;
        var (zh, en) = by == '\t' ? ("制表符", "tabs") : ($"“{by}”", $"\"{by}\"");
        Refuse(line, $"单元格以{zh}分隔，请另存为以英文逗号分隔的CSV（UTF-8）。", $"the cells are separated by {en}: save it as CSV with commas (UTF-8).");
    }

    private void Refuse(int line, string zh, string en) =>
        problems.Add(Refusals.Invalid(null, zh, en).At(table.File, line));
}
