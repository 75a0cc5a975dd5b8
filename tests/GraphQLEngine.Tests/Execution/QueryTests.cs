namespace GraphQLEngine.Tests.Execution;

public class QueryTests
{
    private const string Sdl = """
        interface Named { name: String! }
        type Query { plan(id: ID!): Plan plans(first: Int = 2): [Plan!]! things: [Thing!]! named: [Named!]! echo(text: String, numbers: [Int!], size: Size = SMALL, filter: Filter): String! }
        type Plan implements Named { id: ID! name: String! version: Int! budget: Float parent: Plan tags: [String!]! active: Boolean! grid: [[Int]!] }
        type Agency implements Named { name: String! code: String! }
        union Thing = Plan | Agency
        enum Size { SMALL VERY_LARGE }
        input Filter { text: String! year: Int = 2026 sizes: [Size!] inner: Filter }
        """;

    private static readonly Schema Schema = Build();

    private static Schema Build(EngineOptions? options = null) =>
        TestSchema.Build(Sdl, binding => binding.Type<Agency>("Agency").Resolvers(typeof(QueryFields)).Resolvers(typeof(AgencyFields)), options);

    public record Plan(int Id, string Name, int Version, double? Budget, Plan? Parent)
    {
        public string[] Tags => ["a", "b"];
        public bool Active() => Version > 1;
        public List<int?[]>? Grid => Parent is null ? null : [[1, null], []];
    }

    public record Agency(string Name, string Code);

    public enum Size { Small, VeryLarge }

    public record Filter(string Text, int? Year, Size[]? Sizes, Filter? Inner);

    [Resolves("Query")]
    public static class QueryFields
    {
        private static readonly Plan Root = new(1, "Root", 1, null, null);
        private static readonly Plan Child = new(2, "Child", 3, 12.5, Root);

        public static Plan? Plan(int id) => id switch { 1 => Root, 2 => Child, _ => null };
        public static IEnumerable<Plan> Plans(int? first) => new[] { Root, Child }.Take(first ?? 0);
        public static object[] Things() => [Child, new Agency("Bureau", "B")];
        public static IReadOnlyList<object> Named() => [Root, new Agency("Bureau", "B")];
        public static string Echo(string? text, IReadOnlyList<int>? numbers, Size size, Filter? filter) =>
            $"{text ?? "null"} {(numbers is null ? "null" : string.Join('+', numbers))} {size} {filter?.ToString() ?? "null"}";
    }

    [Resolves("Agency")]
    public static class AgencyFields
    {
        public static string Name(Agency agency) => agency.Name.ToUpperInvariant();
    }

    [Fact]
    public void Fields_are_answered_in_the_order_of_the_query()
    {
        var json = Schema.ExecuteToJson("{ plan(id: 2) { version id name budget active tags grid parent { id budget grid } } }");
        json.Should().Be("""{"data":{"plan":{"version":3,"id":"2","name":"Child","budget":12.5,"active":true,"tags":["a","b"],"grid":[[1,null],[]],"parent":{"id":"1","budget":null,"grid":null}}}}""");
    }

    [Fact]
    public void Aliases_fragments_and_repeated_fields_are_merged_at_their_first_place()
    {
        var json = Schema.ExecuteToJson("""
            { p: plan(id: 2) { name ...F parent { id } id } }
            fragment F on Plan { id ... on Named { name } parent { name } ... { t: __typename } }
            """);
        json.Should().Be("""{"data":{"p":{"name":"Child","id":"2","parent":{"name":"Root","id":"1"},"t":"Plan"}}}""");
    }

    [Fact]
    public void The_concrete_type_decides_about_fragments_on_interfaces_and_unions()
    {
        var json = Schema.ExecuteToJson("{ things { __typename ... on Plan { id } ... on Agency { code } ... on Named { name } } named { name } }");
        json.Should().Be("""{"data":{"things":[{"__typename":"Plan","id":"2","name":"Child"},{"__typename":"Agency","code":"B","name":"BUREAU"}],"named":[{"name":"Root"},{"name":"BUREAU"}]}}""");
    }

    [Theory]
    [InlineData("""{ echo }""", "null null Small null")]
    [InlineData("""{ echo(text: "ä\u{1F600}", numbers: 3, size: VERY_LARGE, filter: null) }""", "ä😀 3 VeryLarge null")]
    [InlineData("""{ echo(numbers: [1, 2], filter: { text: "x" }) }""", "null 1+2 Small Filter { Text = x, Year = 2026, Sizes = , Inner =  }")]
    [InlineData("""{ echo(filter: { text: "x", year: null, sizes: SMALL, inner: { text: "y" } }) }""", "null null Small Filter { Text = x, Year = , Sizes = GraphQLEngine.Tests.Execution.QueryTests+Size[], Inner = Filter { Text = y, Year = 2026, Sizes = , Inner =  } }")]
    public void Arguments_arrive_as_CLR_values(string query, string expected)
    {
        var json = Schema.ExecuteToJson(query);
        System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("data").GetProperty("echo").GetString().Should().Be(expected);
    }

    [Theory]
    [InlineData("{}", "null null Small null")]
    [InlineData("""{"t":null,"n":null}""", "null null Small null")]
    [InlineData("""{"t":"a","n":[4,5],"s":"VERY_LARGE","f":{"text":"z","sizes":["SMALL"]}}""", "a 4+5 VeryLarge Filter { Text = z, Year = 2026, Sizes = GraphQLEngine.Tests.Execution.QueryTests+Size[], Inner =  }")]
    [InlineData("""{"n":3.0}""", "null 3 Small null")]
    [InlineData("""{"t":"a","t":"b"}""", "b null Small null")]
    public void Variables_arrive_as_CLR_values(string variables, string expected)
    {
        var json = Schema.ExecuteToJson("query ($t: String, $n: [Int!], $s: Size! = SMALL, $f: Filter) { echo(text: $t, numbers: $n, size: $s, filter: $f) }", variables);
        json.Should().Be($$$"""{"data":{"echo":"{{{expected}}}"}}""");
    }

    [Fact]
    public void A_default_of_an_argument_holds_when_its_variable_is_absent()
    {
        var json = Schema.ExecuteToJson("query ($n: Int, $s: Size) { plans(first: $n) { id } echo(size: $s) }");
        json.Should().Be("""{"data":{"plans":[{"id":"1"},{"id":"2"}],"echo":"null null Small null"}}""");
    }

    [Theory]
    [InlineData("true", "false", """{"data":{"plan":{"id":"1"}}}""")]
    [InlineData("false", "false", """{"data":{"plan":{"id":"1","name":"Root"}}}""")]
    [InlineData("true", "true", """{"data":{"plan":{"id":"1","version":1}}}""")]
    public void Skip_and_include_decide_by_variables(string skip, string include, string expected)
    {
        var query = "query ($s: Boolean!, $i: Boolean!) { plan(id: 1) { id name @skip(if: $s) ... @include(if: $i) { version } } gone: plan(id: 2) @include(if: false) { id } }";
        Schema.ExecuteToJson(query, $$"""{"s":{{skip}},"i":{{include}}}""").Should().Be(expected);
    }

    [Fact]
    public void A_variable_that_does_not_fit_is_a_request_error_without_data()
    {
        var json = Schema.ExecuteToJson("query Q($f: Filter!) { echo(filter: $f) }", """{"f":{"year":"x"}}""");
        json.Should().Be("""{"errors":[{"message":"Variable \"$f\" has invalid value: Expected value of type \"Filter\" to include required field \"text\", found: { year: \"x\" }.","locations":[{"line":1,"column":9}],"extensions":{"code":"BAD_USER_INPUT"}},{"message":"Variable \"$f\" has invalid value at .year: Int cannot represent non-integer value: \"x\"","locations":[{"line":1,"column":9}],"extensions":{"code":"BAD_USER_INPUT"}}]}""");
    }

    [Theory]
    [InlineData("{ a: __typename } { b: __typename }", null, "This anonymous operation must be the only defined operation.")]
    [InlineData("query A { __typename } query B { __typename }", null, "Must provide operation name if query contains multiple operations.")]
    [InlineData("query A { __typename } query B { __typename }", "C", "Unknown operation named \\\"C\\\".")]
    [InlineData("{ plan(id: 1) ", null, "Syntax Error: Expected Name, found <EOF>.")]
    public void An_operation_that_cannot_be_determined_is_a_request_error(string query, string? name, string message)
    {
        var json = Schema.ExecuteToJson(query, operationName: name);
        json.Should().StartWith($$"""{"errors":[{"message":"{{message}}""").And.NotContain("\"data\"");
    }

    [Fact]
    public void An_empty_operation_name_is_none() =>
        Schema.ExecuteToJson("query A { __typename }", operationName: "").Should().Be("""{"data":{"__typename":"Query"}}""");

    [Fact]
    public void A_document_is_prepared_once_and_a_refused_one_too()
    {
        var schema = Build();
        foreach (var query in new[] { "{ __typename }", "{ nope }", "{" })
        {
            schema.ExecuteToJson(query);
            schema.ExecuteToJson(query);
        }
        schema.Executor.Preparations.Should().Be(3);
        (schema.Executor.CachedDocuments, schema.Executor.CachedFailures).Should().Be((1, 2));
    }

    [Fact]
    public void The_document_cache_is_bounded()
    {
        var schema = Build(new EngineOptions { DocumentCacheSize = 10, FailureCacheSize = 5 });
        for (var i = 0; i < 100; i++)
        {
            schema.ExecuteToJson($"{{ a{i}: __typename }}");
            schema.ExecuteToJson($"{{ nope{i} }}");
        }
        (schema.Executor.CachedDocuments, schema.Executor.CachedFailures).Should().Be((10, 5));
    }
}
