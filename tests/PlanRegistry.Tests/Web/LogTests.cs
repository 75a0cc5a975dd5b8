using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GraphQLEngine;
using Microsoft.Extensions.Logging;
using PlanRegistry.Access;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Web;
using PlanRegistry.Tests.Access;

namespace PlanRegistry.Tests.Web;

/// <summary>What is logged when all is logged: whose request it was by its id, and nothing about persons.</summary>
public sealed class LogTests() : AccessTest(
    ("Logging:LogLevel:PlanRegistry", "Trace"), ("Logging:LogLevel:GraphQL", "Trace"))
{
    /// <summary>Told on the way in through every door.</summary>
    private static readonly string[] Personal =
    [
        "王小明", "13800138000", "xiaoming@example.gov.cn", "330102199001011234", "a wrong password", Password, "群众来信原文", "某街道某号",
    ];

    private const string Expert = "mutation($input: RegisterExpertInput!) { registerExpert(input: $input) { seq problems { code } } }";

    private WrittenLog Watch(bool isJson)
    {
        var log = new WrittenLog(isJson);
        Service<ILoggerFactory>().AddProvider(log);
        return log;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_that_is_personal_stands_in_the_log_whatever_is_sent(bool isJson)
    {
        Have("王小明", Role.Admin);
        var log = Watch(isJson);
        await Said("王小明", "a wrong password");
        var client = await SignedIn("王小明");
        var token = client.DefaultRequestHeaders.GetValues("Cookie").Single().Split('=')[1].Split(';')[0];
        await Sent(client, new
        {
            query = Expert, variables = new { input = new { district = "500154", name = "王小明", phone = "13800138000" } },
        });
        await Sent(client, new { query = "{ district(code: \"王小明 13800138000\") { name } }" });
        await Sent(client, new { query = "query 王小明 { nothing(email: \"xiaoming@example.gov.cn\") }" });
        await Sent(client, new { query = "mutation { registerAgency(input: { district: \"500154\", code: \"Q1\", name: \"某街道某号\", "
            + "reason: \"群众来信原文\" }) { seq } }" });
        foreach (var address in new[]
        {
            "/graphql?query=%7Bdistrict(code:%22330102199001011234%22)%7Bname%7D%7D", "/calendar/13800138000.ics",
            "/verify/330102199001011234", "/d/500154/plans/xiaoming@example.gov.cn?q=13800138000", "/nowhere/13800138000",
            "/documents/13800138000", "/workbooks/13800138000?name=xiaoming@example.gov.cn", "/link?key=13800138000",
        })
        {
            using var answer = await client.GetAsync(address);
        }
        using (var link = await client.PostAsJsonAsync("/link", new { key = "13800138000", password = "a wrong password" }))
        using (var file = await client.PostAsync("/workbooks", new StringContent("王小明,13800138000", Encoding.UTF8, "text/csv")))
        {
            file.Headers.GetValues(RequestIds.Header).Should().ContainSingle();
        }
        Unexpected(log, new FormatException("王小明 has the number 13800138000."));

        var lines = log.Lines;
        lines.Should().HaveCountGreaterThan(12, "each request is noted");
        lines.Should().Contain(l => l.Contains("System.FormatException", StringComparison.Ordinal));
        lines.Where(l => Personal.Append(token).Any(p => l.Contains(p, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();
    }

    [Fact]
    public async Task In_JSON_each_event_is_one_line_with_the_id_that_the_answer_bears()
    {
        var log = Watch(isJson: true);

        using var answer = await Http.GetAsync("/health/live");
        var id = answer.Headers.GetValues(RequestIds.Header).Single();

        id.Should().MatchRegex("^[0-9a-f]{16}$");
        var line = JsonDocument.Parse(log.Lines.Should().ContainSingle(l => l.Contains(id)).Which).RootElement;
        line.GetProperty("level").GetString().Should().Be("Information");
        line.GetProperty("category").GetString().Should().Be("PlanRegistry.Requests");
        line.GetProperty("requestId").GetString().Should().Be(id);
        (line.GetProperty("method").GetString(), line.GetProperty("route").GetString(), line.GetProperty("status").GetString())
            .Should().Be(("GET", "/health/live", "200"));
        line.GetProperty("time").GetDateTimeOffset().Should().BeAfter(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public void An_unexpected_error_is_one_line_with_the_id_that_the_client_was_given_and_the_sentence_of_its_cause()
    {
        var log = Watch(isJson: false);
        try
        {
            throw new InvalidOperationException("13800138000", new StorageException("The home failed, as it was told to."));
        }
        catch (InvalidOperationException e)
        {
            Unexpected(log, e);
        }

        log.Lines.Should().ContainSingle().Which.Should().StartWith("fail: GraphQL abc at Plan.title System.InvalidOperationException")
            .And.Contain(" at PlanRegistry.Tests.Web.LogTests.")
            .And.Contain(" <- PlanRegistry.Server.Storage.StorageException: The home failed, ")
            .And.NotContain("13800138000");
    }

    [Fact]
    public async Task Nobody_but_the_named_proxy_brings_an_id()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Add(RequestIds.Header, "of-a-stranger");

        using var answer = await Http.SendAsync(request);

        answer.Headers.GetValues(RequestIds.Header).Should().ContainSingle().Which.Should().NotBe("of-a-stranger");
    }

    private static void Unexpected(WrittenLog log, Exception exception) =>
        WebHost.Options(new(), log.CreateLogger("GraphQL"), TimeProvider.System)
            .OnUnexpectedError!(new UnexpectedError("abc", "Plan.title", exception));

    private static async Task Sent(HttpClient client, object request)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}

/// <summary>A server behind a proxy takes the proxy's id, in an alphabet and length that no log is harmed by.</summary>
public sealed class LogBehindProxyTests : PlanRegistry.Tests.GraphQL.ServerTest
{
    protected override Hosting Where => Hosting.OnThisMachine with { Proxy = IPAddress.Loopback };

    [Theory]
    [InlineData("0af7651916cd43dd8448eb211c80319c", true)]
    [InlineData("nginx_1.2-3", true)]
    [InlineData("with space", false)]
    [InlineData("\"}{", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public async Task Its_id_is_taken_where_it_is_one(string id, bool isTaken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.TryAddWithoutValidation(RequestIds.Header, id);

        using var answer = await Http.SendAsync(request);

        (answer.Headers.GetValues(RequestIds.Header).Single() == id).Should().Be(isTaken);
    }
}
