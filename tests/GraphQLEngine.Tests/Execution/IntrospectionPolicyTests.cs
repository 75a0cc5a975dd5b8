using System.Text;
using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;
using GraphQLEngine.Tests.Subscriptions;
using static GraphQLEngine.Tests.Http.HandlerTests;

namespace GraphQLEngine.Tests.Execution;

/// <summary>Introspection is allowed or refused caller by caller, on every way in.</summary>
public class IntrospectionPolicyTests
{
    private const string Refused = """{"message":"Introspection is not allowed: \"__schema\" cannot be selected by this caller.","locations":[{"line":1,"column":3}],"extensions":{"code":"INTROSPECTION_DISABLED"}}""";
    private const string Misspelt = """{"message":"Cannot query field \"titel\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}""";

    private static readonly IServiceProvider Operator = new TestServices("operator");
    private static readonly IServiceProvider Stranger = new TestServices("stranger");

    [Resolves("Query")]
    public static class QueryFields
    {
        public static string Title(string? kind, InValue? input) => "Plan";
    }

    public record InValue(string? Name, string? Size);

    private int _asked;
    private readonly List<UnexpectedError> _unexpected = [];

    private Schema Build(Func<GraphQLRequest, bool>? allow = null) => TestSchema.Build(
        "type Query { title(kind: Kind, input: In): String! } enum Kind { SPECIAL REGIONAL } input In { name: String size: String }",
        new EngineOptions { AllowIntrospection = allow ?? IsOperator, OnUnexpectedError = _unexpected.Add },
        typeof(QueryFields));

    private bool IsOperator(GraphQLRequest request)
    {
        _asked++;
        return Equals(request.Services?.GetService(typeof(string)), "operator");
    }

    private async Task<string> Http(string query, IServiceProvider caller, string? accept = null, string variables = "{}")
    {
        var post = Post($$"""{"query":{{System.Text.Json.JsonSerializer.Serialize(query)}},"variables":{{variables}}}""", accept);
        using var response = new GraphQLHttpHandler(Build()).Handle(new GraphQLHttpRequest { Method = post.Method, Body = post.Body, ContentType = post.ContentType, Accept = accept, Services = caller });
        var text = new StringBuilder(Encoding.UTF8.GetString(response.Body.Span));
        if (response.Events is { } events)
        {
            await foreach (var piece in events)
                text.Append(Encoding.UTF8.GetString(piece.Span));
        }
        return text.ToString();
    }

    [Fact]
    public async Task Over_HTTP_the_caller_decides()
    {
        (await Http("{ __schema { description } }", Operator)).Should().Be("""{"data":{"__schema":{"description":null}}}""");
        (await Http("{ __schema { description } }", Stranger)).Should().Be($$"""{"errors":[{{Refused}}]}""");
        _asked.Should().Be(2);
    }

    [Fact]
    public async Task Over_Server_Sent_Events_the_caller_decides()
    {
        (await Http("{ __schema { description } }", Operator, "text/event-stream")).Should().Be(":\n\nevent: next\ndata: {\"data\":{\"__schema\":{\"description\":null}}}\n\nevent: complete\ndata:\n\n");
        (await Http("{ __schema { description } }", Stranger, "text/event-stream")).Should().Be($":\n\nevent: next\ndata: {{\"errors\":[{Refused}]}}\n\nevent: complete\ndata:\n\n");
        (await Http("{ titel }", Stranger, "text/event-stream")).Should().Be($":\n\nevent: next\ndata: {{\"errors\":[{Misspelt}]}}\n\nevent: complete\ndata:\n\n");
        _asked.Should().Be(3);
    }

    [Fact]
    public async Task Over_a_WebSocket_whoever_was_admitted_decides()
    {
        var options = new SocketOptions { Admit = init => new(new SocketAdmission { Services = init.Payload == "\"operator\"" ? Operator : Stranger }) };
        var handler = new GraphQLSocketHandler(new GraphQLHttpHandler(Build()), options);
        await using (var client = await SocketClient.Open(handler, "\"operator\""))
        {
            await client.Subscribe("1", "{ __schema { description } }");
            (await client.Receive()).Should().Be("""{"id":"1","type":"next","payload":{"data":{"__schema":{"description":null}}}}""");
        }
        await using var stranger = await SocketClient.Open(handler);
        await stranger.Subscribe("1", "{ __schema { description } }");
        (await stranger.Receive()).Should().Be($$"""{"id":"1","type":"error","payload":[{{Refused}}]}""");
        await stranger.Subscribe("2", "{ titel }");
        (await stranger.Receive()).Should().Be($$"""{"id":"2","type":"error","payload":[{{Misspelt}}]}""");
    }

    [Theory]
    [InlineData("{ titel }", "{}", " Did you mean \\\"title\\\"?")]
    [InlineData("{ title(knid: SPECIAL) }", "{}", " Did you mean \\\"kind\\\"?")]
    [InlineData("{ title(kind: SPECAIL) }", "{}", " Did you mean the enum value \\\"SPECIAL\\\"?")]
    [InlineData("{ title(input: { nmae: 1 }) }", "{}", " Did you mean \\\"name\\\"?")]
    [InlineData("query ($k: Kidn) { title(kind: $k) }", "{}", " Did you mean \\\"Kind\\\" or \\\"In\\\"?")]
    [InlineData("query ($k: Kind) { title(kind: $k) }", """{"k":"SPECAIL"}""", " Did you mean the enum value \\\"SPECIAL\\\"?")]
    [InlineData("query ($i: In) { title(input: $i) }", """{"i":{"nmae":"x"}}""", " Did you mean \\\"name\\\"?")]
    [InlineData("{ title __schema }", "{}", " Did you mean \\\"__schema { ... }\\\"?")]
    public async Task A_suggestion_is_for_those_who_may_introspect(string query, string variables, string suggestion)
    {
        (await Http(query, Operator, variables: variables)).Should().Contain(suggestion);
        (await Http(query, Stranger, variables: variables)).Should().Contain("\"errors\"").And.NotContain("Did you mean");
    }

    [Theory]
    [InlineData("{ ...F } fragment F on Query { t: __type(name: \"Query\") { name } }")]
    [InlineData("query ($x: Boolean = false) { title ... @include(if: $x) { __schema { description } } }")]
    public async Task Introspection_does_not_hide_in_fragments(string query) => (await Http(query, Stranger)).Should().Contain("\"code\":\"INTROSPECTION_DISABLED\"").And.NotContain("\"data\"");

    [Fact]
    public async Task The_name_of_a_type_is_always_answered() => (await Http("{ __typename title }", Stranger)).Should().Be("""{"data":{"__typename":"Query","title":"Plan"}}""");

    [Fact]
    public void Who_cannot_be_judged_is_refused()
    {
        var json = Build(_ => throw new InvalidOperationException("No role.")).ExecuteToJson("{ __schema { description } }");
        json.Should().Be($$"""{"errors":[{{Refused}}]}""");
        _unexpected.Should().ContainSingle().Which.Exception.Message.Should().Be("No role.");
    }

    [Fact]
    public void Everybody_may_introspect_where_nobody_decides() =>
        TestSchema.Build("type Query { title(kind: String, input: In): String! } input In { name: String size: String }", typeof(QueryFields)).ExecuteToJson("{ __schema { description } }")
            .Should().Be("""{"data":{"__schema":{"description":null}}}""");
}
