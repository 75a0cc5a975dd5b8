namespace PlanRegistry.Server.Web;

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
