using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OtpNet;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>A code after the password: how it is set up, asked for, counted once, and taken away.</summary>
public sealed class SecondFactorTests() : AccessTest(("Access:SecondFactorRoles", "ADMIN, FINANCE"))
{
    private const string Begin = "mutation($p: String!) { beginFactor(input: { password: $p }) { secret address problems { message } } }";
    private const string Confirm = "mutation($c: String!) { confirmFactor(input: { code: $c }) { problems { message } } }";
    private const string WrongCode = "动态口令不正确或已使用，请用设备上最新的口令。";

    private string CodeOf(string secret) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(Clock.GetUtcNow().UtcDateTime);

    /// <summary>The secret of an account that has set one up.</summary>
    private async Task<string> SetUp(HttpClient client)
    {
        var begun = (await Asked(client, Begin, new { p = Password })).At("data.beginFactor");
        begun.At("problems").GetArrayLength().Should().Be(0);
        var secret = begun.Text("secret")!;
        begun.Text("address").Should().StartWith("otpauth://totp/PlanRegistry:").And.Contain($"secret={secret}");
        (await Asked(client, Confirm, new { c = CodeOf(secret) })).At("data.confirmFactor.problems").GetArrayLength().Should().Be(0);
        Clock.Advance(TimeSpan.FromSeconds(30));
        return secret;
    }

    private async Task<(HttpStatusCode Status, string? Message, bool NeedsCode)> With(string? code, string password = Password)
    {
        using var response = await Client().PostAsJsonAsync("/sign-in", new { name = "张三", password, code });
        var told = response.StatusCode == HttpStatusCode.NoContent ? default : await response.Content.ReadFromJsonAsync<JsonElement>();
        return (response.StatusCode, told.ValueKind == JsonValueKind.Undefined ? null : told.Text("message"),
            told.ValueKind != JsonValueKind.Undefined && told.At("needsCode").GetBoolean());
    }

    [Fact]
    public async Task A_code_is_asked_for_after_the_password_and_counts_once()
    {
        Have("张三", Role.ReformCommission);
        var secret = await SetUp(await SignedIn("张三"));

        (await With(null)).Should().Be((HttpStatusCode.Unauthorized, "请输入动态口令。", true));
        (await With(null, "a wrong password")).NeedsCode.Should().BeFalse("nobody learns that there is a second factor");
        (await With(CodeOf(secret))).Status.Should().Be(HttpStatusCode.NoContent);
        (await With(CodeOf(secret))).Should().Be((HttpStatusCode.Unauthorized,
            "姓名或密码不正确，或尝试次数过多。请核对后稍候再试；忘记密码请联系系统管理员。", false));
        Clock.Advance(TimeSpan.FromSeconds(30));
        (await With(CodeOf(secret))).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Who_tries_codes_waits_and_the_right_password_without_a_code_forgives_nothing()
    {
        Have("张三", Role.ReformCommission);
        var secret = await SetUp(await SignedIn("张三"));
        for (var i = 0; i < 5; i++)
        {
            await With("000000");
            await With(null);
        }

        (await With(CodeOf(secret))).Status.Should().Be(HttpStatusCode.Unauthorized, "a minute has to pass");
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await With(CodeOf(secret))).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task It_is_set_up_by_who_knows_the_password_and_has_the_device_and_lies_protected()
    {
        Have("张三", Role.ReformCommission);
        var client = await SignedIn("张三");

        (await Asked(client, Begin, new { p = "wrong" })).At("data.beginFactor.problems.0").Text("message").Should().Be("密码不正确。");
        var begun = (await Asked(client, Begin, new { p = Password })).At("data.beginFactor");
        (await Asked(client, Confirm, new { c = "12" })).At("data.confirmFactor.problems.0").Text("message").Should().Be(WrongCode);
        (await With(null)).Status.Should().Be(HttpStatusCode.NoContent, "nothing has been confirmed");
        var secret = begun.Text("secret")!;
        var kept = Storage.Read(rows => rows.Factor(rows.AccountNamed("张三")!.Id))!.Secret;
        kept.Should().NotContain(secret);
        Encoding.UTF8.GetString(Convert.FromBase64String(kept.Replace('-', '+').Replace('_', '/').PadRight((kept.Length + 3) / 4 * 4, '=')))
            .Should().NotContain(secret);
        await SetUp(client);
        (await Asked(client, Begin, new { p = Password })).At("data.beginFactor.problems.0").Text("message").Should().Be(
            "已启用动态口令；更换设备请联系系统管理员停用后重新设置。");
    }

    [Fact]
    public async Task An_administrator_takes_it_away_from_who_has_lost_the_device()
    {
        var account = Have("张三", Role.ReformCommission);
        await SetUp(await SignedIn("张三"));

        Accounts.ResetFactor(account.Id, by: null).Problem.Should().BeNull();

        (await With(null)).Status.Should().Be(HttpStatusCode.NoContent);
        Accounts.ResetFactor(account.Id, by: null).Problem!.Message.Zh.Should().Be("该账户没有启用动态口令。");
        Storage.Read(rows => rows.Journal(int.MaxValue, 9)).Select(e => e.Event).Should()
            .Contain(AccessEvent.FactorSet).And.Contain(AccessEvent.FactorReset);
    }

    [Fact]
    public async Task A_new_link_sets_the_password_and_does_not_stand_in_for_the_device()
    {
        var account = Have("张三", Role.ReformCommission);
        var secret = await SetUp(await SignedIn("张三"));
        var link = Accounts.Renew(account.Id, by: null).Link!;

        using var response = await Client().PostAsJsonAsync("/link", new { link, password = "second battery staple" });

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        response.Headers.Contains("Set-Cookie").Should().BeFalse("who has the link alone is not signed in");
        (await With(null, "second battery staple")).NeedsCode.Should().BeTrue();
        (await With(CodeOf(secret), "second battery staple")).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_role_that_must_have_one_does_nothing_before_it_is_set_up()
    {
        Have("张三", Role.Finance);
        var client = await SignedIn("张三");
        const string me = "{ me { factor factorNeeded may } }";

        (await Asked(client, me)).At("data.me").ToString().Should().Be(
            "{\"factor\":false,\"factorNeeded\":true,\"may\":[\"Query.me\",\"Mutation.changePassword\","
            + "\"Mutation.endSessions\",\"Mutation.beginFactor\",\"Mutation.confirmFactor\"]}");
        var refused = await Asked(client, "{ district(code: \"500154\") { name } }");
        refused.At("errors.0").Text("message").Should().Be("您的角色须启用动态口令，请先在“本人账户”页设置。");

        await SetUp(client);
        Look();
        (await Asked(client, "{ district(code: \"500154\") { name } }")).At("data.district").Text("name").Should().Be("开州区");
    }
}
