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
/// what the records leave open. The reasons for doubt exclude each other, the one that is easiest to settle first.
/// </summary>
public sealed class DirectoryStanding
{
    private readonly PlanOnDay plan;
    private readonly DateOnly day;

    /// <param name="day">Today, or for money the day on which it was arranged or spent.</param>
    public DirectoryStanding(PlanOnDay plan, DateOnly day)
    {
        (this.plan, this.day) = (plan, day);
        var view = plan.Snapshot.View;
        ListingFrom = plan.Snapshot.Policy.Of(PolicyKeys.ListingFrom, day);
        Entry = Catalogue.Listing.EntryOn(view, plan.Plan, day);
        Lists = [.. Catalogue.Listing.ListsFor(view, plan.Kind, day)];
        DroppedBy = Catalogue.Listing.DroppedOn(view, plan.Plan, day);
        Twins = Entry is null ? [.. Catalogue.Listing.UnlinkedTwins(view, plan.Plan, day)] : [];
        EntriesOfUndatedLists = Entry is null ? [.. Catalogue.Listing.EntriesOfUndatedLists(view, plan.Plan, day)] : [];
    }

    /// <summary>The day from which listing is demanded.</summary>
    public DateOnly ListingFrom { get; }

    /// <summary>The entry by which it is listed; null when none holds.</summary>
    public DirectoryEntry? Entry { get; }

    /// <summary>The entry by which a later list dropped it.</summary>
    public DirectoryEntry? DroppedBy { get; }

    /// <summary>Approved lists of its track, the earliest first.</summary>
    public IReadOnlyList<DirectoryList> Lists { get; }

    public IReadOnlyList<DirectoryEntry> Twins { get; }

    public IReadOnlyList<DirectoryEntry> EntriesOfUndatedLists { get; }

    public bool IsListed => Entry is not null;

    public bool HasListOfItsTrack => Lists.Count > 0;

    /// <summary>Without any list of its track nobody can say whether it is listed, nor of a plan of another tier.</summary>
    public PlanListing Listing =>
        IsListed ? PlanListing.Listed
        : !plan.IsOwn || plan.Tier != PlanTier.District ? PlanListing.Unknown
        : plan.Kind == PlanKind.Development || !FallsUnderTheNotice ? PlanListing.NotRequired
        : MayBeListedUnseen || (DroppedBy is null && !HasListOfItsTrack) ? PlanListing.Unknown
        : PlanListing.Unlisted;

    /// <summary>
    /// Listing is demanded by now, and the plan was not begun and approved before it was. What is published counts as approved.
    /// </summary>
    public bool FallsUnderTheNotice => ListingFrom <= day && !IsFromBeforeTheNotice;

    /// <summary>Begun and approved before listing was demanded.</summary>
    public bool IsFromBeforeTheNotice => DecidedOn?.Last < ListingFrom;

    public Act? DraftingStep => plan.History.StepsBy(day).FirstOrDefault(a => a.Type != ActType.PartyProposal);

    /// <summary>When drafting began; for money a proposed plan counts as if that were today.</summary>
    public PartialDate DraftingBegan => DraftingStep?.On ?? day;

    /// <summary>An unlinked entry of its title and lead agency: the listing may be there, unseen.</summary>
    public bool HasUnlinkedTwin => !IsListed && Twins.Count > 0;

    public bool IsOnAnUndatedList => !IsListed && !HasUnlinkedTwin && EntriesOfUndatedLists.Count > 0;

    /// <summary>Drafting began, or may have begun, before the earliest list recorded: the list of its time may have had it.</summary>
    public bool BeganBeforeTheRecordedLists =>
        !IsListed && !HasUnlinkedTwin && !IsOnAnUndatedList && DroppedBy is null
        && HasListOfItsTrack && DraftingBegan.First < Lists[0].ApprovedOn!.Value.Last;

    /// <summary>The approval is told by month or year only, and the day from which listing is demanded lies within.</summary>
    public bool ApprovalMayPrecedeTheNotice =>
        !IsListed && !HasUnlinkedTwin && !IsOnAnUndatedList && !BeganBeforeTheRecordedLists
        && DecidedOn is { } decided && decided.First < ListingFrom && ListingFrom <= decided.Last;

    public bool MayBeListedUnseen => HasUnlinkedTwin || IsOnAnUndatedList || BeganBeforeTheRecordedLists || ApprovalMayPrecedeTheNotice;

    /// <summary>Why it is unlisted; asked where it is.</summary>
    public UnlistedReason WhyUnlisted =>
        DroppedBy is not null ? UnlistedReason.Dropped : HasListOfItsTrack ? UnlistedReason.NotNamed : UnlistedReason.NoList;

    /// <summary>The latest of: listing demanded, drafting begun, dropped by a list.</summary>
    public DateOnly UnlistedSince => new[] { ListingFrom, DraftingBegan.Last, DroppingList?.ApprovedOn?.Last ?? ListingFrom }.Max();

    public string DroppingListName => DroppingList?.Code ?? "";

    public Text EarliestListName => HasListOfItsTrack
        ? new($"{Lists[0].Code}（{Lists[0].ApprovedOn!.Value.InWords().Zh}批准）", $"{Lists[0].Code} (approved on {Lists[0].ApprovedOn})")
        : default;

    public Text DecisionDay => DecidedOn?.InWords() ?? default;

    private DirectoryList? DroppingList => plan.Snapshot.View.List(DroppedBy?.List);

    /// <summary>Its approval, else its publication.</summary>
    private PartialDate? DecidedOn => plan.History.ApprovedOn ?? plan.History.PublishedOn;
}
