using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GraphQLEngine.Execution;

/// <summary>
/// Spans and instruments by the OpenTelemetry semantic conventions for GraphQL servers (status: development), from the source and the meter named "GraphQLEngine". Costs one comparison
/// while nobody listens. What a client chooses (operation names, documents) is never a label of a metric; the operation's name is on the span alone, and the document nowhere, since it may
/// hold what is private.
/// </summary>
internal static class Telemetry
{
    private const string OperationType = "graphql.operation.type";
    private const string ErrorType = "error.type";

    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
    private static readonly InstrumentAdvice<long> Counts = new() { HistogramBucketBoundaries = [0, 1, 2, 5, 10, 50] };

    private static readonly HashSet<string> KnownErrors = [.. typeof(ErrorCodes).GetFields().Select(field => (string)field.GetValue(null)!)];

    private static readonly ActivitySource Source = new("GraphQLEngine");
    private static readonly Meter Meter = new("GraphQLEngine");

    private static readonly Histogram<double> RequestDuration = Meter.CreateHistogram("graphql.server.request.duration", "s", "Duration of GraphQL server requests.", advice: Seconds);
    private static readonly UpDownCounter<long> ActiveRequests = Meter.CreateUpDownCounter<long>("graphql.server.request.active", "{request}", "Number of active GraphQL server requests.");
    private static readonly Histogram<double> ProcessingDuration = Meter.CreateHistogram("graphql.server.processing.duration", "s", "Duration of a GraphQL server processing phase.", advice: Seconds);
    private static readonly Histogram<long> ErrorCount = Meter.CreateHistogram("graphql.server.response.error_count", "{error}", "Number of errors in a GraphQL response.", advice: Counts);
    private static readonly UpDownCounter<long> ActiveSubscriptions = Meter.CreateUpDownCounter<long>("graphql.server.subscription.active", "{subscription}", "Number of active GraphQL subscriptions.");
    private static readonly Histogram<double> EventDuration = Meter.CreateHistogram("graphql.server.subscription.event.duration", "s", "Duration of processing a single subscription event.", advice: Seconds);

    public static bool IsOn => RequestDuration.Enabled || ActiveRequests.Enabled || ErrorCount.Enabled || ProcessingDuration.Enabled || Source.HasListeners();

    /// <summary>Of the current activity, else a fresh one: what leads from a masked error to the log.</summary>
    public static string TraceId() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();

    public static RequestSpan Start(TimeProvider clock) => new(clock);

    /// <summary>Measures a phase of a request: <c>parse</c>, <c>validate</c> or <c>execute</c>.</summary>
    public static void Phase(string phase, TimeProvider clock, long start, string? error = null, string? operationType = null)
    {
        if (!ProcessingDuration.Enabled)
            return;
        var tags = new TagList { { "graphql.processing.type", phase } };
        Add(ref tags, OperationType, operationType);
        Add(ref tags, ErrorType, TypeOf(error));
        ProcessingDuration.Record(clock.GetElapsedTime(start).TotalSeconds, tags);
    }

    public static void SubscriptionBegins() => ActiveSubscriptions.Add(1);

    public static void SubscriptionEnds() => ActiveSubscriptions.Add(-1);

    public static void Event(TimeProvider clock, long start, JsonOutput output)
    {
        if (!EventDuration.Enabled)
            return;
        var tags = default(TagList);
        Add(ref tags, ErrorType, TypeOf(output.ErrorCode));
        EventDuration.Record(clock.GetElapsedTime(start).TotalSeconds, tags);
    }

    // Resolvers may invent codes; a label must not grow with them.
    private static string? TypeOf(string? code) => code is null ? null : KnownErrors.Contains(code) ? code : "_OTHER";

    private static void Add(ref TagList tags, string key, string? value)
    {
        if (value is not null)
            tags.Add(key, value);
    }

    /// <summary>One request, from its document to the last byte of the response.</summary>
    public sealed class RequestSpan(TimeProvider clock) : IDisposable
    {
        private readonly long _start = clock.GetTimestamp();
        private readonly Activity? _activity = Source.StartActivity("GraphQL Operation", ActivityKind.Server);
        private long _execution;
        private string? _type;

        /// <summary>The request was admitted: its operation is known from here on.</summary>
        public void Runs(OperationPlan plan)
        {
            _type = plan.Operation.Operation.ToString().ToLowerInvariant();
            _execution = clock.GetTimestamp();
            ActiveRequests.Add(1, new KeyValuePair<string, object?>(OperationType, _type));
            if (_activity is null)
                return;
            // The name is the client's and unbounded: the convention keeps it out of the span's own name.
            _activity.DisplayName = _type;
            _activity.SetTag(OperationType, _type);
            if (plan.Name.Length > 0)
                _activity.SetTag("graphql.operation.name", plan.Name);
        }

        public void End(JsonOutput output)
        {
            var error = TypeOf(output.ErrorCode);
            var tags = default(TagList);
            Add(ref tags, OperationType, _type);
            ErrorCount.Record(output.ErrorCount, tags);
            Add(ref tags, ErrorType, error);
            RequestDuration.Record(clock.GetElapsedTime(_start).TotalSeconds, tags);
            if (_type is not null)
                Phase("execute", clock, _execution, output.ErrorCode, _type);
            if (error is not null)
                _activity?.SetTag(ErrorType, error).SetStatus(ActivityStatusCode.Error);
        }

        public void Dispose()
        {
            if (_type is not null)
                ActiveRequests.Add(-1, new KeyValuePair<string, object?>(OperationType, _type));
            _activity?.Dispose();
        }
    }
}
