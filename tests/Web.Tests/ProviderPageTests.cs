using Microsoft.Playwright;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Tests.Access;

namespace Web.Tests;

/// <summary>Over the provider and back, in a browser; an administrator links whom it calls so.</summary>
public sealed class ProviderPageTests : RegistryTest
{
    private const string Password = "correct horse battery";
    private readonly TestProvider provider;

    public ProviderPageTests() : this(new TestProvider(TimeProvider.System)) { }

    private ProviderPageTests(TestProvider provider) : base(provider.Settings) => this.provider = provider;

    [Fact]
    public async Task Who_is_not_linked_is_told_the_id_and_comes_in_once_the_administrator_has_linked_it()
    {
        var accounts = Service<Accounts>();
        foreach (var (name, role) in new[] { ("张三", Role.ReformCommission), ("管理员甲", Role.Admin) })
        {
            var invited = accounts.Invite(new AccountForm(name, role, "500154", null), by: null);
            Service<SignIns>().Use(invited.Link!, Password, new Place("127.0.0.1", null)).Problem.Should().BeNull();
        }
        Service<Callers>().Refresh();
        await Page.GotoAsync(Address + District + "plans?kind=SPECIAL");
        await Page.GetByRole(AriaRole.Link, new() { Name = "示例政务云" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("请联系系统管理员关联账户，并告知统一认证标识“zhang.san@id”。");
        (await SeriousFaults()).Concat(await Overflowing()).Should().BeEmpty();

        await Page.GetByRole(AriaRole.Link, new() { Name = "返回登录" }).ClickAsync();
        await Page.GetByLabel("姓名").FillAsync("管理员甲");
        await Page.GetByLabel("密码").FillAsync(Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        var row = Page.GetByRole(AriaRole.Row, new() { NameRegex = new("^张三 ") });
        Page.Dialog += (_, dialog) => dialog.AcceptAsync(dialog.Type == "prompt" ? "zhang.san@id" : null);
        await row.GetByRole(AriaRole.Button, new() { Name = "关联", Exact = true }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("zhang.san@id");
        (await SeriousFaults()).Concat(await Overflowing()).Should().BeEmpty();
        await SignOut();

        await Page.GotoAsync(Address + District + "plans?kind=SPECIAL");
        await Page.Locator("a[href^='/sign-in/provider']").ClickAsync();

        await Assertions.Expect(Page.Locator("h1:visible")).ToHaveTextAsync("规划目录");
        Page.Url.Should().EndWith("plans?kind=SPECIAL");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        provider.Dispose();
        GC.SuppressFinalize(this);
    }
}
