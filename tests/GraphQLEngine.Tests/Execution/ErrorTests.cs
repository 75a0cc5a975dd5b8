namespace GraphQLEngine.Tests.Execution;

public class ErrorTests
{
    private const string Sdl = "type Query { bug: Int known: Int refuses: Int refusesLater: Int reports: Int slow: Int forever: Int } type Mutation { add(n: Int!): Int! addLater(n: Int!): Int fails: Int mustNot: Int! }";

    private static readonly List<string> Log = [];

    [Resolves("Query")]
    public static class QueryFields
    {
        public static int? Bug() => throw new InvalidOperationException("The password is hunter2.");
        public static int? Known() => throw new GraphQLException("Not yours.", ErrorCodes.Forbidden, new Dictionary<string, object?> { ["plan"] = "P1", ["years"] = new[] { 1, 2 } });
        public static int? Refuses() => throw new GraphQLRequestException("The cursor is of another order.");
        public static async Task<int?> RefusesLater()
        {
            await Task.Yield();
            throw new GraphQLRequestException("The cursor is of another order.");
        }

        public static int? Reports(ResolverContext context)
        {
            context.Report(new GraphQLException("Only half of it.", "PARTIAL"));
            return 5;
        }

        public static async Task<int?> Slow(CancellationToken stop)
        {
            await Task.Delay(Timeout.Infinite, stop);
            return 1;
        }

        public static int? Forever() => 1;
    }

    [Resolves("Mutation")]
    public static class MutationFields
    {
        public static int Add(int n)
        {
            Log.Add($"add {n}");
            return n;
        }

        public static async Task<int?> AddLater(int n)
        {
            Log.Add($"begin {n}");
            await Task.Yield();
            Log.Add($"end {n}");
            return n;
        }

        public static int? Fails() => throw new GraphQLException("It fails.");

        public static int MustNot() => throw new GraphQLException("It must not.");
    }

    private readonly List<UnexpectedError> _unexpected = [];

    private Schema Build(Limits? limits = null) => TestSchema.Build(Sdl, new EngineOptions { OnUnexpectedError = _unexpected.Add, Limits = limits ?? new Limits() }, typeof(QueryFields), typeof(MutationFields));

    [Fact]
    public async Task An_unknown_exception_is_masked_and_logged_under_the_same_trace_id()
    {
        var json = await Build().ExecuteToJsonAsync("{ bug }");
        var error = _unexpected.Should().ContainSingle().Subject;
        (error.Coordinate, error.Exception.Message).Should().Be(("Query.bug", "The password is hunter2."));
        json.Should().Be($$$"""{"data":{"bug":null},"errors":[{"message":"Internal server error.","locations":[{"line":1,"column":3}],"path":["bug"],"extensions":{"code":"INTERNAL","coordinate":"Query.bug","traceId":"{{{error.TraceId}}}"}}]}""");
    }

    [Fact]
    public async Task A_known_error_shows_its_code_and_extensions() =>
        (await Build().ExecuteToJsonAsync("{ known }")).Should().Be("""{"data":{"known":null},"errors":[{"message":"Not yours.","locations":[{"line":1,"column":3}],"path":["known"],"extensions":{"code":"FORBIDDEN","coordinate":"Query.known","plan":"P1","years":[1,2]}}]}""");

    [Theory]
    [InlineData("{ forever refuses }")]
    [InlineData("{ forever refusesLater }")]
    public async Task A_resolver_can_refuse_the_whole_request(string query) =>
        (await Build().ExecuteToJsonAsync(query)).Should().Be("""{"errors":[{"message":"The cursor is of another order.","extensions":{"code":"BAD_USER_INPUT"}}]}""");

    [Fact]
    public async Task A_resolver_can_report_an_error_and_keep_its_value() =>
        (await Build().ExecuteToJsonAsync("{ r: reports }")).Should().Be("""{"data":{"r":5},"errors":[{"message":"Only half of it.","locations":[{"line":1,"column":3}],"path":["r"],"extensions":{"code":"PARTIAL","coordinate":"Query.reports"}}]}""");

    [Fact]
    public async Task An_operation_that_takes_too_long_is_stopped() =>
        (await Build(new Limits { Timeout = TimeSpan.FromMilliseconds(30) }).ExecuteToJsonAsync("{ forever slow }")).Should().Be("""{"data":null,"errors":[{"message":"The operation was stopped because it took too long.","extensions":{"code":"TIMEOUT"}}]}""");

    [Fact]
    public async Task Root_fields_of_a_mutation_run_one_after_the_other()
    {
        Log.Clear();
        var json = await Build().ExecuteToJsonAsync("mutation { a: addLater(n: 1) b: add(n: 2) fails c: addLater(n: 3) }");
        json.Should().StartWith("""{"data":{"a":1,"b":2,"fails":null,"c":3},"errors":[{"message":"It fails.",""");
        Log.Should().Equal("begin 1", "end 1", "add 2", "begin 3", "end 3");
    }

    [Fact]
    public async Task After_a_null_that_spreads_to_the_root_no_further_mutation_runs()
    {
        Log.Clear();
        var json = await Build().ExecuteToJsonAsync("mutation { add(n: 1) mustNot later: addLater(n: 3) }");
        json.Should().StartWith("""{"data":null,"errors":[{"message":"It must not.",""");
        Log.Should().Equal("add 1");
    }
}
