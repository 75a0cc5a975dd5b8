using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>办理程序与要件, 衔接 on a plan's page: what is missing and whose it is, and a paper that is added there.</summary>
[Trait("Category", "Pages")]
public sealed class ProcedurePageTests : RegistryTest
{
    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [Fact]
    public async Task A_step_that_is_recorded_as_an_act_alone_is_told_with_its_day_where_its_rounds_would_stand()
    {
        await Open("plans/DEV-2026");

        await Assertions.Expect(Page.Locator("#consultation")).ToContainTextAsync(
            "这一环节已作为办理记录登记(见下);登记册没有留存各轮征求意见:");
        await Assertions.Expect(Page.Locator("#consultation li")).ToContainTextAsync("2025-12-01 征求意见");
        await Assertions.Expect(Page.Locator("#experts li")).ToContainTextAsync("2026-01-06 论证");
        (await SeriousFaults()).Should().BeEmpty();
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task The_page_of_a_plan_tells_its_route_its_papers_and_its_alignment_and_takes_a_paper()
    {
        await Open("plans/SPE-2026-04");
        var papers = Page.Locator("#route table").Nth(1);

        await Assertions.Expect(Page.Locator(".next-step")).ToContainTextAsync("下一步:");
        await Page.Locator(".next-step a", new() { HasText = "起草说明" }).ClickAsync();
        await Assertions.Expect(Page.Locator("h3#submission")).ToBeInViewportAsync();
        await Assertions.Expect(Page.Locator("#route")).ToContainTextAsync("报区政府审批");
        await Assertions.Expect(papers.Locator("tbody tr")).ToHaveCountAsync(11);
        await Assertions.Expect(papers.Locator("tbody tr", new() { HasText = "起草说明" })).ToContainTextAsync("缺");
        await Assertions.Expect(Page.Locator("#alignment table").Last.Locator("tbody tr")).ToHaveCountAsync(9);

        await papers.Locator("tbody tr", new() { HasText = "起草说明" }).GetByRole(AriaRole.Button, new() { Name = "登记要件" }).ClickAsync();
        await Form.Locator("summary", new() { HasText = "登记文件" }).ClickAsync();
        await Form.Locator("#field-document-new-number").FillAsync("开州示例教〔2026〕9号");
        await Form.Locator("#field-document-new-title").FillAsync("教育事业发展规划起草说明(示例)");
        await Assertions.Expect(Form.GetByRole(AriaRole.Button, new() { Name = "登记文件" })).ToBeDisabledAsync();
        await Form.Locator("#field-document-new-kind").FillAsync("起草说明");
        await Form.Locator("#field-document-new-issuer").FillAsync("区教委");
        await Form.Locator("#field-document-new-issuedOn").FillAsync("2026-06-18");
        await Form.GetByRole(AriaRole.Button, new() { Name = "登记文件" }).ClickAsync();
        await Assertions.Expect(Form.Locator("#field-document-new-title")).ToBeHiddenAsync();
        await Form.Locator("#field-on").FillAsync("2026-06-20");
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("已记入台账");
        await Button("关闭").Last.ClickAsync();

        await Open("plans/SPE-2026-04");
        await Assertions.Expect(papers.Locator("tbody tr", new() { HasText = "起草说明" })).ToContainTextAsync("已有");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task The_nine_points_stand_there_at_once_and_those_that_nobody_answers_are_not_sent()
    {
        await Open("plans/SPE-2026-04");
        await Button("出具衔接意见").ClickAsync();
        var points = Form.Locator("#field-answers details.item");
        await Assertions.Expect(points).ToHaveCountAsync(9);
        await Assertions.Expect(points.First).ToContainTextAsync("内容合规性");
        await Form.Locator("#field-on").FillAsync("2026-06-20");
        await Form.Locator("#field-result").SelectOptionAsync("REVISED");
        await Form.Locator("#field-answers-1-answer").SelectOptionAsync("CONFORMS");
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("已记入台账");
        await Open("plans/SPE-2026-04");
        await Assertions.Expect(Page.Locator("#alignment table").Last.Locator("tbody tr").Nth(1)).ToContainTextAsync("符合");
        Complaints.Should().BeEmpty();
    }
}
