using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>导出Excel on each list: the workbook and the screen hold the same rows.</summary>
public sealed class ExportPageTests : RegistryTest
{
    private ILocator Export => Page.GetByRole(AriaRole.Button, new() { Name = "导出Excel" });

    [Theory, Trait("Category", "Pages")]
    [InlineData("plans?light=RED&sort=-title", "col-code", "代码")]
    [InlineData("plans", "col-title", "名称")]
    [InlineData("findings?verdict=FAIL&sort=since", "col-sentence", "一句话")]
    [InlineData("findings?group=agency", "col-sentence", "一句话")]
    [InlineData("tasks?kind=FINAL,AMENDMENT", "col-reason", "为何此日")]
    [InlineData("tasks?kind=FINDING", "col-reason", "为何此日")]
    [InlineData("indicators?weak=1", "col-year", "目标年")]
    [InlineData("reviews?state=OVERDUE", "col-title", "规划")]
    [InlineData("ledger", "col-seq", "序号")]
    [InlineData("policy", "col-value", "取值")]
    [InlineData("waivers", "col-words", "理由")]
    public async Task The_workbook_holds_the_rows_on_the_screen(string page, string column, string head)
    {
        await Open(page);
        // Of the first list: others of the page are sheets of their own.
        var shown = await Page.EvaluateAsync<string[]>("""
            column => { const first = document.querySelector('main table thead').innerHTML;
                return [...document.querySelectorAll('main table')].filter(t => t.querySelector('thead').innerHTML === first)
                    .flatMap(t => [...t.querySelectorAll(`tbody .${column}`)]).map(c => c.textContent) }
            """, column);

        var rows = await Exported();

        shown.Should().NotBeEmpty();
        var at = Array.IndexOf(rows[0], head);
        rows[1..^2].Select(r => r[at]).Should().Equal(shown);
        Complaints.Should().BeEmpty();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_list_is_exported_with_its_difference()
    {
        await Open("lists/SR-2024");
        var entries = await Page.Locator("table", new() { HasText = "配合单位" }).Locator("tbody .col-title").AllTextContentsAsync();
        var differences = await Page.Locator("#difference tbody tr").CountAsync();

        (await Exported())[2..^2].Select(r => r[1]).Should().Equal(entries);
        (await Exported("与另一份清单的差异"))[1..^2].Should().HaveCount(differences);
    }

    [Fact]
    public async Task What_is_refused_is_told_beside_the_button()
    {
        await Open("plans");
        await Page.RouteAsync("**/export", route => route.FulfillAsync(new()
        {
            Status = 503, ContentType = "application/json", Body = """{"message":"访问日志暂时无法写入，未导出；请稍后重试。"}""",
        }));

        await Export.ClickAsync();

        await Assertions.Expect(Page.Locator(".page-acts")).ToContainTextAsync("未能导出:访问日志暂时无法写入");
    }

    /// <summary>The first sheet, or the one of this name, as texts.</summary>
    private async Task<string[][]> Exported(string? name = null)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Export.ClickAsync());
        download.SuggestedFilename.Should().MatchRegex(@"^\p{L}+(-SR-2024)?-500154-\d{4}-\d\d-\d\d\.xlsx$");
        using var book = SpreadsheetDocument.Open(await download.PathAsync(), isEditable: false);
        var part = book.WorkbookPart!;
        var sheet = part.Workbook!.Descendants<Sheet>().First(s => name is null || s.Name == name);
        return [.. ((WorksheetPart)part.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>()
            .Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToArray())];
    }
}
