using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>Each page in both languages and at both sizes; then what an officer does with it.</summary>
public sealed partial class RegistryPagesTests : RegistryTest
{
    private static readonly string[] Pages =
        ["overview", "findings", "findings?group=agency", "plans", "plans/SPE-2021-11", "plans/DEV-2026", "plans/NONE",
            "lists/SR-2024", "applications", "policy", "tasks", "tasks?view=month", "plans?view=tree", "indicators",
            "indicators?nature=all", "assignments", "reviews", "ledger", "ledger?seq=1", "briefing", "funding", "funding/papers", "import",
            "trials?rule=CAT-001", "articles", "articles?document=国家发展规划法"];

    private static readonly (int Width, int Height)[] Sizes = [(1366, 768), (390, 844)];

    [Fact, Trait("Category", "Pages")]
    public async Task Each_page_is_readable_and_accessible_in_both_languages_at_both_sizes()
    {
        List<string> faults = [];
        foreach (var (width, height) in Sizes)
        {
            await Page.SetViewportSizeAsync(width, height);
            foreach (var page in Pages.SelectMany(p => new[] { p, p + (p.Contains('?') ? "&" : "?") + "lang=en" }))
            {
                await Open(page);
                var found = (await SeriousFaults()).Concat(await Overflowing()).Concat(Complaints);
                faults.AddRange(found.Select(f => $"{page} at {width}: {f}"));
                Complaints.Clear();
            }
        }

        faults.Should().BeEmpty();
        Requests.Should().OnlyContain(r =>
            r.StartsWith(Address + "/d/") || r == Address + "/graphql" || r == Address.Replace("http:", "ws:") + "/graphql");
    }

    [Theory, Trait("Category", "Pages")]
    [InlineData("", "没有评判")]
    [InlineData("?lang=en", "No plan was judged")]
    public async Task Where_nothing_is_in_trouble_it_is_told_what_was_not_looked_at(string language, string coverage)
    {
        foreach (var (width, height) in Sizes)
        {
            await Page.SetViewportSizeAsync(width, height);
            foreach (var page in new[] { "overview", "findings", "plans", "lists", "applications", "policy", "tasks", "indicators",
                "assignments", "reviews", "ledger", "briefing" })
            {
                await Page.GotoAsync($"{Address}/d/500000/{page}{language}");
                await Read();
                if (page is "overview" or "findings" or "briefing")
                {
                    await Assertions.Expect(Main).ToContainTextAsync(coverage);
                }
                (await SeriousFaults()).Concat(await Overflowing()).Concat(Complaints).Should().BeEmpty($"of {page} at {width}");
            }
        }
    }

    [Fact]
    public async Task The_lights_are_those_of_the_API_and_red_opens_the_red_plans()
    {
        var conformance = (await Ask("conformance { red yellow green grey unknown }")).GetProperty("conformance");
        var red = (await Ask("plans(filter: { lights: [RED] }, first: 100) { nodes { code } }")).GetProperty("plans").GetProperty("nodes")
            .EnumerateArray().Select(p => p.GetProperty("code").GetString()!).ToList();
        await Open("overview");

        foreach (var (word, field) in new[] { ("红", "red"), ("黄", "yellow"), ("绿", "green"), ("灰", "grey"), ("待核实", "unknown") })
        {
            await Assertions.Expect(Page.Locator(".figure:not([href*='funding='])", new() { HasText = word }).Locator("strong"))
                .ToHaveTextAsync(conformance.GetProperty(field).GetRawText());
        }
        await Page.Locator(".figure", new() { HasText = "红" }).ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/plans\\?light=RED$"));
        await Assertions.Expect(Page.Locator("tbody tr")).ToHaveCountAsync(red.Count);
        (await Page.Locator("tbody .col-code").AllInnerTextsAsync()).Should().BeEquivalentTo(red);
        red.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_bar_opens_its_findings()
    {
        await Open("overview");
        var bar = Page.Locator(".bars").Nth(1).GetByRole(AriaRole.Link).First;
        var counts = Counted().Matches(await bar.InnerTextAsync()).Sum(m => int.Parse(m.Value));

        await bar.ClickAsync();

        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/findings\\?agency="));
        await Assertions.Expect(Page.Locator("tbody tr")).ToHaveCountAsync(counts);
    }

    [Fact]
    public async Task A_finding_opens_with_clause_facts_steps_and_remedies_and_Back_restores_the_filter()
    {
        await Open("findings");
        await Page.GetByRole(AriaRole.Button, new() { Name = "禁止办理" }).ClickAsync();
        await Page.GetByLabel("分组").SelectOptionAsync("rule");
        await Assertions.Expect(Page.Locator(".group").First).ToBeVisibleAsync();
        var row = Page.Locator(".row-link", new() { HasText = "低于上位规划" }).First;
        var sentence = await row.InnerTextAsync();

        await row.ClickAsync();

        var drawer = Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(drawer.Locator(".finding-sentence")).ToHaveTextAsync(sentence);
        foreach (var part in new[] { "依据", "责任单位", "起始日", "办理建议", "所据事实", "计算步骤", "台账第1号" })
        {
            await Assertions.Expect(drawer).ToContainTextAsync(part);
        }
        (await SeriousFaults()).Should().BeEmpty();
        await Page.GoBackAsync();
        await Assertions.Expect(drawer).ToBeHiddenAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/findings\\?severity=BLOCKING&group=rule$"));
    }

    [Fact]
    public async Task An_address_sent_on_shows_the_same()
    {
        await Open("findings");
        await Page.GetByRole(AriaRole.Button, new() { Name = "待核实" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "期限" }).ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("verdict=UNKNOWN&sort=due$"));
        await Assertions.Expect(Page.Locator("th[aria-sort=ascending]")).ToHaveTextAsync(new Regex("期限"));
        var shown = await Page.Locator("tbody").InnerTextAsync();

        await using var browser = await Page.Context.Browser!.NewContextAsync();
        var colleague = await browser.NewPageAsync();
        await Open(colleague, Page.Url[(Address + District).Length..]);

        (await colleague.Locator("tbody").InnerTextAsync()).Should().Be(shown).And.Contain("待核实");
    }

    [Fact]
    public async Task A_past_day_is_told_in_a_banner_holds_for_every_link_and_leads_back()
    {
        await Open("overview");
        await Page.GetByRole(AriaRole.Button, new() { Name = "评估日" }).ClickAsync();
        await Page.GetByLabel("评估日").Last.FillAsync("2024-06-30");
        await Page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();

        await Assertions.Expect(Banner).ToContainTextAsync(new Regex("正在查看2024年6月30日的情况,按20\\d\\d年\\d+月\\d+日\\d\\d:\\d\\d所知"));
        await Page.GetByRole(AriaRole.Link, new() { Name = "规划目录" }).ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/plans\\?asOf=2024-06-30$"));
        await Assertions.Expect(Banner).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "回到现在" }).ClickAsync();
        await Assertions.Expect(Banner).ToBeHiddenAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/plans$"));
    }

    [Fact]
    public async Task What_is_searched_is_found_by_title_or_code()
    {
        await Open("overview");
        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync("数字经济");
        await Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Page.Locator("tbody .col-code")).ToHaveTextAsync(["SPE-2024-01"]);
        await Page.Locator(".row-link").ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("数字经济");
        await Assertions.Expect(Main).ToContainTextAsync("未列入规划编制目录清单");
    }

    [Fact]
    public async Task Without_a_connection_a_sentence_says_so_and_a_retry_reads_on()
    {
        await Page.RouteAsync("**/graphql", route => route.AbortAsync());
        await Page.GotoAsync(Address + District + "plans");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("未能连接登记册,请检查网络后重试。");

        await Page.UnrouteAsync("**/graphql");
        await Page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();

        await Read();
        await Assertions.Expect(Page.Locator("tbody tr").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_not_there_and_what_may_not_be_seen_have_one_text()
    {
        foreach (var path in new[] { "/d/999999/overview", District + "plans/NONE", District + "nowhere" })
        {
            await Page.GotoAsync(Address + path);
            await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("没有该内容,或不在您的范围内。");
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Counted();
}
