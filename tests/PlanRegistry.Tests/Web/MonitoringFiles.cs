using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlanRegistry.Tests.Web;

/// <summary>The dashboard and the alarms of deploy/monitoring.</summary>
internal static partial class MonitoringFiles
{
    public static readonly IReadOnlyList<Alert> Alerts = [.. AlertBlock().Matches(Read("alerts.yaml")).Select(m => new Alert(
        m.Groups["name"].Value, new(m.Groups["expr"].Value.Replace(">-", "").Trim()), m.Groups["url"].Value))];

    /// <summary>Of its panels, and by which it finds its nodes.</summary>
    public static readonly IReadOnlyList<PrometheusQuery> DashboardQueries = [.. Dashboard()];

    public sealed record Alert(string Name, PrometheusQuery Query, string Runbook);

    private static IEnumerable<PrometheusQuery> Dashboard()
    {
        using var dashboard = JsonDocument.Parse(Read("dashboard.json"));
        foreach (var panel in dashboard.RootElement.GetProperty("panels").EnumerateArray())
        {
            var targets = panel.TryGetProperty("targets", out var told) ? told.EnumerateArray() : default;
            foreach (var target in targets)
            {
                yield return new(target.GetProperty("expr").GetString()!);
            }
        }
        foreach (var variable in dashboard.RootElement.GetProperty("templating").GetProperty("list").EnumerateArray())
        {
            if (NodesOf().Match(variable.GetProperty("query").GetString()!) is { Success: true } nodes)
            {
                yield return new(nodes.Groups[1].Value);
            }
        }
    }

    private static string Read(string file) => File.ReadAllText(Repository.Path($"deploy/monitoring/{file}"));

    [GeneratedRegex(@"- alert: (?<name>\w+)\n +expr: (?<expr>.*?)\n(?: +for: \w+\n)? +labels: \{severity: (?:critical|warning)\}\n"
        + @" +annotations:\n +summary: ""[^\n]+""\n +runbook_url: (?<url>\S+)\n", RegexOptions.Singleline)]
    private static partial Regex AlertBlock();

    [GeneratedRegex(@"label_values\((\w+), instance\)")]
    private static partial Regex NodesOf();
}
