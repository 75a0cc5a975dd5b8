using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>指标与进度 of a plan: grades with their counts, annual targets that do not come out, readings that are settled by a form.</summary>
public sealed class GradesPageTests : RegistryTest
{
    private ILocator Section => Main.Locator("#indicators");

    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [Fact, Trait("Category", "Pages")]
    public async Task Grades_are_counted_and_filtered_and_an_annual_target_that_falls_short_is_marked()
    {
        await Open("plans/DEV-2026");

        await Assertions.Expect(Section).ToContainTextAsync("指标与进度");
        await Assertions.Expect(Section).ToContainTextAsync("2030年的年度目标230公里，低于目标值236公里");
        await Assertions.Expect(Section).ToContainTextAsync("规划期第一个年度尚未结束");

        await Open("plans/SPE-2021-12?grade=IN_DIFFICULTY");
        await Assertions.Expect(Section).ToContainTextAsync("预计完成难度大");
        await Assertions.Expect(Section).ToContainTextAsync("被筛选隐藏");
        Complaints.Should().BeEmpty();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task Annual_targets_that_stand_are_shown_and_their_form_opens_filled_with_them()
    {
        await Open("plans/DEV-2026");
        var row = Section.Locator("tbody tr").Filter(new() { HasText = "地区生产总值年均增长" }).First;
        await Assertions.Expect(row.Locator(".col-annual")).ToContainTextAsync("2026: 5.5");

        await Section.GetByRole(AriaRole.Button, new() { Name = "设置年度目标" }).Last.ClickAsync();

        await Assertions.Expect(Form.Locator("details.item")).ToHaveCountAsync(65);
        await Assertions.Expect(Form.Locator("#field-annualTargets-0-year")).ToHaveValueAsync("2026");
        await Assertions.Expect(Form.Locator("#field-annualTargets-0-targetValue")).ToHaveValueAsync("3.5");

        await Open("plans/DEV-2026");
        await Section.Locator(".col-annual").GetByRole(AriaRole.Button, new() { Name = "设置年度目标" }).First.ClickAsync();
        await Assertions.Expect(Form.Locator("details.item")).ToHaveCountAsync(5);
        Complaints.Should().BeEmpty();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task Sources_that_differ_are_settled_by_the_form_of_their_year()
    {
        HaveAccounts();
        await SignIn("发改委经办");
        await Open("plans/SPE-2023-02");
        await Assertions.Expect(Section).ToContainTextAsync("部门统计 33张, 问卷调查 30张");
        await Section.GetByRole(AriaRole.Button, new() { Name = "核定", Exact = true }).ClickAsync();

        await Form.Locator("#field-source").SelectOptionAsync("SURVEY");
        await Form.Locator("#field-reason").FillAsync("部门统计含停用床位，以入户调查核减后的数为准。");
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Button("提交")).ToHaveCountAsync(0);

        await Open("plans/SPE-2023-02");
        await Assertions.Expect(Section).ToContainTextAsync("监测值核定");
        await Assertions.Expect(Section).ToContainTextAsync("有效");
        Complaints.Should().BeEmpty();
    }
}
