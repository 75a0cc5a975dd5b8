using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>交办 on 问题台: rows are ticked, handed to an agency by its name, and told apart from then on.</summary>
public sealed class HandOutPageTests : RegistryTest
{
    private ILocator Ticks => Main.Locator("tbody input[type=checkbox]");

    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [Fact]
    public async Task Ticked_rows_outlive_a_reload_are_handed_out_in_one_step_and_found_by_the_filter()
    {
        await Open("findings?rule=CAT-001");
        await Ticks.Nth(0).CheckAsync();
        await Ticks.Nth(1).CheckAsync();
        await Page.ReloadAsync();
        await Read();
        await Assertions.Expect(Main).ToContainTextAsync("已选2项");
        await Button("交办").First.ClickAsync();

        await Assertions.Expect(Form.Locator(".chosen > li")).ToHaveCountAsync(2);
        await Form.GetByLabel("承办单位").First.FillAsync("水利局");
        await Form.Locator(".choose .found:not([hidden]) > li", new() { HasText = "水利局" }).First.ClickAsync();
        await Form.GetByLabel("办理期限").FillAsync("2026-12-31");
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("已记入台账");
        await Button("关闭").Last.ClickAsync();

        await Open("findings?handed=yes");
        await Assertions.Expect(Main.Locator("tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(Main.Locator("tbody tr").First).ToContainTextAsync("水利局");
        await Open("tasks?kind=HANDED_OUT");
        await Assertions.Expect(Main).ToContainTextAsync("交办的问题");
        Complaints.Should().BeEmpty();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task Ticked_rows_are_copied_as_lines_with_tabs_between()
    {
        await Open("findings?rule=CAT-001");
        await Ticks.Nth(0).CheckAsync();

        var copied = await Page.EvaluateAsync<string>("""
            () => {
                const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
                document.body.dispatchEvent(event);
                return event.clipboardData.getData('text/plain');
            }
            """);

        var lines = copied.Split("\r\n");
        lines.Should().HaveCount(2);
        lines[0].Should().Be("严重程度\t结论\t规则\t规划\t一句话\t责任单位\t起始日\t期限\t交办");
        lines[1].Split('\t').Should().HaveCount(9).And.Contain("CAT-001");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_finding_whose_act_is_anothers_is_handed_out_from_its_drawer_to_whose_it_is()
    {
        await Open("findings?rule=CAT-001");
        await Main.Locator(".row-link").First.ClickAsync();
        await Page.Locator("article.finding").GetByRole(AriaRole.Button, new() { Name = "交办" }).ClickAsync();

        await Assertions.Expect(Form.Locator(".chosen > li")).ToHaveCountAsync(1);
        await Assertions.Expect(Form.GetByLabel("承办单位").First).Not.ToHaveValueAsync("");
    }
}
