using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>What is recorded elsewhere reaches the pages without a reload, by one WebSocket.</summary>
public sealed class LivePagesTests : RegistryTest
{
    private const string FinalReport = """
        recordAct(input: { district: "500154", plan: "SPE-2022-03", type: REPORTED, about: FINAL, year: 2024,
            on: "2026-11-20", recipients: ["区商务委"], copies: ["区发展改革委"], copiedOn: "2026-11-20" })
        """;

    private ILocator Row => Page.Locator("tbody tr", new() { HasText = "冷链物流" }).Filter(new() { HasText = "总结评估报告应不晚于" });

    private ILocator Note => Page.Locator(".stale");

    /// <summary>A change that was recorded before the page began to listen would be told of nobody.</summary>
    private async Task OpenAndListen(string page)
    {
        var listening = new TaskCompletionSource();
        Page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) =>
        {
            if (frame.Text?.Contains("\"subscribe\"") == true)
            {
                listening.TrySetResult();
            }
        };
        await Open(page);
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Page.WaitForTimeoutAsync(300);
    }

    [Fact]
    public async Task On_the_overview_a_row_goes_that_was_cleared_elsewhere()
    {
        await OpenAndListen("overview");
        await Assertions.Expect(Row).ToHaveCountAsync(1);

        await Write(FinalReport);

        await Assertions.Expect(Row).ToHaveCountAsync(0);
        await Assertions.Expect(Note).ToContainTextAsync("已更新:出现");
        Requests.Count(r => r.StartsWith("ws:")).Should().Be(1, "one line carries all that is live");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Among_the_findings_a_cleared_row_stays_struck_through_until_the_reader_asks_for_what_is_new()
    {
        await OpenAndListen("findings");
        var rows = await Page.Locator("tbody tr").CountAsync();

        await Write(FinalReport);

        await Assertions.Expect(Row).ToHaveClassAsync("cleared");
        await Assertions.Expect(Row).ToContainTextAsync("已消除");
        (await Page.Locator("tbody tr").CountAsync()).Should().Be(rows, "rows never jump");
        await Assertions.Expect(Note).ToContainTextAsync("项变化");
        await Page.GetByRole(AriaRole.Button, new() { Name = "更新" }).ClickAsync();
        await Assertions.Expect(Row).ToHaveCountAsync(0);
        await Assertions.Expect(Note).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_plans_page_tells_of_its_own_changes_alone()
    {
        await OpenAndListen("plans/SPE-2021-11");
        await Write(FinalReport);
        await Page.WaitForTimeoutAsync(1000);
        await Assertions.Expect(Note).ToHaveCountAsync(0);

        await OpenAndListen("plans/SPE-2022-03");
        await Write("""
            recordAct(input: { district: "500154", plan: "SPE-2022-03", type: WITHDRAWN, on: "2026-11-21" })
            """);
        await Assertions.Expect(Note).ToContainTextAsync("项变化");
    }

    [Fact]
    public async Task A_broken_line_is_told_and_what_was_missed_comes_when_it_is_back()
    {
        await OpenAndListen("findings");
        await Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(Page.Locator(".offline")).ToContainTextAsync("网络已断开");

        await Write(FinalReport);
        await Page.Context.SetOfflineAsync(false);

        await Assertions.Expect(Page.Locator(".offline")).ToHaveCountAsync(0);
        await Assertions.Expect(Note).ToBeVisibleAsync();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task Ten_tabs_at_once_have_one_line_each_and_are_all_told()
    {
        await using var browser = await Page.Context.Browser!.NewContextAsync();
        List<(IPage Tab, List<string> Lines)> tabs = [];
        for (var i = 0; i < 10; i++)
        {
            var tab = await browser.NewPageAsync();
            List<string> lines = [];
            tab.WebSocket += (_, socket) => lines.Add(socket.Url);
            await Open(tab, i % 2 == 0 ? "overview" : "plans/SPE-2022-03");
            tabs.Add((tab, lines));
        }
        await Page.WaitForTimeoutAsync(1000);

        await Write(FinalReport);

        foreach (var (tab, lines) in tabs)
        {
            await Assertions.Expect(tab.Locator(".stale")).ToBeVisibleAsync();
            lines.Should().ContainSingle("one line carries all that is live in a tab");
        }
    }

    [Fact]
    public async Task On_another_day_or_moment_nothing_is_listened_to()
    {
        await Open("findings?asOf=2026-06-30");
        await Page.WaitForTimeoutAsync(500);

        Requests.Should().NotContain(r => r.StartsWith("ws:"));
    }
}
