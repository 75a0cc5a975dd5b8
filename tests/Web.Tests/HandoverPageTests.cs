using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>跨期交接: what of the old period is still to be done, one signature for many plans, and the comparison table's sheet.</summary>
[Trait("Category", "Pages")]
public sealed class HandoverPageTests : RegistryTest
{
    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Ticks => Main.Locator("tbody input[type=checkbox]");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [Fact]
    public async Task Plans_are_told_by_what_is_owed_ticked_and_declared_by_one_document()
    {
        await Write("""
            registerDocument(input: { district: "500154", code: "DECLARED", title: "无需调整的说明（示例）", issuer: "区政府",
                issuedOn: "2026-06-20" })
            """);
        await Open("handover");
        await Assertions.Expect(Main).ToContainTextAsync("新一期：《重庆市开州区国民经济和社会发展第十五个五年规划纲要(示例)》（2026—2030年），2026年3月5日发布。");
        await Assertions.Expect(Main).ToContainTextAsync("届时仍在编制、未见批准或者发布记录，未列入：开州区国土空间总体规划");
        await Assertions.Expect(Main.Locator("tbody tr").Filter(new() { HasText = "农业农村现代化规划" })).ToContainTextAsync("已登记");
        (await SeriousFaults()).Should().BeEmpty();
        (await Overflowing()).Should().BeEmpty();

        await Open("handover?continuation=OWED,OVERDUE");
        var shown = await Main.Locator("tbody tr").CountAsync();
        shown.Should().BeGreaterThan(0);
        await Button("选中所列待声明的").ClickAsync();
        await Assertions.Expect(Main).ToContainTextAsync($"已选{shown}个规划");
        await Page.ReloadAsync();
        await Read();
        (await Ticks.EvaluateAllAsync<bool>("boxes => boxes.every(b => b.checked)")).Should().BeTrue("ticks outlive a reload");
        await Button("以一份文件声明无需调整").ClickAsync();

        await Assertions.Expect(Form.Locator(".chosen > li")).ToHaveCountAsync(shown);
        await Assertions.Expect(Form.Locator("#field-against")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("第十五个五年规划纲要"));
        await Form.Locator("#field-on").FillAsync("2026-06-20");
        await Form.Locator("#field-agency").FillAsync("区政府");
        await Form.Locator("#field-document").FillAsync("DECLARED");
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("已记入台账");
        await Button("关闭").Last.ClickAsync();

        await Open("handover?continuation=OWED,OVERDUE");
        await Assertions.Expect(Main.Locator("tbody tr")).ToHaveCountAsync(0);
        await Assertions.Expect(Main).ToContainTextAsync("0个规划");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Another_period_is_a_link_and_one_that_is_not_recorded_is_said()
    {
        await Open("handover?lang=en");
        await Main.GetByRole(AriaRole.Link, new() { Name = "Period from 2031" }).ClickAsync();

        await Assertions.Expect(Main).ToContainTextAsync("the one that begins: 2031-2035, its development plan not recorded.");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task On_a_telephone_nothing_overflows()
    {
        await Page.SetViewportSizeAsync(390, 844);
        await Open("handover");

        (await Overflowing()).Should().BeEmpty();
        (await SeriousFaults()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_comparison_table_is_downloaded_from_the_page_of_indicators()
    {
        await Open("indicators");

        var file = await Page.RunAndWaitForDownloadAsync(() => Button("下载比对表").ClickAsync());

        file.SuggestedFilename.Should().StartWith("约束性指标比对表-500154-").And.EndWith(".xlsx");
        Complaints.Should().BeEmpty();
    }
}
