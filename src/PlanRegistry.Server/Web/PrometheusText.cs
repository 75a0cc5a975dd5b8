using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PlanRegistry.Server.Web;

/// <summary>Prometheus' text exposition format 0.0.4, with names after OpenTelemetry's "Prometheus and OpenMetrics Compatibility".</summary>
internal static partial class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly Dictionary<string, string> Units = new()
    {
        ["d"] = "days", ["h"] = "hours", ["min"] = "minutes", ["s"] = "seconds", ["ms"] = "milliseconds", ["us"] = "microseconds", ["ns"] = "nanoseconds",
        ["By"] = "bytes", ["KiBy"] = "kibibytes", ["MiBy"] = "mebibytes", ["%"] = "percent",
    };

    /// <summary>Sorted by name, then by labels, so that equal measurements give equal pages.</summary>
    public static string Write(IEnumerable<MetricSeries> all)
    {
        var text = new StringBuilder();
        foreach (var metric in all.Where(m => m.Cells.Any()).GroupBy(Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var (first, name) = (metric.First(), metric.Key);
            if (!string.IsNullOrEmpty(first.Instrument.Description))
            {
                text.Append($"# HELP {name} {Escape(first.Instrument.Description)}\n");
            }
            text.Append($"# TYPE {name} {first.Kind.ToString().ToLowerInvariant()}\n");
            // Of two instruments under one name the first tells what it is.
            foreach (var cell in metric.Where(m => m.Kind == first.Kind).SelectMany(m => m.Cells).DistinctBy(c => c.Labels).OrderBy(c => c.Labels, StringComparer.Ordinal))
            {
                Write(text, name, cell);
            }
        }
        return text.ToString();
    }

    /// <summary>Tags as labels, sorted, without braces.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(',', tags.ToArray()
        .Select(t => (Key: Clean(t.Key), Value: Value(t.Value)))
        // Keys that become one label: their values in the order of the keys, as the convention has it.
        .GroupBy(t => t.Key).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{g.Key}=\"{Escape(string.Join(';', g.Select(t => t.Value))).Replace("\"", "\\\"", StringComparison.Ordinal)}\""));

    private static string Name(MetricSeries metric)
    {
        var name = Clean(metric.Instrument.Name);
        if (metric.Kind == MetricKind.Counter && name.EndsWith("_total", StringComparison.Ordinal))
        {
            name = name[..^"_total".Length];
        }
        var unit = Unit(metric.Instrument.Unit, metric.Kind);
        name += unit.Length == 0 || name.EndsWith("_" + unit, StringComparison.Ordinal) ? "" : "_" + unit;
        return metric.Kind == MetricKind.Counter ? name + "_total" : name;
    }

    /// <summary>UCUM in words; what stands in braces is a remark and no unit.</summary>
    private static string Unit(string? ucum, MetricKind kind)
    {
        var unit = Remark().Replace(ucum ?? "", "");
        if (unit == "1")
        {
            return kind == MetricKind.Gauge ? "ratio" : "";
        }
        return string.Join("_per_", unit.Split('/').Select((part, i) => Units.TryGetValue(part, out var word) ? i == 0 ? word : word.TrimEnd('s') : part).Where(p => p.Length > 0).Select(Clean));
    }

    private static string Clean(string name)
    {
        var clean = Foreign().Replace(name, "_");
        return char.IsAsciiDigit(clean[0]) ? "_" + clean : clean;
    }

    private static void Write(StringBuilder text, string name, MetricCell cell)
    {
        var (sum, counts) = cell.Read();
        if (cell.Bounds is not { } bounds)
        {
            text.Append($"{name}{Braced(cell.Labels)} {Number(sum)}\n");
            return;
        }
        var total = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            var le = $"le=\"{Number(i < bounds.Length ? bounds[i] : double.PositiveInfinity)}\"";
            text.Append($"{name}_bucket{Braced(cell.Labels.Length == 0 ? le : cell.Labels + "," + le)} {total}\n");
        }
        text.Append($"{name}_sum{Braced(cell.Labels)} {Number(sum)}\n{name}_count{Braced(cell.Labels)} {total}\n");
    }

    private static string Braced(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Value(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    [GeneratedRegex("[^a-zA-Z0-9]+")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Remark();
}
