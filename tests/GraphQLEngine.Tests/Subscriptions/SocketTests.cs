using System.Net.WebSockets;
using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;

namespace GraphQLEngine.Tests.Subscriptions;

/// <summary>The graphql-transport-ws protocol over a pair of sockets in memory: messages, the handshake and its close codes.</summary>
public sealed class SocketTests : SocketTest
{
    [Fact]
    public async Task A_query_is_one_response_and_a_complete()
    {
        await using var client = await SocketClient.Open(Handler(), """{"token":"t"}""");
        await client.Subscribe("a", "{ one who }");
        (await client.Receive()).Should().Be("""{"id":"a","type":"next","payload":{"data":{"one":1,"who":"{\"token\":\"t\"}"}}}""");
        (await client.Receive()).Should().Be(Complete("a"));
        await client.Subscribe("a", "{ one }");
        (await client.Receive()).Should().Be(Next("a", """{"one":1}"""), "an id is free again when its operation is over");
    }

    [Fact]
    public async Task A_subscription_is_a_response_per_event()
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe("s", "subscription { ticks(count: 2) }");
        (await client.Receive()).Should().Be(Next("s", """{"ticks":1}"""));
        (await client.Receive()).Should().Be(Next("s", """{"ticks":2}"""));
        (await client.Receive()).Should().Be(Complete("s"));
    }

    [Theory]
    [InlineData("{ nonsense }", """[{"message":"Cannot query field \"nonsense\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]""")]
    [InlineData("{", """[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}]""")]
    public async Task A_refused_operation_is_an_error_and_the_connection_lives_on(string query, string errors)
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe("a", query);
        (await client.Receive()).Should().Be($$"""{"id":"a","type":"error","payload":{{errors}}}""");
        await client.Subscribe("a", "{ one }");
        (await client.Receive()).Should().Be(Next("a", """{"one":1}"""));
    }

    [Fact]
    public async Task A_ping_is_answered_before_and_after_the_handshake()
    {
        await using var client = SocketClient.Connect(Handler());
        await client.Send("""{"type":"ping"}""");
        (await client.Receive()).Should().Be("""{"type":"pong"}""");
        await client.Send("""{"type":"connection_init"}""");
        (await client.Receive()).Should().Be("""{"type":"connection_ack"}""");
        await client.Send("""{"type":"pong","payload":{"a":1}}""");
        await client.Send("""{"type":"ping","payload":{"a":1}}""");
        (await client.Receive()).Should().Be("""{"type":"pong"}""");
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"start"}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ one }"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ one }"}}""")]
    [InlineData("""{"type":"subscribe","id":"a"}""")]
    [InlineData("""{"type":"subscribe","id":"a","payload":[]}""")]
    public async Task What_is_no_message_closes_with_4400(string message)
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Send(message);
        (await client.Receive()).Should().Be("close 4400 Invalid message received");
    }

    [Fact]
    public async Task A_binary_message_closes_with_4400()
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Send("""{"type":"ping"}""", WebSocketMessageType.Binary);
        (await client.Receive()).Should().Be("close 4400 Invalid message received");
    }

    [Fact]
    public async Task An_operation_before_the_handshake_closes_with_4401()
    {
        await using var client = SocketClient.Connect(Handler());
        await client.Subscribe("a", "{ one }");
        (await client.Receive()).Should().Be("close 4401 Unauthorized");
    }

    [Fact]
    public async Task A_connection_that_is_not_admitted_closes_with_4403()
    {
        await using var client = SocketClient.Connect(Handler(admit: _ => new((SocketAdmission?)null)));
        await client.Send("""{"type":"connection_init","payload":{"token":"wrong"}}""");
        (await client.Receive()).Should().Be("close 4403 Forbidden");
    }

    [Fact]
    public async Task When_an_admission_ends_the_connection_closes_with_4403_and_its_sources_are_freed()
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe("s", "subscription { forever }");
        (await client.Receive()).Should().Be(Next("s", """{"forever":1}"""));
        await _ended.CancelAsync();
        (await client.Receive()).Should().Be("close 4403 Forbidden");
        await Patiently(_stage.Freed.Task);
    }

    [Fact]
    public async Task Another_subprotocol_closes_with_4406()
    {
        await using var client = SocketClient.Connect(Handler(), "graphql-ws");
        (await client.Receive()).Should().Be("close 4406 Subprotocol not acceptable");
    }

    [Fact, Trait("Limit", nameof(Limits.SocketInitTimeout))]
    public async Task A_connection_without_handshake_closes_with_4408()
    {
        await using var client = SocketClient.Connect(Handler(new Limits { SocketInitTimeout = TimeSpan.FromSeconds(3) }));
        await client.Send("""{"type":"ping"}""");
        (await client.Receive()).Should().Be("""{"type":"pong"}""");
        _time.Advance(TimeSpan.FromSeconds(2.9));
        await client.Send("""{"type":"ping"}""");
        (await client.Receive()).Should().Be("""{"type":"pong"}""");
        _time.Advance(TimeSpan.FromSeconds(0.1));
        (await client.Receive()).Should().Be("close 4408 Connection initialisation timeout");
    }

    [Fact]
    public async Task After_the_handshake_the_timeout_means_nothing()
    {
        await using var client = await SocketClient.Open(Handler());
        _time.Advance(TimeSpan.FromSeconds(20));
        await client.Subscribe("a", "{ one }");
        (await client.Receive()).Should().Be(Next("a", """{"one":1}"""));
    }

    [Theory]
    [InlineData('x', 65)]
    [InlineData('规', 40)]
    public async Task An_id_that_a_close_frame_has_no_room_for_is_not_quoted(char letter, int times)
    {
        var id = new string(letter, times);
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe(id, "subscription { forever }");
        (await client.Receive()).Should().Be(Next(id, """{"forever":1}"""));
        await client.Subscribe(id, "{ one }");
        (await client.Receive()).Should().Be("close 4409 Subscriber for this id already exists");
    }

    [Fact]
    public async Task The_same_id_twice_closes_with_4409()
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe("s", "subscription { forever }");
        (await client.Receive()).Should().Be(Next("s", """{"forever":1}"""));
        await client.Subscribe("s", "{ one }");
        (await client.Receive()).Should().Be("close 4409 Subscriber for s already exists");
        await Patiently(_stage.Freed.Task);
    }

    [Fact]
    public async Task A_second_handshake_closes_with_4429()
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Send("""{"type":"connection_init"}""");
        (await client.Receive()).Should().Be("close 4429 Too many initialisation requests");
    }

    [Fact]
    public async Task An_admission_that_throws_closes_with_4500_and_is_logged()
    {
        await using var client = SocketClient.Connect(Handler(admit: _ => throw new InvalidOperationException("No database.")));
        await client.Send("""{"type":"connection_init"}""");
        (await client.Receive()).Should().Be("close 4500 Internal server error");
        await client.Close();
        await Patiently(client.Served);
        _unexpected.Should().ContainSingle().Which.Exception.Message.Should().Be("No database.");
    }
}
