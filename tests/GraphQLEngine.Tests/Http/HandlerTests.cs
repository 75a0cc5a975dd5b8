using System.Buffers;
using System.Text;
using GraphQLEngine.Http;

namespace GraphQLEngine.Tests.Http;

public class HandlerTests
{
    private const string GraphQL = "application/graphql-response+json";
    private const string Json = "application/json";

    [Resolves("Query")]
    public static class QueryFields
    {
        public static int One() => 1;
        public static int? Fails() => throw new GraphQLException("It fails.");
        public static string Echo(string text) => text;
    }

    [Resolves("Mutation")]
    public static class MutationFields
    {
        public static int Change() => 2;
    }

    private static readonly Schema Schema = TestSchema.Build("type Query { one: Int! fails: Int echo(text: String!): String! } type Mutation { change: Int! }", typeof(QueryFields), typeof(MutationFields));

    public static GraphQLHttpRequest Post(string body, string? accept = null, string? contentType = Json, Func<string, string?>? header = null) =>
        new() { Method = "POST", Body = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body)), ContentType = contentType, Accept = accept, Header = header };

    private static GraphQLHttpRequest Get(string query, bool preflight = true, string? accept = null) =>
        new() { Method = "GET", QueryString = query, Accept = accept, Header = name => preflight && name == "GraphQL-Require-Preflight" ? "1" : null };

    private static (int Status, string Type, string Body) Send(GraphQLHttpRequest request, GraphQLHttpOptions? options = null)
    {
        using var response = new GraphQLHttpHandler(Schema, options).Handle(request);
        return (response.Status, response.ContentType, Encoding.UTF8.GetString(response.Body.Span));
    }

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData(Json, Json)]
    [InlineData(GraphQL, GraphQL)]
    [InlineData("application/graphql-response+json, application/json;q=0.9", GraphQL)]
    [InlineData("application/graphql-response+json;q=0.5, application/json", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("text/html, application/graphql-response+json;q=0.8, */*;q=0.1", GraphQL)]
    public void The_media_type_is_negotiated(string? accept, string expected) =>
        Send(Post("""{"query":"{ one }"}""", accept)).Should().Be((200, $"{expected}; charset=utf-8", """{"data":{"one":1}}"""));

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    public void Nothing_acceptable_is_406(string accept) => Send(Post("""{"query":"{ one }"}""", accept)).Status.Should().Be(406);

    [Theory]
    [InlineData("{ one }", GraphQL, 200, 200)]
    [InlineData("{ fails }", GraphQL, 200, 294)]
    [InlineData("{ fails }", Json, 200, 200)]
    [InlineData("{ one", GraphQL, 400, 400)]
    [InlineData("{ one", Json, 200, 400)]
    [InlineData("{ nope }", GraphQL, 400, 422)]
    [InlineData("{ nope }", Json, 200, 422)]
    [InlineData("query ($a: String!) { echo(text: $a) }", GraphQL, 400, 422)]
    [InlineData("query ($a: String!) { echo(text: $a) }", Json, 200, 422)]
    public void The_status_tells_the_outcome(string query, string accept, int established, int draft)
    {
        var request = Post($$"""{"query":"{{query}}"}""", accept);
        Send(request).Status.Should().Be(established);
        Send(request, new GraphQLHttpOptions { StatusCodes = HttpStatusCodes.Draft2026 }).Status.Should().Be(draft);
    }

    [Theory]
    [InlineData("", "The request body is no JSON.")]
    [InlineData("[", "Batches of requests are not allowed.")]
    [InlineData("1", "The request body must be a JSON object.")]
    [InlineData("{\"query\":\"{ one }\"", "The request body is no JSON.")]
    [InlineData("{\"query\":\"{ one }\"} x", "The request body is no JSON.")]
    [InlineData("{\"query\":\"\\ud800\"}", "The request body is no JSON.")]
    [InlineData("{}", "The parameter \\\"query\\\" must be a string.")]
    [InlineData("{\"query\":1}", "The parameter \\\"query\\\" must be a string.")]
    [InlineData("{\"query\":\"{ one }\",\"variables\":[]}", "The parameter \\\"variables\\\" must be a JSON object.")]
    [InlineData("{\"query\":\"{ one }\",\"variables\":\"{}\"}", "The parameter \\\"variables\\\" must be a JSON object.")]
    [InlineData("{\"query\":\"{ one }\",\"operationName\":1}", "The parameter \\\"operationName\\\" must be a string.")]
    [InlineData("{\"query\":\"{ one }\",\"extensions\":\"x\"}", "The parameter \\\"extensions\\\" must be a JSON object.")]
    public void A_malformed_request_is_400(string body, string message) =>
        Send(Post(body)).Should().Be((400, "application/json; charset=utf-8", $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"BAD_USER_INPUT"}}]}"""));

    [Theory]
    [InlineData("""{"query":"{ one }","variables":null,"operationName":null,"extensions":null,"other":[1,{"a":2}]}""")]
    [InlineData("{\"query\":\"{\\n\\tone }\\u0020\"}")]
    [InlineData("\ufeff{\"query\":\"{ one }\"}")]
    public void Nulls_escapes_and_unknown_keys_are_fine(string body) => Send(Post(body)).Body.Should().Be("""{"data":{"one":1}}""");

    [Theory]
    [InlineData(null, 400)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json;charset=UTF-8", 200)]
    public void A_post_is_JSON(string? contentType, int status) => Send(Post("""{"query":"{ one }"}""", contentType: contentType)).Status.Should().Be(status);

    [Theory]
    [InlineData(null, 200)]
    [InlineData("identity", 200)]
    [InlineData("gzip", 415)]
    public void A_post_is_not_compressed(string? encoding, int status)
    {
        var answer = Send(Post("""{"query":"{ one }"}""", header: name => name == "Content-Encoding" ? encoding : null));
        answer.Status.Should().Be(status);
        answer.Body.Should().Be(status == 200 ? """{"data":{"one":1}}""" : """{"errors":[{"message":"The body must not be compressed: send it without Content-Encoding.","extensions":{"code":"BAD_USER_INPUT"}}]}""");
    }

    [Fact]
    public void A_body_above_the_limit_is_413() => Send(Post($$"""{"query":"{{new string(' ', 300_000)}}"}""")).Status.Should().Be(413);

    [Fact]
    public void Get_runs_queries_with_a_preflight_header_only()
    {
        Send(Get("?query=query+Q(%24t:String!)%7Becho(text:%24t)%7D&variables=%7B%22t%22:%22%C3%A4%22%7D&operationName=Q")).Should().Be((200, "application/json; charset=utf-8", """{"data":{"echo":"ä"}}"""));
        var (status, _, body) = Send(Get("?query={one}", preflight: false));
        (status, body).Should().Be((400, """{"errors":[{"message":"A GET request needs one of the headers GraphQL-Require-Preflight, Apollo-Require-Preflight, X-Apollo-Operation-Name, so that no other web site can send it.","extensions":{"code":"CSRF_PROTECTION"}}]}"""));
        Send(Get("?query={one}&variables=[1]")).Status.Should().Be(400);
    }

    [Fact]
    public void A_mutation_over_get_is_405()
    {
        using var response = new GraphQLHttpHandler(Schema).Handle(Get("?query=mutation{change}"));
        (response.Status, response.Allow).Should().Be((405, "POST"));
    }

    [Fact]
    public void Other_methods_are_405()
    {
        using var response = new GraphQLHttpHandler(Schema).Handle(new GraphQLHttpRequest { Method = "PUT" });
        (response.Status, response.Allow).Should().Be((405, "GET, POST"));
    }

    [Fact]
    public void The_cost_header_reports_the_cost() =>
        Send(Post("""{"query":"{ one }"}""", header: name => name == "GraphQL-Cost" ? "report" : null)).Body.Should().Be("""{"data":{"one":1},"extensions":{"cost":{"fieldCost":0,"typeCost":0,"nodes":0}}}""");

    [Fact]
    public async Task Server_sent_events_carry_queries_too()
    {
        using var response = new GraphQLHttpHandler(Schema).Handle(Post("""{"query":"{ one }"}""", "text/event-stream"));
        var pieces = new List<string>();
        await foreach (var piece in response.Events!)
            pieces.Add(Encoding.UTF8.GetString(piece.Span));
        response.ContentType.Should().Be("text/event-stream; charset=utf-8");
        pieces.Should().Equal(":\n\n", "event: next\ndata: {\"data\":{\"one\":1}}\n\n", "event: complete\ndata:\n\n");
    }

    [Fact]
    public async Task Persisted_queries_are_learnt_once()
    {
        var handler = new GraphQLHttpHandler(Schema);
        var hash = TrustedDocuments.HashOf("{ one }"u8.ToArray());
        async Task<string> Ask(string? query)
        {
            var text = query is null ? "" : $"\"query\":\"{query}\",";
            using var response = handler.Handle(Post("{" + text + "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}}"));
            return Encoding.UTF8.GetString(response.Body.Span);
        }

        (await Ask(null)).Should().Be("""{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""");
        (await Ask("{ fails }")).Should().Be("""{"errors":[{"message":"The persisted query's hash is not that of its text.","extensions":{"code":"BAD_USER_INPUT"}}]}""");
        (await Ask(null)).Should().Contain("PersistedQueryNotFound");
        (await Ask("{ one }")).Should().Be("""{"data":{"one":1}}""");
        (await Ask(null)).Should().Be("""{"data":{"one":1}}""");
    }

    [Fact]
    public void Trusted_documents_run_by_their_hash_and_nothing_else_does()
    {
        var trusted = TrustedDocuments.From(["{ one }"u8.ToArray()]);
        var options = new GraphQLHttpOptions { TrustedDocuments = trusted, TrustedDocumentsOnly = true };
        var id = TrustedDocuments.HashOf("{ one }"u8.ToArray());
        Send(Post($$"""{"documentId":"sha256:{{id}}"}"""), options).Body.Should().Be("""{"data":{"one":1}}""");
        foreach (var other in new[] { """{"query":"{ one }"}""", """{"documentId":"sha256:00"}""", """{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}""" })
            Send(Post(other), options).Should().Be((400, $"{Json}; charset=utf-8", """{"errors":[{"message":"Only trusted documents may be run, by their hash.","extensions":{"code":"FORBIDDEN"}}]}"""));
    }
}
