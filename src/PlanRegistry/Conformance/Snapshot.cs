using PlanRegistry.Catalogue;
using PlanRegistry.Hierarchy;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>A district as of a day, as known at a vector. Everything derived is computed from records when first asked for, and kept.</summary>
public sealed class Snapshot
{
    private readonly Dictionary<Key<Plan>, PlanOnDay> plans;
    private readonly Lazy<Ancestry> ancestry;

    public Snapshot(RegistryView view, DateOnly asOf)
    {
        View = view;
        AsOf = asOf;
        Policy = new Policy(view);
        RecordsFrom = Policy.RecordsFrom(asOf);
        plans = view.Plans.ToDictionary(p => p.Key, p => new PlanOnDay(this, view.History(p.Key)));
        OwnPlans = [.. plans.Values.Where(p => p.Plan.Home == view.Code).OrderBy(p => p.Plan.Code, StringComparer.Ordinal)];
        ancestry = new(() => new Ancestry(this));
    }

    public RegistryView View { get; }
    public DateOnly AsOf { get; }
    public Policy Policy { get; }

    /// <summary>The day from which the registry keeps complete records.</summary>
    public DateOnly RecordsFrom { get; }

    /// <summary>The district's own plans in order of their codes.</summary>
    public IReadOnlyList<PlanOnDay> OwnPlans { get; }

    public IEnumerable<PlanOnDay> AllPlans => plans.Values;

    public Ancestry Ancestry => ancestry.Value;

    public PlanOnDay? Plan(Key<Plan> key) => plans.GetValueOrDefault(View.Canonical(key));

    public Agency? Agency(AgencyRole role, PlanTier tier = PlanTier.District) => View.AgencyFor(role, tier, AsOf);

    /// <summary>The agency on the day: where it has ended, the one that succeeded it.</summary>
    public Agency? Agency(Key<Agency>? key) => View.AgencyOn(key, AsOf);
}
