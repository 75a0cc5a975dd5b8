namespace GraphQLEngine.Tests.Execution;

public class NullPropagationTests
{
    private const string Sdl = """
        type Query { nullable: Node must: Node! list: [Node!] holes: [Node] grid: [[Int!]] strict: [[Int!]!]! two: Node words: [String!]! }
        type Node { ok: Int! fail: Int failing: Int! missing: String! child: Node childMust: Node! }
        """;

    private static readonly Schema Schema = TestSchema.Build(Sdl, typeof(QueryFields), typeof(NodeFields));

    public class Node;

    [Resolves("Query")]
    public static class QueryFields
    {
        public static Node Nullable() => new();
        public static Node Must() => new();
        public static Node[] List() => [new(), new()];
        public static Node?[] Holes() => [new(), null, new()];
        public static int[][] Grid() => throw new GraphQLException("No grid.", "NO_GRID");
        public static int[][] Strict() => [[1], null!];
        public static Node Two() => new();
        public static string[] Words() => ["a", "\ud800"];
    }

    [Resolves("Node")]
    public static class NodeFields
    {
        public static int Ok(Node node) => 1;
        public static int? Fail(Node node) => throw new GraphQLException("It fails.", "FAILS");
        public static int Failing(Node node) => throw new GraphQLException("It fails.", "FAILS");
        public static string? Missing(Node node) => null;
        public static Node Child(Node node) => new();
        public static Node ChildMust(Node node) => new();
    }

    [Theory]
    [InlineData("{ nullable { ok fail } }", """{"nullable":{"ok":1,"fail":null}}""", """["nullable","fail"]""")]
    [InlineData("{ nullable { ok failing } }", """{"nullable":null}""", """["nullable","failing"]""")]
    [InlineData("{ nullable { a: child { ok b: childMust { c: missing } } ok } }", """{"nullable":{"a":null,"ok":1}}""", """["nullable","a","b","c"]""")]
    [InlineData("{ nullable { ok } must { childMust { failing } } }", "null", """["must","childMust","failing"]""")]
    [InlineData("{ list { ok missing } nullable { ok } }", """{"list":null,"nullable":{"ok":1}}""", """["list",0,"missing"]""")]
    [InlineData("{ grid }", """{"grid":null}""", """["grid"]""")]
    [InlineData("{ nullable { ok } strict }", "null", """["strict",1]""")]
    [InlineData("{ words }", "null", """["words",1]""")]
    public void A_null_spreads_to_the_nearest_nullable_place(string query, string data, string path)
    {
        var json = Schema.ExecuteToJson(query);
        json.Should().StartWith($$"""{"data":{{data}},"errors":[{""");
        json.Should().Contain($"\"path\":{path}");
        System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("errors").GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("{ holes { ok missing } }", """{"holes":[null,null,null]}""", """["holes",0,"missing"]""", """["holes",2,"missing"]""")]
    [InlineData("{ a: nullable { fail } b: nullable { fail } }", """{"a":{"fail":null},"b":{"fail":null}}""", """["a","fail"]""", """["b","fail"]""")]
    public void Errors_in_different_nullable_places_are_all_listed(string query, string data, string first, string second)
    {
        var json = Schema.ExecuteToJson(query);
        var errors = System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("errors");
        json.Should().StartWith($$"""{"data":{{data}},""");
        errors.EnumerateArray().Select(error => error.GetProperty("path").GetRawText()).Should().Equal(first, second);
    }

    [Fact]
    public void An_error_has_message_location_path_code_and_coordinate()
    {
        var json = Schema.ExecuteToJson("{\n  n: nullable {\n    x: missing\n  }\n}");
        json.Should().Be("""{"data":{"n":null},"errors":[{"message":"Cannot return null for non-nullable field Node.missing.","locations":[{"line":3,"column":5}],"path":["n","x"],"extensions":{"code":"INTERNAL","coordinate":"Node.missing"}}]}""");
    }
}
