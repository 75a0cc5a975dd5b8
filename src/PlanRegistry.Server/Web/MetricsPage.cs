using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PlanRegistry.Server.Web;

/// <summary>
/// Listens to meters and tells what they measured as a page for Prometheus. No package does that here. Tags are those of the instruments, none of which
/// a client can choose freely; beyond <see cref="MetricSeries.Most"/> combinations an instrument counts the rest together.
/// </summary>
public sealed class MetricsPage : IDisposable
{
    private static readonly string[] Meters = ["GraphQLEngine", "PlanRegistry", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<MetricSeries> all = new();
    private readonly Lock observing = new();

    /// <param name="takes">Which instruments are told.</param>
    public MetricsPage(Func<Instrument, bool> takes)
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (takes(instrument))
            {
                var series = new MetricSeries(instrument);
                all.Enqueue(series);
                l.EnableMeasurementEvents(instrument, series);
            }
        };
        Hear<byte>(v => v);
        Hear<short>(v => v);
        Hear<int>(v => v);
        Hear<long>(v => v);
        Hear<float>(v => v);
        Hear<double>(v => v);
        Hear<decimal>(v => (double)v);
        listener.Start();
    }

    /// <summary>The page of one web application; its own meters have its factory as their scope, so that two in one process keep apart.</summary>
    public static MetricsPage Of(WebApplication app)
    {
        var factory = app.Services.GetRequiredService<IMeterFactory>();
        return new MetricsPage(i => Meters.Contains(i.Meter.Name) && (i.Meter.Scope is null || ReferenceEquals(i.Meter.Scope, factory)));
    }

    /// <summary>Maps /metrics.</summary>
    public static void Map(WebApplication app)
    {
        var page = Of(app);
        app.Lifetime.ApplicationStopped.Register(page.Dispose);
        app.MapGet("/metrics", () => Results.Text(page.Write(), PrometheusText.ContentType));
    }

    /// <summary>What has been measured, observable instruments as of now.</summary>
    public string Write()
    {
        lock (observing)
        {
            foreach (var series in all)
            {
                series.ForgetObserved();
            }
            listener.RecordObservableInstruments();
            return PrometheusText.Write(all);
        }
    }

    public void Dispose() => listener.Dispose();

    private void Hear<T>(Func<T, double> number) where T : struct =>
        listener.SetMeasurementEventCallback<T>((_, value, tags, series) => ((MetricSeries)series!).Record(number(value), tags));
}
