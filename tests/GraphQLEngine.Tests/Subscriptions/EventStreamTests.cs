using System.Text;
using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;
using static GraphQLEngine.Tests.Http.HandlerTests;

namespace GraphQLEngine.Tests.Subscriptions;

/// <summary>Server-Sent Events in distinct connections mode (graphql-sse, PROTOCOL.md).</summary>
public class EventStreamTests
{
    [Resolves("Query")]
    public static class QueryFields
    {
        public static int One() => 1;
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

        public static IAsyncEnumerable<int> Said([Service] Source source) => source.Read();
    }

    private static readonly GraphQLHttpHandler Handler = new(TestSchema.Build("type Query { one: Int! } type Subscription { ticks(count: Int!): Int! said: Int! }", typeof(QueryFields), typeof(SubscriptionFields)));

    private readonly Source _said = new();

    private async Task<List<string>> Read(string query, CancellationToken stop = default, Action? onFirst = null)
    {
        var post = Post($$"""{"query":"{{query}}"}""");
        var request = new GraphQLHttpRequest { Method = "POST", ContentType = post.ContentType, Accept = "text/event-stream", Body = post.Body, Services = new TestServices(_said) };
        using var response = Handler.Handle(request, stop);
        (response.Status, response.ContentType).Should().Be((200, "text/event-stream; charset=utf-8"));
        var pieces = new List<string>();
        await foreach (var piece in response.Events!)
        {
            pieces.Add(Encoding.UTF8.GetString(piece.Span));
            onFirst?.Invoke();
        }
        return pieces;
    }

    [Fact]
    public async Task Each_event_is_a_next_and_the_end_is_a_complete() =>
        (await Read("subscription { ticks(count: 2) }")).Should().Equal(":\n\n", "event: next\ndata: {\"data\":{\"ticks\":1}}\n\n", "event: next\ndata: {\"data\":{\"ticks\":2}}\n\n", "event: complete\ndata:\n\n");

    [Theory]
    [InlineData("{ one }", """{"data":{"one":1}}""")]
    [InlineData("{ nope }", """{"errors":[{"message":"Cannot query field \"nope\" on type \"Query\". Did you mean \"one\"?","locations":[{"line":1,"column":3}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}""")]
    [InlineData("{", """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}]}""")]
    [InlineData("subscription { ticks(count: 1) one }", """{"errors":[{"message":"Anonymous Subscription must select only one top level field.","locations":[{"line":1,"column":32}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}},{"message":"Cannot query field \"one\" on type \"Subscription\".","locations":[{"line":1,"column":32}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}""")]
    public async Task A_query_and_a_refusal_are_one_next(string query, string response) =>
        (await Read(query)).Should().Equal(":\n\n", $"event: next\ndata: {response}\n\n", "event: complete\ndata:\n\n");

    [Fact]
    public async Task When_the_client_goes_the_source_is_freed()
    {
        using var gone = new CancellationTokenSource();
        var reading = Read("subscription { said }", gone.Token);
        while (!_said.IsOpen)
            await Task.Delay(1);
        _said.Publish(1);
        await gone.CancelAsync();
        await reading.WaitAsync(TimeSpan.FromSeconds(60));
        _said.IsOpen.Should().BeFalse();
    }

    [Fact]
    public void A_request_that_cannot_be_read_is_an_ordinary_error()
    {
        using var response = Handler.Handle(Post("""{"query":1}""", "text/event-stream"));
        (response.Status, response.ContentType, response.Events).Should().Be((400, "application/json; charset=utf-8", null));
    }
}
