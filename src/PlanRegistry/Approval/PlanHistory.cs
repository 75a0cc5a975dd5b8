using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>What became of a plan: its acts in order, and its status on any day. The same for every day of a view.</summary>
public sealed class PlanHistory
{
    private readonly Act[] steps;
    private readonly RegistryView view;
    private readonly ApprovalDemand demand;
    private readonly Lazy<Key<Agency>?> approvedBy;

    public PlanHistory(RegistryView view, Plan plan)
    {
        Plan = plan;
        (this.view, demand) = (view, new ApprovalDemand(view, plan));
        Acts = [.. view.ActsOf[plan.Key].OrderBy(a => a.On.Last).ThenBy(a => a.On.First)
            .ThenBy(a => a.Type).ThenBy(a => a.RecordCode, StringComparer.Ordinal)];
        steps = [.. Acts.Where(a => a.About == ActAbout.Plan && a.Counts)];
        Stub = view.Stub(plan.Key);
        var approvals = steps.Where(a => IsApproval(a) is true).ToList();
        // Examined, issued or published by who must approve it is as good as approved, where no act of approval is recorded.
        Approval = approvals.Find(a => IsApprovalType(a.Type)) ?? approvals.FirstOrDefault();
        Publication = steps.FirstOrDefault(a => a.Type is ActType.Published or ActType.Issued);
        approvedBy = new(() => Approval is { } act ? EntitledIn(act) ?? act.Agency : null);
        ApprovedOn = Approval?.On ?? Stub?.ApprovedOn;
        ExistsFrom = FirstDayOf(view);
    }

    public Plan Plan { get; }

    /// <summary>All acts, about the plan and about its amendments and reports, in order of their days.</summary>
    public IReadOnlyList<Act> Acts { get; }

    public SuperiorPlan? Stub { get; }

    /// <summary>The act by which it was approved as its level demands; another body's approves nothing.</summary>
    public Act? Approval { get; }

    /// <summary>Whose approval it was: of several bodies one that is entitled to it.</summary>
    public Key<Agency>? ApprovedBy => approvedBy.Value;

    /// <summary>The first PUBLISHED or ISSUED.</summary>
    public Act? Publication { get; }

    /// <summary>The acts that end it or say so, and what each is worth.</summary>
    public IReadOnlyList<PlanEnd> Ends => field ??= [.. steps.Where(PlanEnd.IsOne).Select(a => PlanEnd.Of(view, this, a))];

    public PartialDate? ApprovedOn { get; }

    public PartialDate? PublishedOn => Publication?.On;

    /// <summary>The first act that says that it was approved, whoever did and whether or not it counts.</summary>
    public PartialDate? FirstApprovalOn => steps.FirstOrDefault(a => IsApprovalType(a.Type))?.On;

    /// <summary>
    /// The earliest of its first act, the submission of its list and its first funding day; none of them: the day it was recorded, or the
    /// first of its horizon where that came before.
    /// </summary>
    public DateOnly ExistsFrom { get; }

    /// <summary>The day of its first act; without acts, the day from which it exists.</summary>
    public DateOnly FirstActOn => Acts.Count > 0 ? Acts[0].On.Last : ExistsFrom;

    /// <summary>The days on which it may come to stand otherwise: those of its steps and amendments, and the ends of its horizon.</summary>
    public IReadOnlyList<DateOnly> Turns => field ??=
    [
        .. Acts.Where(a => a.About is ActAbout.Plan or ActAbout.Amendment).Select(a => a.On.Last)
            .Concat(Ends.Select(e => e.From).Append(Stub?.ApprovedOn?.Last).OfType<DateOnly>())
            .Concat(view.AmendmentsOf[Plan.Key].Select(a => a.ProposedOn.Last))
            .Append(ExistsFrom).Append(Plan.Horizon.LastDay.AddDays(1)).Distinct(),
    ];

    /// <summary>Of these the days on which its status or its targets may change: not those of steps between.</summary>
    public IReadOnlyList<DateOnly> StatusTurns => field ??=
    [
        .. Turns.Except(
            steps.Select(a => a.On.Last).Where(d => !ChangesStatus(d) && d != ExistsFrom).Except(AmendmentDays)),
    ];

    public IEnumerable<Act> StepsBy(AsOfDay day) => steps.Where(a => a.HappenedBy(day));

    public bool WasApprovedBy(AsOfDay day) => ApprovedOn?.Last <= day;

    public bool WasPublishedBy(AsOfDay day) => PublishedOn?.Last <= day;

    public PlanStatus StatusOn(AsOfDay day) => StandingOn(day).Status;

    /// <summary>The status on a day, the act that brought it (none for PROPOSED and EXPIRED) and the day it began.</summary>
    public (PlanStatus Status, Act? Act, DateOnly? Since) StandingOn(AsOfDay day)
    {
        if (Ends.FirstOrDefault(e => e.EndsBy(day, this)) is { } end)
        {
            return (end.Act.Type == ActType.Superseded ? PlanStatus.Superseded : PlanStatus.Withdrawn, end.Act, end.From);
        }
        if (day > Plan.Horizon.LastDay)
        {
            return (PlanStatus.Expired, null, Plan.Horizon.LastDay.AddDays(1));
        }
        if (First(day, a => a.Type is ActType.Published or ActType.Issued) is { } published
            && (WasApprovedBy(day) || NeedsNoApproval(published)))
        {
            // Until it is approved it is not in force, whoever has published it.
            var by = Approval is { } late && late.On.Last > published.On.Last && !NeedsNoApproval(published) ? late : published;
            return (PlanStatus.InForce, by, by.On.Last);
        }
        if (WasApprovedBy(day))
        {
            return (PlanStatus.Approved, Approval, ApprovedOn!.Value.Last);
        }
        if (First(day, IsSubmission) is { } submitted)
        {
            return (PlanStatus.Submitted, submitted, submitted.On.Last);
        }
        return First(day, a => a.Type != ActType.PartyProposal) is { } drafted
            ? (PlanStatus.Drafting, drafted, drafted.On.Last)
            : (PlanStatus.Proposed, null, null);
    }

    /// <summary>
    /// The approval that its level demands: true, false, or null when something is not recorded. Of other tiers' plans the type tells it.
    /// </summary>
    public bool? IsApproval(Act act) =>
        act.About != ActAbout.Plan || !act.Counts ? false
        : Plan.Tier == PlanTier.District ? demand.IsMetBy(act)
        : Bodies.Of(view).Beneath(act, Plan.Tier) is not null ? false
        : Plan.Kind == PlanKind.Development ? act.Type == ActType.CongressApproved
        : IsApprovalType(act.Type);

    /// <summary>Whether those who acted may approve it so.</summary>
    public Entitlement WordOf(Act act) => demand.WordOf(act);

    public static bool IsApprovalType(ActType type) =>
        type is ActType.GovernmentApproved or ActType.CongressApproved or ActType.DepartmentApproved or ActType.MunicipalApproved;

    /// <summary>Silence about what was published before the records began is no breach; of other tiers' plans it is not asked.</summary>
    private bool NeedsNoApproval(Act published) => Plan.Tier != PlanTier.District || published.On.Last < view.Policy.RecordsFrom;

    private bool ChangesStatus(DateOnly day) => StatusOn(day) != StatusOn(day.AddDays(-1))
        || day == ApprovedOn?.Last || day == PublishedOn?.Last;

    private IEnumerable<DateOnly> AmendmentDays => Acts.Where(a => a.About == ActAbout.Amendment).Select(a => a.On.Last)
        .Concat(view.AmendmentsOf[Plan.Key].Select(a => a.ProposedOn.Last));

    private Key<Agency>? EntitledIn(Act act) => act.Agencies
        .Where(a => demand.WordOf(act with { Agency = a, CoAgencies = null }).IsGiven).Cast<Key<Agency>?>().FirstOrDefault();

    private static bool IsSubmission(Act act) =>
        act.Type is ActType.Submitted or ActType.GovernmentExamined or ActType.PartyReviewed or ActType.PreliminaryReviewed
            || IsApprovalType(act.Type);

    private Act? First(AsOfDay day, Func<Act, bool> which) => steps.FirstOrDefault(a => a.HappenedBy(day) && which(a));

    private DateOnly FirstDayOf(RegistryView view)
    {
        var days = Acts.Select(a => a.On.Last)
            .Concat(view.EntriesOf[Plan.Key]
                .Select(e => view.List(e.List)?.SubmittedOn?.Last ?? view.List(e.List)?.ApprovedOn?.Last ?? DateOnly.MaxValue))
            .Concat(view.FundingOf[Plan.Key]
                .SelectMany(f => new[] { f.RequestedOn?.Last, f.ArrangedOn?.Last, f.SpentOn?.Last }).OfType<DateOnly>())
            .Append(Stub?.ApprovedOn?.Last ?? DateOnly.MaxValue)
            .DefaultIfEmpty(DateOnly.MaxValue)
            .Min();
        var (recorded, begins) = (Calendar.DayOf(Plan.RecordedAt), new DateOnly(Plan.Horizon.From, 1, 1));
        return days < DateOnly.MaxValue ? days : begins < recorded ? begins : recorded;
    }
}
