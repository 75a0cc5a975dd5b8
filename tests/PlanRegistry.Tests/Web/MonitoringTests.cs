using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Papers;

namespace PlanRegistry.Tests.Web;

/// <summary>
/// The dashboard and the alarms ask for what a running server tells, and for each alarm there is something to do. An alarm on a name that
/// nobody tells is silent for ever.
/// </summary>
[Collection(nameof(Alone))]
public sealed class MonitoringTests : MeasuredServer
{
    /// <summary>Told by Prometheus, of what it asks.</summary>
    private const string Up = "up";

    [Fact]
    public async Task Each_query_of_the_dashboard_and_of_the_alarms_finds_its_metrics_and_labels_on_the_page()
    {
        var told = (await AfterTraffic()).ToDictionary(f => f.Name);
        var queries = MonitoringFiles.DashboardQueries.Concat(MonitoringFiles.Alerts.Select(a => a.Query)).ToList();

        queries.Should().HaveCountGreaterThan(50);
        string.Join("\n", queries.SelectMany(q => Unmet(q, told))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("sum by (nobody) (rate(plan_registry_ready[5m]))", "nobody is no label of plan_registry_ready")]
    [InlineData("plan_registry_reddy == 1", "plan_registry_reddy is not told")]
    [InlineData("plan_registry_ready{who=\"x\"}", "who is no label of plan_registry_ready")]
    [InlineData("rate(graphql_server_request_duration_seconds[5m])",
        "graphql_server_request_duration_seconds is a histogram without _bucket, _sum or _count")]
    public async Task A_name_that_is_misspelt_would_be_found(string query, string found) =>
        Unmet(new(query), (await AfterTraffic()).ToDictionary(f => f.Name)).Should().Contain(found);

    [Theory]
    [InlineData("docs/runbook.md")]
    [InlineData("docs/runbook.zh-CN.md")]
    public void Each_alarm_has_its_section_and_each_section_its_alarm(string path)
    {
        var alerts = MonitoringFiles.Alerts;

        var lines = System.IO.File.ReadLines(Repository.Path("deploy/monitoring/alerts.yaml"));
        alerts.Should().HaveCount(lines.Count(l => l.Contains("- alert:")));
        Page.Of(path).Headings.Where(h => h.StartsWith("## ", StringComparison.Ordinal)).Select(h => h[3..])
            .Should().Equal(alerts.Select(a => a.Name));
        alerts.Should().OnlyContain(a => a.Runbook == $"docs/runbook.md#{a.Name.ToLowerInvariant()}");
    }

    [Fact]
    public void Words_that_alarms_compare_with_are_words_of_the_program()
    {
        var compared = MonitoringFiles.Alerts.SelectMany(a => a.Query.Metrics).SelectMany(m => m.Labels)
            .Where(l => l.Operator == "=").ToList();

        compared.Where(l => l.Label == "plan_registry_trouble").Select(l => l.Value)
            .Should().BeEquivalentTo(Enum.GetValues<Trouble>().Where(t => t != Trouble.Stopping).Select(Names.Of));
        compared.Where(l => l.Label == "error_type").Select(l => l.Value).Should().Equal(ErrorCodes.Internal);
    }

    private static IEnumerable<string> Unmet(PrometheusQuery query, Dictionary<string, MetricFamily> told)
    {
        foreach (var (name, labels) in query.Metrics.Where(m => m.Name != Up && !PostgresMonitoringTests.OfPostgres(m.Name)))
        {
            if (!told.TryGetValue(FamilyOf(name, told), out var family))
            {
                yield return $"{name} is not told";
                continue;
            }
            if (family.Type == "histogram" && family.Name == name)
            {
                yield return $"{name} is a histogram without _bucket, _sum or _count";
            }
            string[] own = [.. family.Labels, .. PrometheusQuery.OwnLabels];
            foreach (var label in labels.Select(l => l.Label).Concat(query.Groups).Where(l => !own.Contains(l)))
            {
                yield return $"{label} is no label of {name}";
            }
        }
    }

    /// <summary>Only a histogram's series have a suffix behind its name.</summary>
    private static string FamilyOf(string name, Dictionary<string, MetricFamily> told) =>
        new[] { "_bucket", "_sum", "_count" }.Where(s => name.EndsWith(s, StringComparison.Ordinal)).Select(s => name[..^s.Length])
            .FirstOrDefault(n => told.TryGetValue(n, out var family) && family.Type == "histogram") ?? name;
}
