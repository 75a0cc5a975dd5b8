using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>What a workbook does not say itself and its sender does.</summary>
/// <param name="List">The directory list that rows without one belong to.</param>
/// <param name="Plan">The plan that targets belong to.</param>
/// <param name="Columns">The field of a column by the place of its heading, whatever the heading says; null: it is not read.</param>
public sealed record WorkbookChoice(string? List = null, string? Plan = null, IReadOnlyDictionary<string, string?>? Columns = null);

/// <summary>What a workbook says on a view: its sheets with their rows, what was derived, what is wrong. A pure function of both.</summary>
internal sealed partial class WorkbookReading
{
    private readonly RegistryView view;
    private readonly WorkbookChoice choice;
    private readonly RowForms forms;

    private WorkbookReading(RegistryView view, WorkbookChoice choice)
    {
        (this.view, this.choice) = (view, choice);
        forms = new RowForms(view, new AgencyFinder(view));
    }

    public List<SheetRead> Sheets { get; } = [];

    public IEnumerable<WorkbookRemark> Inferred => Sheets.SelectMany(s => s.Inferred);

    public IEnumerable<WorkbookRemark> Notices => Sheets.SelectMany(s => s.Notices);

    public IEnumerable<RowRead> Rows => Sheets.SelectMany(s => s.Rows);

    /// <summary>Those that can be recorded.</summary>
    public IEnumerable<SheetRead> Written => Sheets.Where(s => s.Use?.Table is not null);

    /// <summary>Tells what was derived from what would be derived of another workbook or registry; null where nothing was.</summary>
    public string? Confirmation
    {
        get
        {
            if (!Inferred.Any())
            {
                return null;
            }
            using var hash = new TextHash();
            foreach (var remark in Inferred)
            {
                hash.Add(remark.Place).Add(remark.Said.Zh);
            }
            return hash.ToHex()[..16];
        }
    }

    public static WorkbookReading Of(GridBook book, RegistryView view, WorkbookChoice choice)
    {
        var reading = new WorkbookReading(view, choice);
        foreach (var grid in book.Grids)
        {
            var sheet = new SheetRead(grid);
            reading.Sheets.Add(sheet);
            reading.Read(sheet);
            if (book.IsUnchecked && sheet.Use is not null)
            {
                sheet.Notice(".xls文件中的错误值、未保存结果的公式和删除线无法核查，空格请人工复核。",
                    "In an .xls file errors, formulas without a value and struck-out cells cannot be checked: look at empty cells.");
            }
        }
        return reading;
    }

    private void Read(SheetRead sheet)
    {
        var grid = sheet.Grid;
        if (grid.IsHidden)
        {
            sheet.Notice("该表已隐藏，未读入。", "The sheet is hidden and was not read.");
            return;
        }
        if (HeaderFinder.Find(grid) is not { } header)
        {
            if (grid.Rows.Any(r => r.Cells.Any(c => !c.IsEmpty)))
            {
                sheet.Notice($"前{WorkbookLimits.HeaderRows}行中没有找到表头，未读入。",
                    $"No heading was found in the first {WorkbookLimits.HeaderRows} rows: the sheet was not read.");
            }
            return;
        }
        sheet.Header = header with { Columns = [.. header.Columns.Select(c => Chosen(c, grid.Place(header.Last, c.Index)))] };
        ReadTitles(sheet, header.First);
        sheet.Use = SheetUse.Of(sheet.Header, grid.Name, sheet.Titles, choice.List is not null);
        if (sheet.Use is null)
        {
            sheet.Notice("表头中没有规划名称、指标或金额，未读入。", "The heading names no title, indicator or amount: the sheet was not read.");
            return;
        }
        Map(sheet);
        Belong(sheet);
        new SheetWalk(sheet, forms.Make).Run();
        if (sheet.Use == SheetUse.Entries)
        {
            EntryCodes.Give(sheet, view);
        }
    }

    /// <summary>A column as its sender says it is, or as its heading does.</summary>
    private MappedColumn Chosen(MappedColumn column, string place) =>
        choice.Columns is not { } columns || !columns.TryGetValue(place, out var field) || field == column.Meaning?.Field ? column
        : column with { Meaning = field is null ? null : new HeadingMeaning(field, Headings.BracketOf(column.Heading)) };

    /// <summary>The first column that was said to be what no column can be, or that is not there; null where all is in order.</summary>
    public Problem? Missaid
    {
        get
        {
            var headings = Sheets.Where(s => s.Header is not null).SelectMany(s => s.Header!.Columns
                .Select(c => (Place: s.Grid.Place(s.Header.Last, c.Index), c.Heading))).ToDictionary(c => c.Place, c => c.Heading);
            return (choice.Columns ?? new Dictionary<string, string?>()).Select(c => !headings.TryGetValue(c.Key, out var heading)
                ? Refusals.Invalid(null, $"“{c.Key}”不是所读各表的列名所在单元格。",
                    $"\"{c.Key}\" is no cell of a heading of the sheets read.")
                : c.Value is null || (c.Value == "year" ? Headings.Of(heading)?.Field == c.Value : SheetUse.AllFields.Contains(c.Value))
                ? null
                : Refusals.Invalid(null, $"列“{heading}”不能对应“{c.Value}”，可以对应的见fields。",
                    $"The column \"{heading}\" cannot hold \"{c.Value}\": fields tells what it can.")).FirstOrDefault(p => p is not null);
        }
    }

    private static void ReadTitles(SheetRead sheet, int header)
    {
        for (var row = 0; row < header; row++)
        {
            sheet.Titles.AddRange(sheet.Grid.Rows[row].Cells.Select(c => c.Text).OfType<string>());
        }
        sheet.Unit = sheet.Titles.Select(t => UnitOf().Match(Width.Fold(t))).FirstOrDefault(m => m.Success)?.Groups["unit"].Value;
    }

    /// <summary>Which columns are read; what is not is told by its heading.</summary>
    private static void Map(SheetRead sheet)
    {
        var (use, fields) = (sheet.Use!, new HashSet<string>(StringComparer.Ordinal));
        foreach (var column in sheet.Header!.Columns)
        {
            var field = column.Meaning?.Field;
            var isKnown = field is not null && use.Columns.ContainsKey(field);
            column.IsRead = isKnown && (field == "year" || fields.Add(field!))
                && !(field == "approval_document" && !sheet.Header.Has("approved_on"));
            if (!column.IsRead && !(field == "entry" && use != SheetUse.Entries))
            {
                sheet.Notice(sheet.Header.Last, column.Index, $"列“{column.Heading}”未读入{(isKnown ? Why(field!).Zh : "")}。",
                    $"The column \"{column.Heading}\" is not read{(isKnown ? Why(field!).En : "")}.");
            }
        }
    }

    private static Text Why(string field) => field == "approval_document"
        ? new("：没有批准日期一列", ": there is no column of the day of approval") : new("：与前面一列相同", ": it says the same as one before it");

    /// <summary>Which list, or which plan, the rows are of.</summary>
    private void Belong(SheetRead sheet)
    {
        if (sheet.Use == SheetUse.Entries && sheet.Header!.Of("list") is not { IsRead: true })
        {
            sheet.List = choice.List ?? Assumed(sheet, ListIn(sheet.Titles.Append(sheet.Grid.Name)));
            var lists = string.Join('、', view.Of<DirectoryList>().Select(l => l.Code).Order(StringComparer.Ordinal).TakeLast(5));
            if (sheet.List is null || view.List(new Key<DirectoryList>(view.Code, sheet.List)) is null)
            {
                sheet.Refuse(sheet.List is null
                    ? new($"没有写明属于哪份目录清单，请指定已登记的清单（{lists}）。",
                        $"Which directory list this is is not said: name one that is registered ({lists}).")
                    : new($"目录清单“{sheet.List}”未登记，请先登记该清单。", $"The directory list \"{sheet.List}\" is not known: register it first."));
            }
        }
        if (sheet.Use == SheetUse.Targets)
        {
            sheet.Plan = choice.Plan ?? Assumed(sheet, PlanIn(sheet.Titles));
            if (sheet.Plan is null)
            {
                sheet.Refuse(new("没有写明是哪项规划的指标，请指定规划。", "Whose targets these are is not said: name the plan."));
            }
        }
    }

    private static string? Assumed(SheetRead sheet, string? code)
    {
        if (code is not null)
        {
            sheet.Inferred.Add(new(sheet.Grid.Name, new($"表中各行推定属于“{code}”（据表名、标题）。",
                $"The rows are taken to belong to {code}, by the titles of the sheet.")));
        }
        return code;
    }

    /// <summary>By its code, or the only one of the year that a title names, of spatial plans where it says so.</summary>
    private string? ListIn(IEnumerable<string> titles)
    {
        var all = string.Join('\n', titles);
        var lists = view.Of<DirectoryList>();
        if (lists.Where(l => all.Contains(l.Code, StringComparison.Ordinal)).MaxBy(l => l.Code.Length) is { } named)
        {
            return named.Code;
        }
        var ofYear = lists.Where(l => all.Contains($"{l.Year}年", StringComparison.Ordinal)).ToList();
        var fitting = ofYear.Where(l => (l.Track == ListTrack.Spatial) == all.Contains("空间", StringComparison.Ordinal)).ToList();
        return fitting is [var one] ? one.Code : null;
    }

    private string? PlanIn(IEnumerable<string> titles)
    {
        var all = titles.Select(TitleKey.Of).ToList();
        var named = view.Of<Plan>().Where(p => TitleKey.Of(p.Title) is { Length: > 3 } key
            && all.Exists(t => t.Contains(key, StringComparison.Ordinal))).ToList();
        var longest = named.Where(p => TitleKey.Of(p.Title).Length == named.Max(n => TitleKey.Of(n.Title).Length)).ToList();
        return longest is [var one] ? one.Code : null;
    }

    [GeneratedRegex(@"单位[:：]\s*(?<unit>[千万亿]?元)")]
    private static partial Regex UnitOf();
}

/// <summary>The numbers of entries: those of the sheet, of the list, or made.</summary>
internal static class EntryCodes
{
    public static void Give(SheetRead sheet, RegistryView view)
    {
        Dictionary<string, string> Recorded(string? list) => list is null ? [] : view.EntriesIn[new Key<DirectoryList>(view.Code, list)]
            .GroupBy(e => TitleKey.WithHorizon(e.Title)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Code);

        var byList = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        var starts = NumbersStartAgain(sheet);
        var (section, number, last) = (0, 0, (string?)null);
        foreach (var row in sheet.Rows)
        {
            (section, last) = (row.Category == last ? section : section + 1, row.Category);
            row.Texts["list"] = row.Texts.GetValueOrDefault("list") ?? sheet.List;
            number++;
            var list = row.Texts["list"] ?? "";
            if (!byList.TryGetValue(list, out var recorded))
            {
                byList[list] = recorded = Recorded(list);
            }
            var at = row.At.GetValueOrDefault("code", row.At.GetValueOrDefault("title"));
            if (row.Texts.GetValueOrDefault("code") is { } code)
            {
                if (starts)
                {
                    row.Texts["code"] = $"{section}-{code}";
                    sheet.Infer(row.Row, at, $"序号“{code}”在各部分中重复，条目编号推定为“{section}-{code}”。",
                        $"The number {code} stands in several sections; the entry is taken to be {section}-{code}.");
                }
            }
            else
            {
                row.Texts["code"] = row.Texts.GetValueOrDefault("title") is { } title
                    && recorded.TryGetValue(TitleKey.WithHorizon(title), out var own) ? own : number.ToString(CultureInfo.InvariantCulture);
                row.At.TryAdd("code", at);
            }
        }
    }

    private static bool NumbersStartAgain(SheetRead sheet) => sheet.Rows.Select(r => r.Category).Distinct().Count() > 1
        && sheet.Header!.Of("list") is not { IsRead: true }
        && sheet.Rows.GroupBy(r => r.Texts.GetValueOrDefault("code"))
            .Any(g => g.Key is not null && g.Select(r => r.Category).Distinct().Count() > 1);
}
