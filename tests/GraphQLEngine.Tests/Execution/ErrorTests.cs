namespace GraphQLEngine.Tests.Execution;

public class ErrorTests
{
    private const string Sdl = "type Query { bug: Int known: Int refuses: Int slow: Int one: Int } type Mutation { add(n: Int!): Int! fails: Int mustNot: Int! }";

    private static readonly List<string> Log = [];

    [Resolves("Query")]
    public static class QueryFields
    {
        public static int? Bug() => throw new InvalidOperationException("The password is hunter2.");
        public static int? Known() => throw new GraphQLException("Not yours.", ErrorCodes.Forbidden);
        public static int? Refuses() => throw new GraphQLRequestException("The cursor is of another order.");
        public static int? Slow(CancellationToken stop)
        {
            stop.WaitHandle.WaitOne();
            stop.ThrowIfCancellationRequested();
            return 1;
        }

        public static int? One() => 1;
    }

    [Resolves("Mutation")]
    public static class MutationFields
    {
        public static int Add(int n)
        {
            Log.Add($"add {n}");
            return n;
        }

        public static int? Fails() => throw new GraphQLException("It fails.");

        public static int MustNot() => throw new GraphQLException("It must not.");
    }

    private readonly List<UnexpectedError> _unexpected = [];

    private Schema Build(Limits? limits = null) => TestSchema.Build(Sdl, new EngineOptions { OnUnexpectedError = _unexpected.Add, Limits = limits ?? new Limits() }, typeof(QueryFields), typeof(MutationFields));

    [Fact]
    public void An_unknown_exception_is_masked_and_logged_under_the_same_trace_id()
    {
        var json = Build().ExecuteToJson("{ bug }");
        var error = _unexpected.Should().ContainSingle().Subject;
        (error.Coordinate, error.Exception.Message).Should().Be(("Query.bug", "The password is hunter2."));
        json.Should().Be($$$"""{"data":{"bug":null},"errors":[{"message":"Internal server error.","locations":[{"line":1,"column":3}],"path":["bug"],"extensions":{"code":"INTERNAL","coordinate":"Query.bug","traceId":"{{{error.TraceId}}}"}}]}""");
    }

    [Fact]
    public void A_known_error_shows_its_code() =>
        Build().ExecuteToJson("{ known }").Should().Be("""{"data":{"known":null},"errors":[{"message":"Not yours.","locations":[{"line":1,"column":3}],"path":["known"],"extensions":{"code":"FORBIDDEN","coordinate":"Query.known"}}]}""");

    [Fact]
    public void A_resolver_can_refuse_the_whole_request() =>
        Build().ExecuteToJson("{ one refuses }").Should().Be("""{"errors":[{"message":"The cursor is of another order.","extensions":{"code":"BAD_USER_INPUT"}}]}""");

    [Fact]
    public void An_operation_that_takes_too_long_is_stopped() =>
        Build(new Limits { Timeout = TimeSpan.FromMilliseconds(30) }).ExecuteToJson("{ one slow }").Should().Be("""{"data":null,"errors":[{"message":"The operation was stopped because it took too long.","extensions":{"code":"TIMEOUT"}}]}""");

    [Fact]
    public void Root_fields_of_a_mutation_run_one_after_the_other()
    {
        Log.Clear();
        var json = Build().ExecuteToJson("mutation { a: add(n: 1) b: add(n: 2) fails c: add(n: 3) }");
        json.Should().StartWith("""{"data":{"a":1,"b":2,"fails":null,"c":3},"errors":[{"message":"It fails.",""");
        Log.Should().Equal("add 1", "add 2", "add 3");
    }

    [Fact]
    public void After_a_null_that_spreads_to_the_root_no_further_mutation_runs()
    {
        Log.Clear();
        var json = Build().ExecuteToJson("mutation { add(n: 1) mustNot later: add(n: 3) }");
        json.Should().StartWith("""{"data":null,"errors":[{"message":"It must not.",""");
        Log.Should().Equal("add 1");
    }
}
