using System.Net.WebSockets;
using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;

namespace GraphQLEngine.Tests.Subscriptions;

/// <summary>What a socket may hold and for how long: limits, and every way in which an operation or a connection ends before its source.</summary>
public sealed class SocketLimitTests : SocketTest
{
    [Fact, Trait("Limit", nameof(Limits.MaxSocketOperations))]
    public async Task One_operation_too_many_is_refused_and_the_others_go_on()
    {
        await using var client = await SocketClient.Open(Handler(new Limits { MaxSocketOperations = 1 }));
        await client.Subscribe("s", "subscription { forever }");
        (await client.Receive()).Should().Be(Next("s", """{"forever":1}"""));
        await client.Subscribe("a", "{ one }");
        (await client.Receive()).Should().Be("""{"id":"a","type":"error","payload":[{"message":"A connection runs at most 1 operations at once.","extensions":{"code":"LIMIT_EXCEEDED"}}]}""");
        await client.Send(Complete("s"));
        await Patiently(_stage.Freed.Task);
        await client.Subscribe("a", "{ one }");
        (await client.Receive()).Should().Be(Next("a", """{"one":1}"""));
    }

    [Fact]
    public async Task A_message_above_the_limit_closes_with_1009_and_is_not_kept()
    {
        await using var client = await SocketClient.Open(Handler(new Limits { MaxBodyBytes = 1_000 }));
        await client.Subscribe("a", "{ one }");
        (await client.Receive()).Should().Be(Next("a", """{"one":1}"""));
        (await client.Receive()).Should().Be(Complete("a"));
        await client.Subscribe("b", "{ one }" + new string(' ', 1_000));
        (await client.Receive()).Should().Be("close 1009 Message too big");
    }

    [Fact]
    public async Task Variables_nested_too_deep_are_refused_and_the_connection_lives_on()
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Send("""{"id":"a","type":"subscribe","payload":{"query":"{ one }","variables":{"a":""" + new string('[', 5_000) + new string(']', 5_000) + "}}}");
        (await client.Receive()).Should().Be("""{"id":"a","type":"error","payload":[{"message":"The JSON is nested deeper than 64 levels.","extensions":{"code":"LIMIT_EXCEEDED"}}]}""");
        await client.Subscribe("a", "{ one }");
        (await client.Receive()).Should().Be(Next("a", """{"one":1}"""));
    }

    [Fact]
    public async Task A_complete_from_the_client_stops_the_operation()
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe("s", "subscription { forever }");
        (await client.Receive()).Should().Be(Next("s", """{"forever":1}"""));
        await Patiently(_stage.Started.Task);
        await client.Send(Complete("s"));
        await Patiently(_stage.Freed.Task);
        await client.Subscribe("a", "{ one }");
        (await client.Receive()).Should().Be(Next("a", """{"one":1}"""), "no complete comes back for what the client completed");
    }

    [Fact]
    public async Task A_source_that_never_waits_can_be_completed()
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe("s", "subscription { endless }");
        (await client.Receive()).Should().Be(Next("s", """{"endless":0}"""));
        await client.Send(Complete("s"));
        while (!_stage.Freed.Task.IsCompleted)
            await Patiently(Task.WhenAny(client.Receive(), _stage.Freed.Task));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_the_client_goes_its_sources_are_freed(bool politely)
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe("s", "subscription { forever }");
        (await client.Receive()).Should().Be(Next("s", """{"forever":1}"""));
        if (politely)
            await client.Close();
        else
            client.Vanish();
        await Patiently(_stage.Freed.Task);
        await Patiently(client.Served);
        _unexpected.Should().BeEmpty();
    }

    [Fact]
    public async Task A_source_that_took_no_token_is_freed_too()
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe("s", "subscription { said }");
        while (!_stage.Said.IsOpen)
            await Task.Delay(1);
        client.Vanish();
        await Patiently(client.Served);
        _stage.Said.IsOpen.Should().BeFalse();
    }

    [Fact]
    public async Task A_subscriber_that_reads_too_slowly_is_ended_with_an_error()
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe("s", "subscription { said }");
        while (!_stage.Said.IsOpen)
            await Task.Delay(1);
        // The pipe holds 64 kB and the queue four events; what is published beyond finds both full.
        for (var i = 0; _stage.Said.IsOpen; i++)
            _stage.Said.Publish(i);
        string last;
        do
            last = await client.Receive();
        while (last.Contains("\"next\"", StringComparison.Ordinal));
        last.Should().Be("""{"id":"s","type":"error","payload":[{"message":"The subscription was ended because the client reads too slowly.","locations":[{"line":1,"column":16}],"path":["said"],"extensions":{"code":"LIMIT_EXCEEDED","coordinate":"Subscription.said"}}]}""");
        await client.Subscribe("s", "{ one }");
        (await client.Receive()).Should().Be(Next("s", """{"one":1}"""), "the client may come again");
    }

    [Fact, Trait("Limit", nameof(Limits.SocketSendTimeout))]
    public async Task A_client_that_does_not_read_at_all_is_cut_off()
    {
        await using var client = await SocketClient.Open(Handler(new Limits { SocketSendTimeout = TimeSpan.FromSeconds(9) }));
        await client.Subscribe("s", "subscription { endless }");
        // Until the pipe is full and the next message waits: only then does its time begin.
        for (var i = 0; i < 1_000 && !client.Served.IsCompleted; i++)
        {
            await Task.Delay(20);
            _time.Advance(TimeSpan.FromSeconds(3));
        }
        await Patiently(client.Served);
        await Patiently(_stage.Freed.Task);
        _unexpected.Should().BeEmpty();
    }

    [Fact]
    public async Task When_the_server_stops_its_connections_close_with_1001()
    {
        using var stop = new CancellationTokenSource();
        var client = SocketClient.Connect(Handler(), stop: stop.Token);
        await client.Send("""{"type":"connection_init"}""");
        (await client.Receive()).Should().Be("""{"type":"connection_ack"}""");
        await client.Subscribe("s", "subscription { forever }");
        (await client.Receive()).Should().Be(Next("s", """{"forever":1}"""));
        await stop.CancelAsync();
        (await client.Receive()).Should().Be("close 1001 Going away");
        await Patiently(_stage.Freed.Task);
        await client.DisposeAsync();
    }
}
