namespace GraphQLEngine.Tests.Hardening;

public class CostTests
{
    private const string Sdl = """
        type Query { a: Int @cost(weight: "3") b(x: Int @cost(weight: "2")): B list(first: Int = 4): [B!]! @listSize(slicingArguments: ["first"]) page(first: Int!): Page! @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) these(of: [ID!]!): [B!]! @listSize(slicingArguments: ["of"], maxPageSize: 3) plain: [B!]! guess: [B!]! @listSize(assumedSize: 7) }
        type Page { nodes: [B!]! total: Int! }
        type B { c: Int b: B @cost(weight: "10") }
        """;

    public record B(int? C)
    {
        [GraphQLName("b")]
        public B? Inner => null;
    }

    public record Page(B[] Nodes, int Total);

    [Resolves("Query")]
    public static class QueryFields
    {
        public static int? A() => 1;
        public static B? B(int? x) => null;
        public static B[] List(int? first) => [];
        public static Page Page(int first) => new([], 0);
        public static B[] These(string[] of) => [];
        public static B[] Plain() => [];
        public static B[] Guess() => [];
    }

    private static async Task<string> Run(string query, string? variables = null, Limits? limits = null, bool validate = false)
    {
        var schema = TestSchema.Build(Sdl, new EngineOptions { Limits = limits ?? new Limits() }, typeof(QueryFields));
        using var output = new JsonOutput();
        using var json = System.Text.Json.JsonDocument.Parse(variables ?? "{}");
        await schema.ExecuteAsync(new GraphQLRequest { Query = query, Variables = json.RootElement, ReportCost = true, ValidateCostOnly = validate }, output);
        return System.Text.Encoding.UTF8.GetString(output.Written.Span);
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
    public async Task Cost_is_counted_by_the_directives(string query, int field, int type, int nodes) =>
        (await Run(query)).Should().EndWith($$$""","extensions":{"cost":{"fieldCost":{{{field}}},"typeCost":{{{type}}},"nodes":{{{nodes}}}""" + "}}}");

    [Fact]
    public async Task Page_sizes_and_conditions_count_as_the_variables_say()
    {
        const string query = "query ($n: Int!, $skip: Boolean!) { page(first: $n) { nodes { c } } a @skip(if: $skip) }";
        (await Run(query, """{"n":20,"skip":true}""")).Should().EndWith("""{"fieldCost":2,"typeCost":21,"nodes":20}}}""");
        (await Run(query, """{"n":1,"skip":false}""")).Should().EndWith("""{"fieldCost":5,"typeCost":2,"nodes":0}}}""");
    }

    [Fact]
    public async Task A_list_that_slices_counts_as_long_as_it_is_and_has_its_bound()
    {
        const string query = "query ($of: [ID!]!) { these(of: $of) { c } }";
        (await Run(query, """{"of":["a","b"]}""")).Should().EndWith("""{"fieldCost":1,"typeCost":2,"nodes":2}}}""");
        (await Run(query, """{"of":["a","b","c","d"]}""")).Should().Contain("\"Argument \\\"Query.these(of:)\\\" must have at most 3 items, as literal or variable, but has 4.\"");
    }

    [Fact]
    public async Task Above_the_budget_nothing_runs() =>
        (await Run("{ list(first: 10) { c } }", limits: new Limits { MaxTypeCost = 9 })).Should().Be(
            """{"errors":[{"message":"The operation's type cost of 10 is above the limit of 9.","extensions":{"code":"COST_LIMIT_EXCEEDED","fieldCost":1,"typeCost":10,"nodes":10,"limit":9}}],"extensions":{"cost":{"fieldCost":1,"typeCost":10,"nodes":10}}}""");

    [Fact]
    public async Task Cost_can_be_asked_for_without_running() =>
        (await Run("{ a }", validate: true)).Should().Be("""{"data":null,"extensions":{"cost":{"fieldCost":3,"typeCost":0,"nodes":0}}}""");
}
