using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>上次以来, and month by month.</summary>
public sealed class SinceLastVisitTests : RegistryTest
{
    [Fact, Trait("Category", "Pages")]
    public async Task What_opened_and_cleared_since_the_last_visit_stays_until_the_reader_says_so()
    {
        await Write("""recordAct(input: { district: "500154", plan: "SPE-2022-03", type: CONSULTED, on: "2026-11-02" })""");
        HaveAccounts();
        await Page.GotoAsync(Address + District + "overview");
        await Page.GetByRole(AriaRole.Button, new() { Name = "发改委经办（演示）" }).ClickAsync();
        var since = Page.Locator("#since");
        await Assertions.Expect(since).ToContainTextAsync("+0 −0");

        await Page.EvaluateAsync("""
            () => fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query:
                `mutation { recordAct(input: { district: "500154", plan: "SPE-2022-03", type: REPORTED, about: FINAL, year: 2024,
                    on: "2026-11-20" }) { problems { message } } }` }) })
            """);
        await Page.ReloadAsync();
        await Assertions.Expect(since).ToContainTextAsync(new System.Text.RegularExpressions.Regex("上次以来 \\+\\d+ −[1-9]"));
        await since.Locator("summary").ClickAsync();
        await Assertions.Expect(since.Locator("tr.cleared").First).ToBeVisibleAsync();
        (await SeriousFaults()).Concat(await Overflowing()).Should().BeEmpty();

        await Page.GetByRole(AriaRole.Button, new() { Name = "已阅" }).ClickAsync();
        await Assertions.Expect(since).ToContainTextAsync("+0 −0");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_department_takes_along_its_week_and_an_address_for_its_calendar()
    {
        HaveAccounts();
        await Page.GotoAsync(Address + District + "tasks");
        await Page.GetByRole(AriaRole.Button, new() { Name = "水利局经办（演示）" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("每周提示和日历订阅")).ToBeVisibleAsync();
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) })
        {
            await Page.SetViewportSizeAsync(width, height);
            await Page.ReloadAsync();
            await Page.GetByText("每周提示和日历订阅").ClickAsync();
            await Assertions.Expect(Page.Locator(".digest")).ToContainTextAsync("区水利局：规划工作每周提示");
            await Page.GetByRole(AriaRole.Button, new() { Name = "生成新地址" }).ClickAsync();
            var address = await Page.Locator(".once").InnerTextAsync();
            using var http = new HttpClient();
            (await http.GetStringAsync(address)).Should().StartWith("BEGIN:VCALENDAR");
            (await SeriousFaults()).Concat(await Overflowing()).Should().BeEmpty($"at {width}");
        }
    }

    [Fact, Trait("Category", "Pages")]
    public async Task Twelve_months_are_bars_and_a_table_whose_figures_open_their_findings()
    {
        await Open("findings");
        await Page.GetByText("问题在减少吗?").ClickAsync();
        var table = Page.Locator(".history-of table");
        await Assertions.Expect(table.Locator("tbody tr")).ToHaveCountAsync(12);
        await Assertions.Expect(Page.Locator(".history-of svg")).ToBeVisibleAsync();
        (await SeriousFaults()).Concat(await Overflowing()).Concat(Complaints).Should().BeEmpty();

        var unknown = table.Locator("tbody tr").Last.Locator(".col-unknown a");
        var count = int.Parse(await unknown.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await unknown.ClickAsync();
        await Assertions.Expect(Page.Locator("main .scroll").First.Locator("tbody tr")).ToHaveCountAsync(count);
    }
}
