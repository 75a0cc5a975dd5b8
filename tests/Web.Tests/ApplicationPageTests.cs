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

    [Fact]
    public async Task A_bureau_registers_its_paper_where_it_gives_its_word_and_is_its_issuer()
    {
        HaveAccounts();
        await SignIn("水利局经办");
        await Open("applications");
        await Main.GetByRole(AriaRole.Button, new() { Name = "提出意见", Exact = true }).First.ClickAsync();
        await Form.Locator("#field-needed").SelectOptionAsync("true");
        await Form.GetByText("登记文件", new() { Exact = true }).First.ClickAsync();
        await Assertions.Expect(Form.Locator("#field-document-new-issuer")).ToHaveValueAsync("重庆市开州区水利局");
        await Form.Locator("#field-document-new-number").FillAsync("开水函〔2026〕99号");
        await Form.Locator("#field-document-new-title").FillAsync("关于是否需要水资源论证的意见");
        await Assertions.Expect(Form.GetByRole(AriaRole.Button, new() { Name = "登记文件", Exact = true })).ToBeDisabledAsync();
        await Form.Locator("#field-document-new-issuedOn").FillAsync("2026-06-01");
        await Form.GetByRole(AriaRole.Button, new() { Name = "登记文件", Exact = true }).ClickAsync();
        await Assertions.Expect(Form.Locator("#field-document")).ToHaveValueAsync("开水函〔2026〕99号 关于是否需要水资源论证的意见");
        await Send();
        await Open("applications");
        await Assertions.Expect(Main).ToContainTextAsync("需水资源论证: 是开水函〔2026〕99号 关于是否需要水资源论证的意见");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_screening_doubts_stands_in_the_preview_and_what_is_needed_is_marked()
    {
        HaveAccounts();
        await SignIn("水利局经办");
        await Open("applications");
        await Main.GetByRole(AriaRole.Button, new() { Name = "申报", Exact = true }).ClickAsync();
        await Assertions.Expect(Form.Locator("label[for=field-title]")).ToContainTextAsync("必填");
        await Form.Locator("#field-title").FillAsync("开州区河湖岸线规划(2027—2028年)(示例)");
        await Form.Locator("#field-kind").SelectOptionAsync("SPECIAL");
        await Form.Locator("#field-horizon-from").FillAsync("2027");
        await Form.Locator("#field-horizon-to").FillAsync("2028");
        await Button("预览").ClickAsync();
        await Assertions.Expect(Form.Locator(".form-preview")).ToContainTextAsync("少于3年，原则上不编制规划。");
        await Assertions.Expect(Form.Locator(".form-preview")).Not.ToContainTextAsync("不消除也不新出现问题");
    }

    [Fact]
    public async Task A_list_is_submitted_and_approved_on_its_page_step_by_step()
    {
        await Write("""
            approveDirectoryList(input: { district: "500154", code: "SR-2027", track: SPECIAL_AND_REGIONAL, year: 2027,
                drafter: "区发展改革委", entries: [] })
            """);
        HaveAccounts();
        await SignIn("发改委经办");
        await Open("lists/SR-2027");
        await Assertions.Expect(Button("登记批准")).ToHaveCountAsync(0);
        await Button("报批").ClickAsync();
        await Assertions.Expect(Form.Locator("#field-code")).ToHaveCountAsync(0);
        await Form.Locator("#field-submittedOn").FillAsync("2026-06-01");
        await Form.Locator("#field-jointSubmission").SelectOptionAsync("true");
        await Send();
        await Open("lists/SR-2027");
        await Assertions.Expect(Main.Locator(".list-steps")).ToContainTextAsync("2026-06-01报批");
        await Button("登记批准").ClickAsync();
        await Form.Locator("#field-approvedOn").FillAsync("2026-06-10");
        await Form.Locator("#field-approver").FillAsync("区政府");
        await Page.GetByRole(AriaRole.Option, new() { Name = "重庆市开州区人民政府 KZ-GOV", Exact = true }).ClickAsync();
        await Form.GetByText("登记文件", new() { Exact = true }).First.ClickAsync();
        await Form.Locator("#field-approvalDocument-new-number").FillAsync("开州府〔2026〕9号");
        await Form.Locator("#field-approvalDocument-new-title").FillAsync("关于规划编制目录清单的批复");
        await Form.Locator("#field-approvalDocument-new-issuer").FillAsync("区政府");
        await Page.GetByRole(AriaRole.Option, new() { Name = "重庆市开州区人民政府 KZ-GOV", Exact = true }).ClickAsync();
        await Form.Locator("#field-approvalDocument-new-issuedOn").FillAsync("2026-06-10");
        await Form.GetByRole(AriaRole.Button, new() { Name = "登记文件", Exact = true }).ClickAsync();
        // Only then is it chosen, and a preview of the form with it.
        await Assertions.Expect(Form.Locator("#field-approvalDocument-new-title")).ToBeHiddenAsync();
        await Send();
        await Open("lists/SR-2027");
        await Assertions.Expect(Main.Locator(".list-steps")).ToHaveCountAsync(0);
        await Assertions.Expect(Main.Locator(".plan-head")).ToContainTextAsync("开州府〔2026〕9号");
        Complaints.Should().BeEmpty();
    }
}
