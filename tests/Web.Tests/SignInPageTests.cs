using Microsoft.Playwright;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Storage;

namespace Web.Tests;

/// <summary>People sign in over the page that they asked for, and each role finds its own.</summary>
public sealed class SignInPageTests() : RegistryTest(("Access:PasswordDays", "90"))
{
    private ILocator Heading => Page.Locator("h1:visible");

    [Fact]
    public async Task In_a_demonstration_one_click_signs_in_and_each_role_begins_on_its_page()
    {
        HaveAccounts();
        List<string> faults = [];
        foreach (var (name, page) in new[] { ("发改委经办", "总览"), ("水利局经办", "我的任务"), ("财政局经办", "经费审核"), ("审计局", "台账与审计"), ("系统管理员", "人员") })
        {
            await SignIn(name);
            await Assertions.Expect(Heading).ToHaveTextAsync(page);
            faults.AddRange((await SeriousFaults()).Concat(await Overflowing()).Concat(Complaints).Select(f => $"{page}: {f}"));
            await SignOut();
        }
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) })
        {
            await Page.SetViewportSizeAsync(width, height);
            faults.AddRange((await SeriousFaults()).Concat(await Overflowing()).Select(f => $"sign-in at {width}: {f}"));
        }

        faults.Should().BeEmpty();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task Each_page_of_a_roles_menu_and_what_it_links_to_opens_for_that_role()
    {
        HaveAccounts();
        var links = Page.Locator("nav.side a[href^='/d/']");
        List<string> faults = [];
        foreach (var name in new[] { "发改委经办", "水利局经办", "财政局经办", "审计局", "系统管理员" })
        {
            await SignIn(name);
            await Assertions.Expect(links.First).ToBeVisibleAsync();
            var pages = await links.EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
            pages.Should().NotBeEmpty("{0} has a menu", name);
            (await Page.Locator("nav.side a[href='/graphql']").CountAsync()).Should().Be(
                name is "发改委经办" or "系统管理员" ? 1 : 0, "{0} is no integrator", name);
            string[] linked = name == "系统管理员" ? [District + "me"]
                : [District + "findings", District + "plans/SPE-2021-12", District + "me"];
            foreach (var page in pages.Concat(linked))
            {
                await Page.GotoAsync(Address + page);
                await Read();
                faults.AddRange((await Page.GetByRole(AriaRole.Alert).AllTextContentsAsync()).Concat(Complaints)
                    .Select(f => $"{name} {page}: {f}"));
                Complaints.Clear();
            }
            await SignOut();
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_is_invited_chooses_a_password_and_signs_in_again_over_the_page_when_the_session_has_ended()
    {
        const string password = "开州 规划 登记 一二三四";
        var invited = Service<Accounts>().Invite(new AccountForm("张三", Role.ReformCommission, "500154", null), by: null);
        Service<Callers>().Refresh();
        await Page.GotoAsync(Address + SignInPages.LinkOf(invited.Link!));
        await Page.GetByLabel("新密码").FillAsync(password);
        await Page.GetByLabel("再输入一次").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "设置并登录" }).ClickAsync();
        await Assertions.Expect(Heading).ToHaveTextAsync("总览");

        await Open("plans?kind=SPECIAL");
        var storage = Service<IAccessStorage>();
        storage.Write(TimeSpan.FromSeconds(2), rows =>
        {
            foreach (var session in rows.Sessions(invited.Account!.Id))
            {
                rows.Save(session with { EndedAt = TimeProvider.System.GetUtcNow() });
            }
            rows.RaiseEpoch();
            return true;
        });
        Service<Callers>().Refresh();
        await Page.GetByRole(AriaRole.Link, new() { Name = "问题台" }).ClickAsync();
        await Page.GetByLabel("姓名").FillAsync("张三");
        await Page.GetByLabel("密码").FillAsync("wrong");
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("姓名或密码不正确");
        await Page.GetByLabel("密码").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();

        await Assertions.Expect(Heading).ToHaveTextAsync("问题台");
        await Page.GoBackAsync();
        Page.Url.Should().EndWith("plans?kind=SPECIAL");
        await Assertions.Expect(Heading).ToHaveTextAsync("规划目录");
    }

    [Fact]
    public async Task An_administrator_adds_a_person_and_a_token_and_ends_both()
    {
        HaveAccounts();
        await SignIn("系统管理员");
        await Page.GetByText("新增账户").First.ClickAsync();
        var form = Page.GetByRole(AriaRole.Form, new() { Name = "新增账户" });
        await form.GetByLabel("姓名").FillAsync("李四");
        await form.GetByLabel("角色").SelectOptionAsync("DEPARTMENT");
        await form.GetByLabel("单位").FillAsync("区示例局");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有单位“区示例局”，请先登记单位。");
        await form.GetByLabel("单位").FillAsync("区水利局");
        await form.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(Page.Locator(".secret")).ToContainTextAsync("/d/link#");
        var row = Page.GetByRole(AriaRole.Row, new() { NameRegex = new("^李四 ") });
        await Assertions.Expect(row).ToContainTextAsync("KZ-WRB");
        (await SeriousFaults()).Concat(await Overflowing()).Should().BeEmpty();
        Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await row.Locator("summary", new() { HasText = "停用" }).ClickAsync();
        await row.GetByLabel("移交给").SelectOptionAsync(new SelectOptionValue { Label = "水利局经办（演示）" });
        await row.GetByRole(AriaRole.Button, new() { Name = "停用" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("移交给水利局经办（演示）");

        await Page.GetByText("签发令牌").First.ClickAsync();
        var token = Page.GetByRole(AriaRole.Form, new() { Name = "签发令牌" });
        await token.GetByLabel("名称").FillAsync("财政一体化");
        await token.GetByLabel("角色").SelectOptionAsync("FINANCE");
        await token.GetByLabel("截止").FillAsync($"{TimeProvider.System.GetUtcNow().AddDays(30):yyyy-MM-dd}");
        await token.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "财政一体化" })).ToBeVisibleAsync();
        (await Page.Locator(".secret").TextContentAsync()).Should().HaveLength(43);
        var made = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "财政一体化" });
        await made.GetByRole(AriaRole.Button, new() { Name = "停用" }).ClickAsync();
        await Assertions.Expect(made).ToContainTextAsync("已停用");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task An_administrator_grants_another_role_on_the_page()
    {
        HaveAccounts();
        await SignIn("系统管理员");
        var row = Page.GetByRole(AriaRole.Row, new() { NameRegex = new("^财政局复核") });
        await row.GetByText("授予角色").First.ClickAsync();
        var form = row.GetByRole(AriaRole.Form, new() { Name = "授予角色" });
        await form.GetByLabel("角色").SelectOptionAsync("ADMIN");
        await form.GetByLabel("管理岗位").SelectOptionAsync("AUDIT");
        (await SeriousFaults()).Concat(await Overflowing()).Should().BeEmpty();
        await form.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(row).ToContainTextAsync("系统管理员 · 安全审计");
        await Assertions.Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已授予账户“财政局复核（演示）”角色。" })).ToBeVisibleAsync();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task Whose_password_has_expired_changes_it_before_anything_else()
    {
        const string password = "correct horse battery";
        var invited = Service<Accounts>().Invite(new AccountForm("张三", Role.ReformCommission, "500154", null), by: null);
        Service<SignIns>().Use(invited.Link!, password, new Place("127.0.0.1", null)).Problem.Should().BeNull();
        Service<IAccessStorage>().Write(TimeSpan.FromSeconds(2), rows =>
        {
            var (id, longAgo) = (invited.Account!.Id, TimeProvider.System.GetUtcNow().AddDays(-99));
            rows.SavePassword(id, rows.Password(id)!, longAgo, old: 0);
            return true;
        });
        Service<Callers>().Refresh();
        await Page.GotoAsync(Address);
        await Page.GetByLabel("姓名").FillAsync("张三");
        await Page.GetByLabel("密码").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("您的密码已过有效期,请先修改。")).ToBeVisibleAsync();
        (await SeriousFaults()).Concat(await Overflowing()).Should().BeEmpty();
        await Page.GetByLabel("原密码").FillAsync(password);
        await Page.GetByLabel("新密码").FillAsync("second battery staple");
        await Page.GetByRole(AriaRole.Button, new() { Name = "修改密码" }).ClickAsync();

        await Assertions.Expect(Heading).ToHaveTextAsync("总览");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_second_factor_is_set_up_on_ones_own_page_and_asked_for_at_the_next_sign_in()
    {
        const string password = "correct horse battery";
        var invited = Service<Accounts>().Invite(new AccountForm("张三", Role.ReformCommission, "500154", null), by: null);
        Service<SignIns>().Use(invited.Link!, password, new Place("127.0.0.1", null)).Problem.Should().BeNull();
        Service<Callers>().Refresh();
        async Task SignIn()
        {
            await Page.GetByLabel("姓名").FillAsync("张三");
            await Page.GetByLabel("密码", new() { Exact = true }).FillAsync(password);
            await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        }
        string Code(string secret, int ahead = 0) => new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(secret))
            .ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(ahead));
        await Page.GotoAsync(Address + District + "me");
        await SignIn();
        var form = Page.GetByRole(AriaRole.Form, new() { Name = "动态口令" });
        await form.GetByLabel("密码").FillAsync(password);
        await form.GetByRole(AriaRole.Button).ClickAsync();
        var secret = (await Page.Locator(".secret").First.TextContentAsync())!;
        (await SeriousFaults()).Concat(await Overflowing()).Should().BeEmpty();
        var first = Code(secret);
        await form.GetByLabel("动态口令").FillAsync(first);
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(Page.GetByText("已启用。更换设备请联系系统管理员。")).ToBeVisibleAsync();
        await SignOut();

        await SignIn();
        await Assertions.Expect(Page.GetByLabel("动态口令")).ToBeFocusedAsync();
        await Page.GetByLabel("动态口令").FillAsync(first);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("姓名或密码不正确");
        // The next one: a device may go half a minute before us.
        await Page.GetByLabel("动态口令").FillAsync(Code(secret, 30));
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();

        await Assertions.Expect(Heading).ToHaveTextAsync("本人账户");
    }
}
