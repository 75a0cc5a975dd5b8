using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>What a workbook does not say itself and its sender does.</summary>
/// <param name="List">The directory list that rows without one belong to.</param>
/// <param name="Plan">The plan that targets belong to.</param>
/// <param name="Columns">The field of a column by the place of its heading, whatever the heading says; null: it is not read.</param>
/// <param name="NewList">Whether the list that a title names is registered with it, where none is.</param>
/// <param name="Remembered">What was said of workbooks before, by the shape of the sheet.</param>
/// <param name="Agencies">Which agency, by code, name or alias, a cell's text means that names none.</param>
/// <param name="Speaker">The agency whose opinions are sent where nothing else is said: that of who sends them.</param>
/// <param name="Today">The day of what is said without one.</param>
public sealed record WorkbookChoice(string? List = null, string? Plan = null, IReadOnlyDictionary<string, string?>? Columns = null,
    bool NewList = false, IReadOnlyDictionary<string, SheetMemory>? Remembered = null,
    IReadOnlyDictionary<string, string>? Agencies = null, Key<Agency>? Speaker = null, DateOnly? Today = null);

/// <summary>What a workbook says on a view: its sheets with their rows, what was derived, what is wrong. A pure function of both.</summary>
internal sealed class WorkbookReading
{
    private readonly RegistryView view;
    private readonly WorkbookChoice choice;
    private readonly RowForms forms;

    private WorkbookReading(RegistryView view, WorkbookChoice choice)
    {
        (this.view, this.choice) = (view, choice);
        Agencies = new AgencyFinder(view, choice.Agencies);
        forms = new RowForms(view, Agencies);
    }

    public AgencyFinder Agencies { get; }

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
        foreach (var text in reading.Agencies.Unused)
        {
            reading.Sheets[0].Notice($"所指定的单位“{SheetWalk.Short(text)}”没有采用：读入的单元格中没有该文字，或者它本身就是已登记单位的名称。",
                $"What was said of the agency \"{SheetWalk.Short(text)}\" is not used: "
                    + "no cell read has that text, or it is an agency's own name.");
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
        var own = OwnLists.Of(grid, header);
        if (!OwnLists.IsRead(own))
        {
            var refusal = OwnLists.Refusal(own!.Value.Name);
            sheet.Notice(refusal.Zh, refusal.En);
            return;
        }
        sheet.Shape = ShapeOf(header);
        sheet.Remembered = choice.Remembered?.GetValueOrDefault(sheet.Shape);
        sheet.Header = header with { Columns = [.. header.Columns.Select((c, i) => Chosen(sheet, header, c, i))] };
        ReadTitles(sheet, header.First);
        sheet.Use = own?.Kind == "plans" && sheet.Header.Has("title") ? SheetUse.Plans
            : SheetUse.Of(sheet.Header, grid.Name, sheet.Titles, choice.List is not null);
        if (sheet.Use is null)
        {
            sheet.Notice("表头中没有规划名称、指标、金额或者具体建议，未读入。", "The heading names no title, indicator, amount or opinion: the sheet was not read.");
            return;
        }
        Map(sheet);
        Belong(sheet);
        new SheetWalk(sheet, forms.Make).Run();
        if (sheet.Use == SheetUse.Entries)
        {
            NewLists.Make(sheet, view, choice);
            EntryCodes.Give(sheet, view);
            new EndedAgencies(view, Agencies).Tell(sheet);
        }
        if (sheet.Use == SheetUse.Opinions)
        {
            new OpinionSheet(sheet, view, choice, Agencies).Make(PlanIn);
        }
    }

    /// <summary>A problem at the row that a record comes from, or at the sheet where no row is its alone.</summary>
    public Problem At(Record record, Problem problem)
    {
        var table = RecordShape.Of(record.GetType()).Table;
        return RowOf(record) is var (sheet, row) ? WorkbookProblems.At(problem, sheet.Grid, row.Row, WorkbookRows.TitleOf(row))
            : WorkbookProblems.At(problem, (Written.FirstOrDefault(s => s.Use!.Table == table) ?? Written.First()).Grid);
    }

    /// <summary>附表1!B7: where the title stands of the row that a record comes from; null where no row is its alone.</summary>
    public string? PlaceOf(Record record) =>
        RowOf(record) is var (sheet, row) ? sheet.Grid.Place(row.Row, WorkbookRows.TitleOf(row)) : null;

    internal (SheetRead Sheet, RowRead Row)? RowOf(Record record)
    {
        var (title, list, code) = record switch
        {
            DirectoryEntry entry => (entry.Title, entry.List.Code, entry.Code),
            Plan plan => (plan.Title, null, plan.Code),
            PlanRegistry.Consultation.Opinion opinion => (null, null, opinion.Code),
            _ => ((string?)null, (string?)null, (string?)null),
        };
        var table = RecordShape.Of(record.GetType()).Table;
        var rows = (title ?? code) is null ? [] : Written.Where(s => s.Use!.Table == table)
            .SelectMany(s => s.Rows.Select(r => (s, r))).Where(r => r.r.Texts.GetValueOrDefault("title") == title).ToList();
        foreach (var row in rows)
        {
            if (row.r.Texts.GetValueOrDefault("code") == code && row.r.Texts.GetValueOrDefault("list") == list)
            {
                return row;
            }
        }
        return rows.Count > 0 ? rows[0] : null;
    }

    private static string ShapeOf(Header header)
    {
        using var hash = new TextHash();
        foreach (var column in header.Columns)
        {
            hash.Add(Headings.Fold(column.Heading));
        }
        return hash.ToHex();
    }

    /// <summary>A column as its sender says it is, else as was said of the last workbook of its shape, else as its heading does.</summary>
    private MappedColumn Chosen(SheetRead sheet, Header header, MappedColumn column, int number)
    {
        var field = column.Meaning?.Field;
        var isSaid = choice.Columns?.TryGetValue(sheet.Grid.Place(header.Last, column.Index), out field) == true;
        var isRemembered = !isSaid && sheet.Remembered?.Columns is { } before
            && before.TryGetValue(number, out field) && (field is null || SheetUse.AllFields.Contains(field));
        sheet.IsSaid |= isSaid;
        sheet.IsRemembered |= isRemembered;
        if (!(isSaid || isRemembered) || field == column.Meaning?.Field)
        {
            return column;
        }
        sheet.Said[number] = field;
        var by = isSaid ? new Text("按指定", "as was said") : new Text("按上次的对应", "as it was said to be the last time");
        var (zh, en) = field is null ? ("不读入", "is not read")
            : ($"读作“{Headings.First(field) ?? field}”", $"is read as \"{field.Replace('_', ' ')}\"");
        sheet.Infer(header.Last, column.Index, $"列“{column.Heading}”{by.Zh}{zh}。", $"The column \"{column.Heading}\" {en}, {by.En}.");
        return column with { Meaning = field is null ? null : new HeadingMeaning(field, Headings.BracketOf(column.Heading)) };
    }

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
        sheet.Unit = MoneyUnits.InTitles(sheet.Titles);
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
            new SheetList(view, choice).Find(sheet);
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

    private string? PlanIn(IEnumerable<string> titles)
    {
        var all = titles.Select(TitleKey.Of).ToList();
        var named = view.Of<Plan>().Where(p => TitleKey.Of(p.Title) is { Length: > 3 } key
            && all.Exists(t => t.Contains(key, StringComparison.Ordinal))).ToList();
        var longest = named.Where(p => TitleKey.Of(p.Title).Length == named.Max(n => TitleKey.Of(n.Title).Length)).ToList();
        return longest is [var one] ? one.Code : null;
    }
}
