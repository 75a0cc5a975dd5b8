using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Hierarchy;

/// <summary>Who stands above whom: the closure over OBEYS and SERVES links that hold on the day, and its cycles.</summary>
public sealed class Ancestry
{
    private readonly Dictionary<Key<Plan>, IReadOnlyList<Superior>> above = [];
    private readonly Snapshot snapshot;

    public Ancestry(Snapshot snapshot)
    {
        this.snapshot = snapshot;
        foreach (var plan in snapshot.AllPlans)
        {
            above[plan.Key] = Climb(plan);
        }
    }

    /// <summary>Every plan above, nearest first, each with the shortest chain of links that reaches it.</summary>
    public IReadOnlyList<Superior> Above(Key<Plan> plan) => above.GetValueOrDefault(plan, []);

    public IEnumerable<Superior> All => above.Values.SelectMany(s => s);

    public bool Reaches(PlanOnDay from, PlanOnDay to) => Above(from.Key).Any(s => s.Plan == to);

    /// <summary>Each set of plans that are each other's superiors, with a plan of the district among them.</summary>
    public IEnumerable<SuperiorCycle> Cycles()
    {
        var looped = snapshot.AllPlans.Where(p => Reaches(p, p)).OrderBy(p => p.Key.ToString(), StringComparer.Ordinal).ToList();
        while (looped.Count > 0)
        {
            var first = looped[0];
            var members = looped.Where(p => p == first || (Reaches(first, p) && Reaches(p, first))).ToList();
            looped.RemoveAll(members.Contains);
            if (members.Exists(p => p.IsOwn))
            {
                yield return new SuperiorCycle(snapshot, members, Above(first.Key).Single(s => s.Plan == first).Path);
            }
        }
    }

    private List<Superior> Climb(PlanOnDay start)
    {
        var found = new Dictionary<Key<Plan>, Superior>();
        var queue = new Queue<(PlanOnDay Plan, IReadOnlyList<PlanLink> Path)>([(start, [])]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var link in at.Plan.SuperiorLinks.OrderBy(l => l.RecordCode, StringComparer.Ordinal))
            {
                if (snapshot.Plan(link.Superior) is { } superior && !found.ContainsKey(superior.Key))
                {
                    IReadOnlyList<PlanLink> path = [.. at.Path, link];
                    found[superior.Key] = new Superior(start, superior, path);
                    queue.Enqueue((superior, path));
                }
            }
        }
        return [.. found.Values];
    }
}
