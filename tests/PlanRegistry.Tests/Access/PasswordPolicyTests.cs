using System.Net;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>What a password must be, and how long it is good for, where an office says so.</summary>
public sealed class PasswordPolicyTests() : AccessTest(
    ("Access:PasswordKinds", "2"), ("Access:PasswordHistory", "3"), ("Access:PasswordDays", "90"))
{
    private const string Change = "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { problems { message } } }";
    private const string Kaizhou = "{ district(code: \"500154\") { name } }";

    /// <summary>A minute later, since passwords are ordered by when they were set.</summary>
    private async Task<string?> Changed(HttpClient client, string oldPassword, string password)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var problems = (await Asked(client, Change, new { input = new { oldPassword, password } })).At("data.changePassword.problems");
        return problems.GetArrayLength() == 0 ? null : problems[0].GetProperty("message").GetString();
    }

    [Fact]
    public void By_default_length_alone_is_asked_for_and_a_password_is_good_for_ever()
    {
        var settings = new AccessSettings();

        (settings.PasswordLength, settings.PasswordKinds, settings.PasswordHistory, settings.PasswordDays).Should().Be((12, 1, 1, 0));
        settings.LastDayOf(Have("张三", Role.Finance) with { PasswordSetAt = Clock.GetUtcNow() }).Should().BeNull();
    }

    [Fact]
    public async Task A_password_has_so_many_kinds_of_characters_and_is_none_of_the_last()
    {
        Have("张三", Role.Finance);
        var client = await SignedIn("张三");

        (await Changed(client, Password, "correcthorsebattery")).Should().Be("密码须含小写字母、大写字母、数字、其他字符中的至少2类。");
        (await Changed(client, Password, Password)).Should().Be("新密码不得与最近3次用过的相同。");
        (await Changed(client, Password, "second battery staple")).Should().BeNull();
        (await Changed(client, "second battery staple", "third battery staple")).Should().BeNull();
        (await Changed(client, "third battery staple", Password)).Should().Be("新密码不得与最近3次用过的相同。");
        (await Changed(client, "third battery staple", "fourth battery staple")).Should().BeNull();
        (await Changed(client, "fourth battery staple", Password)).Should().BeNull("three others came after it");
    }

    [Fact]
    public void A_link_sets_no_password_that_was_used_before_either_and_is_good_for_another()
    {
        var account = Have("张三", Role.Finance);
        var link = Accounts.Renew(account.Id, by: null).Link!;
        var place = new Place("127.0.0.1", null);

        SignIns.Use(link, Password, place).Problem!.Message.Zh.Should().Be("新密码不得与最近3次用过的相同。");
        SignIns.Use(link, "second battery staple", place).Key.Should().NotBeNull();
    }

    [Fact]
    public async Task Whose_password_has_expired_signs_in_changes_it_and_goes_on()
    {
        Have("张三", Role.Finance);
        Clock.Advance(TimeSpan.FromDays(90));
        (await Asked(await SignedIn("张三"), Kaizhou)).At("data.district").Text("name").Should().Be("开州区", "the last day is a good one");
        Clock.Advance(TimeSpan.FromDays(1));

        var client = await SignedIn("张三");
        var me = (await Asked(client, "{ me { passwordExpired passwordExpiresOn factorNeeded may } }")).At("data.me");
        me.At("passwordExpired").GetBoolean().Should().BeTrue();
        me.Text("passwordExpiresOn").Should().Be("2026-09-28");
        me.At("may").EnumerateArray().Select(m => m.GetString()).Should().BeEquivalentTo(Permissions.OfOneself);
        (await Asked(client, Kaizhou)).At("errors.0").Text("message").Should().Be("您的密码已过有效期，请先在“本人账户”页修改密码。");

        (await Changed(client, Password, "second battery staple")).Should().BeNull();

        (await Asked(client, Kaizhou)).At("data.district").Text("name").Should().Be("开州区");
        (await Said("张三", Password)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_that_began_in_time_is_not_broken_off()
    {
        Have("张三", Role.Finance);
        Clock.Advance(TimeSpan.FromDays(90) + TimeSpan.FromHours(13.5));
        var client = await SignedIn("张三");
        Clock.Advance(TimeSpan.FromMinutes(50));
        Storage.Write(TimeSpan.FromSeconds(2), rows =>
        {
            rows.RaiseEpoch();
            return true;
        });
        Look();

        (await Asked(client, "{ me { passwordExpired } }")).At("data.me.passwordExpired").GetBoolean().Should()
            .BeFalse("it is the day after now, but they signed in on the last day");
    }

    [Fact]
    public void Whom_the_provider_vouches_for_is_not_asked_for_a_password_and_no_program_is()
    {
        var (settings, set) = (Service<AccessSettings>(), Clock.GetUtcNow());
        var account = Have("张三", Role.Finance) with { PasswordSetAt = set };
        var session = new AccessSession { Hash = "", Account = account.Id, MadeAt = set.AddDays(200), SeenAt = set.AddDays(200) };

        Holds.Of(account, session, settings).Should().Be(Hold.Password);
        Holds.Of(account, session with { IsByProvider = true }, settings).Should().BeNull();
        Holds.Of(account, null, settings).Should().BeNull();
    }
}
