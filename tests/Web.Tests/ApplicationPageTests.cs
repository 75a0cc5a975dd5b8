using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>申报与筛选: a department applies, the screening tells what there is already, the commission lists it.</summary>
[Trait("Category", "Pages")]
public sealed class ApplicationPageTests : RegistryTest
{
    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Row => Main.Locator("tbody tr").Filter(new() { HasText = "SB-2026-003" });

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task Send()
    {
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Button("提交")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_department_applies_the_duplicate_is_shown_and_the_commission_lists_it()
    {
        await Write("""
            approveDirectoryList(input: { district: "500154", code: "SR-2027", track: SPECIAL_AND_REGIONAL, year: 2027, entries: [] })
            """);
        HaveAccounts();
        await SignIn("水利局经办");
        await Page.GetByRole(AriaRole.Link, new() { Name = "申报与筛选", Exact = true }).First.ClickAsync();
        await Read();
        await Main.GetByRole(AriaRole.Button, new() { Name = "申报", Exact = true }).ClickAsync();
        await Form.Locator("#field-title").FillAsync("开州区水安全保障规划(2027—2030年)(示例)");
        await Form.Locator("#field-kind").SelectOptionAsync("SPECIAL");
        await Form.Locator("#field-horizon-from").FillAsync("2027");
        await Form.Locator("#field-horizon-to").FillAsync("2030");
        await Send();

        await Open("applications");
        await Assertions.Expect(Row).ToContainTextAsync("已申报");
        await Assertions.Expect(Row).ToContainTextAsync(
            "与规划SPE-2021-12《开州区水安全保障规划(2021—2030年)(示例)》可能重复：同一牵头单位、规划期重叠（2021—2030年）、名称相近。");
        await Assertions.Expect(Row).ToContainTextAsync("是否属部门日常工作未说明。");
        await Assertions.Expect(Row).ToContainTextAsync("属于水利专项规划，一般需要环境影响评价，请生态环境局提出意见。");

        await Assertions.Expect(Row.GetByRole(AriaRole.Button, new() { Name = "处理", Exact = true })).ToHaveCountAsync(0);
        await Assertions.Expect(Row.GetByRole(AriaRole.Button, new() { Name = "提出意见" })).ToHaveCountAsync(1);
        await SignOut();
        await SignIn("发改委经办");
        await Open("applications");
        await Row.GetByRole(AriaRole.Button, new() { Name = "处理", Exact = true }).ClickAsync();
        await Form.Locator("#field-outcome").SelectOptionAsync("LISTED");
        await Form.Locator("#field-list").FillAsync("SR-2027");
        await Page.GetByRole(AriaRole.Option, new() { Name = "2027 SR-2027" }).ClickAsync();
        await Form.Locator("#field-reason").FillAsync("经核，不属日常工作，与现行规划不重复。");
        await Send();

        await Open("applications?state=LISTED");
        await Assertions.Expect(Row).ToContainTextAsync("已列入");
        await Row.GetByRole(AriaRole.Link, new() { Name = "SR-2027 1" }).ClickAsync();
        await Read();
        await Assertions.Expect(Main.Locator("tbody tr").Filter(new() { HasText = "开州区水安全保障规划(2027—2030年)" }).First).ToBeVisibleAsync();
        Complaints.Should().BeEmpty();
    }
}
