namespace GraphQLEngine.Tests.Execution;

public class IntrospectionTests
{
    private const string Sdl = """
        "The schema." schema { query: Root }
        type Root implements N { "A." a(x: [Int!] = [1, 2] @deprecated, y: In = { s: "q" }): E! old: Int @deprecated(reason: "Use a.") id: ID! }
        interface N { id: ID! }
        enum E { ONE "Two." TWO @deprecated }
        input In @oneOf { s: String i: Int @deprecated(reason: "no") }
        union U = Root
        """;

    [Resolves("Root")]
    public static class RootFields
    {
        public static string A(int[]? x, InValue? y) => "ONE";
        public static int? Old() => 1;
        public static string Id() => "1";
    }

    public record InValue(string? S, int? I);

    private static readonly Schema Schema = TestSchema.Build(Sdl, typeof(RootFields));

    [Theory]
    [InlineData("{ __schema { description queryType { name } mutationType { name } directives { name isRepeatable } } }",
        """{"__schema":{"description":"The schema.","queryType":{"name":"Root"},"mutationType":null,"directives":[{"name":"include","isRepeatable":false},{"name":"skip","isRepeatable":false},{"name":"deprecated","isRepeatable":false},{"name":"specifiedBy","isRepeatable":false},{"name":"oneOf","isRepeatable":false}]}}""")]
    [InlineData("""{ __type(name: "Root") { kind name interfaces { name } fields { name description args { name } type { kind name ofType { kind name } } } } }""",
        """{"__type":{"kind":"OBJECT","name":"Root","interfaces":[{"name":"N"}],"fields":[{"name":"a","description":"A.","args":[{"name":"y"}],"type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"ENUM","name":"E"}}},{"name":"id","description":null,"args":[],"type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"ID"}}}]}}""")]
    [InlineData("""{ __type(name: "Root") { fields(includeDeprecated: true) { isDeprecated deprecationReason args(includeDeprecated: true) { name defaultValue isDeprecated } } } }""",
        """{"__type":{"fields":[{"isDeprecated":false,"deprecationReason":null,"args":[{"name":"x","defaultValue":"[1, 2]","isDeprecated":true},{"name":"y","defaultValue":"{ s: \"q\" }","isDeprecated":false}]},{"isDeprecated":true,"deprecationReason":"Use a.","args":[]},{"isDeprecated":false,"deprecationReason":null,"args":[]}]}}""")]
    [InlineData("""{ e: __type(name: "E") { enumValues { name } } i: __type(name: "In") { isOneOf inputFields { name } fields { name } } u: __type(name: "U") { possibleTypes { name } isOneOf } no: __type(name: "Nope") { name } }""",
        """{"e":{"enumValues":[{"name":"ONE"}]},"i":{"isOneOf":true,"inputFields":[{"name":"s"}],"fields":null},"u":{"possibleTypes":[{"name":"Root"}],"isOneOf":null},"no":null}""")]
    [InlineData("""{ __typename __schema { __typename types { __typename } } }""", null)]
    public void The_schema_describes_itself(string query, string? expected)
    {
        var json = Schema.ExecuteToJson(query);
        if (expected is not null)
            json.Should().Be($$"""{"data":{{expected}}}""");
        // The second time the bytes come from the plan.
        Schema.ExecuteToJson(query).Should().Be(json).And.NotContain("errors");
    }

    [Fact]
    public void A_kept_response_reports_its_cost_all_the_same()
    {
        var plain = Schema.ExecuteToJson("{ __schema { queryType { name } } }");
        for (var i = 0; i < 2; i++)
        {
            using var output = new JsonOutput();
            Schema.Executor.Execute(new GraphQLRequest { ReportCost = true }, "{ __schema { queryType { name } } }"u8.ToArray(), null, output, CancellationToken.None);
            System.Text.Encoding.UTF8.GetString(output.Written.Span).Should().Be(plain[..^1] + ""","extensions":{"cost":{"fieldCost":0,"typeCost":0,"nodes":0}}}""");
        }
    }

    [Fact]
    public void Only_the_built_in_scalars_that_are_used_are_types()
    {
        var json = TestSchema.Build("type Query { one: Boolean }", typeof(OneQuery)).ExecuteToJson("{ __schema { types { name } } }");
        json.Should().NotContain("\"Int\"").And.NotContain("\"ID\"").And.NotContain("__Meta").And.Contain("\"String\"");
    }

    [Resolves("Query")]
    public static class OneQuery
    {
        public static bool? One() => true;
    }
}
