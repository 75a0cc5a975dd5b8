using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>JWTs of the provider, which programs send for linked accounts.</summary>
public sealed class ProviderTokenTests : ProviderTest
{
    private const string Me = "{ me { name role } }";

    private HttpClient With(string jwt)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", jwt);
        return client;
    }

    private Account Linked(Role role = Role.ReformCommission)
    {
        var account = Have("张三", role);
        Accounts.LinkProvider(account.Id, Provider.Subject, by: null).Problem.Should().BeNull();
        return account;
    }

    [Fact]
    public async Task A_linked_account_is_asked_for_by_a_JWT_without_a_session()
    {
        var account = Linked();
        var client = With(Provider.Jwt(Provider.Subject));

        (await Asked(client, Me)).At("data.me").ToString().Should().Be("""{"name":"张三","role":"REFORM_COMMISSION"}""");

        Storage.Read(rows => rows.Sessions(account.Id)).Should().ContainSingle("the one of the link that the password was chosen by");
        using var socket = await SocketClient.Open(Client(), new { authorization = $"Bearer {Provider.Jwt(Provider.Subject)}" });
        await socket.Send("""{"id":"1","type":"subscribe","payload":{"query":"{ me { name } }"}}""");
        (await socket.Receive()).Should().Contain("张三");
    }

    [Fact]
    public async Task A_JWT_that_is_foreign_over_too_early_or_for_nobody_here_is_refused()
    {
        Linked();
        var secret = new Microsoft.IdentityModel.Tokens.SymmetricSecurityKey(new byte[64]);
        string[] worthless =
        [
            Provider.Jwt(Provider.Subject, audience: "another-interface"),
            Provider.Jwt(Provider.Subject, audience: TestProvider.ClientId),
            Provider.Jwt(Provider.Subject, issuer: "https://foreign.example/"),
            Provider.Jwt(Provider.Subject, from: TimeSpan.FromHours(-2)),
            Provider.Jwt(Provider.Subject, from: TimeSpan.FromMinutes(10)), Provider.Jwt(Provider.Subject, signer: TestProvider.NewKey()),
            Provider.Jwt(Provider.Subject, signer: secret, algorithm: "HS256"), Provider.Jwt("li.si"),
            Provider.Jwt(Provider.Subject)[..^10] + "AAAAAAAAAA", Unsigned(Provider.Jwt(Provider.Subject)),
            "a.b.c", "..", new string('.', 7_900),
        ];

        foreach (var jwt in worthless)
        {
            CodeOf(await Asked(With(jwt), Me)).Should().Be("UNAUTHENTICATED", jwt);
        }
        CodeOf(await Asked(With(Provider.Jwt(Provider.Subject)), Me)).Should().BeNull();
    }

    [Fact]
    public async Task It_opens_nothing_more_once_it_is_over_the_account_is_ended_or_the_link_is()
    {
        var account = Linked();
        var client = With(Provider.Jwt(Provider.Subject));
        CodeOf(await Asked(client, Me)).Should().BeNull();

        Accounts.UnlinkProvider(account.Id, by: null).Problem.Should().BeNull();
        Look();
        CodeOf(await Asked(client, Me)).Should().Be("UNAUTHENTICATED");

        Accounts.LinkProvider(account.Id, Provider.Subject, by: null).Problem.Should().BeNull();
        CodeOf(await Asked(client, Me)).Should().BeNull();
        Clock.Advance(TimeSpan.FromMinutes(61));
        CodeOf(await Asked(client, Me)).Should().Be("UNAUTHENTICATED", "it was for an hour");
    }

    [Fact]
    public async Task It_is_a_programs_and_does_nothing_that_only_a_person_does()
    {
        Linked();
        var may = (await Asked(With(Provider.Jwt(Provider.Subject)), "{ me { may } }")).At("data.me.may").EnumerateArray()
            .Select(m => m.GetString()!).ToList();

        may.Should().Contain("Mutation.recordAct").And.NotContain(Permissions.OfPersons);
        (await Service<Callers>().OfJwt(Provider.Jwt(Provider.Subject)))!.IsProgram.Should().BeTrue("a signature is a person's");
    }

    [Fact]
    public async Task It_opens_what_the_accounts_role_may_and_no_more()
    {
        Linked(Role.Finance);
        var client = With(Provider.Jwt(Provider.Subject));

        CodeOf(await Asked(client, "{ accounts(first: 1) { totalCount } }")).Should().Be("FORBIDDEN");
    }

    /// <summary>The same content under alg none.</summary>
    private static string Unsigned(string jwt) =>
        $"{Convert.ToBase64String("{\"alg\":\"none\",\"typ\":\"JWT\"}"u8).TrimEnd('=')}.{jwt.Split('.')[1]}.";
}
