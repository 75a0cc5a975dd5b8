using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GraphQLEngine.Tests.Execution;

public class TelemetryTests
{
    [Resolves("Query")]
    public static class QueryFields
    {
        public static int TelemetryProbe() => 1;
    }

    [Fact]
    public async Task An_operation_is_a_span_and_a_measurement()
    {
        var spans = new List<Activity>();
        var measured = new List<double>();
        using var spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "GraphQLEngine",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (spans)
                    spans.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(spanListener);
        using var meterListener = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == "GraphQLEngine") listener.EnableMeasurementEvents(instrument); } };
        meterListener.SetMeasurementEventCallback<double>((_, value, _, _) =>
        {
            lock (measured)
                measured.Add(value);
        });
        meterListener.Start();

        await TestSchema.Build("type Query { telemetryProbe: Int! }", typeof(QueryFields)).ExecuteToJsonAsync("query Probe { telemetryProbe }");

        // Other tests run at the same time and are heard too.
        lock (spans)
            spans.Where(span => Equals(span.GetTagItem("graphql.operation.name"), "Probe")).Select(span => (span.DisplayName, span.GetTagItem("graphql.operation.type"))).Should().Equal(("query", "query"));
        lock (measured)
            measured.Should().NotBeEmpty();
    }
}
