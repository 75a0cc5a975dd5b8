using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>What an officer, a department and an auditor look up on the pages.</summary>
public sealed class RegistryWalkTests : RegistryTest
{
    private ILocator Drawer => Page.GetByRole(AriaRole.Dialog);

    [Fact]
    public async Task The_box_in_the_head_finds_plans_agencies_and_documents_by_keyboard()
    {
        await Open("overview");
        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync("数字经济");
        await Assertions.Expect(Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("SPE-2024-01");
        (await SeriousFaults()).Should().BeEmpty("of the open box");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/plans/SPE-2024-01$"));

        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync("开州示例发〔2022〕2号");
        await Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await Assertions.Expect(Drawer).ToContainTextAsync("文号");
        await Assertions.Expect(Drawer).ToContainTextAsync("台账第1号");
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Drawer).ToBeHiddenAsync();

        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync("没有这样的东西");
        await Assertions.Expect(Page.Locator("p.found")).ToContainTextAsync("没有找到“没有这样的东西”");
    }

    [Fact]
    public async Task The_first_entrys_moment_is_known_on_every_page()
    {
        await Open("ledger");
        await Page.Locator(".row-link").Last.ClickAsync();
        await Assertions.Expect(Drawer).ToContainTextAsync("导入规划数据包");
        await Assertions.Expect(Drawer.Locator(".history > li")).ToHaveCountAsync(50);
        await Drawer.GetByRole(AriaRole.Button, new() { Name = "更多" }).ClickAsync();
        await Assertions.Expect(Drawer.Locator(".history > li")).ToHaveCountAsync(100);
        (await SeriousFaults()).Should().BeEmpty("of the open entry");

        await Drawer.GetByRole(AriaRole.Button, new() { Name = "回到这一刻" }).ClickAsync();

        foreach (var page in new[] { "总览", "问题台", "我的任务", "规划目录", "指标比对", "台账与审计" })
        {
            await Page.GetByRole(AriaRole.Link, new() { Name = page, Exact = true }).ClickAsync();
            await Assertions.Expect(Banner).ToContainTextAsync("正在查看");
            await Assertions.Expect(Page).ToHaveURLAsync(new Regex("knownAt="));
        }
    }

    [Fact]
    public async Task A_correction_shows_what_was_and_what_became()
    {
        await Write("""
            recordAct(input: { district: "500154", plan: "SPE-2022-03", type: REPORTED, about: FINAL, year: 2024, on: "2026-11-20" })
            """);
        var act = (await Ask("""plan(code: "SPE-2022-03") { acts { id on } }""")).GetProperty("plan").GetProperty("acts").EnumerateArray()
            .Single(a => a.GetProperty("on").GetString() == "2026-11-20").GetProperty("id").GetString();
        await Write($$"""
            correctRecord(input: { district: "500154", id: "{{act}}", reason: "日期录入有误", document: "更正说明(示例)",
                values: [{ field: "on", value: "2026-11-19" }] })
            """);

        await Open("plans/SPE-2022-03");
        await Page.Locator("#procedure .record-link", new() { HasText = "台账第3号" }).ClickAsync();

        await Assertions.Expect(Drawer.Locator("del")).ToHaveTextAsync("2026-11-20");
        await Assertions.Expect(Drawer.Locator("ins")).ToHaveTextAsync("2026-11-19");
        await Drawer.GetByRole(AriaRole.Link, new() { Name = "台账第3号" }).ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/ledger\\?seq=3$"));
        await Assertions.Expect(Drawer).ToContainTextAsync("日期录入有误");
    }

    [Fact]
    public async Task A_late_copy_shows_both_days_and_the_agency_it_should_have_gone_to()
    {
        await Open("reviews?state=DONE,DONE_LATE");
        var row = Page.Locator("tbody tr", new() { HasText = "水安全保障规划" }).Filter(new() { HasText = "抄送" }).First;

        await Assertions.Expect(row.Locator(".col-state"))
            .ToContainTextAsync(new Regex("20\\d\\d-\\d\\d-\\d\\d报送.*20\\d\\d-\\d\\d-\\d\\d抄送"));
        await Assertions.Expect(row.Locator(".col-recipients")).Not.ToContainTextAsync("未录入");
        await Assertions.Expect(Page.Locator("#amendments tbody tr").First).ToBeVisibleAsync();
    }

    [Theory, InlineData("reviews"), InlineData("plans"), InlineData("plans?lang=en"), InlineData("tasks")]
    public async Task No_column_is_cut_on_a_common_screen(string page)
    {
        await Page.SetViewportSizeAsync(1366, 768);
        await Open(page);
        await Assertions.Expect(Page.Locator("#content tbody tr").First).ToBeVisibleAsync();

        var cut = await Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('#content .scroll')].filter(e => e.scrollWidth > e.clientWidth + 1)
                .map(e => `${e.getAttribute('aria-label')} ${e.scrollWidth} > ${e.clientWidth}`)
            """);
        cut.Should().BeEmpty();
    }

    [Fact]
    public async Task An_agency_sees_what_it_owes_and_nobody_elses_as_a_list_and_as_a_month()
    {
        var owed = (await Ask("""
            duties(agencies: ["区水利局"], first: 100) { totalCount nodes { state agency { code } } }
            """)).GetProperty("duties");
        var agency = owed.GetProperty("nodes")[0].GetProperty("agency").GetProperty("code").GetString();
        await Open($"tasks?agency={agency}");
        var folded = Page.Locator("details.group:not([open]) > summary");
        while (await folded.CountAsync() > 0)
        {
            await folded.First.ClickAsync();
        }

        await Assertions.Expect(Page.Locator("tbody tr")).ToHaveCountAsync(owed.GetProperty("totalCount").GetInt32());
        (await Page.Locator("tbody .col-agency").AllInnerTextsAsync()).Distinct().Should().Equal("区水利局");

        await Page.GetByRole(AriaRole.Button, new() { Name = "月历" }).ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("view=month$"));
        await Assertions.Expect(Page.Locator(".month td.today")).ToHaveCountAsync(1);
        await Page.GetByRole(AriaRole.Button, new() { Name = "上一月" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".month td.today:not(.other)")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_weaker_figures_are_marked_with_the_steps_of_their_findings()
    {
        await Open("indicators");
        var weak = Page.Locator("tbody tr", new() { HasText = "单位GDP二氧化碳排放降低" }).Filter(new() { HasText = "2030" }).Locator(".weak");
        await Assertions.Expect(weak).ToHaveTextAsync([new Regex("▼.*17$"), new Regex("▼.*17$")]);

        await weak.First.ClickAsync();

        var steps = await Drawer.Locator("ol > li").AllInnerTextsAsync();
        steps.Should().NotBeEmpty();
        await Drawer.GetByRole(AriaRole.Link, new() { Name = "查看问题" }).ClickAsync();
        await Page.Locator(".row-link", new() { HasText = "二氧化碳" }).First.ClickAsync();
        var told = Drawer.Locator("section", new() { HasText = "计算步骤" }).Locator("li");
        await Assertions.Expect(told).ToHaveTextAsync(steps);
    }

    [Fact]
    public async Task The_briefing_is_one_sheet_and_says_what_the_overview_says()
    {
        await Open("overview");
        var figures = await Page.Locator(".figure:not([href*='funding=']) strong").AllInnerTextsAsync();
        var money = await Page.Locator(".figure[href*='funding=']").AllInnerTextsAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "领导一页" }).ClickAsync();

        await Assertions.Expect(Page.Locator(".briefing-figures strong")).ToHaveTextAsync(figures);
        money.Should().NotBeEmpty();
        foreach (var verdict in money)
        {
            var word = Regex.Match(verdict, @"\p{IsCJKUnifiedIdeographs}+").Value;
            await Assertions.Expect(Page.Locator(".briefing-funding", new() { HasText = word }).Locator("strong").First)
                .ToHaveTextAsync(Regex.Match(verdict, "[0-9]+").Value);
        }
        var paper = System.Text.Encoding.Latin1.GetString(await Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Regex.Matches(paper, "/Type /Page\\b").Should().ContainSingle();
    }

    [Fact]
    public async Task Plans_stand_as_a_tree_and_lists_tell_their_difference()
    {
        await Open("plans");
        await Page.GetByRole(AriaRole.Button, new() { Name = "规划树" }).ClickAsync();
        var rows = (await Ask("planTree(first: 100) { totalCount }")).GetProperty("planTree").GetProperty("totalCount").GetInt32();
        await Assertions.Expect(Page.Locator("tbody tr")).ToHaveCountAsync(rows);

        await Open("lists/SR-2026");
        await Assertions.Expect(Page.Locator("#difference")).ToContainTextAsync("与SR-2021相比");
        await Page.GetByLabel("相比的清单").SelectOptionAsync("SR-2024");
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("from=SR-2024$"));
        await Assertions.Expect(Page.Locator("#difference")).ToContainTextAsync("与SR-2024相比");
    }

    [Fact]
    public async Task A_plan_has_its_timeline_its_paths_and_a_graph_that_can_be_walked()
    {
        await Open("plans/SPE-2021-11");
        await Assertions.Expect(Page.Locator("#procedure .chart svg")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("#indicators .chart svg").First).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("#ledger tbody tr")).ToHaveCountAsync(1);

        await Page.Locator("a.graph-box").First.ClickAsync();

        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/plans/(?!SPE-2021-11).*#hierarchy$"));
        await Assertions.Expect(Page.Locator(".graph-here")).ToBeVisibleAsync();
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Of_a_long_table_only_the_rows_in_sight_are_there_until_it_is_scrolled_or_printed()
    {
        var all = (await Ask("reviewDuties(first: 1) { totalCount }")).GetProperty("reviewDuties").GetProperty("totalCount").GetInt32();
        all.Should().BeGreaterThan(200);
        await Open("reviews");

        (await Page.Locator("#content table").First.Locator(".row-link").CountAsync()).Should().BeLessThan(all);
        await Page.PdfAsync();
        (await Page.Locator("#content table").First.Locator(".row-link").CountAsync()).Should().Be(all, "paper has every row");
        await Page.ReloadAsync();
        await Read();
        await Page.Locator("#content table").First.Locator("tbody").Last.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(Page.Locator("#content table").First.Locator("tbody").Last.Locator(".row-link").First).ToBeVisibleAsync();
    }
}
