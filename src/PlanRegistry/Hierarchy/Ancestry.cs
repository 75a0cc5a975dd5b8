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

    /// <summary>Each set of plans that are each other's superiors, members in order of their codes.</summary>
    public IEnumerable<IReadOnlyList<PlanOnDay>> Cycles =>
        snapshot.OwnPlans
            .Where(p => Above(p.Key).Any(s => s.Plan.Key == p.Key))
            .Select(p => snapshot.OwnPlans.Where(q => q == p || (Reaches(p, q) && Reaches(q, p))).ToList())
            .DistinctBy(members => string.Join('|', members.Select(m => m.Plan.Code)));

    private bool Reaches(PlanOnDay from, PlanOnDay to) => Above(from.Key).Any(s => s.Plan.Key == to.Key);

    private List<Superior> Climb(PlanOnDay start)
    {
        var found = new Dictionary<Key<Plan>, Superior>();
        var queue = new Queue<(PlanOnDay Plan, IReadOnlyList<PlanLink> Path)>([(start, [])]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var link in at.Plan.LinksUp.Where(l => l.LeadsUp).OrderBy(l => l.RecordCode, StringComparer.Ordinal))
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

/// <summary>上位规划 of a plan, and the links that lead to it.</summary>
public sealed record Superior(PlanOnDay Subordinate, PlanOnDay Plan, IReadOnlyList<PlanLink> Path) : IFact
{
    public Key<Plan> Of => Subordinate.Key;

    public RecordId Id => new("superiors", Subordinate.Id.District, $"{Subordinate.Key}>{Plan.Key}");

    public FactLine Say() => new("Superior", Plan.Id, new Text(
        $"{Subordinate.Title}→{string.Join("→", Path.Select(l => Subordinate.Snapshot.Plan(l.Superior)!.Title))}",
        $"{Subordinate.Title} -> {string.Join(" -> ", Path.Select(l => Subordinate.Snapshot.Plan(l.Superior)!.Title))}"));
}
