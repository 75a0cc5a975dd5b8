using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Packs;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Server.Funding;

/// <summary>A line of a finance sheet, as it asks; what of it cannot be read is left out, and told by sheet and cell.</summary>
/// <param name="Place">Of the cell that names the plan, or the project: 经费表!B5. It tells the lines of a workbook apart.</param>
/// <param name="Asked">Its cells as they were written.</param>
public sealed record FundingSheetLine(string Place, string Asked)
{
    public string? Plan { get; init; }
    public string? Project { get; init; }
    public decimal? Amount { get; init; }
    public FundingMoney? Money { get; init; }
    public FundingPurpose? Purpose { get; init; }
    public PartialDate? On { get; init; }
    public int? BudgetYear { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    internal SheetRead Sheet { get; init; } = null!;

    /// <summary>Of the sheet, counted from 0.</summary>
    internal int Row { get; init; }
}

/// <summary>What a workbook asks for the funding check, and what of it was not read. A pure function of the workbook and a view.</summary>
/// <param name="IsOpenXml">Whether it is an .xlsx, in which the answers can be filled.</param>
internal sealed record FundingSheetReading(IReadOnlyList<FundingSheetLine> Lines, IReadOnlyList<WorkbookRemark> Notices,
    IReadOnlyList<WorkbookRemark> Inferred, bool IsOpenXml)
{
    /// <summary>Columns that the registry fills: what stands there is nobody's question.</summary>
    private static readonly string[] Answers = ["verdict", "reasons", "certificate"];

    /// <exception cref="GraphQLEngine.GraphQLRequestException">It cannot be read, or has no such sheet.</exception>
    public static FundingSheetReading Of(ShelvedWorkbook workbook, RegistryView view)
    {
        var reading = WorkbookReading.Of(Read(workbook), view, new WorkbookChoice());
        var sheets = reading.Sheets.Where(s => s.Use == SheetUse.FundingCheck).ToList();
        if (sheets.Count == 0)
        {
            throw RequestErrors.Request("工作簿中没有经费审核表：表头应有“金额”，以及“规划名称”或者“项目名称”。",
                "The workbook has no sheet for the funding check: its heading names an amount, and a plan or a project.");
        }
        return new([.. sheets.SelectMany(s => s.Rows.Select(r => LineOf(s, r, view)))],
            [.. reading.Sheets.SelectMany(s => s.Use == SheetUse.FundingCheck || s.Use is null ? s.Notices : [NotAsked(s)])],
            [.. sheets.SelectMany(s => s.Inferred)], OpenXmlLook.IsOpenXml(workbook.Bytes));
    }

    private static GridBook Read(ShelvedWorkbook workbook)
    {
        try
        {
            return WorkbookFile.Read(workbook.Name, workbook.Bytes);
        }
        catch (PackException e)
        {
            throw RequestErrors.Request(e.Sentence.Zh, e.Sentence.En);
        }
    }

    private static WorkbookRemark NotAsked(SheetRead sheet) => new(sheet.Grid.Name, new(
        $"该表是{sheet.Use!.Name.Zh}，不是经费审核表，未读入。", $"The sheet holds {sheet.Use.Name.En} and was not read here."));

    private static FundingSheetLine LineOf(SheetRead sheet, RowRead row, RegistryView view)
    {
        var columns = sheet.Header!.Columns.Where(c => c.IsRead && !Answers.Contains(c.Meaning!.Value.Field)).ToList();
        var refused = row.Problems.Where(p => columns.Exists(c => p.Path[^1] == $"{Grid.Letters(c.Index + 1)}{row.Row + 1}")).ToList();
        string? Text(string column) => row.At.TryGetValue(column, out var at)
            && !refused.Exists(p => p.Path[^1] == $"{Grid.Letters(at + 1)}{row.Row + 1}") ? row.Texts.GetValueOrDefault(column) : null;
        T? Said<T>(string column, Func<string, T?> read, string zh, string en) where T : struct
        {
            var text = Text(column);
            var value = text is null ? null : read(text);
            if (text is not null && value is null)
            {
                refused.Add(sheet.Bad(row.Row, row.At[column], new($"“{SheetWalk.Short(text)}”不是{zh}，未采用。",
                    $"\"{SheetWalk.Short(text)}\" is no {en} and was left out.")));
            }
            return value;
        }
        if (Text("code") is { } code && Text("plan") is { } called
            && view.Plan(new Key<Plan>(view.Code, code)) is { } plan && !plan.IsCalled(called))
        {
            refused.Add(sheet.Bad(row.Row, row.At["plan"], new($"“{SheetWalk.Short(called)}”不是规划代码{code}的规划，请核对。",
                $"\"{SheetWalk.Short(called)}\" is not the plan of the code {code}: look which is meant.")));
        }
        var named = row.At.TryGetValue("plan", out var title) ? title
            : row.At.GetValueOrDefault("code", row.At.GetValueOrDefault("project"));
        return new FundingSheetLine(sheet.Grid.Place(row.Row, named),
            string.Join(' ', columns.Select(c => sheet.Grid.At(row.Row, c.Index).Text).OfType<string>()))
        {
            Sheet = sheet, Row = row.Row, Plan = Text("code") ?? Text("plan"), Project = Text("project"),
            Amount = Said("amount", Amount, "大于零的金额", "amount above nothing"),
            Money = Said("money", Enumerated<FundingMoney>, "资金来源", "source of money"),
            Purpose = Said("purpose", Enumerated<FundingPurpose>, "用途", "purpose"),
            On = Said("on", Day, "日期", "day"),
            BudgetYear = Said("budget_year", Year, "年度", "year"),
            Problems = refused,
        };
    }

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
        && FundingRows.IsAmount(amount) ? amount : null;

    private static T? Enumerated<T>(string text) where T : struct, Enum => Names.TryParse<T>(text, out var value) ? value : null;

    private static PartialDate? Day(string text) => PartialDate.TryParse(text, out var day) && day.IsExact ? day : null;

    private static int? Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100 ? year : null;
}
