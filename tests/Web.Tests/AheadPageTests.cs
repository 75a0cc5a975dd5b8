using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>What a plan's page tells ahead of a decision: 最小整改, and how far an amendment would reach.</summary>
[Trait("Category", "Pages")]
public sealed class AheadPageTests : RegistryTest
{
    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Rule => Main.Locator("form.trial select").Nth(1);

    private ILocator Section(string id) => Main.Locator($"section#{id}");

    [Fact]
    public async Task The_smallest_repair_is_asked_for_when_it_is_opened_and_each_step_opens_its_filled_form()
    {
        await Open("plans/SPE-2024-01");
        var repair = Section("repair");
        await Assertions.Expect(repair.Locator("ol")).ToHaveCountAsync(0);

        await repair.GetByText("查看最小整改").ClickAsync();

        await Assertions.Expect(repair).ToContainTextAsync("依次办理以下1项，即可消除全部禁止办理类问题。");
        await Assertions.Expect(repair).ToContainTextAsync("未列入规划编制目录清单");
        await Assertions.Expect(repair.Locator("tbody tr")).ToContainTextAsync(["列入申请", "目录清单送审稿", "清单批复"]);
        await Assertions.Expect(repair.Locator("tbody tr").Last).ToContainTextAsync("批准目录清单");
        await repair.GetByRole(AriaRole.Button, new() { Name = "申报列入目录清单" }).ClickAsync();
        await Assertions.Expect(Form.Locator("#field-plan")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("数字经济"));
        (await SeriousFaults()).Should().BeEmpty();

        await Open("plans/SPE-2021-12");
        await Assertions.Expect(Section("procedure")).ToBeVisibleAsync();
        await Assertions.Expect(repair).ToHaveCountAsync(0);
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_cleared_by_any_act_is_told_to_stand_in_the_way()
    {
        await Open("plans/DEV-2021-2035");
        await Section("repair").GetByText("查看最小整改").ClickAsync();

        await Assertions.Expect(Section("repair")).ToContainTextAsync("没有可以预见的办法能消除禁止办理类问题。");
        await Assertions.Expect(Section("repair").Locator("li").First).ToContainTextAsync("第2版不生效");
    }

    [Fact]
    public async Task A_proposed_amendment_shows_which_plans_its_approval_would_reach()
    {
        await Write("""
            proposeAmendment(input: { district: "500154", plan: "DEV-2026", version: 3, proposedOn: "2026-11-20", reason: "示例",
                changedIndicators: ["KZ-EXPRESSWAY"] })
            """);
        await Open("plans/DEV-2026");
        var amendments = Section("amendments");

        await amendments.GetByText("查看第3版批准后的波及").ClickAsync();

        await Assertions.Expect(amendments).ToContainTextAsync("区政府提出调整修订建议、区委同意");
        var reached = amendments.Locator("tbody tr").Filter(new() { HasText = "综合交通运输体系规划" });
        await Assertions.Expect(amendments.GetByRole(AriaRole.Heading, new() { NameRegex = new("波及的规划（[0-9]+个）") })).ToBeVisibleAsync();
        await Assertions.Expect(reached).ToContainTextAsync("直接高速公路通车里程");
        await Assertions.Expect(reached).ToContainTextAsync("应不晚于");
        await Assertions.Expect(reached.Locator(".col-duties")).ToContainTextAsync("随上位规划调整");
        await Assertions.Expect(amendments.Locator(".graph-box").Filter(new() { HasText = "综合交通运输体系规划" })).ToBeVisibleAsync();
        (await SeriousFaults()).Should().BeEmpty();
        (await Overflowing()).Should().BeEmpty();
        await Assertions.Expect(amendments.GetByText("查看第2版批准后的波及")).ToHaveCountAsync(0);
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_rule_and_a_parameter_are_tried_from_the_page_of_policy_and_nothing_is_written()
    {
        var (seq, standing) = (await Seq(), await Cat001());
        await Open("policy");
        await Page.GetByRole(AriaRole.Link, new() { Name = "试算" }).First.ClickAsync();
        await Rule.SelectOptionAsync("CAT-001");
        await Page.GetByRole(AriaRole.Button, new() { Name = "试算", Exact = true }).ClickAsync();

        var outcome = Section("outcome");
        await Assertions.Expect(outcome).ToContainTextAsync("未写入");
        var row = outcome.Locator("tbody tr").Filter(new() { HasText = "CAT-001" }).First;
        // SPE-2026-06 was listed after its drafting began: an audit lead of that day, on which the rule is still in force.
        await Assertions.Expect(row.Locator(".number")).ToHaveTextAsync(["0", $"{standing - 1}"]);
        (await SeriousFaults()).Should().BeEmpty();

        await Rule.SelectOptionAsync("");
        await Main.Locator("form.trial select").First.SelectOptionAsync("deviation.alert");
        await Page.GetByLabel("试取值").FillAsync("不是数");
        await Page.GetByRole(AriaRole.Button, new() { Name = "试算", Exact = true }).ClickAsync();
        await Assertions.Expect(Main.GetByRole(AriaRole.Alert)).ToContainTextAsync("不是数");
        await Page.GetByLabel("试取值").FillAsync("25%");
        await Page.GetByRole(AriaRole.Button, new() { Name = "试算", Exact = true }).ClickAsync();
        await Assertions.Expect(Section("outcome")).ToBeVisibleAsync();
        (await Seq()).Should().Be(seq);
    }

    [Fact]
    public async Task What_is_filled_in_on_forms_is_put_together_tried_in_its_order_and_never_written()
    {
        var seq = await Seq();
        await Open("plans/DEV-2026");
        await Page.GetByRole(AriaRole.Button, new() { Name = "提出调整修订" }).First.ClickAsync();
        await Form.Locator("#field-version").FillAsync("3");
        await Form.Locator("#field-proposedOn").FillAsync("2026-11-20");
        await Form.Locator("#field-reason").FillAsync("示例");
        await Page.GetByRole(AriaRole.Button, new() { Name = "加入试算" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".ant-drawer")).ToContainTextAsync("已加入试算（共1项），没有写入。");
        await Page.GetByRole(AriaRole.Link, new() { Name = "查看试算" }).ClickAsync();

        await Assertions.Expect(Section("planned").Locator("tbody tr")).ToContainTextAsync(["提出调整修订规划 重庆市开州区国民经济和社会发展第十五个五年规划纲要"]);
        await Assertions.Expect(Section("outcome")).ToContainTextAsync("未写入");
        await Main.GetByLabel("并假定所提出的调整修订按此批准").CheckAsync();
        await Assertions.Expect(Section("outcome")).ToContainTextAsync("假定已经办理的环节：");
        await Assertions.Expect(Section("outcome")).ToContainTextAsync("区委同意");

        // Changed into what no command would accept, it is refused by its place.
        await Page.GetByRole(AriaRole.Button, new() { Name = "打开表单" }).ClickAsync();
        await Assertions.Expect(Form.Locator("#field-reason")).ToHaveValueAsync("示例");
        await Form.Locator("#field-version").FillAsync("1");
        await Page.GetByRole(AriaRole.Button, new() { Name = "加入试算" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "查看试算" }).ClickAsync();
        await Assertions.Expect(Main.GetByRole(AriaRole.Alert)).ToContainTextAsync("第1项不能办理：");
        (await SeriousFaults()).Should().BeEmpty();
        (await Overflowing()).Should().BeEmpty();

        await Page.GetByRole(AriaRole.Button, new() { Name = "移出", Exact = true }).ClickAsync();
        await Assertions.Expect(Section("planned")).ToContainTextAsync("还没有。");
        (await Seq()).Should().Be(seq);
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_rule_is_tried_over_past_years_and_each_year_is_told_as_it_is_found()
    {
        await Open("trials?rule=CAT-001");
        await Assertions.Expect(Section("outcome")).ToBeVisibleAsync();
        await Section("years").GetByLabel("自哪一年").SelectOptionAsync("2024");
        await Section("years").GetByRole(AriaRole.Button, new() { Name = "逐年试算" }).ClickAsync();

        await Assertions.Expect(Section("years").Locator("tbody tr")).ToContainTextAsync(["2024", "2025", "2026"]);
        await Assertions.Expect(Section("years")).ToContainTextAsync("已算3年，共3年");
        Complaints.Should().BeEmpty();
    }

    private async Task<int> Seq() => (await Ask("seq")).GetProperty("seq").GetInt32();

    private async Task<int> Cat001() =>
        (await Ask("findings(first: 1, filter: { rules: [\"CAT-001\"] }) { totalCount }")).GetProperty("findings").GetProperty("totalCount")
            .GetInt32();
}
