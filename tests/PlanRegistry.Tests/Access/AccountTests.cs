using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>What is kept of accounts, who may have one, and what the journal tells.</summary>
public sealed class AccountTests : AccessTest
{
    [Fact]
    public async Task Nothing_that_lets_somebody_in_stands_in_the_database()
    {
        var link = Accounts.Invite(new AccountForm("张三", Role.Finance, "500154", null), by: null).Link!;
        var form = new AccountForm("接口", Role.Audit, "500154", null);
        var (_, token, _) = Accounts.MakeToken(form, new DateOnly(2026, 12, 31), by: null);
        var session = SignIns.Use(link, Password, new Place("127.0.0.1", "Chrome")).Key!;
        await Said("张三", Password);

        var bytes = Directory.GetFiles(Path.GetDirectoryName(File)!).SelectMany(Bytes).ToArray();
        foreach (var secret in new[] { link, token!, session, Password })
        {
            bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)).Should().Be(-1);
        }
    }

    [Fact]
    public void The_journal_is_a_chain_that_shows_where_it_was_touched()
    {
        var account = Have("张三", Role.Finance);
        SignIns.SignIn("张三", "wrong password", new Place("10.0.0.9", null));
        SignIns.SignIn("张三", Password, new Place("10.0.0.9", null));
        Accounts.End(account.Id, by: null);

        var entries = Storage.Read(rows => rows.Journal(int.MaxValue, 100)).Reverse().ToList();

        entries.Select(e => e.Event).Should().Equal(AccessEvent.UserInvited, AccessEvent.PasswordSet, AccessEvent.SignedIn,
            AccessEvent.SignInFailed, AccessEvent.SignedIn, AccessEvent.UserEnded);
        JournalEntry.Broken(entries).Should().BeNull();
        JournalEntry.Broken(entries.Select(e => e.Seq == 4 ? e with { Address = "10.0.0.1" } : e)).Should().Be(4);
        JournalEntry.Broken(entries.Where(e => e.Seq != 4)).Should().Be(5);
    }

    [Fact]
    public async Task An_administrator_reads_the_journal_of_the_own_district_to_its_end()
    {
        Have("别区审计", Role.Audit, district: "500000");
        Have("本区管理员", Role.Admin);
        await Said("别区审计", "not the password");
        await Said("从未有过的人", "not the password");
        var client = await SignedIn("本区管理员");
        var (read, after) = (new List<string?>(), (string?)null);
        do
        {
            var page = (await Asked(client, "query($after: String) { accessJournal(first: 1, after: $after) { totalCount "
                + "nodes { event name } pageInfo { hasNextPage endCursor } } }", new { after })).At("data.accessJournal");
            page.At("totalCount").GetInt32().Should().Be(5);
            read.AddRange(page.At("nodes").EnumerateArray().Select(n => $"{n.Text("event")} {n.Text("name")}"));
            after = page.At("pageInfo.hasNextPage").GetBoolean() ? page.Text("pageInfo.endCursor") : null;
        }
        while (after is not null);

        read.Should().Equal("SIGNED_IN 本区管理员", "SIGN_IN_FAILED 从未有过的人", "SIGNED_IN 本区管理员", "PASSWORD_SET 本区管理员", "USER_INVITED ");
    }

    [Fact]
    public void What_is_of_no_use_any_more_is_let_go_of_at_the_next_sign_in()
    {
        Have("张三", Role.Finance);
        SignIns.SignIn("张三", "wrong password", new Place("10.0.0.9", null));
        var first = SignIns.SignIn("张三", Password, new Place("10.0.0.1", null)).Key!;
        Clock.Advance(TimeSpan.FromDays(31));

        SignIns.SignIn("张三", Password, new Place("10.0.0.1", null)).Key.Should().NotBeNull();

        Storage.Read(rows => rows.Session(AccessKeys.Hash(first))).Should().BeNull("a browser is known for 30 days");
    }

    [Fact]
    public void The_last_administrator_stays()
    {
        var first = Have("甲", Role.Admin);
        var second = Have("乙", Role.Admin);

        Accounts.End(first.Id, second).Problem.Should().BeNull();
        Accounts.End(second.Id, second).Problem!.Message.Zh.Should().Be("这是最后一个系统管理员，不能停用。");
    }

    [Fact]
    public void Whose_account_is_ended_may_name_who_goes_on_with_the_work()
    {
        var (leaving, next) = (Have("张三", Role.Finance), Have("李四", Role.Finance));

        Accounts.End(leaving.Id, by: null, leaving.Id).Problem!.Message.Zh.Should().Be("接手的账户须为在用的另一个账户。");
        Accounts.End(leaving.Id, by: null, next.Id).Problem.Should().BeNull();

        Accounts.Seen(by: null).Single(a => a.Id == leaving.Id).Successor.Should().Be(next.Id);
        Accounts.End(next.Id, by: null, leaving.Id).Problem!.Message.Zh.Should().Be("接手的账户须为在用的另一个账户。");
    }

    [Fact]
    public void An_account_needs_a_name_of_its_own_a_district_and_a_departments_its_agency()
    {
        Have("张三", Role.Finance);
        string Refusal(string name, Role role, string district = "500154", string? agency = null) =>
            Accounts.Invite(new AccountForm(name, role, district, agency), by: null).Problem!.Message.Zh;

        Refusal("张 三", Role.Audit).Should().Be("已有账户“张 三”，请在姓名后加以区分，如“张 三（办公室）”。");
        Refusal("无", Role.Audit).Should().Be("请填写姓名。");
        Refusal("李四", Role.Audit, "500199").Should().Be("登记册中没有行政区500199。");
        Refusal("李四", Role.Department).Should().Be("编制部门的账户须写明单位。");
        Refusal("李四", Role.Department, agency: "区示例局").Should().Be("没有单位“区示例局”，请先登记单位。");
        Refusal("李四", Role.Operator).Should().Be("该角色不能授予账户。");
    }

    private static IEnumerable<byte> Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
