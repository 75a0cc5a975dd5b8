using System.Text;
using GraphQLEngine.Http;
using static GraphQLEngine.Tests.Http.HandlerTests;

namespace GraphQLEngine.Tests.Http;

/// <summary>Arrays of requests: refused unless allowed, bounded in number, and together bound to the budget of one request.</summary>
public class BatchTests
{
    private static readonly List<int> Calls = [];

    [Resolves("Query")]
    public static class QueryFields
    {
        public static int[] List(int first) => [first];

        public static int Two() => 2;
    }

    [Resolves("Mutation")]
    public static class MutationFields
    {
        public static int Add(int n)
        {
            Calls.Add(n);
            return n;
        }
    }

    [Resolves("Subscription")]
    public static class SubscriptionFields
    {
        public static async IAsyncEnumerable<int> Ticks()
        {
            await Task.Yield();
            yield return 1;
        }
    }

    private static Schema Build(Limits limits) => TestSchema.Build(
        """type Query { list(first: Int!): [Int!]! @cost(weight: "3") two: Int! @cost(weight: "1") } type Mutation { add(n: Int!): Int! } type Subscription { ticks: Int! }""",
        new EngineOptions { Limits = limits },
        typeof(QueryFields),
        typeof(MutationFields),
        typeof(SubscriptionFields));

    private static readonly Schema Schema = Build(new Limits { MaxBatch = 10 });

    private static (int Status, string Body) Send(string body, Schema? schema = null, string? accept = null, Func<string, string?>? header = null)
    {
        using var response = new GraphQLHttpHandler(schema ?? Schema).Handle(Post(body, accept, header: header));
        return (response.Status, Encoding.UTF8.GetString(response.Body.Span));
    }

    private static string Array(params string[] queries) => $"[{string.Join(',', queries.Select(query => $$"""{"query":"{{query}}"}"""))}]";

    private static string Error(string message, string code = "BAD_USER_INPUT") => $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}""";

    [Fact, Trait("Limit", nameof(Limits.MaxBatch))]
    public void Arrays_are_refused_unless_they_are_allowed() =>
        Send(Array("{ two }"), Build(new Limits())).Should().Be((400, Error("Batches of requests are not allowed.")));

    [Theory]
    [InlineData(null)]
    [InlineData("application/graphql-response+json")]
    public void Responses_come_in_the_order_of_the_requests(string? accept) =>
        Send(Array("{ two }", "{ nope }", "{ list(first: 7) }"), accept: accept).Should().Be((200,
            """[{"data":{"two":2}},{"errors":[{"message":"Cannot query field \"nope\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]},{"data":{"list":[7]}}]"""));

    [Fact]
    public void Mutations_run_one_after_the_other()
    {
        Calls.Clear();
        Send(Array("mutation { add(n: 1) b: add(n: 2) }", "mutation { add(n: 3) }")).Body.Should().Be("""[{"data":{"add":1,"b":2}},{"data":{"add":3}}]""");
        Calls.Should().Equal(1, 2, 3);
    }

    [Theory]
    [InlineData("[]", 400, "A batch must have at least one request.", "BAD_USER_INPUT")]
    [InlineData("[", 400, "The request body is no JSON.", "BAD_USER_INPUT")]
    [InlineData("[{\"query\":\"{ two }\"}", 400, "The request body is no JSON.", "BAD_USER_INPUT")]
    [InlineData("[{\"query\":\"{ two }\"}] {}", 400, "The request body is no JSON.", "BAD_USER_INPUT")]
    [InlineData("[{},{},{},{},{},{},{},{},{},{},{}", 400, "A batch has at most 10 requests.", "LIMIT_EXCEEDED")]
    public void A_bad_array_is_refused_whole(string body, int status, string message, string code) => Send(body).Should().Be((status, Error(message, code)));

    [Theory]
    [InlineData("1", "Each request of a batch must be a JSON object.")]
    [InlineData("null", "Each request of a batch must be a JSON object.")]
    [InlineData("[{\"query\":\"{ two }\"}]", "Each request of a batch must be a JSON object.")]
    [InlineData("{}", "The parameter \\\"query\\\" must be a string.")]
    [InlineData("{\"query\":1}", "The parameter \\\"query\\\" must be a string.")]
    [InlineData("{\"query\":\"{ two }\",\"variables\":[]}", "The parameter \\\"variables\\\" must be a JSON object.")]
    [InlineData("{\"query\":\"subscription { ticks }\"}", "A subscription needs a stream: use Server-Sent Events or a WebSocket.")]
    public void A_bad_request_in_an_array_is_refused_alone(string element, string message) =>
        Send($$"""[{{element}},{"query":"{ two }"}]""").Should().Be((200, $"[{Error(message)},{{\"data\":{{\"two\":2}}}}]"));

    [Fact]
    public void The_cost_is_summed_over_the_array_and_nothing_runs_above_the_budget()
    {
        var schema = Build(new Limits { MaxBatch = 10, MaxFieldCost = 7 });
        Calls.Clear();
        Send(Array("{ list(first: 1) }", "{ list(first: 1) two }"), schema).Body.Should().Be("""[{"data":{"list":[1]}},{"data":{"list":[1],"two":2}}]""");
        Send(Array("mutation { add(n: 1) }", "{ list(first: 1) two }", "{ list(first: 1) two }"), schema).Should().Be((200,
            """{"errors":[{"message":"The batch's field cost of 8 is above the limit of 7.","extensions":{"code":"COST_LIMIT_EXCEEDED","fieldCost":8,"typeCost":0,"nodes":0,"limit":7}}]}"""));
        Calls.Should().BeEmpty();
        Send("""{"query":"{ two }"}""", schema).Should().Be((200, """{"data":{"two":2}}"""));
    }

    [Fact]
    public void Each_response_reports_its_own_cost() =>
        Send(Array("{ two }", "{ list(first: 1) }"), header: name => name == "GraphQL-Cost" ? "report" : null).Body.Should().Be(
            """[{"data":{"two":2},"extensions":{"cost":{"fieldCost":1,"typeCost":0,"nodes":0}}},{"data":{"list":[1]},"extensions":{"cost":{"fieldCost":3,"typeCost":0,"nodes":0}}}]""");

    [Fact]
    public void An_array_is_no_event_stream() =>
        Send(Array("{ two }"), accept: "text/event-stream").Should().Be((400, Error("A batch of requests cannot be answered by Server-Sent Events.")));
}
