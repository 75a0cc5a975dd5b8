using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>How long one stays, in whatever way one came.</summary>
public sealed class SessionTests : AccessTest
{
    private const string Me = "{ me { name role agencyName district may } }";

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
    public async Task Whoever_sits_at_a_browser_left_open_has_few_tries_at_the_password()
    {
        Have("张三", Role.Finance);
        var client = await SignedIn("张三");
        async Task<string> Change(string old) => (await Asked(client,
            "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { problems { message } } }",
            new { input = new { oldPassword = old, password = "a new one that is long" } })).At("data.changePassword.problems").ToString();
        async Task<string> Begin(string password) => (await Asked(client,
            "mutation($p: String!) { beginFactor(input: { password: $p }) { problems { message } } }",
            new { p = password })).At("data.beginFactor.problems").ToString();

        (await Change("wrong 1")).Should().Contain("原密码不正确。");
        (await Change("wrong 2")).Should().Contain("原密码不正确。");
        (await Begin("wrong 3")).Should().Contain("密码不正确。");
        (await Begin("wrong 4")).Should().Contain("密码不正确。");
        (await Change("wrong 5")).Should().Contain("原密码不正确。");

        (await Change(Password)).Should().Contain("密码错误次数过多，请稍后再试。", "the right one tells nothing in a pause");
        (await Begin(Password)).Should().Contain("密码错误次数过多，请稍后再试。");
        await SignedIn("张三");
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await Change(Password)).Should().Be("[]");
    }

    [Fact]
    public async Task Signing_out_everywhere_else_leaves_the_one_session()
    {
        Have("张三", Role.Finance);
        var (here, there) = (await SignedIn("张三"), await SignedIn("张三"));

        CodeOf(await Asked(here, "mutation { endSessions(input: {}) { problems { message } } }")).Should().BeNull();

        (await Asked(there, Me)).At("data.me").Text("role").Should().Be("PUBLIC");
        (await Asked(here, "{ me { sessions { current } } }")).At("data.me.sessions").ToString().Should().Be("[{\"current\":true}]");
    }

    [Fact]
    public async Task Who_signs_in_is_told_when_they_had_last()
    {
        Have("张三", Role.Finance);
        Clock.Advance(TimeSpan.FromDays(1));
        await SignedIn("张三");
        Clock.Advance(TimeSpan.FromDays(2));

        (await Asked(await SignedIn("张三"), "{ me { previousSignInAt } }")).At("data.me").Text("previousSignInAt").Should()
            .Be("2026-07-01T10:00:00.000+08:00");
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
}
