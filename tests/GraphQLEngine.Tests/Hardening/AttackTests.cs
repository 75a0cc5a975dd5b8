using GraphQLEngine.Http;

namespace GraphQLEngine.Tests.Hardening;

/// <summary>Every attack is refused with its code before a resolver runs, and the schema answers afterwards.</summary>
public class AttackTests
{
    private const string Sdl = """
        type Query { plan(id: ID): Plan plans(first: Int, last: Int): Plans! @listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes"]) }
        type Plans { nodes: [Plan!]! }
        type Plan { id: ID! parent: Plan superiors: [Link!]! children(first: Int): [Plan!]! @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false, assumedSize: 10) }
        type Link { plan: Plan! }
        """;

    private static int _calls;

    public record Plan(string Id)
    {
        public Plan? Parent => null;
        public Link[] Superiors => [];
    }

    public record Link(Plan Plan);

    public record Plans(Plan[] Nodes);

    [Resolves("Query")]
    public static class QueryFields
    {
        public static Plan Plan(string? id)
        {
            Interlocked.Increment(ref _calls);
            return new Plan(id ?? "1");
        }

        public static Plans Plans(int? first, int? last) => new([new Plan("1")]);
    }

    [Resolves("Plan")]
    public static class PlanFields
    {
        public static Plan[] Children(Plan plan, int? first) => [];
    }

    private static readonly Schema Schema = Build(new Limits());

    private static Schema Build(Limits limits) => TestSchema.Build(Sdl, new EngineOptions { Limits = limits }, typeof(QueryFields), typeof(PlanFields));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static async Task<(string Code, string Message)> Refusal(string query, string? variables = null)
    {
        var before = _calls;
        var json = await Schema.ExecuteToJsonAsync(query, variables);
        _calls.Should().Be(before, "no resolver may run");
        (await Schema.ExecuteToJsonAsync("{ plan { id } }")).Should().Be("""{"data":{"plan":{"id":"1"}}}""", "the schema must answer afterwards");
        using var parsed = System.Text.Json.JsonDocument.Parse(json);
        parsed.RootElement.TryGetProperty("data", out _).Should().BeFalse();
        var error = parsed.RootElement.GetProperty("errors").EnumerateArray().Last();
        return (error.GetProperty("extensions").GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
    }

    public static TheoryData<string, string, string> Attacks() => new()
    {
        { "deep selections", Repeat("{ plan ", 5_000) + Repeat("}", 5_000), "Syntax Error: Document is nested deeper than 64 levels. Parsing aborted." },
        { "deep lists", $"{{ plan(id: {Repeat("[", 5_000)}", "Syntax Error: Document is nested deeper than 64 levels. Parsing aborted." },
        { "deep objects", $"{{ plan(id: {Repeat("{a:", 3_000)}", "Syntax Error: Document is nested deeper than 64 levels. Parsing aborted." },
        { "deep types", $"query ($a: {Repeat("[", 5_000)}", "Syntax Error: Document is nested deeper than 64 levels. Parsing aborted." },
        { "tokens", $"{{ plan(id: [{Repeat("1 ", 20_000)}]) {{ id }} }}", "Syntax Error: Document contains more than 10000 tokens. Parsing aborted." },
        { "fields", $"{{ plan {{ {Repeat("id ", 3_000)} }} }}", "Syntax Error: Document contains more than 2000 fields. Parsing aborted." },
        { "aliases", $"{{ plan {{ {string.Concat(Enumerable.Range(0, 60).Select(i => $"a{i}: id "))} }} }}", "Syntax Error: Document contains more than 50 aliases. Parsing aborted." },
        { "directives at one place", "{ plan @a @a @a @a @a { id } }", "Syntax Error: There are more than 4 directives at one place. Parsing aborted." },
        { "directives in all", $"{{ plan {{ {Repeat("id @a ", 60)} }} }}", "Syntax Error: Document contains more than 50 directives. Parsing aborted." },
        { "aliases of a root field", $"{{ {string.Concat(Enumerable.Range(0, 11).Select(i => $"a{i}: plan {{ id }} "))} }}", "Field \"Query.plan\" has more than 10 aliases." },
        { "recursion through the schema", "{ plan { parent { parent { parent { parent { id } } } } } }", "Field \"Plan.parent\" stands more than 3 times on one path." },
        { "depth", "{ plan { parent { superiors { plan { parent { superiors { plan { parent { superiors { plan { children(first: 1) { children(first: 1) { id } } } } } } } } } } } } }", "Field \"Plan.id\" is nested deeper than 12 levels." },
        { "repeated objects", $"{{ {Repeat("plan { parent { id } } ", 600)} }}", "Too many fields share a response name. Validation aborted." },
        { "fragment bomb", FragmentBomb(14), "The operation spreads more than 1000 fragments, nested spreads counted each time." },
        { "large fragment spread often", $"{{ plan {{ {Repeat("...F ", 900)} }} }} fragment F on Plan {{ {Repeat("id ", 1_900)} }}", "The operation selects more than 50000 fields, those of fragments counted each time." },
        { "fragment cycle", "{ plan { ...A } } fragment A on Plan { ...B } fragment B on Plan { ...A }", "Cannot spread fragment \"A\" within itself via \"B\"." },
        { "introspection", "{ __schema { types { fields { type { fields { name } } } } } }", "Field \"__Type.fields\" stands more than 1 times on one path." },
        { "ofType", "{ __schema { types " + Repeat("{ ofType ", 18) + "{ name }" + Repeat("}", 18) + " } }", "Field \"__Type.ofType\" stands more than 16 times on one path." },
        { "error flood", $"{{ plan {{ {string.Concat(Enumerable.Range(0, 40).Select(i => $"no{i} "))} }} }}", "Too many validation errors, error limit reached. Validation aborted." },
        { "nodes", "{ plans(first: 100) { nodes { children(first: 100) { children(first: 100) { id } } } } }", "The operation's type cost of 1010101 is above the limit of 5000." },
    };

    // A spreads B twice, B spreads C twice ...: 2^n visits.
    private static string FragmentBomb(int depth) =>
        "{ plan { ...F0 } } " + string.Concat(Enumerable.Range(0, depth).Select(i => $"fragment F{i} on Plan {{ parent {{ id }} ...F{i + 1} ... on Plan {{ ...F{i + 1} }} }} ")) + $"fragment F{depth} on Plan {{ id }}";

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_attack_is_refused_before_anything_runs(string name, string query, string message)
    {
        var (code, text) = await Refusal(query);
        text.Should().Be(message, name);
        code.Should().BeOneOf(ErrorCodes.LimitExceeded, ErrorCodes.ValidationFailed, ErrorCodes.CostLimitExceeded);
    }

    [Fact]
    public async Task A_refused_document_is_not_prepared_again()
    {
        var schema = Build(new Limits());
        for (var i = 0; i < 20; i++)
            await schema.ExecuteToJsonAsync(FragmentBomb(12).Replace("id", "nope", StringComparison.Ordinal));
        schema.Executor.Preparations.Should().Be(1);
    }

    [Fact]
    public async Task Deep_variables_are_refused()
    {
        var handler = new GraphQLHttpHandler(Schema);
        var body = "{\"query\":\"{ plan { id } }\",\"variables\":{\"a\":" + Repeat("[", 5_000) + Repeat("]", 5_000) + "}}";
        using var response = await handler.HandleAsync(Http.HandlerTests.Post(body));
        System.Text.Encoding.UTF8.GetString(response.Body.Span).Should().Be("""{"errors":[{"message":"The JSON is nested deeper than 64 levels.","extensions":{"code":"LIMIT_EXCEEDED"}}]}""");
    }

    [Theory]
    [InlineData("{ ...F0 }", "Query")]
    [InlineData("{ plan { ...F0 } }", "Plan")]
    public void A_chain_of_fragments_never_fills_the_stack(string operation, string type)
    {
        var chain = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"fragment F{i} on {type} {{ ...F{i + 1} }} "));
        var json = "";
        // A small stack, as on Windows, and no limits: an overflow would end the process.
        var thread = new Thread(() => json = Build(Limits.None).ExecuteToJsonAsync($"{operation} {chain} fragment F3000 on {type} {{ __typename }}").Result, 1024 * 1024);
        thread.Start();
        thread.Join();
        json.Should().Contain("\"message\":\"The operation nests more than 1000 selection sets, those of fragments counted.\"").And.Contain("\"code\":\"LIMIT_EXCEEDED\"").And.NotContain("\"data\"");
    }

    [Fact]
    public async Task Each_limit_can_be_lifted()
    {
        var open = Build(Limits.None);
        (await open.ExecuteToJsonAsync("{ plan { parent { parent { parent { parent { id } } } } } }")).Should().Be("""{"data":{"plan":{"parent":null}}}""");
        var some = Build(new Limits { CoordinateRepeats = new Dictionary<string, int> { ["Plan.parent"] = 8 } });
        (await some.ExecuteToJsonAsync("{ plan { parent { parent { parent { parent { id } } } } } }")).Should().Be("""{"data":{"plan":{"parent":null}}}""");
    }

    [Theory]
    [InlineData("{ plans { nodes { id } } }", null, "Field \"Query.plans\" needs \"first\" or \"last\", as literal or variable, between 1 and 100.")]
    [InlineData("{ plans(first: 1, last: 1) { nodes { id } } }", null, "Field \"Query.plans\" takes only one of \"first\" or \"last\", as literal or variable.")]
    [InlineData("{ plans(first: 101) { nodes { id } } }", null, "Argument \"Query.plans(first:)\" must be between 1 and 100, as literal or variable, but is 101.")]
    [InlineData("query ($n: Int) { plans(last: $n) { nodes { id } } }", """{"n":0}""", "Argument \"Query.plans(last:)\" must be between 1 and 100, as literal or variable, but is 0.")]
    [InlineData("query ($n: Int) { plans(first: $n) { nodes { id } } }", "{}", "Field \"Query.plans\" needs \"first\" or \"last\", as literal or variable, between 1 and 100.")]
    public async Task A_list_that_can_grow_is_asked_for_in_pages(string query, string? variables, string message) =>
        (await Refusal(query, variables)).Should().Be((ErrorCodes.BadUserInput, message));

    [Fact]
    public async Task A_page_that_is_skipped_is_not_checked() =>
        (await Schema.ExecuteToJsonAsync("query ($s: Boolean!) { plans @skip(if: $s) { nodes { id } } }", """{"s":true}""")).Should().Be("""{"data":{}}""");
}
