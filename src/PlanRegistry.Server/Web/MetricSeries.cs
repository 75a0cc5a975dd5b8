using System.Diagnostics.Metrics;

namespace PlanRegistry.Server.Web;

/// <summary>How an instrument shows in Prometheus.</summary>
internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>What one instrument has measured, by its tags. A measurement of known tags allocates nothing.</summary>
internal sealed class MetricSeries(Instrument instrument)
{
    /// <summary>More combinations of tags than this are counted together: what a client sends must not fill the memory.</summary>
    public const int Most = 200;

    private static readonly KeyValuePair<string, object?>[] Overflow = [new("otel.metric.overflow", true)];
    private static readonly double[] DefaultBounds = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000];

    private readonly Lock adding = new();
    private readonly Type form = instrument.GetType().GetGenericTypeDefinition();
    private volatile (KeyValuePair<string, object?>[] Tags, MetricCell Cell)[] known = [];

    public Instrument Instrument { get; } = instrument;

    public MetricKind Kind =>
        form == typeof(Histogram<>) ? MetricKind.Histogram
        : form == typeof(Counter<>) || form == typeof(ObservableCounter<>) ? MetricKind.Counter
        : MetricKind.Gauge;

    public IEnumerable<MetricCell> Cells => known.Select(k => k.Cell).Distinct();

    private double[] Bounds { get; } = instrument switch
    {
        Instrument<double> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds],
        Instrument<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(b => (double)b)],
        Instrument<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(b => (double)b)],
        _ => DefaultBounds,
    };

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var cell = Find(known, tags) ?? Add(tags);
        if (Kind == MetricKind.Histogram)
        {
            cell.Observe(value);
        }
        else
        {
            cell.Change(value, replaces: Instrument.IsObservable || form == typeof(Gauge<>));
        }
    }

    /// <summary>What is observed is told anew each time; what is told no more is gone.</summary>
    public void ForgetObserved()
    {
        if (Instrument.IsObservable)
        {
            known = [];
        }
    }

    private MetricCell Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (adding)
        {
            if (Find(known, tags) is { } other)
            {
                return other;
            }
            if (known.Length >= Most)
            {
                tags = Overflow;
                if (Find(known, tags) is { } overflow)
                {
                    return overflow;
                }
            }
            var labels = PrometheusText.Labels(tags);
            // The same tags in another order are the same series.
            var cell = Array.Find(known, k => k.Cell.Labels == labels).Cell ?? new MetricCell(labels, Kind == MetricKind.Histogram ? Bounds : null);
            known = [.. known, (tags.ToArray(), cell)];
            return cell;
        }
    }

    private static MetricCell? Find((KeyValuePair<string, object?>[] Tags, MetricCell Cell)[] known, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (sample, cell) in known)
        {
            if (Equal(sample, tags))
            {
                return cell;
            }
        }
        return null;
    }

    private static bool Equal(KeyValuePair<string, object?>[] sample, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var equal = sample.Length == tags.Length;
        for (var i = 0; equal && i < sample.Length; i++)
        {
            equal = sample[i].Key == tags[i].Key && Equals(sample[i].Value, tags[i].Value);
        }
        return equal;
    }
}

/// <summary>One series: a number, or a histogram with its bounds.</summary>
internal sealed class MetricCell(string labels, double[]? bounds)
{
    private readonly Lock changing = new();
    private readonly long[] counts = bounds is null ? [] : new long[bounds.Length + 1];
    private double sum;

    /// <summary>As in the exposition, without braces.</summary>
    public string Labels { get; } = labels;

    public double[]? Bounds { get; } = bounds;

    public void Change(double value, bool replaces)
    {
        lock (changing)
        {
            sum = replaces ? value : sum + value;
        }
    }

    public void Observe(double value)
    {
        var bucket = Array.BinarySearch(Bounds!, value);
        lock (changing)
        {
            // A bound belongs to its bucket (le).
            counts[bucket < 0 ? ~bucket : bucket]++;
            sum += value;
        }
    }

    /// <summary>The value or sum, and the counts by bucket, of one moment.</summary>
    public (double Sum, long[] Counts) Read()
    {
        lock (changing)
        {
            return (sum, [.. counts]);
        }
    }
}
