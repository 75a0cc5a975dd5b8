using System.Text;
using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;

namespace GraphQLEngine.Tests.Subscriptions;

public class SubscriptionTests
{
    public record Tick(int N)
    {
        public int Odd => N % 2 == 1 ? N : throw new GraphQLException("It is even.");
    }

    [Resolves("Query")]
    public static class QueryFields
    {
        public static int One() => 1;
    }

    [Resolves("Subscription")]
    public static class SubscriptionFields
    {
        public static async IAsyncEnumerable<Tick> Ticks(int count)
        {
            for (var i = 1; i <= count; i++)
            {
                await Task.Yield();
                yield return new Tick(i);
            }
        }

        public static IAsyncEnumerable<Tick> Refuses() => throw new GraphQLException("No such district.", ErrorCodes.NotFound);

        public static async IAsyncEnumerable<Tick> Breaks()
        {
            yield return new Tick(1);
            await Task.Yield();
            throw new GraphQLException("The source broke.", "BROKEN");
        }
    }

    private static readonly Schema Schema = TestSchema.Build(
        "type Query { one: Int! } type Subscription { ticks(count: Int!): Tick! refuses: Tick! breaks: Tick! } type Tick { n: Int! odd: Int }", typeof(QueryFields), typeof(SubscriptionFields));

    private static async Task<List<string>> Run(string query)
    {
        var responses = new List<string>();
        await foreach (var response in SubscriptionExecutor.Subscribe(Schema, new GraphQLRequest(), Encoding.UTF8.GetBytes(query), null, CancellationToken.None))
        {
            using var output = response.Output;
            responses.Add(Encoding.UTF8.GetString(output.Written.Span));
        }
        return responses;
    }

    [Fact]
    public async Task Each_event_becomes_a_response() =>
        (await Run("subscription { t: ticks(count: 2) { n } }")).Should().Equal("""{"data":{"t":{"n":1}}}""", """{"data":{"t":{"n":2}}}""");

    [Fact]
    public async Task An_error_in_one_event_does_not_end_the_stream()
    {
        var responses = await Run("subscription { ticks(count: 3) { odd } }");
        responses.Should().HaveCount(3);
        responses[1].Should().StartWith("""{"data":{"ticks":{"odd":null}},"errors":[{"message":"It is even.","locations":[{"line":1,"column":34}],"path":["ticks","odd"]""");
        responses[2].Should().Be("""{"data":{"ticks":{"odd":3}}}""");
    }

    [Fact]
    public async Task A_stream_that_cannot_be_opened_is_one_request_error() =>
        (await Run("subscription { refuses { n } }")).Should().Equal("""{"errors":[{"message":"No such district.","locations":[{"line":1,"column":16}],"path":["refuses"],"extensions":{"code":"NOT_FOUND","coordinate":"Subscription.refuses"}}]}""");

    [Fact]
    public async Task A_source_that_breaks_ends_the_stream_with_an_error() =>
        (await Run("subscription { breaks { n } }")).Should().HaveCount(2).And.HaveElementAt(0, """{"data":{"breaks":{"n":1}}}""")
            .And.HaveElementAt(1, """{"errors":[{"message":"The source broke.","locations":[{"line":1,"column":16}],"path":["breaks"],"extensions":{"code":"BROKEN","coordinate":"Subscription.breaks"}}]}""");

    [Fact]
    public async Task Queries_and_refusals_are_streams_of_one_response()
    {
        (await Run("{ one }")).Should().Equal("""{"data":{"one":1}}""");
        (await Run("subscription { ticks { n } }")).Should().ContainSingle().Which.Should().Contain("Argument \\\"Subscription.ticks(count:)\\\" of type \\\"Int!\\\" is required");
    }

    [Fact]
    public void Without_a_stream_a_subscription_is_refused() =>
        Schema.ExecuteToJson("subscription { ticks(count: 1) { n } }").Should().Be("""{"errors":[{"message":"A subscription needs a stream: use Server-Sent Events or a WebSocket.","extensions":{"code":"BAD_USER_INPUT"}}]}""");

    [Theory]
    [InlineData(null, "host", false)]
    [InlineData("https://host", "host", false)]
    [InlineData("http://host:8080", "host:8080", false)]
    [InlineData("https://evil", "host", true)]
    [InlineData("null", "host", true)]
    public void A_page_of_another_origin_is_recognised(string? origin, string host, bool isForeign) => SocketOptions.IsForeignOrigin(origin, host).Should().Be(isForeign);
}
