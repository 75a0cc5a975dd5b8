using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>Who comes in, who does not, and how long one stays.</summary>
public sealed class SignInTests : AccessTest
{
    private const string Me = "{ me { name role agencyName district may } }";
    private const string WrongSentence = "姓名或密码不正确，或尝试次数过多。请核对后稍候再试；忘记密码请联系系统管理员。";

    [Fact]
    public async Task Before_the_first_account_whoever_is_at_the_machine_is_its_operator() =>
        (await Asked(Client(), Me)).At("data.me").Text("role").Should().Be("OPERATOR");

    [Fact]
    public async Task With_the_first_account_who_is_not_signed_in_is_the_public_and_sees_nothing()
    {
        Have("张三", Role.ReformCommission);

        (await Asked(Client(), Me)).At("data.me").Text("role").Should().Be("PUBLIC");
        CodeOf(await Asked(Client(), """{ district(code: "500154") { name } }""")).Should().Be("UNAUTHENTICATED");
    }

    [Fact]
    public async Task An_account_signs_in_by_its_name_however_it_is_typed_and_stands_in_the_ledger()
    {
        var account = Have("张三", Role.ReformCommission);
        using var response = await SignIn(Client(), "　张 三", Password);

        response.Headers.GetValues("Set-Cookie").Single().Should().StartWith("plan-registry=").And.Contain("httponly").And
            .Contain("samesite=lax").And.Contain("path=/").And.NotContain("domain");
        var client = await SignedIn("张三");
        var written = await Asked(client, """
            mutation { registerAgency(input: { district: "500154", name: "区示例中心" }) { seq problems { message } } }
            """);
        written.At("data.registerAgency.problems").GetArrayLength().Should().Be(0);
        var entry = Registry.Entry(PlanRegistry.Records.DistrictCode.Parse("500154"), 2)!;
        entry.Actor.Should().Be(new PlanRegistry.Ledger.Actor(account.Id, "张三", "REFORM_COMMISSION"));
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_are_answered_alike()
    {
        Have("张三", Role.Finance);

        (await Said("张三", "not the password")).Should().Be((HttpStatusCode.Unauthorized, WrongSentence));
        (await Said("李四", "not the password")).Should().Be((HttpStatusCode.Unauthorized, WrongSentence));
    }

    [Fact]
    public async Task Who_tries_passwords_waits_and_the_right_one_helps_no_sooner()
    {
        Have("张三", Role.Finance);
        for (var i = 0; i < 5; i++)
        {
            await Said("张三", $"guess number {i}");
        }

        (await Said("张三", Password)).Status.Should().Be(HttpStatusCode.Unauthorized, "a minute has to pass");
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await Said("张三", Password)).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_browser_in_which_one_was_signed_in_is_not_shut_out_by_who_tries_at_the_next_desk()
    {
        Have("张三", Role.Finance);
        var own = await SignedIn("张三");
        for (var i = 0; i < 8; i++)
        {
            await Said("张三", $"guess number {i}");
        }

        (await SignIn(own, "张三", Password)).StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Signing_in_gives_a_new_key_whatever_the_browser_held()
    {
        Have("张三", Role.Finance);
        var client = Client();
        client.DefaultRequestHeaders.Add("Cookie", "plan-registry=planted-by-another");

        var first = CookieOf(await SignIn(client, "张三", Password));
        var second = CookieOf(await SignIn(client, "张三", Password));

        first.Should().NotContain("planted").And.NotBe(second);
    }

    [Fact]
    public async Task A_link_works_once_and_for_72_hours()
    {
        var link = Accounts.Invite(new AccountForm("张三", Role.Finance, "500154", null), by: null).Link!;
        var client = Client();
        async Task<(HttpStatusCode, string?)> Use(string key, string password)
        {
            using var response = await client.PostAsJsonAsync("/link", new { link = key, password });
            return (response.StatusCode, response.StatusCode == HttpStatusCode.NoContent ? null : await Message(response));
        }

        (await Use(link, "short")).Should().Be((HttpStatusCode.Unauthorized, "密码至少12个字符。"));
        (await Use(link, "张三张三张三张三张三张三")).Should().Be((HttpStatusCode.Unauthorized, "密码过于简单：不得为同一字符的重复、连续的字符或包含姓名。"));
        (await Use(link, "abcdefghijklmn")).Item1.Should().Be(HttpStatusCode.Unauthorized);
        (await Use(link, Password)).Item1.Should().Be(HttpStatusCode.NoContent);
        var gone = (HttpStatusCode.Unauthorized, "此链接已使用、已过期或不完整，请向系统管理员索取新的链接。");
        (await Use(link, Password)).Should().Be(gone);

        var late = Accounts.Invite(new AccountForm("李四", Role.Finance, "500154", null), by: null).Link!;
        Clock.Advance(TimeSpan.FromHours(72));
        (await Use(late, Password)).Should().Be(gone);
    }

    [Fact]
    public async Task A_session_ends_when_nothing_is_asked_for_an_hour_and_after_twelve_in_any_case()
    {
        Have("张三", Role.Finance);
        var client = await SignedIn("张三");
        async Task<string?> RoleNow() => (await Asked(client, Me)).At("data.me").Text("role");

        for (var i = 0; i < 13; i++)
        {
            (await RoleNow()).Should().Be("FINANCE");
            Clock.Advance(TimeSpan.FromMinutes(55));
        }
        Clock.Advance(TimeSpan.FromMinutes(5));
        (await RoleNow()).Should().Be("PUBLIC", "twelve hours are over");

        client = await SignedIn("张三");
        Clock.Advance(TimeSpan.FromMinutes(60));
        (await RoleNow()).Should().Be("PUBLIC", "an hour has passed");
    }

    [Fact]
    public async Task What_a_page_of_another_origin_sends_with_the_cookie_is_refused()
    {
        Have("张三", Role.ReformCommission);
        var client = await SignedIn("张三");
        client.DefaultRequestHeaders.Remove("Origin");
        async Task<HttpStatusCode> From(string? origin, string? site)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Me }) };
            foreach (var (name, value) in new[] { ("Origin", origin), ("Sec-Fetch-Site", site) })
            {
                if (value is not null)
                {
                    request.Headers.Add(name, value);
                }
            }
            return (await client.SendAsync(request)).StatusCode;
        }

        (await From("http://evil.example", "cross-site")).Should().Be(HttpStatusCode.Forbidden);
        (await From("null", null)).Should().Be(HttpStatusCode.Forbidden);
        (await From(null, "same-site")).Should().Be(HttpStatusCode.Forbidden);
        (await From(null, null)).Should().Be(HttpStatusCode.Forbidden, "a browser says where a request comes from");
        (await From(Origin, "same-origin")).Should().Be(HttpStatusCode.OK);
        (await From(null, "same-origin")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_too()
    {
        Have("张三", Role.Finance);
        var client = await SignedIn("张三");

        (await client.PostAsync("/sign-out", null)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await Asked(client, Me)).At("data.me").Text("role").Should().Be("PUBLIC");
    }

    [Fact]
    public async Task Whose_account_is_ended_loses_sockets_and_session_at_the_next_look()
    {
        var account = Have("张三", Role.Finance);
        var client = await SignedIn("张三");
        var cookie = client.DefaultRequestHeaders.GetValues("Cookie").Single();
        using var socket = await SocketClient.Connect(client, headers: ("Cookie", cookie));
        await socket.Send("""{"type":"connection_init"}""");
        (await socket.Receive()).Should().Be("""{"type":"connection_ack"}""");

        Accounts.End(account.Id, by: null).Problem.Should().BeNull();

        // By another process, as it were: nobody tells this server, which looks by itself.
        (await socket.Receive()).Should().Be("close 4403 Forbidden");
        (await Asked(client, Me)).At("data.me").Text("role").Should().Be("PUBLIC");
    }

    [Fact]
    public async Task A_changed_password_signs_out_everywhere_else()
    {
        Have("张三", Role.Finance);
        var (here, there) = (await SignedIn("张三"), await SignedIn("张三"));
        async Task<string> Change(string old, string now) => (await Asked(here,
            "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { problems { message } } }",
            new { input = new { oldPassword = old, password = now } })).At("data.changePassword.problems").ToString();

        (await Change("wrong", "a new one that is long")).Should().Contain("原密码不正确。");
        (await Change(Password, "a new one that is long")).Should().Be("[]");

        (await Asked(here, Me)).At("data.me").Text("role").Should().Be("FINANCE");
        (await Asked(there, Me)).At("data.me").Text("role").Should().Be("PUBLIC");
        (await Said("张三", Password)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_is_good_until_its_day_or_until_it_is_revoked()
    {
        var client = Program(Role.Finance);
        (await Asked(client, Me)).At("data.me").Text("name").Should().Be("接口Finance");

        Clock.Advance(TimeSpan.FromDays(186));
        CodeOf(await Asked(client, Me)).Should().Be("UNAUTHENTICATED", "2026-12-31 was its last day");

        var (token, key, _) = Accounts.MakeToken(new AccountForm("另一接口", Role.Audit, "500154", null), new DateOnly(2027, 6, 30), by: null);
        var other = Client();
        other.DefaultRequestHeaders.Authorization = new("Bearer", key);
        (await Asked(other, Me)).At("data.me").Text("role").Should().Be("AUDIT");
        Accounts.RevokeToken(token!.Id, by: null);
        Look();
        CodeOf(await Asked(other, Me)).Should().Be("UNAUTHENTICATED");
    }

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
    public async Task A_demonstration_takes_no_forwarded_request_and_its_tokens_open_nothing_else()
    {
        Have("张三", Role.Audit);
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "demo-audit");
        CodeOf(await Asked(client, Me)).Should().Be("UNAUTHENTICATED", "this database is no demonstration");

        Demonstration.Found(Storage, Clock);
        Look();
        (await Asked(client, Me)).At("data.me").Text("role").Should().Be("AUDIT");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.0.0.9");
        CodeOf(await Asked(client, Me)).Should().Be("FORBIDDEN");
    }

    [Fact]
    public async Task Who_is_not_signed_in_asks_a_bounded_number_of_times_and_pages_are_for_everybody()
    {
        Have("张三", Role.Audit);
        var client = Client();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 301; i++)
        {
            using var answer = await client.PostAsJsonAsync("/graphql", new { query = "{ __typename }" });
            answers.Add(answer.StatusCode);
        }

        answers.Take(300).Should().OnlyContain(s => s == HttpStatusCode.OK);
        answers[300].Should().Be(HttpStatusCode.TooManyRequests);
        (await client.GetAsync("/d/500154/overview")).StatusCode.Should().Be(HttpStatusCode.OK);
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

    private async Task<(HttpStatusCode Status, string? Message)> Said(string name, string password)
    {
        using var response = await SignIn(Client(), name, password);
        return (response.StatusCode, response.StatusCode == HttpStatusCode.NoContent ? null : await Message(response));
    }

    private static async Task<string?> Message(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("message");
}
