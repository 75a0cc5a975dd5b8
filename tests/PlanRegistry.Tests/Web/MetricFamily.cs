using System.Text.RegularExpressions;

namespace PlanRegistry.Tests.Web;

/// <summary>
/// One metric of a page in Prometheus' text format: its name (which ends with
/// its unit), its type, and all labels and bounds that any of its series has.
/// </summary>
internal sealed partial record MetricFamily(string Name, string Type, string[] Labels, string[] Bounds)
{
    public static List<MetricFamily> Read(string page)
    {
        var lines = page.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(l => TypeLine().Match(l)).Where(m => m.Success)
            .Select(m => Of(m.Groups["name"].Value, m.Groups["type"].Value, lines))];
    }

    /// <summary>As in: plan_registry_judgement_duration_seconds histogram {} 0.001 0.0025 +Inf.</summary>
    public override string ToString() => string.Join(' ', [Name, Type, $"{{{string.Join(' ', Labels)}}}", .. Bounds]);

    private static MetricFamily Of(string name, string type, string[] lines)
    {
        var series = lines.Where(l => Regex.IsMatch(l, type == "histogram" ? $"^{name}_(bucket|sum|count)[{{ ]" : $"^{name}[{{ ]"));
        var labels = series.SelectMany(l => Label().Matches(l))
            .Select(m => (Name: m.Groups["name"].Value, Value: m.Groups["value"].Value)).ToList();
        return new MetricFamily(
            name, type,
            [.. labels.Select(l => l.Name).Where(l => l != "le").Distinct().Order(StringComparer.Ordinal)],
            [.. labels.Where(l => l.Name == "le").Select(l => l.Value).Distinct()]);
    }

    [GeneratedRegex("^# TYPE (?<name>\\w+) (?<type>\\w+)$")]
    private static partial Regex TypeLine();

    [GeneratedRegex("(?<name>[a-zA-Z_]\\w*)=\"(?<value>([^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Label();
}
