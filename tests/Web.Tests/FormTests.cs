using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>What an officer does with a form: from a light to what clears it, though the line breaks or another comes between.</summary>
public sealed class FormTests : RegistryTest
{
    private const string FinalReport = "plans/SPE-2022-03";

    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Drawer => Page.GetByRole(AriaRole.Dialog);

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A form by its address.</summary>
    private Task OpenForm(string act, object fill, string page = FinalReport, string more = "") =>
        Open($"{page}?form={act}&fill={Uri.EscapeDataString(JsonSerializer.Serialize(fill))}{more}");

    private Task OpenReport() => OpenForm("recordAct", new { plan = "SPE-2022-03", type = "REPORTED", about = "FINAL", year = 2024 });

    private async Task<int> Seq() => (await Ask("seq")).GetProperty("seq").GetInt32();

    private Task Choose(string label, string typed) => Choose(Form, label, typed);

    private async Task Choose(ILocator within, string label, string typed)
    {
        await within.GetByLabel(label).First.FillAsync(typed);
        await Found.ClickAsync();
    }

    /// <summary>The first of what was found by the words typed.</summary>
    private ILocator Found => Form.Locator(".choose .found:not([hidden]) > li").First;

    [Fact]
    public async Task From_a_light_to_the_remedys_form_is_three_clicks_and_when_it_is_sent_the_finding_goes()
    {
        await Open("overview");
        await Page.Locator(".figure", new() { HasText = "黄" }).ClickAsync();
        await Page.Locator(".row-link", new() { HasText = "冷链物流" }).First.ClickAsync();
        var finding = Page.Locator("article.finding", new() { HasText = "总结评估报告应不晚于" });
        await finding.GetByRole(AriaRole.Button, new() { Name = "登记办理记录" }).First.ClickAsync();

        await Assertions.Expect(Drawer).ToContainTextAsync("总结评估报告应不晚于");
        await Assertions.Expect(Form.GetByLabel("办理环节")).ToHaveValueAsync("REPORTED");
        await Assertions.Expect(Form.GetByLabel("办理事项")).ToHaveValueAsync("FINAL");
        await Assertions.Expect(Form.Locator("#field-plan")).ToHaveValueAsync(new Regex("冷链物流"));
        await Assertions.Expect(Button("提交")).ToBeDisabledAsync();
        await Form.Locator("#field-on").FillAsync("2026-11-20");
        // Whom the registry knows it to be copied to is there; its recipient is not recorded.
        await Assertions.Expect(Form.Locator(".field", new() { HasText = "抄送单位" }).Locator(".chosen")).ToContainTextAsync("发展和改革委");
        await Choose("主送单位", "商务委");
        await Form.GetByLabel("抄送日期").FillAsync("2026-11-20");
        var seq = await Seq();

        await Button("预览").ClickAsync();
        await Assertions.Expect(Form.Locator(".form-preview")).ToContainTextAsync(new Regex("将消除[1-9].*总结评估报告应不晚于"));
        (await Seq()).Should().Be(seq, "a preview writes nothing");
        await Button("提交").ClickAsync();

        await Assertions.Expect(Drawer).ToContainTextAsync("已记入台账");
        await Assertions.Expect(Drawer).ToContainTextAsync($"台账第{seq + 1}号");
        await Button("关闭").Last.ClickAsync();
        await Assertions.Expect(finding).ToHaveCountAsync(0);
        (await Seq()).Should().Be(seq + 1);
        Complaints.Should().BeEmpty();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_finding_that_was_cleared_beside_its_open_drawer_says_so_with_the_day()
    {
        await Open("findings?rule=REV-003");
        await Main.Locator(".row-link", new() { HasText = "冷链物流" }).First.ClickAsync();
        await Assertions.Expect(Drawer.Locator("article.finding")).ToContainTextAsync("总结评估报告应不晚于");
        await Drawer.GetByRole(AriaRole.Button, new() { Name = "登记办理记录" }).First.ClickAsync();
        await Form.Locator("#field-on").FillAsync("2026-11-20");
        await Form.GetByLabel("抄送日期").FillAsync("2026-11-20");
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Button("关闭").Last.ClickAsync();
        // The form is gone when it has slid out.
        await Assertions.Expect(Drawer).ToHaveCountAsync(1);

        await Assertions.Expect(Drawer).ToContainTextAsync("已消除：按台账现有记录，");
        await Assertions.Expect(Drawer.Locator("s")).ToContainTextAsync("总结评估报告应不晚于");
        await Page.ReloadAsync();
        await Assertions.Expect(Drawer).ToContainTextAsync("没有这个问题：已消除，或者不在您的范围内。");
        Complaints.Should().BeEmpty();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task What_is_missing_or_wrong_leads_to_its_field_and_a_change_asks_for_another_preview()
    {
        await OpenForm("recordReading", new { plan = "SPE-2021-11" });
        await Button("预览").ClickAsync();
        var summary = Form.GetByRole(AriaRole.Alert);
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await Assertions.Expect(summary).ToContainTextAsync("请填写“年度”。");
        await summary.GetByRole(AriaRole.Link, new() { Name = "请填写“年度”。" }).ClickAsync();
        await Assertions.Expect(Form.Locator("#field-year")).ToBeFocusedAsync();
        (await SeriousFaults()).Should().BeEmpty();

        await Form.Locator("#field-indicator").FillAsync("没有这个指标");
        await Form.Locator("#field-year").FillAsync("2026");
        await Form.Locator("#field-value").FillAsync("1");
        await Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(summary).ToContainTextAsync("没有这个指标");
        await Assertions.Expect(Form.Locator("#field-indicator-error")).ToContainTextAsync("没有这个指标");
        await Form.Locator("#field-indicator").FillAsync("保有量");
        // Till the answer comes, what was found before stands there.
        await Form.Locator(".choose .found:not([hidden]) > li", new() { HasText = "保有量" }).First.ClickAsync();
        await Button("预览").ClickAsync();
        await Assertions.Expect(Button("提交")).ToBeEnabledAsync();
        await Form.Locator("#field-value").FillAsync("2");
        await Assertions.Expect(Button("提交")).ToBeDisabledAsync();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_draft_is_there_after_a_reload_and_leaving_asks_once()
    {
        await OpenReport();
        await Form.Locator("#field-on").FillAsync("2026-11-20");
        await Page.ReloadAsync();
        await Read();

        await Assertions.Expect(Form).ToContainTextAsync(new Regex(@"有\d\d:\d\d的草稿"));
        await Button("继续").ClickAsync();
        await Assertions.Expect(Form.Locator("#field-on")).ToHaveValueAsync("2026-11-20");
        await Button("取消").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("内容尚未提交");
        await Button("继续填写").ClickAsync();
        await Assertions.Expect(Form.Locator("#field-on")).ToHaveValueAsync("2026-11-20");
        await Button("取消").ClickAsync();
        await Button("离开").ClickAsync();
        await Assertions.Expect(Form).ToHaveCountAsync(0);
        await OpenReport();
        await Button("放弃").ClickAsync();
        await Assertions.Expect(Form.Locator("#field-on")).ToHaveValueAsync("");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task When_the_answer_is_lost_on_the_way_a_second_try_writes_nothing_twice()
    {
        await OpenReport();
        await Form.Locator("#field-on").FillAsync("2026-11-20");
        await Button("预览").ClickAsync();
        await Assertions.Expect(Button("提交")).ToBeEnabledAsync();
        var seq = await Seq();
        await Page.RouteAsync("**/graphql", async route =>
        {
            // The server hears it, and the page never hears the server.
            await route.FetchAsync();
            await route.AbortAsync("connectionreset");
        });
        await Button("提交").ClickAsync();
        await Assertions.Expect(Form).ToContainTextAsync("不能确定是否已经写入");
        (await Seq()).Should().Be(seq + 1);

        await Page.UnrouteAsync("**/graphql");
        await Button("提交").ClickAsync();

        await Assertions.Expect(Drawer).ToContainTextAsync($"台账第{seq + 1}号");
        (await Seq()).Should().Be(seq + 1);
    }

    [Fact, Trait("Category", "Pages")]
    public async Task The_second_of_two_people_sees_what_the_first_has_changed_beside_what_is_filled_in()
    {
        await OpenReport();
        await Form.Locator("#field-on").FillAsync("2026-11-20");
        await Button("预览").ClickAsync();
        await Assertions.Expect(Button("提交")).ToBeEnabledAsync();
        await Write("""registerAgency(input: { district: "500154", name: "重庆市开州区示例服务中心" })""");

        await Button("提交").ClickAsync();

        var stale = Form.Locator(".form-stale");
        await Assertions.Expect(stale).ToContainTextAsync("示例服务中心");
        await Assertions.Expect(Form.Locator("#field-on")).ToHaveValueAsync("2026-11-20");
        (await SeriousFaults()).Should().BeEmpty();
        await stale.GetByRole(AriaRole.Button, new() { Name = "重新预览" }).ClickAsync();
        await Assertions.Expect(Form.Locator(".form-preview")).ToBeVisibleAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Drawer).ToContainTextAsync("已记入台账");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_record_is_corrected_from_its_drawer_and_shows_what_it_was()
    {
        await Open("plans/SPE-2021-11");
        await Page.Locator("#procedure .record-link").First.ClickAsync();
        await Drawer.GetByRole(AriaRole.Button, new() { Name = "更正" }).ClickAsync();
        var day = Form.Locator("#field-values-on");
        var was = await day.InputValueAsync();
        was.Should().MatchRegex("^20");
        await day.FillAsync("2019-01-02");
        await Assertions.Expect(Form).ToContainTextAsync($"原为:{was}");
        await Form.Locator("#field-reason").FillAsync("日期录入有误");
        await Form.Locator("#field-document").FillAsync("更正说明(示例)");
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Drawer.Last).ToContainTextAsync("已记入台账");
        await Button("关闭").Last.ClickAsync();

        await Assertions.Expect(Drawer.Locator("ins")).ToHaveTextAsync("2019-01-02");
        await Assertions.Expect(Drawer.Locator("del")).ToHaveTextAsync(was);
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_document_is_registered_where_it_is_needed()
    {
        await OpenReport();
        await Form.Locator("#field-on").FillAsync("2026-11-20");
        await Form.Locator("summary", new() { HasText = "登记文件" }).First.ClickAsync();
        await Form.Locator("#field-document-new-number").FillAsync("开州示例函〔2026〕88号");
        await Form.Locator("#field-document-new-title").FillAsync("关于报送总结评估报告的函");
        await Form.Locator("details[open]").GetByRole(AriaRole.Button, new() { Name = "登记文件" }).ClickAsync();
        await Assertions.Expect(Form.Locator("#field-document")).ToHaveValueAsync(new Regex("88号"));

        await Button("预览").ClickAsync();
        await Assertions.Expect(Form.Locator(".form-preview")).ToBeVisibleAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Drawer).ToContainTextAsync("已记入台账");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task While_another_day_is_shown_nothing_can_be_written_and_it_is_said_why()
    {
        await OpenForm("recordAct", new { plan = "SPE-2022-03" }, more: "&asOf=2024-06-30");
        await Assertions.Expect(Drawer).ToContainTextAsync("不能填写");
        await Assertions.Expect(Form).ToHaveCountAsync(0);
        await Open("findings?asOf=2024-06-30");
        await Assertions.Expect(Banner).ToContainTextAsync("此时不能填写。");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task An_entry_without_a_plan_and_a_new_list_open_filled_in()
    {
        await Open("lists/SR-2020");
        var row = Page.Locator("tbody tr", new() { HasText = "规划未登记" }).First;
        var title = await row.Locator(".col-title").InnerTextAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "登记规划" }).ClickAsync();
        await Assertions.Expect(Form.Locator("#field-title")).ToHaveValueAsync(title.Trim());
        await Assertions.Expect(Form.Locator("#field-horizon-from")).Not.ToHaveValueAsync("");
        await Button("取消").ClickAsync();

        await Open("lists/SR-2026");
        var entries = await Page.Locator("section:has(> h2:text-is('条目')) tbody tr").CountAsync();
        await Button("登记新清单").ClickAsync();
        await Assertions.Expect(Form.Locator("details.item").First).ToContainTextAsync("第1项");
        var items = await Form.Locator("details.item").CountAsync();
        items.Should().BeInRange(1, entries);
    }
}
