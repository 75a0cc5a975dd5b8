using Microsoft.Playwright;

namespace Web.Tests.Manual;

/// <summary>A day of the reform commission's officer.</summary>
public sealed class ReformCommissionManualTests() : ManualTest("reform-commission")
{
    [Fact, Trait("Category", "Pages")]
    public async Task The_manual_of_the_reform_commission_says_what_is_there()
    {
        HaveAccounts();
        await SignIn("发改委经办");
        await At("总览", async () =>
        {
            await Shot("rc-overview", Page.GetByRole(AriaRole.Link, new() { Name = "全部问题" }));
            await Page.ReloadAsync();
            await Page.Locator("#since summary").ClickAsync();
            await Look();
        });
        await At("问题台", async () =>
        {
            await Open("findings");
            await Look();
            await Open("findings?agency=KZ-WRB");
            await Page.Locator("tbody").GetByRole(AriaRole.Checkbox).First.CheckAsync();
            await Shot("rc-findings", Page.GetByRole(AriaRole.Button, new() { Name = "提醒函", Exact = true }));
            await Page.Locator("tbody .row-link").First.ClickAsync();
            await Assertions.Expect(Drawer.Locator(".finding")).ToBeVisibleAsync();
            await Shot("rc-finding", Drawer.Locator(".remedy button").First);
            await Drawer.Locator(".remedy button").First.ClickAsync();
            await Assertions.Expect(Page.Locator(".ant-drawer form")).ToBeVisibleAsync();
        });
        await At("规划目录", async () =>
        {
            await Open("plans");
            await Look();
            await Open("plans/SPE-2021-11");
            await Shot("rc-plan", Page.Locator(".acts"));
        });
        await At("文件和更正", async () =>
        {
            await Page.Keyboard.PressAsync("/");
            await Page.Keyboard.TypeAsync("开州示例发〔2022〕2号");
            await Page.GetByRole(AriaRole.Option).First.ClickAsync();
            await Assertions.Expect(Drawer).ToContainTextAsync("文号");
            await Shot("rc-document", Button("上传"));
        });
        await At("评估与调整", () => Open("reviews"));
        await At("导入", async () =>
        {
            await Open("import");
            await Shot("rc-import", Page.Locator("#workbook"));
            await Page.Locator("#workbook").SetInputFilesAsync(new FilePayload
            {
                Name = "规划汇总表.xlsx", MimeType = "application/octet-stream", Buffer = ImportPageTests.Unknown(),
            });
            var who = Page.GetByLabel("“水利天文台”是");
            await Assertions.Expect(who).ToBeVisibleAsync();
            await Look();
            await who.SelectOptionAsync("重庆市开州区水利局");
            await Assertions.Expect(Button("下载提醒函")).ToBeEnabledAsync(new() { Timeout = 15_000 });
            await Shot("rc-check", Button("下载提醒函"));
        });
        await At("领导一页", async () =>
        {
            await Open("briefing");
            await Shot("rc-briefing", Button("下载.docx"));
        });
        Done();
    }
}

/// <summary>An auditor's day.</summary>
public sealed class AuditManualTests() : ManualTest("audit")
{
    [Fact, Trait("Category", "Pages")]
    public async Task The_manual_of_the_auditor_says_what_is_there()
    {
        HaveAccounts();
        await SignIn("审计局");
        await At("台账与审计", async () =>
        {
            await Open("ledger");
            await Look();
            await Page.Locator(".row-link").Last.ClickAsync();
            await Assertions.Expect(Drawer.Locator(".history > li").First).ToBeVisibleAsync();
            await Shot("audit-entry", Button("回到这一刻"));
            await Button("回到这一刻").ClickAsync();
            await Assertions.Expect(Banner).ToBeVisibleAsync();
            await Shot("audit-past", Banner);
        });
        await At("审计取证", async () =>
        {
            await Open("ledger");
            await Summary("审计取证").ClickAsync();
            await Shot("audit-evidence", Summary("审计取证"));
            await Open("findings");
            await Page.Locator("tbody .row-link").First.ClickAsync();
            await Assertions.Expect(Drawer.Locator(".finding")).ToBeVisibleAsync();
        });
        await At("访问日志", () => Open("access"));
        Done();
    }
}
