using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>预算与政府投资年度计划: finance records a line, the commission the plan, and each project shows how the two stand.</summary>
[Trait("Category", "Pages")]
public sealed class InvestmentPageTests : RegistryTest
{
    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Section => Main.Locator("section#investment");

    private ILocator Rows => Section.Locator("tbody tr");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [Fact]
    public async Task Each_project_shows_both_amounts_and_how_they_stand()
    {
        await Write(Funding("F-1", "2026-500154-01", "1200000"));
        await Write(Funding("F-2", "2026-500154-02", "350000"));
        await Write("""registerDocument(input: { district: "500154", code: "INV-2026", title: "投资计划", issuedOn: "2026-02-20" })""");
        await Write("""
            setInvestmentPlan(input: { district: "500154", year: 2026, document: "INV-2026", whole: true, lines: [
                { projectCode: "2026-500154-01", project: "干渠", amount: "1000000", plan: "SPE-2021-12" }] })
            """);
        await Open("funding?year=2026");

        var row = Rows.Filter(new() { HasText = "2026-500154-01" });
        await Assertions.Expect(row.Locator(".number")).ToHaveTextAsync(["1,200,000", "1,000,000", "200,000"]);
        await Assertions.Expect(row).ToContainTextAsync("金额不一致");
        await Assertions.Expect(row).ToContainTextAsync("属目录清单内规划");
        await Section.GetByRole(AriaRole.Button, new() { Name = "投资计划未安排 1" }).ClickAsync();
        await Assertions.Expect(Rows).ToHaveCountAsync(1);
        await Assertions.Expect(Rows).ToContainTextAsync("2026-500154-02");
        (await SeriousFaults()).Should().BeEmpty();

        await Open("plans/SPE-2021-12#money");
        await Assertions.Expect(Main.Locator("section#money")).ToContainTextAsync("属目录清单内规划");
        Complaints.Should().BeEmpty();
    }

    [Theory]
    [InlineData("发改委经办")]
    [InlineData("财政局经办")]
    public async Task Who_may_record_the_investment_plan_does_so_from_the_menu(string name)
    {
        await Write("""registerDocument(input: { district: "500154", code: "INV-2026", title: "投资计划", issuedOn: "2026-02-20" })""");
        HaveAccounts();
        await SignIn(name);
        await Page.GetByRole(AriaRole.Link, new() { Name = "经费审核", Exact = true }).ClickAsync();
        await Section.GetByRole(AriaRole.Button, new() { Name = "登记政府投资年度计划" }).ClickAsync();

        await Assertions.Expect(Form.Locator("#field-year")).Not.ToBeEmptyAsync();
        await Form.Locator("#field-document").FillAsync("投资计划");
        await Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "投资计划" }).First.ClickAsync();
        await Form.GetByRole(AriaRole.Button, new() { NameRegex = new("添加") }).ClickAsync();
        await Form.Locator("#field-lines-0-projectCode").FillAsync("2026-500154-09");
        await Form.Locator("#field-lines-0-project").FillAsync("渡口");
        await Form.Locator("#field-lines-0-amount").FillAsync("500000");
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Button("提交")).ToHaveCountAsync(0);

        await Open("funding?year=2026");
        await Assertions.Expect(Rows.Filter(new() { HasText = "2026-500154-09" })).ToContainTextAsync("项目未关联本区规划");
    }

    private static string Funding(string code, string project, string amount) => $$"""
        recordFunding(input: { district: "500154", code: "{{code}}", plan: "SPE-2021-12", project: "干渠", amount: "{{amount}}",
            money: DISTRICT, purpose: IMPLEMENTATION, budgetYear: 2026, budgeted: true, arrangedOn: "2026-03-01",
            projectCode: "{{project}}" })
        """;
}
