using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Hierarchy;

/// <summary>
/// What of the way up to a required superior is not recorded: any link of the plan, the superior itself, or the links of a plan between.
/// </summary>
public enum WayUpGap { NoLink, NoPlan, OpenEnd }

/// <summary>
/// The development plan of a tier that a plan must have among its superiors: the one of its time, whose
/// horizon holds the plan's first year. 003 一、(一) and (三). Any status from PROPOSED to EXPIRED serves.
/// </summary>
public sealed record RequiredSuperior(PlanOnDay Subordinate, PlanTier Tier, IReadOnlyList<PlanOnDay> OfItsTime) : IFact
{
    public Key<Plan> Of => Subordinate.Key;

    public RecordId Id => new("required_superiors", Subordinate.Id.District, $"{Subordinate.Key}/{Names.Of(Tier)}");

    public PlanOnDay? Plan => OfItsTime.Count > 0 ? OfItsTime[0] : null;

    public bool IsRecorded => OfItsTime.Count > 0;

    public bool IsReached => OfItsTime.Any(Subordinate.Reaches);

    public bool HasLinks => Subordinate.SuperiorLinks.Any();

    /// <summary>Plans of the district above it whose own superior nobody recorded: the way up may go on from there.</summary>
    public IEnumerable<PlanOnDay> OpenEnds =>
        Subordinate.Superiors.Select(s => s.Plan).Where(p => p.IsOwn && p.Kind != PlanKind.Development && !p.SuperiorLinks.Any());

    public bool IsOpen => !IsReached && (!HasLinks || !IsRecorded || OpenEnds.Any());

    public bool IsMissed => !IsReached && !IsOpen;

    /// <summary>For a development plan: links are recorded, and so is the superior, but none leads to it.</summary>
    public bool IsUnnamed => !IsReached && HasLinks && IsRecorded;

    /// <summary>What is not recorded; asked where it is open.</summary>
    public WayUpGap WhyOpen => !HasLinks ? WayUpGap.NoLink : !IsRecorded ? WayUpGap.NoPlan : WayUpGap.OpenEnd;

    /// <summary>A development plan of the district, whatever its time, stands above.</summary>
    public bool ReachesAnyOfTheDistrict => Subordinate.Superiors.Any(s => s.Plan.IsOwn && s.Plan.Kind == PlanKind.Development);

    /// <summary>The way up is recorded and comes to no development plan of the district.</summary>
    public bool LeadsElsewhere => IsMissed && !ReachesAnyOfTheDistrict;

    /// <summary>Since when it has been so of the superior that the plan must have at this tier.</summary>
    public DateOnly Since(Func<RequiredSuperior, bool> isSo) => Unbroken.Since(Subordinate, WaysUp.Turns, p => IsSoOf(p, isSo));

    /// <summary>The same while the plan's way up also leads elsewhere than to the other superior that it must have.</summary>
    public DateOnly SinceBesides(RequiredSuperior other, Func<RequiredSuperior, bool> isSo) => Unbroken.Since(Subordinate, WaysUp.Turns,
        p => IsSoOf(p, isSo) && other.IsSoOf(p, n => n.LeadsElsewhere));

    private bool IsSoOf(PlanOnDay plan, Func<RequiredSuperior, bool> isSo) =>
        plan.IsJudgedInFull && On(plan).Any(n => n.Tier == Tier && isSo(n));

    /// <summary>
    /// The day from which the superior can be followed: its approval, else its publication; null when neither is recorded by today.
    /// </summary>
    public DateOnly? DecidedOn =>
        (Plan?.History.ApprovedOn ?? Plan?.History.PublishedOn)?.Last is { } day && day <= Subordinate.AsOf ? day : null;

    /// <summary>The plan is still being drafted, or its superior's approval is not yet long enough ago.</summary>
    public bool IsInGrace =>
        Subordinate.Status is Approval.PlanStatus.Proposed or Approval.PlanStatus.Drafting || DecidedOn is not { } decided
        || Subordinate.AsOf
            <= decided.AddDays(Subordinate.Snapshot.Policy.Of(PolicyKeys.SuperiorLaterGraceDays, Subordinate.AsOf, Subordinate.Kind));

    public static IEnumerable<RequiredSuperior> On(PlanOnDay plan)
    {
        if (plan.Tier != PlanTier.District)
        {
            return [];
        }
        var standing = plan.Snapshot.DevelopmentPlans
            .Where(p => p.Status is not (Approval.PlanStatus.Superseded or Approval.PlanStatus.Withdrawn));
        return (plan.Kind == PlanKind.Development ? AboveTheDistrict : AboveOthers)
            .Select(tier => new RequiredSuperior(plan, tier,
                [.. standing.Where(d => d.Tier == tier && !d.Is(plan) && d.Horizon.Holds(plan.Horizon.From))]));
    }

    private static readonly PlanTier[] AboveTheDistrict = [PlanTier.Municipal, PlanTier.National];
    private static readonly PlanTier[] AboveOthers = [PlanTier.District, PlanTier.Municipal];

    public FactLine Say() => new("RequiredSuperior", Plan?.Id, Plan is { } plan
        ? new Text($"同期{Terms.Of(Tier).Zh}发展规划{plan.Named.Zh}（{plan.Horizon.InWords.Zh}）",
            $"the {Terms.Of(Tier).En} development plan of its time, {plan.Title} ({plan.Horizon})")
        : new Text($"同期{Terms.Of(Tier).Zh}发展规划未录入", $"no {Terms.Of(Tier).En} development plan of its time is recorded"));
}
