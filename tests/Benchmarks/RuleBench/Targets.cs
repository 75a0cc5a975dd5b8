using System.Globalization;

namespace PlanBench;

/// <summary>What was measured beside what it may be at most.</summary>
internal sealed class Targets
{
    private readonly List<(string What, string Value, string Limit, bool IsMet)> _all = [];

    public bool AllMet => _all.TrueForAll(t => t.IsMet);

    public void AtMost(string what, double value, double limit, string unit = "") =>
        _all.Add((what, Text(value, unit), $"at most {Text(limit, unit)}", value <= limit));

    public void Holds(string what, bool isMet) => _all.Add((what, isMet ? "yes" : "no", "yes", isMet));

    public override string ToString() => string.Join('\n', _all
        .Select(t => $"| {t.What,-72} | {t.Value,10} | {t.Limit,16} | {(t.IsMet ? "ok" : "FAILED"),-6} |")
        .Prepend($"|{new string('-', 74)}|-----------:|-----------------:|--------|")
        .Prepend($"| {"target",-72} | {"measured",10} | {"limit",16} | {"",-6} |"));

    private static string Text(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.###} {unit}").TrimEnd();
}
