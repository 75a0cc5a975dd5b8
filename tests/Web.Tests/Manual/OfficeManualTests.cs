using Microsoft.Playwright;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;

namespace Web.Tests.Manual;

/// <summary>A day of a department that drafts plans.</summary>
public sealed class DepartmentManualTests() : ManualTest("department")
{
    [Fact, Trait("Category", "Pages")]
    public async Task The_manual_of_the_department_says_what_is_there()
    {
        HaveAccounts();
        await SignIn("水利局经办");
        await At("我的任务", async () =>
        {
            await Open("tasks");
            await Shot("dep-tasks", Button("办理").First);
            await Summary("每周提示和日历订阅").ClickAsync();
            await Look();
            await Page.GetByText("月历", new() { Exact = true }).ClickAsync();
            await Button("下一月").ClickAsync();
            await Shot("dep-month", Button("下一月"));
        });
        await At("填写和提交", async () =>
        {
            await Open("""tasks?form=recordAct&fill={"plan":"SPE-2021-12","type":"REPORTED","about":"ANNUAL","year":"2025"}""");
            var form = Page.Locator(".ant-drawer form");
            await form.Locator("#field-on").FillAsync("2026-11-20");
            await form.Locator("summary", new() { HasText = "登记文件" }).First.ClickAsync();
            await Shot("dep-form", form.GetByRole(AriaRole.Button, new() { Name = "预览" }));
        });
        await At("规划目录", async () =>
        {
            await Open("plans");
            await Look();
            await Open("plans/SPE-2023-03");
        });
        await At("指标比对", () => Open("indicators"));
        Done();
    }
}

/// <summary>From a pasted sheet to signed papers, by two of the finance bureau.</summary>
public sealed class FinanceManualTests() : ManualTest("finance")
{
    private static string Lines { get; } = "规划名称\t项目名称\t金额（元）\t资金来源\t日期\n"
        + string.Join('\n', new[] { "SPE-2021-12", "SPE-2021-12", "SPE-2024-01" }.Select((plan, i) =>
            $"{plan}\t示例工程{i + 1}\t{i + 1}20000\t区级财政资金\t{TimeProvider.System.GetUtcNow().AddHours(8):yyyy/M/d}"));

    [Fact, Trait("Category", "Pages")]
    public async Task The_manual_of_finance_says_what_is_there()
    {
        HaveAccounts();
        await SignIn("财政局经办");
        await At("经费审核", async () =>
        {
            await Page.Locator("#funding-sheet").SetInputFilesAsync(new FilePayload
            {
                Name = "经费审核表.xlsx", MimeType = "application/octet-stream", Buffer = FinanceSheet.Make(),
            });
            await Assertions.Expect(Page.Locator("#check .mark").First).ToBeVisibleAsync();
            await Shot("fin-sheet", Page.Locator("#funding-sheet"));
            await Button("清空重来").ClickAsync();
            await Page.GetByLabel("从Excel粘贴").FillAsync(Lines);
            await Look();
            await Button("核对").ClickAsync();
            await Assertions.Expect(Page.Locator("#check .mark").First).ToBeVisibleAsync();
            await Shot("fin-check", Button("出具所选"));
            await Button("出具所选").ClickAsync();
            await Assertions.Expect(Page.Locator("#check").GetByRole(AriaRole.Status)).ToContainTextAsync("待另一账户复核");
        });
        await SignOut();
        await SignIn("财政局复核");
        await At("待复核", async () =>
        {
            await Page.Locator("#waiting").GetByRole(AriaRole.Button, new() { Name = "全部" }).ClickAsync();
            await Shot("fin-sign", Button("审核签发"));
            await Button("审核签发").ClickAsync();
            await Assertions.Expect(Page.Locator("#waiting").GetByRole(AriaRole.Status)).ToContainTextAsync("已签发");
        });
        await At("打印核验单", async () =>
        {
            await Look();
            await Page.Locator("#waiting").GetByRole(AriaRole.Link, new() { Name = "打印核验单" }).ClickAsync();
            await Assertions.Expect(Page.Locator(".paper").First).ToBeVisibleAsync();
            await Shot("fin-paper", Button("下载.docx"));
        });
        Done();
    }
}

/// <summary>Who keeps accounts.</summary>
public sealed class AdminManualTests() : ManualTest("admin")
{
    [Fact, Trait("Category", "Pages")]
    public async Task The_manual_of_the_administrator_says_what_is_there()
    {
        await SignInAsAdministrator();
        await At("人员", async () =>
        {
            await Open("people");
            await Look();
            await Summary("停用").First.ClickAsync();
            await Look();
            await Summary("停用").First.ClickAsync();
            await Summary("新增账户").ClickAsync();
            await Page.GetByRole(AriaRole.Form, new() { Name = "新增账户" }).GetByLabel("姓名").FillAsync("张三");
            await Shot("admin-people", Page.GetByRole(AriaRole.Form, new() { Name = "新增账户" }).GetByRole(AriaRole.Button));
        });
        await At("签发令牌", async () =>
        {
            await Summary("签发令牌").ClickAsync();
            await Look();
        });
        await At("访问日志", () => Open("access"));
        await At("本人账户", async () =>
        {
            await Open("me");
            await Shot("admin-me", Button("设置动态口令"));
        });
        Done();
    }

    /// <summary>People of their own passwords: in a demonstration nobody has one.</summary>
    private async Task SignInAsAdministrator()
    {
        const string password = "correct horse battery";
        foreach (var (name, role, agency) in new[]
            { ("系统管理员", Role.Admin, (string?)null), ("王建国", Role.ReformCommission, null), ("李明", Role.Department, "KZ-WRB") })
        {
            var invited = Service<Accounts>().Invite(new AccountForm(name, role, "500154", agency), by: null);
            Service<SignIns>().Use(invited.Link!, password, new Place("127.0.0.1", null)).Problem.Should().BeNull();
        }
        Service<Callers>().Refresh();
        await Page.SetViewportSizeAsync(1366, 768);
        await Page.GotoAsync(Address);
        await Page.GetByLabel("姓名").FillAsync("系统管理员");
        await Page.GetByLabel("密码").FillAsync(password);
        await Button("登录").ClickAsync();
        await Assertions.Expect(Page.Locator("nav.side")).ToBeVisibleAsync();
        await Read();
    }
}

/// <summary>Whoever has no account.</summary>
public sealed class PublicManualTests() : ManualTest("public")
{
    [Fact, Trait("Category", "Pages")]
    public async Task The_manual_for_everybody_says_what_is_there()
    {
        await Write("""
            registerDocument(input: { district: "500154", code: "OPEN", title: "关于公开规划目录的通知（示例）", issuer: "区政府",
                issuedOn: "2026-06-01", secrecy: PUBLIC })
            """);
        await Write("""
            setPolicy(input: { district: "500154", key: "disclosure.public_directory", value: "on", from: "2026-06-02", document: "OPEN" })
            """);
        HaveAccounts();
        await Page.SetViewportSizeAsync(1366, 768);
        await At("公开目录", async () =>
        {
            await Page.GotoAsync($"{Address}/public/500154");
            await Assertions.Expect(Page.Locator("tbody tr").First).ToBeVisibleAsync();
            await Shot("public-plans", Button("打印"));
        });
        await At("核验", async () =>
        {
            await Page.GotoAsync($"{Address}/verify");
            await Shot("public-verify", Button("核验"));
        });
        Done();
    }
}
