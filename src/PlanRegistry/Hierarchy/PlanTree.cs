using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Hierarchy;

/// <summary>A row of the tree of plans.</summary>
/// <param name="Link">By which it hangs under the row above it; null for a root.</param>
/// <param name="IsRepeated">It stands above already, and what is under it is not told again.</param>
public sealed record PlanBranch(int Depth, PlanOnDay Plan, PlanLink? Link, bool IsRepeated);

/// <summary>
/// The district's plans as a tree: a row under each superior, subordinates before siblings, both in order of their codes. Plans that
/// are only each other's superiors have no root: the first by its code is taken for one.
/// </summary>
public static class PlanTree
{
    public static IReadOnlyList<PlanBranch> Of(Snapshot snapshot)
    {
        var told = new HashSet<Key<Plan>>();
        var rows = new List<PlanBranch>();
        foreach (var plan in snapshot.OwnPlans.OrderBy(HasSuperior).ThenBy(p => p.Plan.Code, StringComparer.Ordinal))
        {
            if (!told.Contains(plan.Key))
            {
                Add(plan, null, 0);
            }
        }
        return rows;

        void Add(PlanOnDay plan, PlanLink? link, int depth)
        {
            var isNew = told.Add(plan.Key);
            rows.Add(new PlanBranch(depth, plan, link, !isNew));
            foreach (var (below, by) in isNew ? Below(plan) : [])
            {
                Add(below, by, depth + 1);
            }
        }
    }

    private static bool HasSuperior(PlanOnDay plan) => plan.SuperiorLinks.Any(l => l.Superior.District == plan.Key.District);

    private static IEnumerable<(PlanOnDay Plan, PlanLink By)> Below(PlanOnDay plan) =>
        plan.LinksDown.Where(l => l.LeadsUp && l.Subordinate.District == plan.Key.District)
            .Select(l => (Plan: plan.Snapshot.Plan(l.Subordinate)!, By: l))
            .DistinctBy(b => b.Plan.Key).OrderBy(b => b.Plan.Plan.Code, StringComparer.Ordinal);
}
