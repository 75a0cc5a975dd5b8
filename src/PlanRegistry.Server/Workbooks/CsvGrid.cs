using System.Text;
using CsvHelper;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// Reads a .csv as a spreadsheet shows it: blank lines are rows, and a quotation mark within a cell that begins with none is text.
/// </summary>
internal static class CsvGrid
{
    public static GridBook Read(string name, byte[] bytes, Encoding? encoding, bool isCommand)
    {
        if (PackEncoding.Decode(bytes, encoding, out var misfit, isCommand) is not { } text)
        {
            throw new PackException($"“{name}”不能读取：{misfit!.Value.Zh}", $"'{name}' cannot be read: {misfit.Value.En}");
        }
        long? open = null;
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = SeparatorOf(text),
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            OnMalformedRecord = r => open ??= r.Reason == CsvMalformedReason.StrayQuote ? null : r.LineNumber,
        });
        var rows = new List<GridRow>();
        while (reader.Read())
        {
            if (open is { } line)
            {
                throw Unclosed(name, line);
            }
            if (rows.Count == WorkbookLimits.Rows)
            {
                throw WorkbookFile.Beyond(name, $"{WorkbookLimits.Rows}行", $"{WorkbookLimits.Rows} rows");
            }
            string?[] cells = [.. reader.Current.ToArray().Select(Intake.Cells.Trim)];
            if (cells.Skip(WorkbookLimits.Columns).Any(c => c is not null) || cells.Any(c => c?.Length > WorkbookLimits.CellLength))
            {
                throw WorkbookFile.CellBeyond(name);
            }
            rows.Add(new GridRow(rows.Count + 1, [.. cells.Take(WorkbookLimits.Columns).Select(c => new GridCell(c))], false));
        }
        return new GridBook(name, [new Grid(Path.GetFileNameWithoutExtension(name), false, rows, [])]);
    }

    /// <summary>What parts the cells of its upper rows, whatever stands above the heading.</summary>
    private static char SeparatorOf(string text)
    {
        var above = text.Split('\n', WorkbookLimits.HeaderRows + 1).Take(WorkbookLimits.HeaderRows).ToList();
        int Count(char separator) => above.Sum(line => line.AsSpan().Count(separator));
        return Count('\t') > Count(',') ? '\t' : ',';
    }

    private static PackException Unclosed(string name, long line) => new(
        $"“{name}”第{line}行的引号没有成对，其后的内容属于哪一格、哪一行无法认定；请补上或者删去引号后再导入。",
        $"'{name}' has a quotation mark in line {line} that is not closed, and to which cell or row what follows belongs cannot be told: "
            + "close or delete it and import again.");
}
