using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>
/// Finds, for each indicator of a plan, the nearest holder on each path upwards (RULE-CODES,
/// "Comparing"): within the district a plan approved or in force that has a target of it, at the
/// municipality one that allocated it to the district. A national plan is never compared with. The
/// district's development plan of its time is above every plan, linked or not.
/// </summary>
public static class DemandSearch
{
    /// <summary>
    /// Every demand on a plan that is judged, every pair of figures to compare, and what cannot be compared for want of an allocation.
    /// </summary>
    /// <param name="only">The one indicator that is asked for; all where none is said.</param>
    public static IEnumerable<IFact> On(PlanOnDay plan, string? only = null)
    {
        if (!plan.IsJudgedInFull || plan.Indicators.Count == 0)
        {
            yield break;
        }
        var held = plan.Indicators.Where(i => only is null || i.Identity == only).ToDictionary(i => i.Identity, StringComparer.Ordinal);
        var (found, missing) = Climb(plan, held);
        foreach (var demand in found)
        {
            yield return demand;
            foreach (var comparison in Comparison.Between(demand).Where(c => c.IsCompared))
            {
                yield return comparison;
            }
        }
        foreach (var unallocated in missing)
        {
            yield return unallocated;
        }
    }

    private static (List<Demand> Found, IEnumerable<Unallocated> Missing) Climb(PlanOnDay plan, Dictionary<string, HeldIndicator> held)
    {
        var found = new List<Demand>();
        var missing = new List<(PlanOnDay Superior, Indicator Indicator)>();
        var seen = new HashSet<(Key<Plan>, string)>(held.Keys.Select(i => (plan.Key, i)));
        var queue = new Queue<(PlanOnDay At, List<string> Sought, IReadOnlyList<PlanLink> Path)>([(plan, [.. held.Keys], [])]);
        while (queue.TryDequeue(out var step))
        {
            foreach (var (superior, path) in Above(step.At, step.Path).Concat(step.At == plan ? OfItsTime(plan) : []))
            {
                var sought = step.Sought.Where(i => seen.Add((superior.Key, i))).ToList();
                var demanded = superior.Demands;
                found.AddRange(sought.Where(demanded.ContainsKey).Select(i => new Demand(plan, superior, path, held[i], demanded[i])));
                missing.AddRange(sought.Where(i => LacksAllocation(superior, i, path)).Select(i => (superior, held[i].Indicator)));
                var further = sought.Where(i => !demanded.ContainsKey(i)).ToList();
                if (further.Count > 0)
                {
                    queue.Enqueue((superior, further, path));
                }
            }
        }
        return (found, missing.GroupBy(m => m.Superior.Key).Select(
            g => new Unallocated(plan, g.First().Superior, [.. g.Select(m => m.Indicator).OrderBy(i => i.Code, StringComparer.Ordinal)])));
    }

    private static IEnumerable<(PlanOnDay Superior, IReadOnlyList<PlanLink> Path)> Above(PlanOnDay at, IReadOnlyList<PlanLink> path) =>
        from link in at.SuperiorLinks.OrderBy(l => l.RecordCode, StringComparer.Ordinal)
        let superior = at.Snapshot.Plan(link.Superior)
        where superior is not null
        select (superior, (IReadOnlyList<PlanLink>)[.. path, link]);

    /// <summary>The district's development plan of its time, linked or not: leaving out a link frees nobody from it.</summary>
    private static IEnumerable<(PlanOnDay Superior, IReadOnlyList<PlanLink> Path)> OfItsTime(PlanOnDay plan) =>
        plan.Kind == PlanKind.Development ? []
        : plan.Snapshot.DevelopmentPlans
            .Where(d => d is { IsOwn: true, Tier: PlanTier.District } && d.Horizon.Holds(plan.Horizon.From) && !plan.Reaches(d))
            .Select(d => (d, (IReadOnlyList<PlanLink>)[]));

    /// <summary>What a superior demands, by indicator and in order of years.</summary>
    internal static Dictionary<string, IReadOnlyList<Figure>> DemandsOf(PlanOnDay superior) => superior switch
    {
        { Tier: PlanTier.Municipal } => superior.Allocations.Where(a => a.Holds)
            .GroupBy(a => a.Identity, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<Figure>)[.. g.Select(a => a.Figure).OrderBy(f => f.Year)],
                StringComparer.Ordinal),
        { Tier: PlanTier.District, IsOwn: true, Status: PlanStatus.Approved or PlanStatus.InForce } =>
            superior.Indicators.ToDictionary(i => i.Identity, i => i.Figures, StringComparer.Ordinal),
        _ => [],
    };

    /// <summary>
    /// A municipal plan not ended that shares the indicator, or of which nothing at all is recorded
    /// although the plan names it as its own superior; and no allocation of it is recorded with a day.
    /// </summary>
    private static bool LacksAllocation(PlanOnDay superior, string identity, IReadOnlyList<PlanLink> path) =>
        superior.Tier == PlanTier.Municipal
        && !superior.Status.IsOver()
        && !superior.Allocations.Any(a => a.Identity == identity && a.Since is not null)
        && (superior.Indicators.Any(i => i.Identity == identity)
            || superior.Allocations.Any(a => a.Identity == identity)
            || (path.Count == 1 && superior.Indicators.Count == 0 && superior.Allocations.Count == 0));
}
