using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>The sample with an account of each role, made as the command line makes them.</summary>
public abstract class AccessTest : ServerTest
{
    protected const string Password = "correct horse battery";
    private readonly IAccessStorage storage;
    private readonly List<HttpClient> clients = [];

    protected AccessTest(params (string Key, string? Value)[] settings) : base(settings) => (storage, Accounts, SignIns) = Begin();

    /// <param name="now">What the clock says when the server starts.</param>
    protected AccessTest(DateTimeOffset now, params (string Key, string? Value)[] settings) : base(now, settings) =>
        (storage, Accounts, SignIns) = Begin();

    private (IAccessStorage Storage, Accounts Accounts, SignIns SignIns) Begin()
    {
        var opened = Registry.OpenAccess();
        return (opened, new Accounts(opened, Registry, Clock, Service<AccessSettings>()),
            new SignIns(opened, Clock, Service<AccessSettings>(), Service<SecondFactors>(), Service<Accounts>()));
    }

    protected Accounts Accounts { get; }

    protected SignIns SignIns { get; }

    protected IAccessStorage Storage => storage;

    /// <summary>Makes an account that has chosen its password.</summary>
    protected Account Have(string name, Role role, string? agency = null, string district = "500154")
    {
        var invited = Accounts.Invite(new AccountForm(name, role, district, agency), by: null);
        invited.Problem.Should().BeNull();
        SignIns.Use(invited.Link!, Password, new Place("127.0.0.1", null)).Problem.Should().BeNull();
        Look();
        return invited.Account!;
    }

    /// <summary>A program's client in a role.</summary>
    protected HttpClient Program(Role role, string? agency = null, string district = "500154")
    {
        var form = new AccountForm($"接口{role}", role, district, agency);
        var (_, key, problem) = Accounts.MakeToken(form, new DateOnly(2026, 12, 31), by: null);
        problem.Should().BeNull();
        Have($"在册{role}{clients.Count}", Role.Audit);
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A browser's client that holds nothing.</summary>
    protected HttpClient Client()
    {
        return Kept(new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = Http.BaseAddress });
    }

    /// <summary>Until the test ends.</summary>
    protected HttpClient Kept(HttpClient client)
    {
        clients.Add(client);
        return client;
    }

    /// <summary>A browser's client that is signed in.</summary>
    protected async Task<HttpClient> SignedIn(string name)
    {
        var client = Client();
        var response = await SignIn(client, name, Password);
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        client.DefaultRequestHeaders.Add("Cookie", CookieOf(response));
        client.DefaultRequestHeaders.Add("Origin", Origin);
        return client;
    }

    protected string Origin => Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    protected static string CookieOf(HttpResponseMessage response) => response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    protected static Task<HttpResponseMessage> SignIn(HttpClient client, string name, string password) =>
        client.PostAsJsonAsync("/sign-in", new { name, password });

    protected async Task<(HttpStatusCode Status, string? Message)> Said(string name, string password)
    {
        using var response = await SignIn(Client(), name, password);
        return (response.StatusCode, response.StatusCode == HttpStatusCode.NoContent ? null : await Message(response));
    }

    protected static async Task<string?> Message(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("message");

    /// <summary>Data, errors, or what else the server says.</summary>
    protected static async Task<JsonElement> Asked(HttpClient client, string query, object? variables = null)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The first error's code; null where there is none.</summary>
    protected static string? CodeOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors[0].At("extensions.code").GetString() : null;

    /// <summary>As the server does every second.</summary>
    protected void Look() => Service<Callers>().Refresh();

    public override void Dispose()
    {
        clients.ForEach(c => c.Dispose());
        storage.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }
}
