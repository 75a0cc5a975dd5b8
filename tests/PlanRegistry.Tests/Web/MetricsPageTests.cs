using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Web;

/// <summary>/metrics of a running server.</summary>
[Collection(nameof(Alone))]
public sealed class MetricsPageTests : ServerTest
{
    private async Task<string[]> Lines() => (await Http.GetStringAsync("/metrics")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task The_page_tells_of_HTTP_GraphQL_the_registry_and_the_runtime()
    {
        await Ask("{ district(code: \"500154\") { conformance { red } } }");
        await Ask("query AnyNameAtAll { district(code: \"500154\") { conformance { red } } }");
        await Run(new RegisterAgency("区测试局") { IdempotencyKey = "metrics-1" });
        using var response = await Http.GetAsync("/metrics");
        var text = await response.Content.ReadAsStringAsync();

        response.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        text.Should()
            .Contain(
                "http_server_request_duration_seconds_count{http_request_method=\"POST\",http_response_status_code=\"200\","
                    + "http_route=\"/graphql\",network_protocol_version=\"1.1\",url_scheme=\"http\"} 3\n")
            .And.Contain("graphql_server_request_duration_seconds_count{graphql_operation_type=\"query\"} 2\n")
            .And.Contain("plan_registry_ledger_entries_total{plan_registry_command=\"registerAgency\"} 1\n")
            .And.MatchRegex("plan_registry_judgement_lookups_total{plan_registry_cache=\"hit\"} [0-9]+\n")
            .And.Contain("# TYPE dotnet_process_memory_working_set_bytes gauge\n")
            .And.MatchRegex("target_info{.*service_name=\"plan-registry\".*service_version=\"[0-9]+\\.[0-9]+\\.[0-9]+.*\"")
            .And.NotContain("AnyNameAtAll", "what a client names must not become a label");
    }

    [Fact]
    public async Task Every_line_is_one_of_the_format_and_no_series_stands_twice()
    {
        await Ask("{ district(code: \"500154\") { name } }");
        var lines = await Lines();

        lines.Should().OnlyContain(l => Regex.IsMatch(
            l,
            """^(# (HELP|TYPE|UNIT) [a-zA-Z_][a-zA-Z0-9_]* .+|# EOF|"""
            + """[a-zA-Z_][a-zA-Z0-9_]*(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*",?)*\})? (-?[0-9.Ee+-]+|\+Inf|-Inf|NaN))$"""));
        lines.Where(l => l[0] != '#').Select(l => l[..l.LastIndexOf(' ')]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Who_looks_again_at_once_sees_what_happened_in_between()
    {
        for (var asked = 1; asked <= 5; asked++)
        {
            await Ask("{ __typename }");

            (await Lines()).Should().Contain($"graphql_server_request_duration_seconds_count{{graphql_operation_type=\"query\"}} {asked}");
        }
    }

    [Fact]
    public async Task Beyond_two_hundred_series_of_an_instrument_the_rest_is_counted_together()
    {
        using var meter = new Meter("PlanRegistry");
        var (names, times) = (meter.CreateCounter<long>("tests.names"), meter.CreateHistogram<double>("tests.times", "s"));
        for (var i = 0; i < 1_000; i++)
        {
            names.Add(1, new KeyValuePair<string, object?>("name", i));
            times.Record(1, new KeyValuePair<string, object?>("name", i));
        }

        var lines = await Lines();

        lines.Where(l => l.StartsWith("tests_names_total{", StringComparison.Ordinal))
            .Should().HaveCount(200 + 1).And.Contain("tests_names_total{otel_metric_overflow=\"true\"} 800");
        lines.Where(l => l.StartsWith("tests_times_seconds_count{", StringComparison.Ordinal))
            .Should().HaveCount(200 + 1).And.Contain("tests_times_seconds_count{otel_metric_overflow=\"true\"} 800");
    }

    [Fact]
    public void Where_no_collector_is_named_no_span_is_begun()
    {
        foreach (var name in new[] { "GraphQLEngine", "Microsoft.AspNetCore" })
        {
            using var source = new ActivitySource(name);
            source.HasListeners().Should().BeFalse("nobody would read the spans of {0}", name);
        }
    }
}
