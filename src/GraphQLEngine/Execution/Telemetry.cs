using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GraphQLEngine.Execution;

/// <summary>
/// Spans and a duration histogram by the OpenTelemetry semantic conventions for GraphQL servers, from the source and meter named "GraphQLEngine". Costs one comparison while nobody listens.
/// </summary>
internal static class Telemetry
{
    private static readonly ActivitySource Source = new("GraphQLEngine");
    private static readonly Meter Meter = new("GraphQLEngine");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("graphql.server.operation.duration", "s", "How long operations take, from admission to the last byte of the response.");

    public static bool IsOn => Duration.Enabled || Source.HasListeners();

    /// <summary>Of the current activity, else a fresh one: what leads from a masked error to the log.</summary>
    public static string TraceId() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();

    public static Span Start(OperationPlan plan, TimeProvider clock) => new(plan, clock);

    public readonly struct Span : IDisposable
    {
        private readonly OperationPlan _plan;
        private readonly TimeProvider _clock;
        private readonly long _start;
        private readonly Activity? _activity;

        public Span(OperationPlan plan, TimeProvider clock)
        {
            (_plan, _clock, _start) = (plan, clock, clock.GetTimestamp());
            // The operation's name is the client's and unbounded, so the span's name has only the type.
            _activity = Source.StartActivity(TypeOf(plan), ActivityKind.Internal);
            _activity?.SetTag("graphql.operation.type", TypeOf(plan)).SetTag("graphql.operation.name", plan.Name);
        }

        public void End(ExecutionOutcome outcome)
        {
            if (outcome != ExecutionOutcome.Data)
                _activity?.SetStatus(ActivityStatusCode.Error);
            var tags = new TagList { { "graphql.operation.type", TypeOf(_plan) }, { "graphql.outcome", outcome.ToString() } };
            Duration.Record(_clock.GetElapsedTime(_start).TotalSeconds, tags);
        }

        public void Dispose() => _activity?.Dispose();

        private static string TypeOf(OperationPlan plan) => plan.Operation.Operation.ToString().ToLowerInvariant();
    }
}
