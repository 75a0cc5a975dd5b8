using System.Net;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>Who may read the schema and open GraphiQL: the signed in and programs, not the public.</summary>
public sealed class IntrospectionTests : AccessTest
{
    private const string Schema = "{ __schema { queryType { name } } }";

    private static async Task<HttpStatusCode> Page(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.Add("Accept", "text/html");
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<string> OverSocket(HttpClient client)
    {
        using var socket = await SocketClient.Open(client, client.DefaultRequestHeaders.Authorization is { } sent
            ? new { authorization = sent.ToString() } : null);
        await socket.Send("""{"id":"1","type":"subscribe","payload":{"query":"QUERY"}}""".Replace("QUERY", Schema));
        return await socket.Receive();
    }

    [Fact]
    public async Task The_public_may_neither_introspect_nor_open_GraphiQL()
    {
        Have("张三", Role.Audit);

        CodeOf(await Asked(Client(), Schema)).Should().Be("INTROSPECTION_DISABLED");
        (await OverSocket(Client())).Should().Contain("INTROSPECTION_DISABLED");
        (await Asked(Client(), "{ me { nam } }")).ToString().Should().NotContain("Did you mean");
        (await Page(Client())).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Whoever_is_signed_in_and_programs_may()
    {
        Have("张三", Role.Finance);
        foreach (var client in new[] { await SignedIn("张三"), Program(Role.Department, "KZ-WRB") })
        {
            (await Asked(client, Schema)).At("data.__schema.queryType").Text("name").Should().Be("Query");
            (await Page(client)).Should().Be(HttpStatusCode.OK);
        }
        (await OverSocket(Program(Role.Audit))).Should().Contain("queryType");
    }

    [Fact]
    public async Task Before_the_first_account_the_operator_may()
    {
        (await Asked(Client(), Schema)).At("data.__schema.queryType").Text("name").Should().Be("Query");
        (await Page(Client())).Should().Be(HttpStatusCode.OK);
    }
}
