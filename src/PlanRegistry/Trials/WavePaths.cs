using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Trials;

/// <summary>By which plans a change of one reaches those below it: by the shortest way of links, the amended plan first.</summary>
public static class WavePaths
{
    public static IReadOnlyDictionary<Key<Plan>, IReadOnlyList<Key<Plan>>> From(PlanOnDay amended)
    {
        var view = amended.Snapshot.View;
        var paths = new Dictionary<Key<Plan>, IReadOnlyList<Key<Plan>>> { [amended.Key] = [amended.Key] };
        for (var queue = new Queue<Key<Plan>>([amended.Key]); queue.TryDequeue(out var at);)
        {
            foreach (var below in view.LinksDown[at].Select(l => view.Canonical(l.Subordinate)))
            {
                if (paths.TryAdd(below, [.. paths[at], below]))
                {
                    queue.Enqueue(below);
                }
            }
        }
        // A development plan is above every plan of its time, linked or not.
        foreach (var plan in amended.Snapshot.OwnPlans.Where(p => p.Superiors.Any(s => s.Plan.Is(amended))))
        {
            paths.TryAdd(plan.Key, [amended.Key, plan.Key]);
        }
        return paths;
    }
}
