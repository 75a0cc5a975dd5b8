using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using GraphQLEngine.Subscriptions;

namespace GraphQLEngine.Tests.Execution;

/// <summary>Spans and instruments have the names, units and attributes of the OpenTelemetry semantic conventions for GraphQL servers.</summary>
[Collection(Alone.Name)]
public sealed class TelemetryTests : IDisposable
{
    [Resolves("Query")]
    public static class QueryFields
    {
        public static int One() => 1;
        public static int? Bug() => throw new InvalidOperationException("Secret.");
        public static int? Own() => throw new GraphQLException("Own.", "PLAN_IS_CLOSED");
        public static string? Inside() => Activity.Current?.DisplayName;
    }

    [Resolves("Mutation")]
    public static class MutationFields
    {
        public static int? Change() => 2;
    }

    [Resolves("Subscription")]
    public static class SubscriptionFields
    {
        public static async IAsyncEnumerable<int> Ticks()
        {
            await Task.Yield();
            yield return 1;
            yield return 2;
        }
    }

    private const string Sdl = "type Query { one: Int! bug: Int own: Int inside: String } type Mutation { change: Int } type Subscription { ticks: Int! }";

    private readonly List<UnexpectedError> _unexpected = [];
    private readonly List<Activity> _spans = [];
    private readonly List<string> _measured = [];
    private readonly ActivityListener _spanListener;
    private readonly MeterListener _meterListener = new();
    private readonly Schema _schema;

    public TelemetryTests()
    {
        _schema = TestSchema.Build(Sdl, new EngineOptions { OnUnexpectedError = _unexpected.Add }, typeof(QueryFields), typeof(MutationFields), typeof(SubscriptionFields));
        _spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "GraphQLEngine",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _spans.Add,
        };
        ActivitySource.AddActivityListener(_spanListener);
        _meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "GraphQLEngine")
                listener.EnableMeasurementEvents(instrument);
        };
        _meterListener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => _measured.Add($"{instrument.Name} {instrument.Unit}{Show(tags)}"));
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measured.Add($"{instrument.Name} {value} {instrument.Unit}{Show(tags)}"));
        _meterListener.Start();
    }

    public void Dispose()
    {
        _spanListener.Dispose();
        _meterListener.Dispose();
    }

    private static string Show(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Concat(tags.ToArray().Select(tag => $" {tag.Key}={tag.Value}"));

    private static string Show(Activity span) => $"{span.DisplayName} {span.Kind} {span.Status}{string.Concat(span.TagObjects.Select(tag => $" {tag.Key}={tag.Value}"))}";

    [Fact]
    public void A_request_is_a_span_and_measurements()
    {
        _schema.ExecuteToJson("query Probe { one }");
        _spans.Select(Show).Should().Equal("query Server Unset graphql.operation.type=query graphql.operation.name=Probe");
        _measured.Should().Equal(
            "graphql.server.processing.duration s graphql.processing.type=parse",
            "graphql.server.processing.duration s graphql.processing.type=validate",
            "graphql.server.request.active 1 {request} graphql.operation.type=query",
            "graphql.server.response.error_count 0 {error} graphql.operation.type=query",
            "graphql.server.request.duration s graphql.operation.type=query",
            "graphql.server.processing.duration s graphql.processing.type=execute graphql.operation.type=query",
            "graphql.server.request.active -1 {request} graphql.operation.type=query");
    }

    [Fact]
    public void A_mutation_is_measured_too()
    {
        _schema.ExecuteToJson("mutation { change }");
        _spans.Select(Show).Should().Equal("mutation Server Unset graphql.operation.type=mutation");
        _measured.Should().Contain("graphql.server.request.duration s graphql.operation.type=mutation");
    }

    [Theory]
    [InlineData("{", "GRAPHQL_PARSE_FAILED", 1)]
    [InlineData("{ a b c }", "GRAPHQL_VALIDATION_FAILED", 3)]
    public void A_refused_request_has_the_code_of_its_first_error_and_no_type(string query, string code, int errors)
    {
        _schema.ExecuteToJson(query);
        _spans.Select(Show).Should().Equal($"GraphQL Operation Server Error error.type={code}");
        _measured.Should().Contain($"graphql.server.request.duration s error.type={code}").And.Contain($"graphql.server.response.error_count {errors} {{error}}");
        _measured.Should().NotContain(line => line.Contains("request.active", StringComparison.Ordinal));
    }

    [Fact]
    public void An_execution_error_is_told_by_its_code()
    {
        _schema.ExecuteToJson("{ one bug }");
        _spans.Select(Show).Should().Equal("query Server Error graphql.operation.type=query error.type=INTERNAL");
        _measured.Should().Contain("graphql.server.request.duration s graphql.operation.type=query error.type=INTERNAL");
    }

    [Fact]
    public void A_code_that_a_resolver_invented_is_no_label()
    {
        _schema.ExecuteToJson("{ own }");
        _measured.Should().Contain("graphql.server.request.duration s graphql.operation.type=query error.type=_OTHER").And.NotContain(line => line.Contains("PLAN_IS_CLOSED", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_client_chooses_is_never_a_label()
    {
        for (var i = 0; i < 20; i++)
            _schema.ExecuteToJson($"query Name{i} {{ a{i}: one }}");
        _measured.Distinct().Should().HaveCount(7);
    }

    [Fact]
    public void Resolvers_run_inside_the_span_and_a_masked_error_has_its_trace()
    {
        var json = _schema.ExecuteToJson("{ inside bug }");
        json.Should().StartWith("""{"data":{"inside":"query","bug":null},""").And.Contain($"\"traceId\":\"{_spans.Should().ContainSingle().Subject.TraceId}\"");
        _unexpected.Should().ContainSingle().Which.TraceId.Should().Be(_spans[0].TraceId.ToHexString());
        Activity.Current.Should().BeNull();
    }

    [Fact]
    public async Task A_subscription_is_counted_while_it_lasts_and_each_event_is_measured()
    {
        var active = new List<int>();
        await foreach (var response in SubscriptionExecutor.Subscribe(_schema, new GraphQLRequest(), Encoding.UTF8.GetBytes("subscription S { ticks }"), null, CancellationToken.None))
        {
            response.Output.Dispose();
            active.Add(_measured.Count(line => line == "graphql.server.subscription.active 1 {subscription}") - _measured.Count(line => line == "graphql.server.subscription.active -1 {subscription}"));
        }
        active.Should().Equal(1, 1);
        _spans.Select(Show).Should().Equal("subscription Server Unset graphql.operation.type=subscription graphql.operation.name=S");
        _measured.Where(line => line.StartsWith("graphql.server.subscription", StringComparison.Ordinal)).Should().Equal(
            "graphql.server.subscription.active 1 {subscription}",
            "graphql.server.subscription.event.duration s",
            "graphql.server.subscription.event.duration s",
            "graphql.server.subscription.active -1 {subscription}");
    }
}
