using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>Forms of people who are signed in: a department's for its own plan, and what is left of one when the session ends.</summary>
public sealed class FormRoleTests : RegistryTest
{
    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        HaveAccounts();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_department_acts_from_its_tasks_for_its_own_plan_and_sees_what_clears_before_it_sends()
    {
        await SignIn("水利局经办");
        await Page.Locator("details.group > summary").Last.ClickAsync();
        await Page.Locator("tbody tr", new() { Has = Button("办理") }).Filter(new() { Has = Page.Locator(".col-kind:has-text('年度监测分析')") })
            .First.GetByRole(AriaRole.Button, new() { Name = "办理" }).ClickAsync();
        await Assertions.Expect(Form.Locator("#field-type")).ToHaveValueAsync("REPORTED");
        await Form.Locator("#field-on").FillAsync("2026-11-20");
        await Button("预览").ClickAsync();
        await Assertions.Expect(Form.Locator(".form-preview")).ToBeVisibleAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("已记入台账");

        await Open("""tasks?form=recordAct&fill={"plan":"SPE-2022-03","type":"REPORTED","about":"FINAL","year":"2024"}""");
        await Form.Locator("#field-on").FillAsync("2026-11-20");
        await Button("预览").ClickAsync();
        await Assertions.Expect(Form.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(Button("提交")).ToBeDisabledAsync();
        await Open("tasks?form=registerPlan");
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("您的角色不能办理“登记规划”。");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task When_the_session_has_ended_the_form_is_there_after_signing_in_again_and_signing_out_takes_the_draft()
    {
        await SignIn("发改委经办");
        await Open("""plans?form=recordAct&fill={"plan":"SPE-2022-03","type":"REPORTED","about":"FINAL","year":"2024"}""");
        await Form.Locator("#field-on").FillAsync("2026-11-20");
        await Page.Context.ClearCookiesAsync();
        await Button("预览").ClickAsync();
        var again = Page.GetByRole(AriaRole.Button, new() { Name = "发改委经办" });
        await Assertions.Expect(again).ToBeVisibleAsync();
        await Assertions.Expect(Form).ToBeHiddenAsync();
        await again.ClickAsync();

        await Assertions.Expect(Form.Locator("#field-on")).ToHaveValueAsync("2026-11-20");
        await Button("预览").ClickAsync();
        await Assertions.Expect(Form.Locator(".form-preview")).ToBeVisibleAsync();
        await Button("取消").ClickAsync();
        await Button("离开").ClickAsync();
        await Assertions.Expect(Form).ToBeHiddenAsync();
        (await Drafts()).Should().Be(1);
        await SignOut();
        (await Drafts()).Should().Be(0);
    }

    [Fact, Trait("Category", "Pages")]
    public async Task Signing_out_with_a_form_open_leaves_neither_its_draft_nor_a_word_of_the_pages_behind()
    {
        await SignIn("发改委经办");
        await Open("""plans/SPE-2022-03?form=recordAct&fill={"plan":"SPE-2022-03"}""");
        await Form.Locator("#field-on").FillAsync("2026-11-20");
        await Page.EvaluateAsync("[...document.querySelectorAll('.person button')].at(-1).click()");
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "发改委经办" })).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveCountAsync(1);
        (await Drafts()).Should().Be(0);
        (await Page.Locator("body").TextContentAsync()).Should().NotContain("SPE-2022-03");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task Who_signs_in_over_the_page_of_another_is_shown_nothing_that_the_other_has_read()
    {
        await SignIn("发改委经办");
        await Open("overview");
        await Page.EvaluateAsync("() => { window.another = true; }");
        await Page.Context.ClearCookiesAsync();
        await Page.EvaluateAsync("() => { dispatchEvent(new Event('plan-registry.signed-out')); }");
        await Page.GetByRole(AriaRole.Button, new() { Name = "水利局经办" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".person")).ToContainTextAsync("水利局经办");
        (await Page.EvaluateAsync<bool>("window.another === undefined")).Should().BeTrue("the page begins anew, with nothing remembered");
    }

    private Task<int> Drafts() =>
        Page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('plan-registry.draft')).length");

    [Fact, Trait("Category", "Pages")]
    public async Task Who_only_reads_has_no_button_that_writes()
    {
        await SignIn("审计局");
        foreach (var page in new[] { "plans/SPE-2021-11", "findings", "plans", "lists/SR-2026", "applications", "policy", "reviews" })
        {
            await Open(page);
            foreach (var name in new[] { "登记办理记录", "提出调整修订", "登记规划", "登记新清单", "登记参数", "登记报告", "申报", "处理", "提出意见" })
            {
                await Assertions.Expect(Button(name)).ToHaveCountAsync(0);
            }
        }
    }
}
