using System.Collections.Concurrent;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>
/// A district as of a day, as known at a vector. Everything derived is computed from records when first asked for, and kept.
/// </summary>
public sealed class Snapshot
{
    private readonly ConcurrentDictionary<Key<Plan>, PlanOnDay?> plans = [];
    private readonly ConcurrentDictionary<(DateOnly Day, int? Ahead), Snapshot> others = [];
    private readonly NextTurn next;
    private IReadOnlyList<PlanOnDay>? own;
    private IReadOnlyList<PlanOnDay>? development;

    public Snapshot(RegistryView view, DateOnly asOf) : this(view, asOf, new NextTurn()) { }

    private Snapshot(RegistryView view, DateOnly asOf, NextTurn next) : this(view, new AsOfDay(asOf, next), next) { }

    private Snapshot(RegistryView view, AsOfDay asOf, NextTurn next)
    {
        View = view;
        AsOf = asOf;
        this.next = next;
        Policy = view.Policy;
        RecordsFrom = Policy.RecordsFrom;
    }

    public RegistryView View { get; }

    /// <summary>Whether secret plans are judged as others are: to count what stood in their way, of which nothing is told.</summary>
    public bool JudgesSecrets { get; init; }

    public AsOfDay AsOf { get; }

    /// <summary>
    /// The first later day on which something that was asked here so far is answered otherwise of the same records; null: no day is.
    /// </summary>
    public DateOnly? HoldsUntil => next.Day;

    public Policy Policy { get; }

    /// <summary>The day from which the registry keeps complete records.</summary>
    public DateOnly RecordsFrom { get; }

    /// <summary>The district's own plans in order of their codes.</summary>
    public IReadOnlyList<PlanOnDay> OwnPlans => own ??=
        [.. View.Plans.Where(p => p.Home == View.Code).OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => Plan(p.Key)!)];

    /// <summary>The development plans of every tier, in order of their keys.</summary>
    public IReadOnlyList<PlanOnDay> DevelopmentPlans => development ??= [.. View.DevelopmentPlans.Select(p => Plan(p.Key)!)];

    public PlanOnDay? Plan(Key<Plan> key) =>
        plans.GetOrAdd(View.Canonical(key), seen => View.Plan(seen) is { } plan ? new PlanOnDay(this, plan) : null);

    /// <summary>
    /// The district on another day, for asking since when something is so; kept until some plans are judged. What is asked there of a day
    /// that moves with the day judged counts here, and of a fixed one never changes.
    /// </summary>
    public Snapshot On(AsOfDay day) => others.GetOrAdd((day.Unwatched, day.Ahead),
        _ => new Snapshot(View, day, next) { JudgesSecrets = JudgesSecrets });

    /// <summary>What was worked out of other days is needed no more.</summary>
    public void ForgetOtherDays() => others.Clear();

    /// <summary>Of how many plans something is worked out.</summary>
    public int PlansWorkedOut => plans.Count;

    /// <summary>What was worked out is worked out again where somebody asks.</summary>
    public void Forget()
    {
        ForgetOtherDays();
        plans.Clear();
        (own, development) = (null, null);
    }

    public Agency? Agency(AgencyRole role, PlanTier tier = PlanTier.District) => View.AgencyFor(role, tier, AsOf);

    /// <summary>The agency on the day: where it has ended, the one that succeeded it.</summary>
    public Agency? Agency(Key<Agency>? key) => View.AgencyOn(key, AsOf);
}
