using System.Net.WebSockets;
using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;

namespace GraphQLEngine.Tests.Subscriptions;

/// <summary>The graphql-transport-ws protocol over a pair of sockets in memory: every close code, every limit, every way in which an operation ends.</summary>
public sealed class SocketTests
{
    private const string Sdl = "type Query { one: Int! who: String wait: Int } type Subscription { ticks(count: Int!): Int! forever: Int! endless: Int! said: Int! }";

    /// <summary>What the resolvers of one test share with it.</summary>
    public sealed class Stage
    {
        public Broadcast<int> Said { get; } = new(capacity: 4);

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Freed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [Resolves("Query")]
    public static class QueryFields
    {
        public static int One() => 1;

        public static string? Who(ResolverContext context) => context.Items.TryGetValue("who", out var who) ? (string?)who : null;

        public static async Task<int?> Wait(CancellationToken stop, ResolverContext context)
        {
            var stage = (Stage)context.Items["stage"]!;
            stage.Started.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, stop);
            }
            finally
            {
                stage.Freed.TrySetResult();
            }
            return 1;
        }
    }

    [Resolves("Subscription")]
    public static class SubscriptionFields
    {
        public static async IAsyncEnumerable<int> Ticks(int count)
        {
            for (var i = 1; i <= count; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }

        public static async IAsyncEnumerable<int> Forever(ResolverContext context, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
        {
            var stage = (Stage)context.Items["stage"]!;
            try
            {
                yield return 1;
                stage.Started.TrySetResult();
                await Task.Delay(Timeout.Infinite, stop);
            }
            finally
            {
                stage.Freed.TrySetResult();
            }
        }

        // Never waits: it must not keep the connection from hearing its client.
        public static async IAsyncEnumerable<int> Endless(ResolverContext context)
        {
            await Task.CompletedTask;
            try
            {
                for (var i = 0; ; i++)
                    yield return i;
            }
            finally
            {
                ((Stage)context.Items["stage"]!).Freed.TrySetResult();
            }
        }

        // Takes no token: the engine's own must reach the source.
        public static IAsyncEnumerable<int> Said(ResolverContext context) => ((Stage)context.Items["stage"]!).Said.Subscribe();
    }

    private readonly Stage _stage = new();
    private readonly ManualTime _time = new();
    private readonly List<UnexpectedError> _unexpected = [];
    private readonly CancellationTokenSource _ended = new();

    private GraphQLSocketHandler Handler(Limits? limits = null, Func<SocketInit, ValueTask<SocketAdmission?>>? admit = null)
    {
        var options = new EngineOptions { Limits = limits ?? new Limits(), TimeProvider = _time, OnUnexpectedError = _unexpected.Add };
        var schema = TestSchema.Build(Sdl, options, typeof(QueryFields), typeof(SubscriptionFields));
        return new GraphQLSocketHandler(new GraphQLHttpHandler(schema), new SocketOptions { Admit = admit ?? Admit });
    }

    private ValueTask<SocketAdmission?> Admit(SocketInit init) =>
        new(new SocketAdmission { Items = new Dictionary<object, object?> { ["stage"] = _stage, ["who"] = init.Payload }, Ended = _ended.Token });

    private static string Next(string id, string data) => $$$"""{"id":"{{{id}}}","type":"next","payload":{"data":{{{data}}}}}""";

    private static string Complete(string id) => $$"""{"id":"{{id}}","type":"complete"}""";

    private static Task Patiently(Task task) => task.WaitAsync(TimeSpan.FromSeconds(60));

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

    [Theory]
    [InlineData("subscription { forever }")]
    [InlineData("{ wait }")]
    public async Task A_complete_from_the_client_stops_the_operation(string query)
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe("s", query);
        if (query != "{ wait }")
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
        while (_stage.Said.Subscribers == 0)
            await Task.Delay(1);
        client.Vanish();
        await Patiently(client.Served);
        _stage.Said.Subscribers.Should().Be(0);
    }

    [Fact]
    public async Task A_subscriber_that_reads_too_slowly_is_ended_with_an_error()
    {
        await using var client = await SocketClient.Open(Handler());
        await client.Subscribe("s", "subscription { said }");
        while (_stage.Said.Subscribers == 0)
            await Task.Delay(1);
        // The pipe holds 64 kB and the queue four events; what is published beyond finds both full.
        for (var i = 0; _stage.Said.Subscribers > 0; i++)
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
