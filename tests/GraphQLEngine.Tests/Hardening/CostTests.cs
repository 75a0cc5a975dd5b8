using System.Text;
using GraphQLEngine.Http;

namespace GraphQLEngine.Tests.Hardening;

public class CostTests
{
    private const string Sdl = """
        type Query { a: Int @cost(weight: "3") b(x: Int @cost(weight: "2")): B list(first: Int = 4): [B!]! @listSize(slicingArguments: ["first"]) page(first: Int!): Page! @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) these(of: [ID!]!): [B!]! @listSize(slicingArguments: ["of"], maxPageSize: 3) plain: [B!]! guess: [B!]! @listSize(assumedSize: 7) }
        type Page { nodes: [B!]! total: Int! }
        type B { c: Int b: B @cost(weight: "10") }
        """;

    public record Branch(int? C)
    {
        public Branch? B => null;
    }

    public record Page(Branch[] Nodes, int Total);

    [Resolves("Query")]
    public static class QueryFields
    {
        public static int? A() => 1;
        public static Branch? B(int? x) => null;
        public static Branch[] List(int? first) => [];
        public static Page Page(int first) => new([], 0);
        public static Branch[] These(string[] of) => [];
        public static Branch[] Plain() => [];
        public static Branch[] Guess() => [];
    }

    private static string Run(string query, string? variables = null, Limits? limits = null, bool validate = false)
    {
        var schema = TestSchema.Build(Sdl, new EngineOptions { Limits = limits ?? new Limits() }, typeof(QueryFields));
        using var output = new JsonOutput();
        var given = RequestReader.Json(Encoding.UTF8.GetBytes(variables ?? "{}"), "variables", 64, new WireRequest());
        schema.Executor.Execute(new GraphQLRequest { ReportCost = true, ValidateCostOnly = validate }, Encoding.UTF8.GetBytes(query), given, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.Written.Span);
    }

    [Theory]
    [InlineData("{ a }", 3, 0, 0)]
    [InlineData("{ b { c } }", 1, 1, 0)]
    [InlineData("{ b(x: 1) { b { c } } }", 13, 2, 0)]
    [InlineData("{ list { c b { c } } }", 41, 8, 4)]
    [InlineData("{ list(first: 10) { c } }", 1, 10, 10)]
    [InlineData("{ page(first: 5) { total nodes { b { c } } } }", 52, 11, 5)]
    [InlineData("{ these(of: [1, 2, 3]) { b { c } } }", 31, 6, 3)]
    [InlineData("{ these(of: 1) { c } }", 1, 1, 0)]
    [InlineData("{ these(of: []) { b { c } } }", 1, 0, 0)]
    [InlineData("{ plain { c } guess { c } }", 2, 8, 7)]
    [InlineData("{ x: a y: a }", 6, 0, 0)]
    [InlineData("{ ...F } fragment F on Query { a }", 3, 0, 0)]
    public void Cost_is_counted_by_the_directives(string query, int field, int type, int nodes) =>
        Run(query).Should().EndWith($$$""","extensions":{"cost":{"fieldCost":{{{field}}},"typeCost":{{{type}}},"nodes":{{{nodes}}}""" + "}}}");

    [Fact]
    public void Page_sizes_and_conditions_count_as_the_variables_say()
    {
        const string query = "query ($n: Int!, $skip: Boolean!) { page(first: $n) { nodes { c } } a @skip(if: $skip) }";
        Run(query, """{"n":20,"skip":true}""").Should().EndWith("""{"fieldCost":2,"typeCost":21,"nodes":20}}}""");
        Run(query, """{"n":1,"skip":false}""").Should().EndWith("""{"fieldCost":5,"typeCost":2,"nodes":0}}}""");
    }

    [Fact]
    public void A_list_that_slices_counts_as_long_as_it_is_and_has_its_bound()
    {
        const string query = "query ($of: [ID!]!) { these(of: $of) { c } }";
        Run(query, """{"of":["a","b"]}""").Should().EndWith("""{"fieldCost":1,"typeCost":2,"nodes":2}}}""");
        Run(query, """{"of":["a","b","c","d"]}""").Should().Contain("\"Argument \\\"Query.these(of:)\\\" must have at most 3 items, as literal or variable, but has 4.\"");
    }

    [Fact]
    public void Above_the_budget_nothing_runs() =>
        Run("{ list(first: 10) { c } }", limits: new Limits { MaxTypeCost = 9 }).Should().Be(
            """{"errors":[{"message":"The operation's type cost of 10 is above the limit of 9.","extensions":{"code":"COST_LIMIT_EXCEEDED","fieldCost":1,"typeCost":10,"nodes":10,"limit":9}}],"extensions":{"cost":{"fieldCost":1,"typeCost":10,"nodes":10}}}""");

    [Fact]
    public void Cost_can_be_asked_for_without_running() =>
        Run("{ a }", validate: true).Should().Be("""{"data":null,"extensions":{"cost":{"fieldCost":3,"typeCost":0,"nodes":0}}}""");
}
