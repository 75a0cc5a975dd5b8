using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>Who comes in, who does not, and who waits.</summary>
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
}
