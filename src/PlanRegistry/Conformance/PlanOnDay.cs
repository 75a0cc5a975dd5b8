using PlanRegistry.Alignment;
using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Conformance;

/// <summary>A plan as it stands on the day: the fact most rules begin with.</summary>
public sealed class PlanOnDay : IFact
{
    private readonly Lazy<(PlanStatus Status, Act? Act, DateOnly? Since)> standing;
    private readonly Lazy<bool> concluded;

    public PlanOnDay(Snapshot snapshot, Plan plan)
    {
        (Snapshot, Plan) = (snapshot, plan);
        standing = new(() => History.StandingOn(AsOf));
        concluded = new(() => Status == PlanStatus.Expired && ReportOnDay.IsFinallyReported(this));
    }

    public Snapshot Snapshot { get; }
    public Plan Plan { get; }
    public PlanHistory History => field ??= Snapshot.View.History(Key);
    public RecordId Id => Plan.Id;
    public Key<Plan> Key => Plan.Key;
    public string Title => Plan.Title;

    /// <summary>As a sentence names it.</summary>
    public Text Named => Plan.Named;

    public PlanKind Kind => Plan.Kind;
    public PlanTier Tier => Plan.Tier;
    public Horizon Horizon => Plan.Horizon;
    public AsOfDay AsOf => Snapshot.AsOf;
    public PlanStatus Status => standing.Value.Status;
    public Act? StatusAct => standing.Value.Act;
    public DateOnly? StatusSince => standing.Value.Since;

    /// <summary>
    /// False where a mistake of ours keeps what became of it from being told: to ask throws, and costs this plan its answers and no other.
    /// </summary>
    public bool HasStanding
    {
        get
        {
            try
            {
                _ = standing.Value;
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }
    }

    /// <summary>All acts that have happened by the day, about whatever, that did not fail; in order.</summary>
    public IEnumerable<Act> Acts => History.Acts.Where(a => a.Counts && a.HappenedBy(AsOf));

    public IEnumerable<Act> ActsAbout(ActAbout about) => Acts.Where(a => a.About == about);

    /// <summary>How it stands to the directory lists today.</summary>
    public DirectoryStanding Directory => field ??= new DirectoryStanding(this, AsOf);

    /// <summary>The entry by which it is listed today.</summary>
    public DirectoryEntry? Entry => Directory.Entry;

    public bool IsListed => Directory.IsListed;

    /// <summary>Versions from 2 on that were not duly approved: they have no effect (AME-001, AME-002).</summary>
    public IReadOnlySet<int> VoidVersions => field ??= AmendedVersion.Void(this);

    /// <summary>The targets in force: of the latest duly approved version that has rows; before approval, the draft's.</summary>
    public TargetSet Targets => field ??= TargetSet.On(this, AsOf);

    /// <summary>The reports it owes over its whole horizon; none before it is approved or published.</summary>
    public IReadOnlyList<ReviewDuty> ReviewDuties => field ??= Reviews.ReviewDuties.Of(this);

    /// <summary>
    /// Past its horizon, and its final evaluation has reached those entitled to it: what it missed then stays as a notice.
    /// </summary>
    public bool IsConcluded => concluded.Value;

    /// <summary>Nothing is recorded to have been done with it by the day: absence says nothing of compliance.</summary>
    public bool IsUntold => !History.Acts.Any(a => a.HappenedBy(AsOf)) && !IsApproved;

    /// <summary>The yearly disclosures of its progress that it owes.</summary>
    public IReadOnlyList<DisclosureDuty> DisclosureDuties => field ??= Disclosures.Of(this);

    /// <summary>What a municipal plan has allocated to the district.</summary>
    internal IReadOnlyList<AllocationOnDay> Allocations => field ??= [.. AllocationOnDay.By(Snapshot, Key)];

    /// <summary>What it demands of the plans below it, by indicator and in order of years.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<Figure>> Demands => field ??= DemandSearch.DemandsOf(this);

    /// <summary>When an amendment that changes the indicator was last approved; null where none was.</summary>
    internal DateOnly? ChangedOn(string indicator) =>
        Waves.Where(w => w.Changed.Contains(indicator)).Max(w => (DateOnly?)w.ApprovedOn.Last);

    /// <summary>Its amendments that oblige the plans below it.</summary>
    internal IReadOnlyList<AmendmentWave> Waves => field ??= [.. AmendmentWave.Of(this)];

    /// <summary>The same by indicator.</summary>
    public IReadOnlyList<HeldIndicator> Indicators => field ??= HeldIndicator.HeldBy(this);

    /// <summary>The readings of each of these.</summary>
    internal IReadOnlyDictionary<string, ReadingSeries> Series =>
        field ??= Indicators.ToDictionary(i => i.Identity, i => new ReadingSeries(i), StringComparer.Ordinal);

    /// <summary>The readings by the day, by indicator; of one year the department's first.</summary>
    internal ILookup<string, Reading> Readings => field ??= Snapshot.View.ReadingsOf[Key].Where(r => r.Day.Last <= AsOf)
        .OrderBy(r => r.Source).ThenBy(r => r.RecordCode, StringComparer.Ordinal)
        .ToLookup(r => Snapshot.View.Identity(r.Indicator), StringComparer.Ordinal);

    /// <summary>Every plan above it, nearest first, each with the shortest chain of links that reaches it.</summary>
    public IReadOnlyList<Superior> Superiors => field ??= Superior.Above(this);

    public bool Reaches(PlanOnDay other) => Superiors.Any(s => s.Plan.Is(other));

    /// <summary>The same plan as it stood on another day.</summary>
    public PlanOnDay On(AsOfDay day) => Snapshot.On(day).Plan(Key)!;

    /// <summary>A plan is known by its key: others may see it through a snapshot of their own.</summary>
    public bool Is(PlanOnDay other) => Key == other.Key;

    public Agency? LeadAgency => Snapshot.Agency(Plan.LeadAgency);

    public bool IsOwn => Plan.Home == Snapshot.View.Code;

    public bool IsApproved => History.WasApprovedBy(AsOf);

    public bool IsPublished => History.WasPublishedBy(AsOf);

    /// <summary>A plan of the district, from its first trace in the records on.</summary>
    public bool Exists => IsOwn && Tier == PlanTier.District && History.ExistsFrom <= AsOf;

    /// <summary>期满 is no end.</summary>
    public bool HasEnded => Status is PlanStatus.Withdrawn or PlanStatus.Superseded;

    /// <summary>已终止、已被替代, as part of a sentence about one that has ended.</summary>
    public Text EndedInWords => Status == PlanStatus.Superseded ? new("已被替代", "superseded") : new("已终止", "withdrawn");

    /// <summary>From when it is withdrawn or superseded.</summary>
    public DateOnly? EndedOn => HasEnded ? StatusSince : null;

    /// <summary>Ended or past its horizon it owes no more, but what was overdue by then stays so.</summary>
    public bool Owed(DateOnly due) => !(due >= EndedOn) && (AsOf <= Horizon.LastDay || due < Horizon.LastDay);

    /// <summary>A plan of the district that exists on the day and has not ended.</summary>
    public bool IsJudged => Exists && !HasEnded;

    /// <summary>Neither ended nor past its horizon.</summary>
    public bool IsRunning => !HasEnded && Status != PlanStatus.Expired;

    /// <summary>A horizon that ends approves no plan and lists none.</summary>
    public bool IsOpenToTheEnd => !IsApproved || Directory.Listing is PlanListing.Unknown or PlanListing.Unlisted;

    /// <summary>By every rule about such a plan: it is neither past its horizon nor secret.</summary>
    public bool IsJudgedInFull => Exists && IsRunning && !IsKeptSecret;

    private bool IsKeptSecret => Plan.IsSecret && !Snapshot.JudgesSecrets;

    public bool IsJudgedBy(RuleReach rule) => Exists
        && (!HasEnded || rule.Ended) && (Status != PlanStatus.Expired || rule.Expired) && (!IsKeptSecret || rule.Secret);

    /// <summary>Why a rule does not judge it; null when it does.</summary>
    public Text? WhyNotJudged(RuleReach rule) =>
        !IsOwn || Tier != PlanTier.District ? new Text("不是本区的区级规划，不予评判", "it is no plan of the district's own tier and is not judged")
        : History.ExistsFrom > AsOf ? new Text($"当日尚不存在，自{History.ExistsFrom.InWords().Zh}起才有",
            $"it does not exist on the day (from {History.ExistsFrom:yyyy-MM-dd} on)")
        : HasEnded && !rule.Ended ? new Text($"{Terms.Of(Status).Zh}，不再评判", $"it is {Terms.Of(Status).En} and judged no more")
        : Status == PlanStatus.Expired && !rule.Expired
            ? new Text("规划期满，本规则不再评判", "it is past its horizon, and this rule judges it no more")
        : Plan.IsSecret && !rule.Secret ? new Text("是涉密规划，本规则不评判", "it is a secret plan, which this rule does not judge")
        : (Text?)null;

    /// <summary>The agency of the final approval, else the approver recorded, else the one that the approval level says.</summary>
    public Agency? Approver =>
        Snapshot.View.Agency(History.ApprovedBy) ?? Snapshot.View.Agency(Plan.Approver)
        ?? (ApproverRole is { } role ? Snapshot.Agency(role.Role, role.Tier) : null);

    public (AgencyRole Role, PlanTier Tier)? ApproverRole =>
        Kind == PlanKind.Development ? (AgencyRole.Congress, PlanTier.District)
        : Plan.ApprovalLevel switch
        {
            ApprovalLevel.Congress => (AgencyRole.Congress, PlanTier.District),
            ApprovalLevel.Government => (AgencyRole.Government, PlanTier.District),
            ApprovalLevel.Municipal => (AgencyRole.Government, PlanTier.Municipal),
            _ => null,
        };

    public IEnumerable<PlanLink> LinksUp => Snapshot.View.LinksUp[Key].Where(l => l.HoldsOn(AsOf));

    /// <summary>The links that lead to its superiors.</summary>
    public IEnumerable<PlanLink> SuperiorLinks => LinksUp.Where(l => l.LeadsUp);

    public IEnumerable<PlanLink> LinksDown => Snapshot.View.LinksDown[Key].Where(l => l.HoldsOn(AsOf));

    public IEnumerable<FundingLine> Funding => Snapshot.View.FundingOf[Key];

    public FactLine Say()
    {
        var status = HasStanding ? Terms.Of(Status) : new Text("状态未能得出", "status not told");
        return new("Plan", Id, new Text($"{Named.Zh}（{Terms.Of(Kind).Zh}，{Horizon.InWords.Zh}，{status.Zh}）",
            $"{Title} ({Terms.Of(Kind).En}, {Horizon}, {status.En})"));
    }
}
