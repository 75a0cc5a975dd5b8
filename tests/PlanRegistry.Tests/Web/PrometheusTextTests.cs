using System.Diagnostics.Metrics;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Tests.Web;

/// <summary>The text of /metrics, for instruments of every kind.</summary>
public sealed class PrometheusTextTests : IDisposable
{
    private readonly Meter meter = new("tests");
    private readonly MetricsPage page;

    public PrometheusTextTests() => page = new MetricsPage(i => ReferenceEquals(i.Meter, meter));

    private void ShouldBe(string text) => page.Write().Should().Be(text.ReplaceLineEndings("\n") + (text.Length > 0 ? "\n" : ""));

    private static KeyValuePair<string, object?> Tag(string key, object? value) => new(key, value);

    [Fact]
    public void What_has_measured_nothing_is_not_told()
    {
        meter.CreateCounter<long>("silent");

        ShouldBe("");
    }

    [Fact]
    public void A_counter_is_a_total_and_remarks_are_no_units()
    {
        var written = meter.CreateCounter<long>("plan.entries", "{entry}", "Entries written.");
        var bytes = meter.CreateCounter<int>("sent_total", "By");
        written.Add(2);
        written.Add(3);
        bytes.Add(7);

        ShouldBe("""
            # HELP plan_entries_total Entries written.
            # TYPE plan_entries_total counter
            plan_entries_total 5
            # TYPE sent_bytes_total counter
            sent_bytes_total 7
            """);
    }

    [Fact]
    public void A_histogram_counts_up_to_each_bound()
    {
        var duration = meter.CreateHistogram("http.server.request.duration", "s", "How long.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.5, 1] });
        duration.Record(0.005, Tag("http.route", "/graphql"));
        duration.Record(0.25, Tag("http.route", "/graphql"));
        duration.Record(4, Tag("http.route", "/graphql"));

        ShouldBe("""
            # HELP http_server_request_duration_seconds How long.
            # TYPE http_server_request_duration_seconds histogram
            http_server_request_duration_seconds_bucket{http_route="/graphql",le="0.005"} 1
            http_server_request_duration_seconds_bucket{http_route="/graphql",le="0.5"} 2
            http_server_request_duration_seconds_bucket{http_route="/graphql",le="1"} 2
            http_server_request_duration_seconds_bucket{http_route="/graphql",le="+Inf"} 3
            http_server_request_duration_seconds_sum{http_route="/graphql"} 4.255
            http_server_request_duration_seconds_count{http_route="/graphql"} 3
            """);
    }

    [Fact]
    public void Ups_and_downs_gauges_and_what_is_observed_are_gauges()
    {
        var active = meter.CreateUpDownCounter<long>("requests.active");
        active.Add(2);
        active.Add(-1);
        meter.CreateGauge<double>("share", "1").Record(0.5);
        var (used, readings) = (1.5, 0);
        meter.CreateObservableGauge("memory", () => used + readings++, "MiBy");

        page.Write().Should().Contain("memory_mebibytes 1.5\n");
        ShouldBe("""
            # TYPE memory_mebibytes gauge
            memory_mebibytes 2.5
            # TYPE requests_active gauge
            requests_active 1
            # TYPE share_ratio gauge
            share_ratio 0.5
            """);
    }

    [Fact]
    public void What_is_observed_no_more_is_gone()
    {
        var named = new List<string> { "a", "b" };
        meter.CreateObservableUpDownCounter("open", () => named.Select(n => new Measurement<int>(1, Tag("name", n))));
        page.Write();
        named.Remove("a");

        ShouldBe("""
            # TYPE open gauge
            open{name="b"} 1
            """);
    }

    [Fact]
    public void Labels_are_sorted_and_escaped_and_their_order_makes_no_other_series()
    {
        var counter = meter.CreateCounter<double>("9lives", "By/s", "A \\ and\na new line.");
        counter.Add(0.5, Tag("z", true), Tag("a.b", "say \"C:\\\"\n"), Tag("code", 200));
        counter.Add(1, Tag("code", 200), Tag("a.b", "say \"C:\\\"\n"), Tag("z", true));
        counter.Add(1, Tag("code", null));

        ShouldBe("""
            # HELP _9lives_bytes_per_second_total A \\ and\na new line.
            # TYPE _9lives_bytes_per_second_total counter
            _9lives_bytes_per_second_total{a_b="say \"C:\\\"\n",code="200",z="true"} 1.5
            _9lives_bytes_per_second_total{code=""} 1
            """);
    }

    [Fact]
    public void Beyond_two_hundred_series_the_rest_is_counted_together()
    {
        var counter = meter.CreateCounter<long>("names");
        for (var i = 0; i < 1_000; i++)
        {
            counter.Add(1, Tag("name", i));
        }

        var lines = page.Write().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(1 + 200 + 1);
        lines.Should().Contain("names_total{otel_metric_overflow=\"true\"} 800");
    }

    [Fact]
    public void Concurrent_measurements_are_all_counted()
    {
        var counter = meter.CreateCounter<long>("many");
        Parallel.For(0, 10_000, i => counter.Add(1, Tag("digit", i % 10)));

        page.Write().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Should().Equal(Enumerable.Range(0, 10).Select(d => $"many_total{{digit=\"{d}\"}} 1000"));
    }

    public void Dispose()
    {
        page.Dispose();
        meter.Dispose();
    }
}
