using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Conformance;

/// <summary>
/// Judged results by (vector, day): never invalidated, each made
/// once and when somebody asks. The one evaluation path of every surface.
/// </summary>
public sealed class Judgements(Registry registry, TimeProvider clock, ILogger<Judgements> logger)
{
    /// <summary>So many entries back a judgement is looked for to begin with.</summary>
    private const int MostEntries = 8;

    /// <summary>So many days are judged side by side: a year's months and the one before, each with all plans worked out.</summary>
    private const int MostDays = 13;

    private readonly Recent<(Vector, DateOnly), Snapshot> snapshots = new(registry.Kept, Weights.Of);
    private readonly Recent<(Vector, DateOnly), Judgement> judged = new(registry.Kept, Weights.Of);

    public Registry Registry { get; } = registry;

    public DateOnly Today => Calendar.Today(clock);

    public DateTimeOffset Now => clock.GetUtcNow();

    public Snapshot Snapshot(RegistryView view, DateOnly asOf) =>
        view.IsRehearsal ? new Snapshot(view, asOf)
        : judged.TryGet((view.Vector, asOf), out var known) ? known.Snapshot
        : snapshots.GetOrAdd((view.Vector, asOf), () => new Snapshot(view, asOf));

    /// <summary>What is still kept of a state that was read before; null when it is not.</summary>
    public Snapshot? AtHand(Vector vector, DateOnly asOf) =>
        judged.TryGet((vector, asOf), out var known) ? known.Snapshot
        : snapshots.TryGet((vector, asOf), out var snapshot) ? snapshot
        : null;

    /// <param name="processors">How many it may take, where it is not at hand; all where none is said.</param>
    public Judgement Of(Snapshot snapshot, int? processors = null)
    {
        if (snapshot.View.IsRehearsal)
        {
            return RegistryMeter.Judged(clock, () => Judge(snapshot, processors ?? Environment.ProcessorCount));
        }
        var key = (snapshot.View.Vector, snapshot.AsOf);
        var atHand = judged.TryGet(key, out var known);
        RegistryMeter.LookedUp(atHand);
        return known
            ?? judged.GetOrAdd(key, () => RegistryMeter.Judged(clock, () => Judge(snapshot, processors ?? Environment.ProcessorCount)));
    }

    /// <summary>One view on several days, for who asks after all of them: those not at hand are judged side by side.</summary>
    public IReadOnlyList<Judgement> Of(RegistryView view, IReadOnlyList<DateOnly> days)
    {
        var made = days.Distinct().Where(d => view.IsRehearsal || !judged.TryGet((view.Vector, d), out _)).Chunk(MostDays)
            .SelectMany(some => JudgedTogether(view, some)).ToDictionary(j => j.Snapshot.AsOf, Remember);
        return [.. days.Select(d => made.TryGetValue(d, out var judgement) ? judgement : Of(Snapshot(view, d)))];
    }

    private static IReadOnlyList<Judgement> JudgedTogether(RegistryView view, IEnumerable<DateOnly> days)
    {
        Snapshot? beside = null;
        return PlanRegistry.Rules.Judge.JudgementsOf([.. days.Select(d => beside = new Snapshot(view, d, beside))], Environment.ProcessorCount);
    }

    private Judgement Remember(Judgement judgement)
    {
        Conclude(judgement);
        return judgement.Snapshot.View.IsRehearsal ? judgement
            : judged.GetOrAdd((judgement.Snapshot.View.Vector, judgement.Snapshot.AsOf), () => judgement);
    }

    /// <summary>Null for an unknown district.</summary>
    public Scope? Scope(DistrictCode district, Caller caller, DateOnly? asOf = null, DateTimeOffset? knownAt = null) =>
        RequestErrors.Telling(() => Registry.View(district, knownAt)) is { District: not null } view
            ? new Scope(Snapshot(view, asOf ?? Today), asOf, knownAt, this, caller)
            : null;

    /// <summary>That of the same day some entries earlier, where it is at hand: most of it holds still.</summary>
    private Judgement? ShortlyBefore(Snapshot snapshot)
    {
        var (own, superiors) = (snapshot.View.Vector.Heads[0], snapshot.View.Vector.Heads.Skip(1).ToList());
        for (var seq = own.Seq - 1; seq > 0 && seq >= own.Seq - MostEntries; seq--)
        {
            if (judged.TryGet((new Vector([own with { Seq = seq }, .. superiors]), snapshot.AsOf), out var before))
            {
                return before;
            }
        }
        return null;
    }

    private Judgement Judge(Snapshot snapshot, int processors)
    {
        var judgement = ShortlyBefore(snapshot) is { } before
            ? PlanRegistry.Rules.Judge.JudgementOf(snapshot, before, processors)
            : PlanRegistry.Rules.Judge.JudgementOf(snapshot, processors);
        Conclude(judgement);
        return judgement;
    }

    private void Conclude(Judgement judgement)
    {
        foreach (var (rule, on, exception) in judgement.Failures)
        {
            logger.LogError(exception, "{Rule} could not be judged on {On} at {Vector} on {AsOf}",
                rule, on, judgement.Snapshot.View.Vector, judgement.Snapshot.AsOf);
        }
        judgement.Conclude();
    }
}
