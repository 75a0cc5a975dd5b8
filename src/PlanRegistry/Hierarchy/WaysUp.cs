using System.Collections.Concurrent;
using PlanRegistry.Alignment;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Hierarchy;

/// <summary>
/// On which days the ways up from a plan may change: with a link, with what becomes of a plan above it, or with what that allocates. The
/// same for every day of a view.
/// </summary>
internal sealed class WaysUp
{
    private readonly ConcurrentDictionary<Key<Plan>, IReadOnlyList<DateOnly>> turns = [];

    public static IReadOnlyList<DateOnly> Turns(PlanOnDay plan) =>
        plan.Snapshot.View.Kept(_ => new WaysUp()).turns.GetOrAdd(plan.Key, (_, start) => Of(start), plan);

    private static IReadOnlyList<DateOnly> Of(PlanOnDay start) =>
    [
        .. EverAbove(start.Snapshot.View, start.Key).SelectMany(h => h.StatusTurns
            .Concat(start.Snapshot.View.LinksUp[h.Plan.Key].SelectMany(l => l.Turns))
            .Concat(AllocationOnDay.By(start.Snapshot, h.Plan.Key).Select(a => a.Since?.Last).OfType<DateOnly>()))
            .Distinct(),
    ];

    /// <summary>The plan, all that were above it at any time, and the development plans, which may be though no link says so.</summary>
    private static IEnumerable<PlanHistory> EverAbove(RegistryView view, Key<Plan> start)
    {
        var found = view.DevelopmentPlans.Select(p => p.Key).Append(start).ToHashSet();
        for (var queue = new Queue<Key<Plan>>(found); queue.TryDequeue(out var at);)
        {
            foreach (var link in view.LinksUp[at].Where(l => l.LeadsUp && view.Plan(l.Superior) is not null))
            {
                if (found.Add(view.Canonical(link.Superior)))
                {
                    queue.Enqueue(view.Canonical(link.Superior));
                }
            }
        }
        return found.Select(view.History);
    }
}
