using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
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
    private readonly AsOfDay day;
    private readonly Lazy<DirectoryEntry?> droppedBy;
    private readonly Lazy<DirectoryEntry?> demand;
    private readonly Lazy<ListingDoubt?> doubt;

    /// <param name="day">Today, or for money the day on which it was arranged or spent.</param>
    public DirectoryStanding(PlanOnDay plan, AsOfDay day)
    {
        (this.plan, this.day) = (plan, day);
        Entry = Catalogue.Listing.EntryOn(View, plan.Plan, day);
        droppedBy = new(() => IsListed ? null : Catalogue.Listing.LatestDrop(View, plan.Plan, day));
        demand = new(() => IsListed ? null : Catalogue.Listing.DemandOn(View, plan.Plan, day));
        doubt = new(() => ListingDoubts.Of(plan, this, day));
    }

    /// <summary>The day from which listing is demanded.</summary>
    public DateOnly ListingFrom => plan.Snapshot.Policy.Of(PolicyKeys.ListingFrom, day);

    /// <summary>The entry by which it is listed; null when none holds.</summary>
    public DirectoryEntry? Entry { get; }

    /// <summary>The entry by which a later list dropped it.</summary>
    public DirectoryEntry? DroppedBy => droppedBy.Value;

    /// <summary>The entry of a list of the Party committee, where no other lists it: 明确要求.</summary>
    public DirectoryEntry? Demand => demand.Value;

    /// <summary>Lists of its track that list, the earliest first.</summary>
    public IReadOnlyList<DirectoryList> Lists => field ??= [.. Catalogue.Listing.ListsFor(View, plan.Kind, day)];

    public IReadOnlyList<DirectoryEntry> Twins => field ??= Unless(Catalogue.Listing.UnlinkedTwins);

    public IReadOnlyList<DirectoryEntry> EntriesOfUndatedLists => field ??= Unless(Catalogue.Listing.EntriesOfUndatedLists);

    /// <summary>Linked to it, and of another title, kind, horizon or lead agency.</summary>
    public IReadOnlyList<DirectoryEntry> OtherLinks => field ??= Unless(Catalogue.Listing.MislinkedEntries);

    /// <summary>Of lists of which it is in doubt who approved them.</summary>
    public IReadOnlyList<DirectoryEntry> EntriesInDoubt => field ??= Unless(Catalogue.Listing.DoubtfulEntries);

    /// <summary>Of lists that another body than the government approved: they list nothing.</summary>
    public IReadOnlyList<DirectoryEntry> VoidEntries => field ??= Unless(Catalogue.Listing.VoidEntries);

    public bool IsListed => Entry is not null;

    /// <summary>Also for money: by a list whose papers are in order.</summary>
    public bool IsListedForMoney =>
        Entry is { } entry && Catalogue.Listing.IsProven(View, View.List(entry.List)!, day);

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

    /// <summary>What is lacking to prove an approval of old.</summary>
    internal IReadOnlyList<Text> PriorGaps => field ??= [.. PriorApproval.Gaps(plan, ListingFrom)];

    public Act? DraftingStep => plan.History.StepsBy(day).FirstOrDefault(a => a.Type != ActType.PartyProposal);

    /// <summary>The earliest day on which drafting may have begun; for money a proposed plan counts as if that were today.</summary>
    public AsOfDay DraftingBegan => DraftingStep?.On.First ?? day;

    /// <summary>The latest.</summary>
    public AsOfDay DraftingBeganBy => DraftingStep?.On.Last ?? day;

    public Text DraftingBeganInWords => (DraftingStep?.On ?? day.Unwatched).InWords();

    /// <summary>The act by which a municipal body approved it, itself or in its document.</summary>
    public Act? MunicipalApproval => MunicipalApprovals.Of(plan, day);

    /// <summary>Neither listed nor to be: the Party committee demands it, or a municipal body approved it.</summary>
    public bool IsExcepted => !IsListed && (Demand is not null || MunicipalApproval is not null);

    /// <summary>
    /// The first list that had it, where drafting had surely begun before and no list of an earlier time, when records were not complete,
    /// may have had it: 先编后列.
    /// </summary>
    public DirectoryList? ListedLateBy => IsListed && DraftingStep is { } begun
        && Catalogue.Listing.FirstListOf(View, plan.Plan, day) is { } first
        && ListApproval.Of(View, first).From is { } from
        && from.First >= plan.Snapshot.RecordsFrom && begun.On.Last < from.First
        && from.Last <= plan.Horizon.LastDay
        && (begun.On.First >= plan.Snapshot.RecordsFrom || Lists[0] != first) ? first : null;

    public DateOnly ListedLateOn => ListApproval.Of(View, ListedLateBy!).From!.Value.Last;

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

    /// <summary>What the doubt is, said of the plan.</summary>
    public Text DoubtInWords => ListingDoubtWords.Of(plan, this, day);

    /// <summary>Why it is unlisted; asked where it is.</summary>
    public UnlistedReason WhyUnlisted =>
        DroppedBy is not null ? UnlistedReason.Dropped : HasListOfItsTrack ? UnlistedReason.NotNamed : UnlistedReason.NoList;

    /// <summary>Where there is no list of its track yet, nobody could stand on one.</summary>
    public Severity BreachSeverity => WhyUnlisted == UnlistedReason.NoList ? Severity.Warning : Severity.Blocking;

    /// <summary>That an approval of old is not proven is a matter for the archive.</summary>
    public Severity DoubtSeverity => Doubt == ListingDoubt.UnprovenApproval && ListingFrom < plan.Snapshot.RecordsFrom
        ? Severity.Notice : Severity.Warning;

    public string DroppingListName => DroppingList?.Code ?? "";

    /// <summary>Its approval, else its publication, else what is said to have approved it.</summary>
    public PartialDate? DecidedOn => plan.History.ApprovedOn ?? plan.History.PublishedOn ?? plan.History.FirstApprovalOn;

    private RegistryView View => plan.Snapshot.View;

    private DirectoryList? DroppingList => View.List(DroppedBy?.List);

    /// <summary>What else may be said of it, unless it is listed.</summary>
    private List<DirectoryEntry> Unless(Func<RegistryView, Plan, AsOfDay, IEnumerable<DirectoryEntry>> entries) =>
        IsListed ? [] : [.. entries(View, plan.Plan, day)];
}
