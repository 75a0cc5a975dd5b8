using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>指标比对: an indicator in a year, with what was allocated to the district and what its plans aim at.</summary>
/// <param name="LacksAllocation">A superior plan has the indicator, and no allocation of it is recorded.</param>
/// <param name="Targets">The development plans' first.</param>
public sealed record ComparedIndicator(Indicator Indicator, string Identity, int Year,
    IReadOnlyList<AllocationOnDay> Allocations, bool LacksAllocation, IReadOnlyList<ComparedFigure> Targets)
{
    /// <summary>Of every plan that is judged, in order of indicators and years.</summary>
    public static IReadOnlyList<ComparedIndicator> On(Snapshot snapshot, bool bindingOnly)
    {
        var plans = snapshot.OwnPlans.Where(p => p.IsJudgedInFull && p.Indicators.Count > 0).ToList();
        var found = plans.SelectMany(p => DemandSearch.On(p)).ToList();
        var demanded = found.OfType<Demand>().Select(d => (d.Plan, d.Superior.Key, d.Identity)).ToHashSet();
        var compared = found.OfType<Comparison>().Concat(WithOutlines(snapshot, plans, demanded)).ToLookup(c => c.Ours.Id);
        var lacking = found.OfType<Unallocated>().SelectMany(u => u.Indicators).Select(i => snapshot.View.Identity(i.Key)).ToHashSet();
        var targets = (from plan in plans
                       from held in plan.Indicators
                       from figure in held.Figures
                       select (held.Identity, figure.Year, Figure: new ComparedFigure(plan, figure, [.. compared[figure.Id]])))
            .ToLookup(t => (t.Identity, t.Year), t => t.Figure);
        var allocations = AllocationOnDay.On(snapshot).Where(a => a.Holds).ToLookup(a => (a.Identity, a.Year));
        var binding = targets.Where(g => g.Any(t => t.Figure.IsBinding)).Select(g => g.Key.Identity)
            .Concat(allocations.Where(g => g.Any(a => a.IsBinding)).Select(g => g.Key.Identity)).ToHashSet();
        return
        [
            .. targets.Select(g => g.Key).Union(allocations.Select(g => g.Key)).Where(k => !bindingOnly || binding.Contains(k.Identity))
                .Select(k => Of(k.Identity, k.Year, [.. allocations[k]], lacking.Contains(k.Identity), targets[k]))
                .OrderBy(r => r.Indicator.Code, StringComparer.Ordinal).ThenBy(r => r.Identity, StringComparer.Ordinal).ThenBy(r => r.Year),
        ];
    }

    /// <summary>
    /// What the outlines that run ask of every plan of the district, linked to them or not: told where a binding figure is fallen short of,
    /// as the handover tells it. No rule judges it while the plan is neither linked nor of the outline's time.
    /// </summary>
    private static IEnumerable<Comparison> WithOutlines(
        Snapshot snapshot, List<PlanOnDay> plans, HashSet<(Key<Plan>, Key<Plan>, string)> demanded) =>
        from outline in snapshot.DevelopmentPlans
        where outline is { IsOwn: true, Tier: PlanTier.District, IsJudgedInFull: true } && outline.Demands.Count > 0
        from plan in plans
        where plan.Kind != PlanKind.Development
        from held in plan.Indicators
        where outline.Demands.ContainsKey(held.Identity) && !demanded.Contains((plan.Key, outline.Key, held.Identity))
        from compared in Comparison.Between(new Demand(plan, outline, [], held, outline.Demands[held.Identity]))
        where compared is { IsWeaker: true, Theirs.IsBinding: true }
        select compared;

    private static ComparedIndicator Of(
        string identity, int year, IReadOnlyList<AllocationOnDay> allocations, bool lacks, IEnumerable<ComparedFigure> targets)
    {
        var inOrder = targets.OrderBy(t => t.Plan.Kind).ThenBy(t => t.Plan.Plan.Code, StringComparer.Ordinal).ToList();
        var indicator = inOrder.Count > 0 ? inOrder[0].Figure.Indicator : allocations[0].Indicator;
        return new(indicator, identity, year, allocations, lacks && allocations.Count == 0, inOrder);
    }
}

/// <summary>A plan's figure, and how it compares with what superiors demand.</summary>
public sealed record ComparedFigure(PlanOnDay Plan, Figure Figure, IReadOnlyList<Comparison> Comparisons);
