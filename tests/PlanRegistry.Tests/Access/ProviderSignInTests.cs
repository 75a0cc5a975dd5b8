using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>Who comes by the provider: the linked, by a code that is theirs, and back to a page of ours.</summary>
public sealed class ProviderSignInTests : ProviderTest
{
    private const string Start = "/sign-in/provider?return=%2Fd%2F500154%2Fplans%3Fkind%3DSPECIAL";
    private const string Failed = "统一认证没有完成，请返回重新登录。";

    private Account Linked()
    {
        var account = Have("张三", Role.ReformCommission);
        Accounts.LinkProvider(account.Id, Provider.Subject, by: null).Problem.Should().BeNull();
        return account;
    }

    private static async Task<string> Sentence(HttpResponseMessage page) =>
        WebUtility.HtmlDecode((await page.Content.ReadAsStringAsync()).Split("<p role=\"alert\">")[1].Split("</p>")[0]);

    [Fact]
    public async Task A_linked_account_signs_in_by_code_with_PKCE_and_returns_to_the_page_it_asked_for()
    {
        Linked();
        var browser = Browser();

        (await browser.Go(Start)).StatusCode.Should().Be(HttpStatusCode.OK);

        var asked = browser.Addresses.Single(a => a.AbsolutePath == "/authorize").Query;
        asked.Should().Contain("response_type=code").And.Contain("code_challenge=").And.Contain("code_challenge_method=S256")
            .And.Contain("nonce=").And.Contain("state=").And.Contain("scope=openid").And.NotContain("a%20secret");
        browser.Addresses[^1].PathAndQuery.Should().Be("/d/500154/plans?kind=SPECIAL");
        (await browser.Role()).Should().Be("REFORM_COMMISSION");
        browser.Cookies.Keys.Should().Equal("plan-registry");
        browser.SetCookies.Should().OnlyContain(c => c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_account_that_is_not_linked_is_told_its_id_so_that_an_administrator_can_link_it()
    {
        var account = Have("张三", Role.ReformCommission);
        Provider.Subject = "<b>li.si</b>";
        var page = await Browser().Go(Start);

        page.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await Sentence(page)).Should().Be("请联系系统管理员关联账户，并告知统一认证标识“<b>li.si</b>”。");
        (await page.Content.ReadAsStringAsync()).Should().NotContain("<b>");
        page.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("default-src 'none'");
        Storage.Read(rows => rows.LastEntry())!.Event.Should().Be(AccessEvent.SignInFailed);

        Accounts.LinkProvider(account.Id, Provider.Subject, by: null).Problem.Should().BeNull();
        var browser = Browser();
        await browser.Go(Start);
        (await browser.Role()).Should().Be("REFORM_COMMISSION");
    }

    [Fact]
    public async Task Who_is_ended_or_no_longer_linked_comes_in_no_more_and_is_signed_out()
    {
        var account = Linked();
        var browser = Browser();
        await browser.Go(Start);
        Accounts.UnlinkProvider(account.Id, by: null).Problem.Should().BeNull();
        Look();
        (await browser.Role()).Should().Be("PUBLIC");
        (await Browser().Go(Start)).StatusCode.Should().Be(HttpStatusCode.Forbidden);

        Accounts.LinkProvider(account.Id, Provider.Subject, by: null).Problem.Should().BeNull();
        Accounts.End(account.Id, by: null).Problem.Should().BeNull();
        (await Browser().Go(Start)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void Who_has_ended_leaves_the_id_to_another_account()
    {
        Accounts.End(Linked().Id, by: null).Account!.Subject.Should().BeNull();

        Accounts.LinkProvider(Have("李四", Role.Finance).Id, Provider.Subject, by: null).Problem.Should().BeNull();
    }

    [Fact]
    public void Where_the_three_are_apart_no_administrator_comes_by_the_provider()
    {
        Accounts.LinkProvider(Have("甲", Role.Admin).Id, Provider.Subject, by: null).Problem.Should().BeNull();
        var settings = Service<AccessSettings>();
        Account? Coming(bool areApart) => Storage.Read(rows =>
            new Accounts(Storage, Registry, Clock, settings with { AdminsApart = areApart })
                .OfProvider(rows, ProviderSettings.Plain(settings.Provider!.Authority), Provider.Subject));

        Coming(areApart: false)!.Name.Should().Be("甲");
        Coming(areApart: true).Should().BeNull("else who links accounts would be all three");
    }

    [Fact]
    public void An_id_is_linked_to_one_account_and_an_account_to_one_id()
    {
        var (first, second) = (Linked(), Have("李四", Role.Finance));

        Accounts.LinkProvider(second.Id, Provider.Subject, by: null).Problem!.Message.Zh.Should().Be("该统一认证标识已关联其他账户，请先取消关联。");
        Accounts.LinkProvider(first.Id, "another", by: null).Problem!.Message.Zh.Should().Be("该账户已关联统一认证，请先取消关联。");
        Accounts.UnlinkProvider(second.Id, by: null).Problem!.Message.Zh.Should().Be("该账户没有关联统一认证。");
    }

    [Fact]
    public async Task Only_a_page_of_ours_is_returned_to()
    {
        string[] foreign =
        [
            "https://evil.example/d/500154", "//evil.example", "/\\evil.example", "/d/\\evil.example", "/d/x\r\nSet-Cookie: a=b",
            "javascript:alert(1)",
        ];
        Linked();
        foreach (var asked in foreign)
        {
            var answer = await Browser().Go($"/sign-in/provider?return={Uri.EscapeDataString(asked)}", a => a.AbsolutePath == "/");

            answer.Headers.Location!.OriginalString.Should().Be("/", "of {0}", asked);
        }
    }

    [Fact]
    public async Task A_code_brought_by_another_browser_or_twice_is_worth_nothing()
    {
        Linked();
        var (thief, victim) = (Browser(), Browser());
        await victim.Go(Start, a => a.AbsolutePath == "/sign-in/provider/back");
        var stolen = victim.Addresses[^1].PathAndQuery;
        stolen.Should().Contain("code=").And.Contain("state=");

        var refused = await thief.Go(stolen);
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await Sentence(refused)).Should().Be(Failed);
        thief.Cookies.Keys.Should().NotContain("plan-registry");

        // Begun by the thief, so that there is a cookie, but with the victim's code: the verifier is another.
        await thief.Go(Start, a => a.AbsolutePath == "/sign-in/provider/back");
        var own = System.Web.HttpUtility.ParseQueryString(thief.Addresses[^1].Query);
        var code = System.Web.HttpUtility.ParseQueryString(victim.Addresses[^1].Query)["code"]!;
        var mixed = await thief.Go($"/sign-in/provider/back?code={Uri.EscapeDataString(code)}&state={Uri.EscapeDataString(own["state"]!)}");
        mixed.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        thief.Cookies.Keys.Should().NotContain("plan-registry");
    }

    [Theory]
    [InlineData("nonce", "InvalidNonceException")]
    [InlineData("issuer", "SecurityTokenInvalidIssuerException")]
    [InlineData("audience", "SecurityTokenInvalidAudienceException")]
    [InlineData("expired", "SecurityTokenInvalidLifetimeException")]
    [InlineData("signature", "SecurityTokenSignatureKeyNotFoundException")]
    public async Task An_id_token_that_is_not_as_it_must_be_signs_nobody_in(string what, string reason)
    {
        Linked();
        Provider.Tamper = token =>
        {
            switch (what)
            {
                case "nonce":
                    token.Subject.RemoveClaim(token.Subject.FindFirst("nonce"));
                    token.Subject.AddClaim(new("nonce", "other"));
                    break;
                case "issuer":
                    token.Issuer = "http://127.0.0.1:1/";
                    break;
                case "audience":
                    foreach (var audience in token.Subject.FindAll("aud").ToList())
                    {
                        token.Subject.RemoveClaim(audience);
                    }
                    token.Claims?.Remove("aud");
                    token.Audiences.Clear();
                    token.Audience = "somebody-else";
                    break;
                case "expired":
                    token.IssuedAt = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-3);
                    token.Expires = token.IssuedAt.Value.AddHours(1);
                    break;
                default:
                    token.SigningCredentials = new(TestProvider.NewKey(), "RS256");
                    break;
            }
        };
        var (browser, log) = (Browser(), new TestLog());
        Service<ILoggerFactory>().AddProvider(log);

        var page = await browser.Go(Start);

        page.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await Sentence(page)).Should().Be(Failed);
        browser.Cookies.Keys.Should().NotContain("plan-registry");
        log.ToString().Should().Contain(reason);
    }

    [Fact]
    public async Task A_new_key_of_the_provider_is_found_by_itself()
    {
        Linked();
        await Browser().Go(Start);
        Provider.Rotate();
        var browser = Browser();

        (await browser.Go(Start)).StatusCode.Should().Be(HttpStatusCode.OK);

        (await browser.Role()).Should().Be("REFORM_COMMISSION");
    }

    [Fact]
    public async Task Keys_lie_in_the_database_and_another_server_of_it_takes_over_in_the_midst()
    {
        Linked();
        var browser = Browser();
        await browser.Go(Start, a => a.AbsolutePath == "/sign-in/provider/back");
        Storage.Read(rows => rows.Keys()).Should().ContainSingle().Which.Should().Contain("<key id=");

        await using var second = Another();
        var answer = await browser.Go(AddressOf(second) + browser.Addresses[^1].PathAndQuery);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await browser.Role()).Should().Be("REFORM_COMMISSION");
    }

    [Fact]
    public async Task Neither_codes_nor_secrets_nor_tokens_nor_passwords_stand_in_the_log()
    {
        Linked();
        var browser = Browser();
        var log = new TestLog();
        Service<ILoggerFactory>().AddProvider(log);
        var page = await browser.Go(Start);
        page.StatusCode.Should().Be(HttpStatusCode.OK, log.ToString());
        Provider.Tamper = token => token.Issuer = "http://127.0.0.1:1/";
        await Browser().Go(Start);
        await Said("张三", "a wrong password that is told nobody");
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Provider.Jwt(Provider.Subject, audience: "other"));
        CodeOf(await Asked(client, "{ me { name } }")).Should().Be("UNAUTHENTICATED");
        log.ToString().Should().Contain("OpenIdConnect", "that it failed is told");

        var codes = browser.Addresses.Select(a => System.Web.HttpUtility.ParseQueryString(a.Query)["code"]).OfType<string>();

        string[] secrets = [.. codes, TestProvider.ClientSecret, "a wrong password", "eyJ", browser.Cookies["plan-registry"]];
        foreach (var secret in secrets)
        {
            log.ToString().Should().NotContain(secret);
        }
    }
}
