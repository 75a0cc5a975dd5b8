using PlanRegistry.Consultation;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// Goes down a sheet below its heading: which lines are rows, which are sections, sums and notes, and what each cell says, merged cells and
/// 同上 filled in.
/// </summary>
internal sealed class SheetWalk(SheetRead sheet, Func<SheetRead, int, Dictionary<int, string?>, string?, RowRead> make)
{
    private readonly Grid grid = sheet.Grid;
    private readonly List<MappedColumn> columns = [.. sheet.Header!.Columns.Where(c => c.IsRead)];
    private readonly bool isOpinions = sheet.Use == SheetUse.Opinions;
    private readonly List<int> hidden = [];
    private readonly List<int> struck = [];
    private Dictionary<int, string?> above = [];

    /// <summary>The row above that was not read: what 同上 means below it is not told.</summary>
    private (int Row, Text Why)? unread;
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
            unread = (row, new("已隐藏、", "is hidden and "));
        }
        else if (texts.Count > 0 && AsideAt(row, first, texts.Count) is { } aside)
        {
            unread = Asides.Is(aside.Text) ? (row, new("", "")) : unread;
            sheet.Notice(row, aside.Column, $"“{Short(aside.Text)}”未读入。", $"\"{Short(aside.Text)}\" is not read.");
        }
        else if (texts.Count == 1 && !isOpinions && Sections.Of(texts[0]) is { } begun)
        {
            BeginSection(row, begun.Name, begun.Said);
        }
        else if (texts.Count > 0 && IsLine(row, texts.Count))
        {
            unread = (row, new("", ""));
            TakeLine(row, first, texts[0]);
        }
        else if (IsStruck(row))
        {
            struck.Add(row + 1);
            unread = (row, new("已划去、", "is struck out and "));
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
        (above, unread) = (said, null);
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
            { Fault: CellFault.PartlyStruck, Text: var text } => (null, new(
                $"“{Short(text ?? "")}”中有文字已划去，何者有效无法认定；请删去划去的文字，或者取消删除线。",
                $"Part of \"{Short(text ?? "")}\" is struck out, and what holds cannot be told: delete that part or take the line away.")),
            { IsStruck: true, Text: { } struckOut } => (null, new($"“{Short(struckOut)}”已划去，是否有效无法认定；请删去或取消删除线。",
                $"\"{Short(struckOut)}\" is struck out, and whether it holds cannot be told: delete it or take the line away.")),
            { Text: { } text } when ValueForms.IsDitto(text) => Above(text, column),
            // Who has no opinion says so, and that is an answer.
            { Text: { } none } when column.Meaning!.Value.Field == "suggestion" && Replies.SaysNothing(none) => (none, null),
            { Text: var text } => (ValueForms.IsBlank(text) ? null : text, null),
        };
    }

    private (string? Text, Text? Fault) Above(string ditto, MappedColumn column) =>
        unread is { } u ? (null, new($"“{ditto}”之上的第{u.Row + 1}行{u.Why.Zh}未读入，所指的内容无法认定；请写明。",
            $"Row {u.Row + 1} above \"{ditto}\" {u.Why.En}was not read, and what is meant cannot be told: write it out."))
        : above.GetValueOrDefault(column.Index) is { } same ? (same, null)
        : (null, new($"“{ditto}”之上没有内容。", $"There is nothing above \"{ditto}\"."));

    /// <summary>Whether a column says what its row is about.</summary>
    private static bool NamesRow(MappedColumn column) => column.Meaning?.Field is "title" or "name" or "project" or "suggestion";

    /// <summary>A sum, a note or the heading once more, in the row's first cell or where its name stands.</summary>
    private (int Column, string Text)? AsideAt(int row, int first, int filled)
    {
        // An opinion may be about a sum or a note.
        var mayBe = !isOpinions || filled == 1;
        if (mayBe && grid.Rows[row][first].Text is { } text && Asides.Is(text))
        {
            return (first, text);
        }
        foreach (var column in columns.Where(NamesRow))
        {
            if (grid.At(row, column.Index).Text is { } name
                && ((mayBe && Asides.Is(name)) || Headings.Fold(name) == Headings.Fold(column.Heading)))
            {
                return (column.Index, name);
            }
        }
        return null;
    }

    /// <summary>One text over the columns, or outside of those that name what a row is about.</summary>
    private bool IsLine(int row, int filled) => filled == 1
        && ((columns.Count > 1 && !isOpinions && !columns.Exists(c => NamesRow(c) && grid.At(row, c.Index).Text is not null))
            || (grid.MergeAt(row, 0) is { } merge && merge.ToColumn > merge.FromColumn));

    /// <summary>
    /// What it begins cannot be told, so the section before it ends; a row of which only the number is written begins nothing.
    /// </summary>
    private void TakeLine(int row, int first, string text)
    {
        if (category is null || text.All(char.IsAsciiDigit))
        {
            sheet.Notice(row, first, $"“{Short(text)}”未读入。", $"\"{Short(text)}\" is not read.");
            return;
        }
        sheet.Notice(row, first, $"“{Short(text)}”未读入，其下各行不再归入“{category}”。",
            $"\"{Short(text)}\" is not read, and the rows below it are no longer taken for those of \"{category}\".");
        EndSection();
        (category, section) = (null, null);
    }

    private bool IsStruck(int row) =>
        columns.Find(NamesRow) is { } title && grid.At(row, title.Index).IsStruck;

    private void BeginSection(int row, string name, int? said)
    {
        EndSection();
        category = name;
        section = said is { } count ? (row, name, count, 0) : null;
        (above, unread) = ([], null);
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
}
