using System.Diagnostics.Metrics;

namespace PlanRegistry.Server.Ledger;

/// <summary>What the registry measures of itself, by the meter "PlanRegistry". Costs a comparison while nobody listens.</summary>
internal static class RegistryMeter
{
    private static readonly Meter Meter = new("PlanRegistry");

    private static readonly Counter<long> Entries =
        Meter.CreateCounter<long>("plan_registry.ledger.entries", "{entry}", "Ledger entries written.");
    private static readonly Counter<long> Loads =
        Meter.CreateCounter<long>("plan_registry.ledger.loads", "{load}", "Ledgers of a district read from the database.");
    private static readonly Counter<long> Lookups =
        Meter.CreateCounter<long>("plan_registry.judgement.lookups", "{lookup}", "Judgements asked for, by whether one was at hand.");
    private static readonly Histogram<double> Judging = Meter.CreateHistogram(
        "plan_registry.judgement.duration", "s", "How long judging a district took.",
        advice: new InstrumentAdvice<double>
            { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    public static void Written(string command) => Entries.Add(1, new KeyValuePair<string, object?>("plan_registry.command", command));

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
