using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Web;
using PlanRegistry.Tests.Ledger;
using PlanRegistry.Tests.Storage;

namespace PlanRegistry.Tests.Web;

/// <summary>What is told only where PostgreSQL keeps the registry: round trips, the pool, how far the clocks are apart.</summary>
[Collection(nameof(Alone)), Trait("Home", "PostgreSQL")]
public sealed class PostgresMonitoringTests : LedgerTest
{
    public static bool OfPostgres(string name) =>
        name.StartsWith("db_client_", StringComparison.Ordinal) || name == "plan_registry_clock_offset_seconds";

    [Fact]
    public async Task Each_query_about_PostgreSQL_finds_its_metric_and_labels_and_no_label_tells_who_connects()
    {
        // So few connections that some wait for one.
        using var registry = Registry.Open(Homes.Of($"{TestHome.Named(DatabaseFile)};Maximum Pool Size=2", parts: 2), TimeProvider.System);
        registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-1", "交通规划"))]));
        await using var app = WebHost.Build(registry, "officer", TimeProvider.System, b => b.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.StartAsync();
        Parallel.For(0, 200, _ => registry.Districts());
        using var http = new HttpClient();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        var page = await http.GetStringAsync($"{address}/metrics");

        var told = MetricFamily.Read(page);
        var asked = MonitoringFiles.DashboardQueries.Concat(MonitoringFiles.Alerts.Select(a => a.Query))
            .SelectMany(q => q.Metrics.Select(m => (m.Name, q.Groups))).Where(m => OfPostgres(m.Name)).ToList();
        asked.Should().HaveCountGreaterThan(4);
        foreach (var (name, groups) in asked)
        {
            var family = told.Should().ContainSingle(f => f.Name == name || (f.Type == "histogram" && (name == f.Name + "_bucket"
                || name == f.Name + "_count")), "{0} is asked for", name).Which;
            groups.Should().BeSubsetOf([.. family.Labels, .. PrometheusQuery.OwnLabels]);
        }
        // Other pools of the process are those of tests.
        page.Should().Contain("db_client_connection_pool_name=\"registry\"").And.NotContain("Maximum Pool Size");
    }
}
