using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Conformance;

/// <summary>Judged results by (vector, day): bounded, never invalidated, each made once. The one evaluation path of every surface.</summary>
public sealed class Judgements(Registry registry, TimeProvider clock)
{
    private const long MostFindingsAndPlans = 200_000;

    // A plan with its facts, and what is remembered of them, takes some forty kilobytes.
    private const long MostLiveParts = 20_000;

    private readonly Recent<(Vector, DateOnly), Judgement> judged = new(MostFindingsAndPlans, j => j.Findings.Count + j.Snapshot.View.Plans.Count + 1);
    private readonly Recent<DistrictCode, LiveJudge> live = new(MostLiveParts, l => l.Count + 1);

    public Registry Registry { get; } = registry;

    public DateOnly Today => Calendar.Today(clock);

    public DateTimeOffset Now => clock.GetUtcNow();

    public Judgement Of(RegistryView view, DateOnly asOf)
    {
        var atHand = judged.TryGet((view.Vector, asOf), out var known);
        RegistryMeter.LookedUp(atHand);
        return known ?? judged.GetOrAdd((view.Vector, asOf), () => RegistryMeter.Judged(clock, () => Judge.Assess(new Snapshot(view, asOf))));
    }

    /// <summary>
    /// Writes what can be judged: the view that the entry would make is judged for today before it is written, so that no entry can leave
    /// a district that nobody can read. The judgement is kept for the readers who come next. The district's live judge makes it, at the cost of what
    /// the entry changes; an entry that is not written after all is one more difference to the next view.
    /// </summary>
    public WriteResult Execute(CommandHeader header, Func<RegistryView, Decision> decide)
    {
        var (today, foreseen) = (Today, (Judgement?)null);
        var result = Registry.Execute(header, decide, foresee: after => foreseen = RegistryMeter.Judged(clock, () => Live(header.District).Assess(after, today)));
        if (result is { Entry: not null, Replayed: false } && foreseen is { } judgement)
        {
            judged.GetOrAdd((result.After.Vector, today), () => judgement);
        }
        return result;
    }

    private LiveJudge Live(DistrictCode district) => live.GetOrAdd(district, () => new LiveJudge());

    /// <summary>Null for an unknown district.</summary>
    public Scope? Scope(DistrictCode district, DateOnly? asOf = null, DateTimeOffset? knownAt = null) =>
        Registry.View(district, knownAt) is { District: not null } view ? new Scope(Of(view, asOf ?? Today), asOf, knownAt, this) : null;
}
