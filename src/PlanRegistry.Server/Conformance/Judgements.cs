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

    /// <summary>Of which states a judgement on the day is at hand.</summary>
    public IEnumerable<Vector> JudgedOn(DateOnly day) => judged.Keys.Where(k => k.Item2 == day).Select(k => k.Item1);

    public bool IsJudged(Vector vector, DateOnly day) => judged.Holds((vector, day));

    /// <param name="processors">How many it may take, where it is not at hand; all where none is said.</param>
    public Judgement Of(Snapshot snapshot, int? processors = null)
    {
        if (snapshot.View.IsRehearsal)
        {
            return RegistryMeter.Judged(clock, () => Judge(snapshot, processors ?? Environment.ProcessorCount));
        }
        var key = (snapshot.View.Vector, snapshot.AsOf.Unwatched);
        var atHand = judged.TryGet(key, out var known);
        RegistryMeter.LookedUp(atHand);
        return known
            ?? judged.GetOrAdd(key, () => RegistryMeter.Judged(clock, () => Judge(snapshot, processors ?? Environment.ProcessorCount)));
    }

    /// <summary>Of a state that is tried, beginning with what is judged of the district as it is.</summary>
    public Judgement Of(Snapshot tried, Judgement asItIs) => RegistryMeter.Judged(clock,
        () => Concluded(tried, PlanRegistry.Rules.Judge.JudgementOf(tried, asItIs, Environment.ProcessorCount)));

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
            if (judged.TryGet((new Vector([own with { Seq = seq }, .. superiors]), snapshot.AsOf.Unwatched), out var before))
            {
                return before;
            }
        }
        return null;
    }

    private Judgement Judge(Snapshot snapshot, int processors) => Concluded(snapshot, ShortlyBefore(snapshot) is { } before
        ? PlanRegistry.Rules.Judge.JudgementOf(snapshot, before, processors)
        : PlanRegistry.Rules.Judge.JudgementOf(snapshot, processors));

    private Judgement Concluded(Snapshot snapshot, Judgement judgement)
    {
        foreach (var (rule, on, exception) in judgement.Failures)
        {
            logger.LogError(exception, "{Rule} could not be judged on {On} at {Vector} on {AsOf}",
                rule, on, snapshot.View.Vector, snapshot.AsOf.Unwatched);
        }
        judgement.Conclude();
        return judgement;
    }
}
