using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>The WebSockets and event streams of the registry's own server: who may open them, what they may carry, how they end.</summary>
public sealed class SocketTests : SubscriptionTest
{
    protected override bool HasOwnSchema => true;

    [Fact]
    public async Task A_page_of_another_origin_may_not_open_a_socket()
    {
        async Task<int> From(string origin)
        {
            using var socket = await SocketClient.Connect(Http, headers: ("Origin", origin));
            return socket.Status;
        }

        (await From("http://evil.example")).Should().Be(403);
        (await From("http://127.0.0.1:1")).Should().Be(403);
        (await From("http://127.0.0.1.evil.example")).Should().Be(403);
        (await From("null")).Should().Be(403);
        (await From(Http.BaseAddress!.GetLeftPart(UriPartial.Authority))).Should().Be(101);
    }

    [Fact]
    public async Task A_socket_is_filtered_by_host_as_a_request_is()
    {
        using var socket = await SocketClient.Connect(Http, headers: ("Host", "evil.example"));

        socket.Status.Should().Be(400);
    }

    [Fact]
    public async Task A_request_without_a_host_is_refused()
    {
        var answer = await Raw("GET /health/live HTTP/1.0\r\n\r\n");

        answer.Should().StartWith("HTTP/1.1 400 ");
    }

    [Fact]
    public async Task A_body_that_does_not_come_ends_as_a_time_out()
    {
        var answer = await Raw($"POST /graphql HTTP/1.1\r\nHost: {Http.BaseAddress!.Authority}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n{");

        answer.Should().StartWith("HTTP/1.1 408 ").And.EndWith("\r\n\r\n", "nothing is said about the server");
    }

    [Fact]
    public async Task Queries_and_mutations_run_over_a_socket_too()
    {
        using var socket = await SocketClient.Open(Http);

        await socket.Send("""{"id":"q","type":"subscribe","payload":{"query":"{ district(code: \"500154\") { name seq } }"}}""");

        (await socket.Receive()).Should().Be("""{"id":"q","type":"next","payload":{"data":{"district":{"name":"开州区","seq":1}}}}""");
        (await socket.Receive()).Should().Be("""{"id":"q","type":"complete"}""");
    }

    /// <summary>A browser's page cannot send Accept-Language of its own with a socket.</summary>
    [Theory, InlineData("en", "directory list"), InlineData("zh", "目录清单")]
    public async Task Sentences_come_in_the_language_that_was_told_when_the_socket_was_opened(string language, string said)
    {
        using var socket = await SocketClient.Open(Http, new { language });

        await socket.Send("""{"id":"1","type":"subscribe","payload":{"query":"{ rule(code: \"CAT-001\") { sentence } }"}}""");

        (await socket.Receive()).Should().Contain(said);
    }

    [Fact]
    public async Task Another_sub_protocol_closes_the_socket()
    {
        using var none = await SocketClient.Connect(Http, protocol: null);

        (await none.Receive()).Should().Be("close 4406 Subprotocol not acceptable");
    }

    [Fact]
    public async Task A_client_that_does_not_introduce_itself_is_closed_after_five_seconds()
    {
        using var socket = await SocketClient.Connect(Http);
        var closed = socket.Receive();

        // The server's clock starts when it has the socket, which may be a little after the client has.
        while (!closed.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(closed, Task.Delay(20));
        }

        (await closed).Should().Be("close 4408 Connection initialisation timeout");
    }

    [Fact]
    public async Task What_breaks_the_protocol_closes_the_socket_with_its_code()
    {
        async Task<string> After(string message, WebSocketMessageType type = WebSocketMessageType.Text, bool admitted = true)
        {
            using var socket = admitted ? await SocketClient.Open(Http) : await SocketClient.Connect(Http);
            await socket.Send(message, type);
            return await socket.Receive();
        }

        (await After("{", admitted: false)).Should().Be("close 4400 Invalid message received");
        (await After("{}", WebSocketMessageType.Binary)).Should().Be("close 4400 Invalid message received");
        (await After("""{"id":"1","type":"subscribe","payload":{"query":"{ __typename }"}}""", admitted: false)).Should()
            .Be("close 4401 Unauthorized");
        (await After("""{"type":"connection_init"}""")).Should().Be("close 4429 Too many initialisation requests");
        (await After($$$"""{"type":"ping","payload":{"x":"{{{new string('x', 256 * 1024)}}}"}}""")).Should()
            .Be("close 1009 Message too big");
    }

    [Fact]
    public async Task A_server_with_as_many_sockets_as_it_may_have_asks_to_come_again()
    {
        await using var small = WebHost.Build(Registry, "officer", Clock, b => b.WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(k => k.Limits.MaxConcurrentUpgradedConnections = 1));
        await small.StartAsync();
        using var server = new HttpClient { BaseAddress = new Uri(small.Urls.Single()) };
        using var first = await SocketClient.Open(server);

        using var second = await SocketClient.Connect(server);

        second.Status.Should().Be(503);
        await first.Send("""{"type":"ping"}""");
        (await first.Receive()).Should().Be("""{"type":"pong"}""");
    }

    [Fact]
    public async Task A_socket_hears_its_client_while_an_operation_catches_up()
    {
        using var socket = await SocketClient.Open(Http);
        Clock.Advance(TimeSpan.FromDays(390));

        // The pong does not wait for the first day that changes a finding.
        await socket.Subscribe("1", FindingChanged, new { fromSeq = 1 });

        Line(await socket.Next("1")).Should().Be("2026-07-01 1 DAY +REV-001/REG-2021-01 +REV-001/SPE-2021-02 +REV-001/SPE-2021-03 "
            + "+REV-001/SPE-2021-04 +REV-001/SPE-2021-06 +REV-001/SPE-2021-08 +REV-001/SPE-2021-09 +REV-001/SPE-2021-10");
    }

    [Fact]
    public async Task A_socket_carries_a_hundred_operations_at_once()
    {
        using var socket = await SocketClient.Open(Http);
        for (var i = 1; i <= 100; i++)
        {
            await socket.Subscribe($"s{i}", FindingChanged);
        }

        await socket.Send("""{"id":"s101","type":"subscribe","payload":{"query":"{ __typename }"}}""");

        (await socket.Receive()).Should().Be("""{"id":"s101","type":"error","payload":[{"message":"A connection runs """
            + """at most 100 operations at once.","extensions":{"code":"LIMIT_EXCEEDED"}}]}""");
        await socket.Send("""{"id":"s100","type":"complete"}""");
        await socket.Send("""{"id":"s101","type":"subscribe","payload":{"query":"{ __typename }"}}""");
        (await socket.Receive()).Should().Be("""{"id":"s101","type":"next","payload":{"data":{"__typename":"Query"}}}""");
    }

    [Fact]
    public async Task A_server_that_stops_closes_sockets_as_going_away_and_cuts_streams_without_calling_them_complete()
    {
        using var socket = await SocketClient.Open(Http);
        await socket.Subscribe("1", FindingChanged);
        using var events = await EventStream.Open(Http, FindingChanged);

        var stopped = Stop();

        (await socket.Receive()).Should().Be("close 1001 Going away");
        (await events.Event()).Should().BeNull("a client takes complete for the last word, and would not come again");
        await stopped;
    }

    [Fact]
    public async Task A_quiet_stream_says_every_fifteen_seconds_that_it_is_alive()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = FindingChanged }), Headers = { { "Accept", "text/event-stream" } },
        };
        using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        response.Headers.CacheControl!.ToString().Should().Be("no-store");
        (await reader.ReadLineAsync()).Should().Be(":");
        (await reader.ReadLineAsync()).Should().BeEmpty();

        var next = reader.ReadLineAsync();
        while (!next.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(15));
            await Task.WhenAny(next, Task.Delay(20));
        }

        (await next).Should().Be(":");
    }

    /// <summary>What the server answers to these bytes until it closes.</summary>
    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Http.BaseAddress!.Host, Http.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync();
    }
}
