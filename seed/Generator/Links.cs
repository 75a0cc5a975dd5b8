using PlanRegistry.Catalogue;
using PlanRegistry.Hierarchy;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>上位规划: what each plan obeys and serves; once in a large district two plans obey each other.</summary>
internal sealed class Links(DistrictDraft draft)
{
    private const int LargeDistrict = 60;

    public void Add(IReadOnlyList<PlanDraft> plans)
    {
        var development = plans.Where(p => p.IsDevelopment).ToList();
        var spatial = plans.First(p => p.Kind == PlanKind.Spatial);
        foreach (var plan in development)
        {
            Link(plan, PlanLinkKind.Obeys, draft.Superiors.DevelopmentPlan(World.Municipality, plan.Horizon));
            Link(plan, PlanLinkKind.Obeys, draft.Superiors.DevelopmentPlan(DistrictCode.Nation, plan.Horizon));
        }
        foreach (var plan in plans.Where(p => !p.IsDevelopment && !p.Has(Defect.NoSuperior) && !p.Has(Defect.Secret)))
        {
            Link(plan, PlanLinkKind.Obeys, development.Last(d => d.Horizon.Holds(plan.Horizon.From)).Key);
            if (plan != spatial && draft.Chance.Percent(plan.Kind == PlanKind.Spatial ? 95 : 30))
            {
                Link(plan, plan.Kind == PlanKind.Spatial ? PlanLinkKind.Obeys : PlanLinkKind.Coordinates, spatial.Key);
            }
        }
        AddBroaderPlans(plans);
        AddCycle(plans);
    }

    /// <summary>Some special plans serve an earlier one of the same field and horizon.</summary>
    private void AddBroaderPlans(IReadOnlyList<PlanDraft> plans)
    {
        foreach (var sameField in Special(plans).GroupBy(p => (p.Field, p.Horizon)).Where(g => g.Count() > 1))
        {
            foreach (var plan in sameField.Skip(1).Where(_ => draft.Chance.Percent(25)))
            {
                Link(plan, PlanLinkKind.Serves, sameField.First().Key);
            }
        }
    }

    private void AddCycle(IReadOnlyList<PlanDraft> plans)
    {
        var two = Special(plans).Where(p => p.Horizon.From == 2026).DistinctBy(p => p.Field).Take(2).ToList();
        if (plans.Count >= LargeDistrict && two.Count == 2)
        {
            Link(two[0], PlanLinkKind.Obeys, two[1].Key);
            Link(two[1], PlanLinkKind.Obeys, two[0].Key);
        }
    }

    private static IEnumerable<PlanDraft> Special(IReadOnlyList<PlanDraft> plans) =>
        plans.Where(p => p.Kind == PlanKind.Special && p.Defect == Defect.None);

    private void Link(PlanDraft plan, PlanLinkKind kind, Key<Plan>? superior)
    {
        if (superior is { } key)
        {
            draft.Add(new PlanLink
            {
                Home = draft.Code, Subordinate = plan.Key, Superior = key, Kind = kind, From = plan.DraftingFrom,
                Clause = plan.Kind == PlanKind.Regional ? "第九章" : null,
            });
        }
    }
}
