using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Web;

/// <summary>/metrics of a running server: who measures, under which names.</summary>
public sealed class MetricsPageTests : ServerTest
{
    [Fact]
    public async Task The_page_tells_of_HTTP_GraphQL_the_registry_and_the_runtime()
    {
        await Ask("{ district(code: \"500154\") { conformance { red } } }");
        await Ask("query AnyNameAtAll { district(code: \"500154\") { conformance { red } } }");
        await Run("registerAgency", new { district = "500154", name = "区测试局", idempotencyKey = "metrics-1" }, "agency { name }");
        using var other = Registry.Open(File, Clock);
        other.View(DistrictCode.Parse("500154"));
        using var response = await Http.GetAsync("/metrics");
        var text = await response.Content.ReadAsStringAsync();

        response.Content.Headers.ContentType!.ToString().Should().Be("text/plain; version=0.0.4; charset=utf-8");
        text.Should().Contain("# TYPE http_server_request_duration_seconds histogram\n")
            .And.Contain("http_server_request_duration_seconds_count{http_request_method=\"POST\",http_response_status_code=\"200\",http_route=\"/graphql\",network_protocol_version=\"1.1\",url_scheme=\"http\"} 3\n")
            .And.Contain("# TYPE kestrel_active_connections gauge\n")
            .And.MatchRegex("graphql_server_request_duration_seconds_count{graphql_operation_type=\"query\"} [0-9]+\n")
            .And.MatchRegex("plan_registry_ledger_entries_total{plan_registry_command=\"registerAgency\"} [0-9]+\n")
            .And.MatchRegex("plan_registry_judgement_lookups_total{plan_registry_cache=\"hit\"} [0-9]+\n")
            .And.MatchRegex("plan_registry_judgement_duration_seconds_count [0-9]+\n")
            .And.MatchRegex("plan_registry_ledger_loads_total [0-9]+\n")
            .And.Contain("# TYPE dotnet_process_memory_working_set_bytes gauge\n")
            .And.NotContain("AnyNameAtAll", "what a client names must not become a label");
    }

    [Fact]
    public async Task Every_line_is_one_of_the_format_and_no_series_stands_twice()
    {
        await Ask("{ district(code: \"500154\") { name } }");
        var lines = (await Http.GetStringAsync("/metrics")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().OnlyContain(l => System.Text.RegularExpressions.Regex.IsMatch(
            l, """^(# (HELP|TYPE) [a-zA-Z_][a-zA-Z0-9_]* .+|[a-zA-Z_][a-zA-Z0-9_]*(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*",?)+\})? (-?[0-9.E+-]+|\+Inf|-Inf|NaN))$"""));
        lines.Where(l => l[0] != '#').Select(l => l[..l.LastIndexOf(' ')]).Should().OnlyHaveUniqueItems();
    }
}
