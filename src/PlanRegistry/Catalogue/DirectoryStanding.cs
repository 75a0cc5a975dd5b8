using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>Why a plan is unlisted: a later list dropped it, the lists of its track do not name it, or there is none yet.</summary>
public enum UnlistedReason { Dropped, NotNamed, NoList }

/// <summary>已列入、未列入、不须列入、待核实: what the lists say of a plan on a day.</summary>
public enum PlanListing { Listed, Unlisted, NotRequired, Unknown }

/// <summary>
/// How a plan stands to the directory lists on the day: by which entry it is listed, by which it was dropped, and, where neither is seen,
/// what the records leave open (<see cref="ListingDoubts"/>).
/// </summary>
public sealed class DirectoryStanding
{
    private readonly PlanOnDay plan;
    private readonly DateOnly day;
    private readonly Lazy<ListingDoubt?> doubt;

    /// <param name="day">Today, or for money the day on which it was arranged or spent.</param>
    public DirectoryStanding(PlanOnDay plan, DateOnly day)
    {
        (this.plan, this.day) = (plan, day);
        var view = plan.Snapshot.View;
        ListingFrom = plan.Snapshot.Policy.Of(PolicyKeys.ListingFrom, day);
        Entry = Catalogue.Listing.EntryOn(view, plan.Plan, day);
        Lists = [.. Catalogue.Listing.ListsFor(view, plan.Kind, day)];
        DroppedBy = Catalogue.Listing.DroppedOn(view, plan.Plan, day);
        Demand = Entry is null ? Catalogue.Listing.DemandOn(view, plan.Plan, day) : null;
        Twins = Entry is null ? [.. Catalogue.Listing.UnlinkedTwins(view, plan.Plan, day)] : [];
        EntriesOfUndatedLists = Entry is null ? [.. Catalogue.Listing.EntriesOfUndatedLists(view, plan.Plan, day)] : [];
        OtherLinks = Entry is null ? [.. Catalogue.Listing.MislinkedEntries(view, plan.Plan, day)] : [];
        EntriesInDoubt = Entry is null ? [.. Catalogue.Listing.DoubtfulEntries(view, plan.Plan, day)] : [];
        VoidEntries = Entry is null ? [.. Catalogue.Listing.VoidEntries(view, plan.Plan, day)] : [];
        doubt = new(() => ListingDoubts.Of(plan, this, day));
    }

    /// <summary>The day from which listing is demanded.</summary>
    public DateOnly ListingFrom { get; }

    /// <summary>The entry by which it is listed; null when none holds.</summary>
    public DirectoryEntry? Entry { get; }

    /// <summary>The entry by which a later list dropped it.</summary>
    public DirectoryEntry? DroppedBy { get; }

    /// <summary>The entry of a list of the Party committee, where no other lists it: 明确要求.</summary>
    public DirectoryEntry? Demand { get; }

    /// <summary>Lists of its track that list, the earliest first.</summary>
    public IReadOnlyList<DirectoryList> Lists { get; }

    public IReadOnlyList<DirectoryEntry> Twins { get; }

    public IReadOnlyList<DirectoryEntry> EntriesOfUndatedLists { get; }

    /// <summary>Linked to it, and of another title, kind, horizon or lead agency.</summary>
    public IReadOnlyList<DirectoryEntry> OtherLinks { get; }

    /// <summary>Of lists of which it is in doubt who approved them.</summary>
    public IReadOnlyList<DirectoryEntry> EntriesInDoubt { get; }

    /// <summary>Of lists that another body than the government approved: they list nothing.</summary>
    public IReadOnlyList<DirectoryEntry> VoidEntries { get; }

    public bool IsListed => Entry is not null;

    /// <summary>Also for money: by a list whose papers are in order.</summary>
    public bool IsListedForMoney =>
        Entry is { } entry && Catalogue.Listing.IsProven(plan.Snapshot.View, plan.Snapshot.View.List(entry.List)!, day);

    public bool HasListOfItsTrack => Lists.Count > 0;

    /// <summary>Without any list of its track nobody can say whether it is listed, nor of a plan of another tier.</summary>
    public PlanListing Listing =>
        IsListed ? PlanListing.Listed
        : !plan.IsOwn || plan.Tier != PlanTier.District ? PlanListing.Unknown
        : MayBeListedUnseen ? PlanListing.Unknown
        : plan.Kind == PlanKind.Development || !FallsUnderTheNotice ? PlanListing.NotRequired
        : DroppedBy is null && !HasListOfItsTrack && !IsExcepted ? PlanListing.Unknown
        : PlanListing.Unlisted;

    /// <summary>Listing is demanded by now, and the plan was not duly approved before it was.</summary>
    public bool FallsUnderTheNotice => ListingFrom <= day && !IsFromBeforeTheNotice;

    /// <summary>Approved before listing was demanded, by a body entitled to it and with its document.</summary>
    public bool IsFromBeforeTheNotice => plan.History.Approval?.On.Last < ListingFrom && PriorGaps.Count == 0;

    private IReadOnlyList<Text> PriorGaps => field ??= [.. PriorApproval.Gaps(plan, ListingFrom)];

    public Act? DraftingStep => plan.History.StepsBy(day).FirstOrDefault(a => a.Type != ActType.PartyProposal);

    /// <summary>When drafting began; for money a proposed plan counts as if that were today.</summary>
    public PartialDate DraftingBegan => DraftingStep?.On ?? day;

    /// <summary>The act by which a municipal body approved it, itself or in its document.</summary>
    public Act? MunicipalApproval => MunicipalApprovals.Of(plan, day);

    /// <summary>Neither listed nor to be: the Party committee demands it, or a municipal body approved it.</summary>
    public bool IsExcepted => !IsListed && (Demand is not null || MunicipalApproval is not null);

    /// <summary>
    /// The first list that had it, where drafting had surely begun before and no list of an earlier time, when records were not complete,
    /// may have had it: 先编后列.
    /// </summary>
    public DirectoryList? ListedLateBy => IsListed && DraftingStep is { } begun
        && Catalogue.Listing.FirstListOf(plan.Snapshot.View, plan.Plan, day) is { } first
        && ListApproval.Of(plan.Snapshot.View, first).From is { } from
        && from.First >= plan.Snapshot.RecordsFrom && begun.On.Last < from.First
        && from.Last <= plan.Horizon.LastDay
        && (begun.On.First >= plan.Snapshot.RecordsFrom || Lists[0] != first) ? first : null;

    public DateOnly ListedLateOn => ListApproval.Of(plan.Snapshot.View, ListedLateBy!).From!.Value.Last;

    public ListingDoubt? Doubt => doubt.Value;

    public bool MayBeListedUnseen => Doubt is not null;

    /// <summary>The entries that a doubt is about.</summary>
    public IReadOnlyList<DirectoryEntry> EntriesFor(ListingDoubt of) => of switch
    {
        ListingDoubt.OtherLink => OtherLinks,
        ListingDoubt.ListInDoubt => EntriesInDoubt,
        ListingDoubt.Undated => EntriesOfUndatedLists,
        _ => Twins,
    };

    /// <summary>What differs between the plan and its entry, speaks against the list, or is lacking to prove an approval of old.</summary>
    public Text WhyDoubted => Doubt switch
    {
        ListingDoubt.UnprovenApproval => Wording.Clauses(PriorGaps),
        ListingDoubt.OtherLink => Wording.Clauses(EntryLink.Differences(plan.Snapshot.View, OtherLinks[0], plan.Plan, day)),
        ListingDoubt.ListInDoubt => Wording.Clauses(
            ListApproval.Of(plan.Snapshot.View, plan.Snapshot.View.List(EntriesInDoubt[0].List)!).Gaps),
        _ => default,
    };

    /// <summary>The other plans that are recorded as the development plan of its time.</summary>
    public IReadOnlyList<Plan> RivalOutlines => Doubt == ListingDoubt.RivalOutline ? [.. Outline.Rivals(plan, day)] : [];

    /// <summary>Why it is unlisted; asked where it is.</summary>
    public UnlistedReason WhyUnlisted =>
        DroppedBy is not null ? UnlistedReason.Dropped : HasListOfItsTrack ? UnlistedReason.NotNamed : UnlistedReason.NoList;

    /// <summary>Where there is no list of its track yet, nobody could stand on one.</summary>
    public Severity BreachSeverity => WhyUnlisted == UnlistedReason.NoList ? Severity.Warning : Severity.Blocking;

    /// <summary>That an approval of old is not proven is a matter for the archive.</summary>
    public Severity DoubtSeverity => Doubt == ListingDoubt.UnprovenApproval && ListingFrom < plan.Snapshot.RecordsFrom
        ? Severity.Notice : Severity.Warning;

    public string DroppingListName => DroppingList?.Code ?? "";

    public Text EarliestListName => HasListOfItsTrack
        ? new($"{Lists[0].Code}（{Lists[0].ApprovedOn!.Value.InWords().Zh}批准）", $"{Lists[0].Code} (approved on {Lists[0].ApprovedOn})")
        : default;

    public Text DecisionDay => DecidedOn?.InWords() ?? default;

    /// <summary>Its approval, else its publication, else what is said to have approved it.</summary>
    public PartialDate? DecidedOn => plan.History.ApprovedOn ?? plan.History.PublishedOn ?? plan.History.FirstApprovalOn;


    private DirectoryList? DroppingList => plan.Snapshot.View.List(DroppedBy?.List);
}
