using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>任务分工: who answers for what, how far it has come, told by who answers.</summary>
[Trait("Category", "Pages")]
public sealed class AssignmentPageTests : RegistryTest
{
    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Rows => Main.Locator("tbody tr");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [Fact]
    public async Task A_lead_finds_its_tasks_and_tells_how_far_one_has_come()
    {
        HaveAccounts();
        await SignIn("水利局经办");
        await Open("assignments?agency=KZ-WRB&leads=1");
        await Assertions.Expect(Rows).ToHaveCountAsync(1);
        await Assertions.Expect(Rows).ToContainTextAsync("跳蹬水库灌区续建配套工程(示例)");
        await Assertions.Expect(Rows).ToContainTextAsync("未报告");
        await Rows.GetByRole(AriaRole.Button, new() { Name = "报告进展", Exact = true }).ClickAsync();
        await Form.Locator("#field-year").FillAsync("2026");
        await Form.Locator("#field-grade").SelectOptionAsync("BEHIND_PATH");
        await Form.Locator("#field-note").FillAsync("前期工作推迟");
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Button("提交")).ToHaveCountAsync(0);

        await Open("assignments?agency=KZ-WRB&leads=1");
        await Assertions.Expect(Rows).ToContainTextAsync("未达到时序进度");
    }

    [Fact]
    public async Task Assignments_are_counted_by_grade_and_a_grade_is_chosen_by_its_count()
    {
        HaveAccounts();
        await SignIn("发改委经办");
        await Open("assignments");
        await Assertions.Expect(Rows).ToHaveCountAsync(23);
        var hard = Main.GetByRole(AriaRole.Group, new() { Name = "进展评价" }).GetByRole(AriaRole.Button).Filter(new() { HasText = "预计完成难度大" });
        await Assertions.Expect(hard).ToContainTextAsync("1");
        await hard.ClickAsync();
        await Assertions.Expect(Rows).ToHaveCountAsync(1);
        await Assertions.Expect(Rows).ToContainTextAsync("数字赋能基层治理三年行动(示例)");

        await Open("plans/SPE-2026-01#assignments");
        var section = Main.Locator("section#assignments");
        await Assertions.Expect(section).ToContainTextAsync("细化:建设渝东北综合交通枢纽(示例)");
        await Assertions.Expect(section).ToContainTextAsync("无要求:规划于2026年10月发布");
    }
}
