using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PlanRegistry.Server.Commands;

namespace PlanRegistry.Server.Web;

/// <summary>
/// What is measured, as a page for Prometheus at /metrics; and measurements and spans for a collector, where OpenTelemetry's own
/// variables name one (OTEL_EXPORTER_OTLP_ENDPOINT, or that of METRICS or TRACES alone). Nothing that a client chooses is a label.
/// </summary>
internal static class Telemetry
{
    /// <summary>More combinations of labels than this are counted together: what a client sends must not fill the memory.</summary>
    private const int MostSeries = 200;

    private static readonly string[] Meters =
    [
        "GraphQLEngine", "PlanRegistry", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql",
    ];

    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    private static readonly string[] Numbers =
    [
        "OTEL_EXPORTER_OTLP_TIMEOUT", "OTEL_METRIC_EXPORT_INTERVAL", "OTEL_METRIC_EXPORT_TIMEOUT",
        "OTEL_BSP_SCHEDULE_DELAY", "OTEL_BSP_EXPORT_TIMEOUT", "OTEL_BSP_MAX_QUEUE_SIZE", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
    ];

    private static readonly string[] Unread = ["PROTOCOL", "HEADERS", "TIMEOUT"];

    /// <exception cref="SettingException">A variable cannot be: the exporters would
    /// take their default in silence, or throw when the server has started.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        Check(builder.Configuration);
        var (metrics, traces) = (Collector(builder.Configuration, "METRICS"), Collector(builder.Configuration, "TRACES"));
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("plan-registry", serviceVersion: VersionAction.Product))
            .WithMetrics(m => Measure(m, metrics));
        // Where nobody collects spans, none is begun.
        if (traces is not null)
        {
            telemetry.WithTracing(t => t.AddSource("GraphQLEngine").AddAspNetCoreInstrumentation().AddOtlpExporter(traces));
        }
    }

    private static void Measure(MeterProviderBuilder metrics, Action<OtlpExporterOptions>? collector)
    {
        metrics.AddMeter(Meters)
            .AddView(_ => new MetricStreamConfiguration { CardinalityLimit = MostSeries })
            // Names tell their meter already; and who looks twice within a moment is to see what happened in between.
            .AddPrometheusExporter(p => (p.ScopeInfoEnabled, p.ScrapeResponseCacheDurationMilliseconds) = (false, 0));
        if (collector is not null)
        {
            metrics.AddOtlpExporter(collector);
        }
    }

    /// <summary>How a signal is sent; null when it is not.</summary>
    private static Action<OtlpExporterOptions>? Collector(IConfiguration configuration, string signal)
    {
        var own = Address(configuration.GetSection($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"));
        if (own is null && Address(configuration.GetSection("OTEL_EXPORTER_OTLP_ENDPOINT")) is null)
        {
            return null;
        }
        // The common address is left to the exporter, which appends the signal's path to it; one that is set here is taken as it is.
        return own is null ? _ => { } : exporter => exporter.Endpoint = own;
    }

    private static void Check(IConfiguration configuration)
    {
        IEnumerable<IConfigurationSection> Given(params IEnumerable<string> names) =>
            names.Select(configuration.GetSection).Where(s => !string.IsNullOrWhiteSpace(s.Value));
        foreach (var protocol in Given("OTEL_EXPORTER_OTLP_PROTOCOL").Where(p => !Protocols.Contains(p.Value)))
        {
            throw Settings.Wrong(protocol, string.Join(" or ", Protocols));
        }
        foreach (var headers in Given("OTEL_EXPORTER_OTLP_HEADERS").Where(h => !h.Value!.Split(',').All(pair => pair.IndexOf('=') > 0)))
        {
            // Its value may be a secret.
            throw new SettingException($"{headers.Path} is no list of headers: write them as name=value,name=value.");
        }
        foreach (var number in Given(Numbers))
        {
            number.Whole(1, int.MaxValue);
        }
        foreach (var unread in Given(
            from signal in (string[])["METRICS", "TRACES"] from what in Unread select $"OTEL_EXPORTER_OTLP_{signal}_{what}"))
        {
            throw new SettingException($"{unread.Path} is not read: both signals take that without METRICS or TRACES in its name.");
        }
    }

    private static Uri? Address(IConfigurationSection setting) =>
        string.IsNullOrWhiteSpace(setting.Value) ? null
        : Uri.TryCreate(setting.Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw Settings.Wrong(setting, "an address such as http://127.0.0.1:4317");
}
