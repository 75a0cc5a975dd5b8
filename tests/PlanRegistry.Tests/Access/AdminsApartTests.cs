using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>三员分立: three administrators, none of whom can do alone what one could before.</summary>
public sealed class AdminsApartTests() : AccessTest(("Access:AdminsApart", "true"))
{
    private const string Grant = "mutation($input: GrantRoleInput!) { grantRole(input: $input) { account { role } problems { message } } }";
    private const string Invite = "mutation($input: InviteUserInput!) "
        + "{ inviteUser(input: $input) { link account { id } problems { message } } }";
    private static readonly string[] OfEverybody =
    [
        "Query.me", "Query.fundingCertificate", "Query.publicPlans", "Query.rules", "Query.rule", "Query.workingDays",
        "Query.articles", "Query.article", "Query.articleCoverage", "Mutation.changePassword",
        "Mutation.endSessions", "Mutation.beginFactor", "Mutation.confirmFactor",
    ];

    private Account HavePost(string name, AdminPost post)
    {
        var invited = Accounts.Invite(new AccountForm(name, Role.Admin, "500154", null, post), by: null);
        invited.Problem.Should().BeNull();
        SignIns.Use(invited.Link!, Password, new Place("127.0.0.1", null)).Problem.Should().BeNull();
        Look();
        return invited.Account!;
    }

    private static async Task<IEnumerable<string>> May(HttpClient client) =>
        (await Asked(client, "{ me { may } }")).At("data.me.may").EnumerateArray().Select(m => m.GetString()!);

    [Fact]
    public void It_is_taken_when_each_post_has_an_account_and_till_then_it_is_said_what_to_do()
    {
        string? Objection(bool on = true) => AdminsApart.Objection(Storage, Service<AccessSettings>() with { AdminsApart = on })?.Zh;

        Objection().Should().Be("三员分立（Access:AdminsApart）要求三个岗位各有一个账户，尚缺系统管理、安全管理、安全审计；请先运行plan-registry user add 姓名 --role ADMIN "
            + "--post SYSTEM --district 区划代码，或者以plan-registry user grant为已有的管理员指定岗位。");
        HavePost("甲", AdminPost.System);
        HavePost("乙", AdminPost.Security);
        Objection().Should().Contain("尚缺安全审计；").And.Contain("--post AUDIT");
        HavePost("丙", AdminPost.Audit);
        Objection().Should().BeNull();
        Objection(on: false).Should().BeNull();
    }

    [Fact]
    public async Task Each_may_what_is_of_the_own_post_and_nobody_what_is_of_two()
    {
        HavePost("甲", AdminPost.System);
        HavePost("乙", AdminPost.Security);
        HavePost("丙", AdminPost.Audit);

        (await May(await SignedIn("甲"))).Except(OfEverybody).Should().BeEquivalentTo(
            "Query.accounts", "Query.lastBackup", "Mutation.inviteUser", "Mutation.renewLink", "Mutation.endUser");
        (await May(await SignedIn("乙"))).Except(OfEverybody).Should().BeEquivalentTo("Query.accounts", "Query.tokens", "Mutation.grantRole",
            "Mutation.linkProvider", "Mutation.unlinkProvider", "Mutation.resetFactor", "Mutation.makeToken", "Mutation.revokeToken");
        (await May(await SignedIn("丙"))).Except(OfEverybody).Should().BeEquivalentTo("Query.accessJournal");
        CodeOf(await Asked(await SignedIn("丙"), "{ accounts(first: 1) { totalCount } }")).Should().Be("FORBIDDEN");
        CodeOf(await Asked(await SignedIn("甲"), "{ accessJournal(first: 1) { totalCount } }")).Should().Be("FORBIDDEN");
    }

    [Fact]
    public void Whatever_an_administrator_has_beyond_others_is_of_a_post() =>
        Permissions.Table.Where(p => p.Value.Contains(Role.Admin) && !OfEverybody.Contains(p.Key)).Select(p => p.Key)
            .Should().BeEquivalentTo(Permissions.Posts.Keys);

    [Fact]
    public async Task What_the_system_administrator_asks_for_counts_once_the_security_administrator_has_granted_it()
    {
        HavePost("甲", AdminPost.System);
        HavePost("乙", AdminPost.Security);
        var made = (await Asked(await SignedIn("甲"), Invite, new { input = new { name = "张三", role = "FINANCE", district = "500154" } }))
            .At("data.inviteUser");
        SignIns.Use(made.Text("link")!.Split('#')[1], Password, new Place("127.0.0.1", null)).Problem.Should().BeNull();
        var client = await SignedIn("张三");
        const string asked = "{ district(code: \"500154\") { name } }";

        (await Asked(client, "{ me { grantNeeded } }")).At("data.me.grantNeeded").GetBoolean().Should().BeTrue();
        (await Asked(client, asked)).At("errors.0").Text("message").Should().Be("您的账户待安全管理员授予角色。");
        var grant = new { input = new { account = made.Text("account.id"), role = "AUDIT", district = "500154" } };
        CodeOf(await Asked(await SignedIn("甲"), Grant, grant)).Should().Be("FORBIDDEN");
        (await Asked(await SignedIn("乙"), Grant, grant)).At("data.grantRole.account").Text("role").Should().Be("AUDIT");

        (await Asked(client, asked)).At("data.district").Text("name").Should().Be("开州区");
        (await Asked(client, "{ me { role } }")).At("data.me").Text("role").Should()
            .Be("AUDIT", "what was granted counts, not what was asked for");
        Storage.Read(rows => rows.Journal(int.MaxValue, 50)).First(e => e.Event == AccessEvent.RoleGranted).About.Should()
            .Be($"{made.Text("account.id")} AUDIT 500154");
    }

    [Fact]
    public void Nobody_has_two_posts_grants_to_themselves_or_leaves_a_post_without_anybody()
    {
        var system = HavePost("甲", AdminPost.System);
        var security = HavePost("乙", AdminPost.Security);
        HavePost("丙", AdminPost.Audit);
        AccountForm As(Role role, AdminPost? post) => new("", role, "500154", null, post);

        Accounts.Invite(new AccountForm("丁", Role.Admin, "500154", null), system).Problem!.Message.Zh.Should()
            .Be("三员分立，管理员账户须写明岗位：系统管理、安全管理或者安全审计。");
        Accounts.Invite(new AccountForm("丁", Role.Finance, "500154", null, AdminPost.Audit), system).Problem!.Message.Zh.Should()
            .Be("只有系统管理员角色（ADMIN）有管理岗位。");
        Accounts.Invite(new AccountForm("甲（备用）", Role.Admin, "500154", null, AdminPost.Audit), system).Problem!.Message.Zh.Should()
            .Be("“甲”已在系统管理岗位，三个岗位须由三人分别担任。");
        Accounts.Grant(security.Id, As(Role.Admin, AdminPost.System), security).Problem!.Message.Zh.Should().Be("不能给本人授予角色。");
        Accounts.Grant(system.Id, As(Role.Admin, AdminPost.Audit), security).Problem!.Message.Zh.Should()
            .Be("这是系统管理岗位的最后一个账户；三员分立，须先另设一个。");
        Accounts.End(security.Id, system).Problem!.Message.Zh.Should().Be("这是安全管理岗位的最后一个账户；三员分立，须先另设一个。");
        Accounts.MakeToken(new AccountForm("接口", Role.Admin, "500154", null), new DateOnly(2026, 12, 31), security).Problem!.Message.Zh
            .Should().Be("三员分立，不为系统管理员角色签发令牌。");

        HavePost("丁", AdminPost.System);
        Accounts.Grant(system.Id, As(Role.Audit, null), security).Problem.Should().BeNull();
    }

    [Fact]
    public async Task Who_is_given_another_role_loses_sockets_and_sees_what_is_of_the_new_one_alone()
    {
        var security = HavePost("乙", AdminPost.Security);
        var account = Have("张三", Role.Audit);
        var client = await SignedIn("张三");
        var cookie = client.DefaultRequestHeaders.GetValues("Cookie").Single();
        using var socket = await SocketClient.Connect(client, headers: ("Cookie", cookie));
        await socket.Send("""{"type":"connection_init"}""");
        (await socket.Receive()).Should().Be("""{"type":"connection_ack"}""");

        Accounts.Grant(account.Id, new AccountForm("", Role.Department, "500154", "区水利局"), security).Problem.Should().BeNull();

        (await socket.Receive()).Should().Be("close 4403 Forbidden");
        var me = (await Asked(client, "{ me { role agency } }")).At("data.me");
        JsonSerializer.Serialize(me).Should().Be("{\"role\":\"DEPARTMENT\",\"agency\":\"KZ-WRB\"}");
    }
}
