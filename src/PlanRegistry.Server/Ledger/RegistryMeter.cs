using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>What the registry measures of itself, by the meter "PlanRegistry". Costs a comparison while nobody listens.</summary>
internal static class RegistryMeter
{
    private static readonly Meter Meter = new("PlanRegistry");

    private static readonly Counter<long> Entries =
        Meter.CreateCounter<long>("plan_registry.ledger.entries", "{entry}", "Ledger entries written.");
    // Told from the start, at 0: a counter that springs up at 1 has no increase.
    private static readonly Dictionary<string, StrongBox<long>> Refusals = new[]
        { StorageException.Unavailable, StorageException.Busy, ClockException.InDoubt }.ToDictionary(c => c, _ => new StrongBox<long>());
    private static readonly ObservableCounter<long> Refusing = Meter.CreateObservableCounter("plan_registry.ledger.refusals",
        () => Refusals.Select(r => new Measurement<long>(r.Value.Value, new KeyValuePair<string, object?>("plan_registry.code", r.Key))),
        "{write}", "Writes that storage or the clock refused, by the code that the client was given.");
    private static readonly Counter<long> Loads =
        Meter.CreateCounter<long>("plan_registry.ledger.loads", "{load}", "Ledgers of a district read from the database.");
    private static readonly Counter<long> Lookups =
        Meter.CreateCounter<long>("plan_registry.judgement.lookups", "{lookup}", "Judgements asked for, by whether one was at hand.");
    private static readonly Histogram<double> Judging = Meter.CreateHistogram(
        "plan_registry.judgement.duration", "s", "How long judging a district took.",
        advice: new InstrumentAdvice<double>
            { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    public static void Written(string command) => Entries.Add(1, new KeyValuePair<string, object?>("plan_registry.command", command));

    public static void Refused(string code)
    {
        if (Refusals.TryGetValue(code, out var count))
        {
            Interlocked.Increment(ref count.Value);
        }
    }

    public static void Loaded() => Loads.Add(1);

    public static void LookedUp(bool atHand) =>
        Lookups.Add(1, new KeyValuePair<string, object?>("plan_registry.cache", atHand ? "hit" : "miss"));

    /// <summary>Does the judging and notes how long it took.</summary>
    public static T Judged<T>(TimeProvider clock, Func<T> judge)
    {
        var start = clock.GetTimestamp();
        var judgement = judge();
        Judging.Record(clock.GetElapsedTime(start).TotalSeconds);
        return judgement;
    }
}
