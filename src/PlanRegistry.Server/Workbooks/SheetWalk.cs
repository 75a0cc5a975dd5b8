using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// Goes down a sheet below its heading: which lines are rows, which are sections, sums and notes, and what each cell says, merged cells and
/// 同上 filled in.
/// </summary>
internal sealed partial class SheetWalk(SheetRead sheet, Func<SheetRead, int, Dictionary<int, string?>, string?, RowRead> make)
{
    private readonly Grid grid = sheet.Grid;
    private readonly List<MappedColumn> columns = [.. sheet.Header!.Columns.Where(c => c.IsRead)];
    private readonly List<int> hidden = [];
    private readonly List<int> struck = [];
    private Dictionary<int, string?> above = [];
    private string? category;
    private (int Row, string Name, int Said, int Counted)? section;

    public void Run()
    {
        for (var row = sheet.Header!.Last + 1; row < grid.Rows.Count; row++)
        {
            Take(row);
        }
        EndSection();
        Report(hidden, "已隐藏", "hidden");
        Report(struck, "已划去", "struck out");
    }

    private void Take(int row)
    {
        var cells = grid.Rows[row].Cells;
        var first = Array.FindIndex(cells, c => !c.IsEmpty);
        if (first < 0 && columns.TrueForAll(c => grid.MergeAt(row, c.Index) is null))
        {
            return;
        }
        var texts = cells.Where(c => !c.IsEmpty).Select(c => c.Text ?? "").ToList();
        if (grid.Rows[row].IsHidden)
        {
            hidden.Add(row + 1);
        }
        else if (texts.Count == 1 && Section().Match(Width.Fold(texts[0])) is { Success: true } match)
        {
            BeginSection(row, match);
        }
        else if (texts.Count > 0 && IsNoRow(cells[first].Text, row, texts.Count))
        {
            sheet.Notice(row, first, $"“{Short(texts[0])}”未读入。", $"\"{Short(texts[0])}\" is not read.");
        }
        else if (IsStruck(row))
        {
            struck.Add(row + 1);
        }
        else
        {
            TakeRow(row);
        }
    }

    private void TakeRow(int row)
    {
        var said = new Dictionary<int, string?>();
        var faults = new List<(int Column, Text Said)>();
        foreach (var column in columns)
        {
            var (text, fault) = Read(row, column);
            said[column.Index] = text;
            if (fault is { } refusal)
            {
                faults.Add((column.Index, refusal));
            }
        }
        if (said.Values.All(t => t is null) && faults.Count == 0)
        {
            return;
        }
        above = said;
        section = section is { } s ? s with { Counted = s.Counted + 1 } : null;
        var read = make(sheet, row, said, category);
        read.Problems.AddRange(faults.Select(f => sheet.Bad(row, f.Column, f.Said)));
        sheet.Rows.Add(read);
    }

    private (string? Text, Text? Fault) Read(int row, MappedColumn column)
    {
        var (merge, cell) = (grid.MergeAt(row, column.Index), grid.At(row, column.Index));
        if (merge is { } m && m.ToRow > m.FromRow && sheet.Use!.Own.Contains(column.Meaning!.Value.Field))
        {
            return (cell.Text, new($"合并单元格跨越第{m.FromRow + 1}—{m.ToRow + 1}行，无法认定属于哪一行；请取消合并后分别填写。",
                $"The merged cell spans rows {m.FromRow + 1} to {m.ToRow + 1}: unmerge it, and fill in each row."));
        }
        if (merge is { } wide && wide.ToColumn > wide.FromColumn && column.Index > wide.FromColumn)
        {
            return (null, cell.IsEmpty ? null : new($"合并单元格跨越多列，“{Short(cell.Text ?? "")}”属于哪一列无法认定；请取消合并。",
                $"The merged cell spans columns, and to which \"{Short(cell.Text ?? "")}\" belongs cannot be told: unmerge it."));
        }
        return cell switch
        {
            { Fault: CellFault.Error } => (null, new("单元格是错误值，请改正后再导入。", "The cell holds an error: mend it and import again.")),
            { Fault: CellFault.NoStoredValue } => (null, new("公式没有保存计算结果；请用Excel打开、保存后再导入。",
                "The formula has no stored value: open the workbook in a spreadsheet, save it and import again.")),
            { IsStruck: true, Text: { } struckOut } => (null, new($"“{Short(struckOut)}”已划去，是否有效无法认定；请删去或取消删除线。",
                $"\"{Short(struckOut)}\" is struck out, and whether it holds cannot be told: delete it or take the line away.")),
            { Text: { } text } when ValueForms.IsDitto(text) => above.GetValueOrDefault(column.Index) is { } same ? (same, null)
                : (null, new($"“{text}”之上没有内容。", $"There is nothing above \"{text}\".")),
            { Text: var text } => (ValueForms.IsBlank(text) ? null : text, null),
        };
    }

    /// <summary>A sum, a note, the heading once more, or a line that is one text.</summary>
    private bool IsNoRow(string? text, int row, int filled) =>
        (text is not null && Asides.Is(text))
        || columns.Exists(c => c.Meaning?.Field is "title" or "name" or "project" && grid.At(row, c.Index).Text is { } name
            && (Asides.Is(name) || Headings.Fold(name) == Headings.Fold(c.Heading)))
        || (filled == 1 && columns.Count > 1 && !columns.Exists(c => c.Meaning?.Field is "title" or "name" or "project"
            && grid.At(row, c.Index).Text is not null))
        || (filled == 1 && grid.MergeAt(row, 0) is { } merge && merge.ToColumn > merge.FromColumn);

    private bool IsStruck(int row) =>
        columns.Find(c => c.Meaning?.Field is "title" or "name" or "project") is { } title && grid.At(row, title.Index).IsStruck;

    private void BeginSection(int row, Match match)
    {
        EndSection();
        category = match.Groups["name"].Value.Trim();
        section = int.TryParse(match.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var said)
            ? (row, category, said, 0) : null;
        above = [];
    }

    private void EndSection()
    {
        if (section is { } s && s.Said != s.Counted)
        {
            sheet.Notice(s.Row, 0, $"“{s.Name}”写明{s.Said}个，读到{s.Counted}行。", $"\"{s.Name}\" says {s.Said}; {s.Counted} rows were read.");
        }
    }

    private void Report(List<int> rows, string zh, string en)
    {
        if (rows.Count > 0)
        {
            var listed = string.Join('、', rows.Take(20)) + (rows.Count > 20 ? "…" : "");
            sheet.Notice($"第{listed}行{zh}，未读入（共{rows.Count}行）。",
                $"Rows {listed.Replace("、", ", ")} are {en} and were not read ({rows.Count} in all).");
        }
    }

    internal static string Short(string text) =>
        text.Length <= 40 ? text.ReplaceLineEndings(" ") : text[..39].ReplaceLineEndings(" ") + "…";

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)、?)(?<name>[^(]+)(?:\((?:共)?(?<count>[0-9]+)[个项件部]\))?$")]
    private static partial Regex Section();
}
