using System.Text.RegularExpressions;

namespace PlanRegistry.Tests.Web;

/// <summary>A query in PromQL: which metrics it names, with which labels, and which values of them.</summary>
internal sealed partial record PrometheusQuery(string Text)
{
    /// <summary>What Prometheus itself adds to each series.</summary>
    public static readonly string[] OwnLabels = ["instance", "job", "le"];

    private static readonly string[] Words = ["by", "without", "or", "and", "unless", "on", "ignoring", "bool"];

    /// <summary>Each metric with the matchers behind it.</summary>
    public IEnumerable<(string Name, IReadOnlyList<(string Label, string Operator, string Value)> Labels)> Metrics =>
        from named in Named().Matches(Grouping().Replace(Bare, " "))
        let name = named.Groups["name"].Value
        where !Words.Contains(name)
        let labels = Matcher().Matches(named.Groups["labels"].Value).Select(l => (l.Groups[1].Value, l.Groups[2].Value, l.Groups[3].Value))
        select (name, (IReadOnlyList<(string, string, string)>)[.. labels]);

    /// <summary>By which the query groups.</summary>
    public IEnumerable<string> Groups =>
        Grouping().Matches(Bare).SelectMany(m => m.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries));

    private string Bare => Span().Replace(Text, "");

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Span();

    [GeneratedRegex(@"\b(?:by|without) ?\(([^)]*)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"(?<![\w""$.])(?<name>[a-z_][a-z0-9_]*)\b(?!\s*\()(?:\{(?<labels>[^}]*)\})?")]
    private static partial Regex Named();

    [GeneratedRegex(@"(\w+)(=~|!~|!=|=)""([^""]*)""")]
    private static partial Regex Matcher();
}
