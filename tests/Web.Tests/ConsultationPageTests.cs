using Microsoft.Playwright;
using PlanRegistry.Tests.Exports;

namespace Web.Tests;

/// <summary>征求意见 and 专家与机构: who leads a plan asks, who is asked replies, what came of it stands in the table of adoption.</summary>
[Trait("Category", "Pages")]
public sealed class ConsultationPageTests : RegistryTest
{
    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Section(string id) => Main.Locator($"section#{id}");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task Send()
    {
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Button("提交")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_asked_department_replies_and_the_lead_handles_it_in_the_table_of_adoption()
    {
        await Write("""
            openConsultation(input: { district: "500154", plan: "SPE-2026-02", code: "R-1", audience: AGENCIES, agencies: ["区水利局"] })
            """);
        HaveAccounts();
        await SignIn("水利局经办");
        await Open("consultation");
        var row = Main.Locator("tbody tr").Filter(new() { HasText = "R-1" });
        await row.GetByRole(AriaRole.Button, new() { Name = "答复", Exact = true }).ClickAsync();
        await Form.Locator("#field-clause").FillAsync("第三章");
        await Form.Locator("#field-suggestion").FillAsync("补充农田灌溉用水总量要求");
        await Form.Locator("#field-reason").FillAsync("与水安全保障规划衔接");
        await Send();
        await Open("consultation");
        await SignOut();

        await SignIn("发改委经办");
        await Open("plans/SPE-2026-02#consultation");
        await Assertions.Expect(Section("consultation")).ToContainTextAsync("已答复1家,共1家");
        await Assertions.Expect(Section("consultation")).ToContainTextAsync("尚有1条未办结。");
        await Section("consultation").GetByRole(AriaRole.Button, new() { Name = "办理", Exact = true }).ClickAsync();
        await Form.Locator("#field-result").SelectOptionAsync("ADOPTED");
        await Send();

        await Open("plans/SPE-2026-02#consultation");
        await Assertions.Expect(Section("consultation")).ToContainTextAsync("意见均已办理。");
        await Assertions.Expect(Section("consultation").Locator("tbody tr").Last).ToContainTextAsync("补充农田灌溉用水总量要求");
    }

    [Fact]
    public async Task An_asked_bureau_is_told_of_the_round_reads_what_came_of_its_word_and_objects()
    {
        await Write("""
            openConsultation(input: { district: "500154", plan: "SPE-2026-02", code: "R-9", audience: AGENCIES, agencies: ["区水利局"] })
            """);
        HaveAccounts();
        await SignIn("水利局经办");
        await Open("tasks");
        var duty = Main.Locator("tbody tr").Filter(new() { HasText = "答复征求意见" });
        await duty.GetByRole(AriaRole.Button, new() { Name = "办理", Exact = true }).ClickAsync();
        await Form.Locator("#field-clause").FillAsync("第三章");
        await Form.Locator("#field-suggestion").FillAsync("补充农田灌溉用水总量要求");
        await Form.Locator("#field-reason").FillAsync("与水安全保障规划衔接");
        await Send();
        await Open("tasks");
        await Assertions.Expect(duty).ToHaveCountAsync(0);
        await Open("plans/SPE-2026-02#consultation");
        await Assertions.Expect(Section("consultation")).ToContainTextAsync("本单位的意见第三章:补充农田灌溉用水总量要求待办理");
        foreach (var others in new[] { "办结本轮", "开始征求意见", "登记要件", "提请衔接", "抽取专家", "提出异议" })
        {
            await Assertions.Expect(Button(others)).ToHaveCountAsync(0);
        }
        await SignOut();

        await SignIn("发改委经办");
        await Open("plans/SPE-2026-02#consultation");
        await Section("consultation").GetByRole(AriaRole.Button, new() { Name = "办理", Exact = true }).ClickAsync();
        await Form.Locator("#field-result").SelectOptionAsync("REJECTED");
        await Form.Locator("#field-reason").FillAsync("另有专章");
        await Send();
        await Open("plans/SPE-2026-02#consultation");
        await Assertions.Expect(Button("提出异议")).ToHaveCountAsync(0);
        await SignOut();

        await SignIn("水利局经办");
        await Open("consultation");
        var row = Main.Locator("tbody tr").Filter(new() { HasText = "R-9" });
        await Assertions.Expect(row).ToContainTextAsync("不采纳");
        await Assertions.Expect(row).ToContainTextAsync("另有专章");
        await row.GetByRole(AriaRole.Button, new() { Name = "提出异议", Exact = true }).ClickAsync();
        await Form.Locator("#field-reason").FillAsync("专章未提及灌溉用水");
        await Send();
        await Open("consultation");
        await Assertions.Expect(row).ToContainTextAsync("提出异议:专章未提及灌溉用水");
        await Assertions.Expect(row).ToContainTextAsync("待另一人复核");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task An_asked_bureau_downloads_the_form_fills_it_in_and_sends_it_back_and_the_lead_reads_its_word()
    {
        await Write("""
            openConsultation(input: { district: "500154", plan: "SPE-2026-02", code: "R-3", audience: AGENCIES, agencies: ["区水利局"] })
            """);
        HaveAccounts();
        await SignIn("水利局经办");
        await Open("consultation");
        var row = Main.Locator("tbody tr").Filter(new() { HasText = "R-3" });
        var file = await Page.RunAndWaitForDownloadAsync(() =>
            row.GetByRole(AriaRole.Button, new() { Name = "下载意见征求表", Exact = true }).ClickAsync());
        file.SuggestedFilename.Should().Be("意见征求表-R-3-重庆市开州区水利局.xlsx");
        var form = FilledForm.Fill(await File.ReadAllBytesAsync((await file.PathAsync())!),
            ("A11", "第三章"), ("B11", "补充农田灌溉用水总量要求"), ("C11", "与水安全保障规划衔接"));
        await row.GetByRole(AriaRole.Link, new() { Name = "上传填好的意见征求表", Exact = true }).ClickAsync();
        await Page.Locator("#workbook").SetInputFilesAsync(new FilePayload
        {
            Name = file.SuggestedFilename, MimeType = "application/octet-stream", Buffer = form,
        });
        await Assertions.Expect(Page.Locator("#columns")).ToContainTextAsync("意见征求表，读到1行，表头在第10行。");
        await Assertions.Expect(Page.Locator("#comes")).ToContainTextAsync("将记入1条，更正0条，撤出0条。");
        await Button("写入").ClickAsync();
        await Assertions.Expect(Page.Locator("#written").GetByRole(AriaRole.Status)).ToContainTextAsync("记入1条");
        await Open("consultation");
        await Assertions.Expect(row).ToContainTextAsync("第三章:补充农田灌溉用水总量要求");
        await SignOut();

        await SignIn("发改委经办");
        await Open("consultation");
        await row.GetByText("意见征求表(Excel)").ClickAsync();
        var open = await Page.RunAndWaitForDownloadAsync(() =>
            row.GetByRole(AriaRole.Button, new() { Name = "不写单位的空白表", Exact = true }).ClickAsync());
        open.SuggestedFilename.Should().Be("意见征求表-R-3.xlsx");
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { Name = "区水利局", Exact = true })).ToHaveCountAsync(1);
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Experts_of_the_pool_are_drawn_on_the_plans_page_and_how_is_told()
    {
        HaveAccounts();
        await SignIn("发改委经办");
        await Open("experts");
        await Assertions.Expect(Main.Locator("tbody tr")).ToHaveCountAsync(6);
        await Open("plans/SPE-2022-02#experts");
        await Section("experts").GetByRole(AriaRole.Button, new() { Name = "抽取专家", Exact = true }).ClickAsync();
        await Form.Locator("#field-count").FillAsync("1");
        await Send();

        await Open("plans/SPE-2022-02#experts");
        await Assertions.Expect(Section("experts").Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(Section("experts")).ToContainTextAsync("随机抽取(依据台账第1条)");
    }
}
