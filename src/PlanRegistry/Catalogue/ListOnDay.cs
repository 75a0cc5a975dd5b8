using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// A submitted or approved list as it stands on the day: what CAT-003 to CAT-005 judge. A list that
/// an approved one has replaced is judged no more: a new list is how a defective one is mended.
/// </summary>
public sealed class ListOnDay : IFact
{
    private readonly ListOpinions opinions;

    private ListOnDay(Snapshot snapshot, DirectoryList list)
    {
        (Snapshot, List) = (snapshot, list);
        Drafter = snapshot.View.Agency(list.Drafter);
        CoDrafters = [.. (list.CoDrafters ?? []).Select(c => snapshot.View.Agency(c)).OfType<Agency>()];
        Entries = [.. snapshot.View.EntriesIn[list.Key].Where(e => e.Dropped != true)
            .OrderBy(e => e.Code.Length).ThenBy(e => e.Code, StringComparer.Ordinal)];
        SpecialAndRegionalProcedure = ListProcedure.OfSpecialAndRegional(this);
        SpatialProcedure = ListProcedure.OfSpatial(this);
        opinions = new ListOpinions(this);
    }

    public Snapshot Snapshot { get; }

    public DirectoryList List { get; }

    public Agency? Drafter { get; }

    public IReadOnlyList<Agency> CoDrafters { get; }

    /// <summary>Its entries, but for those by which it drops a plan.</summary>
    public IReadOnlyList<DirectoryEntry> Entries { get; }

    /// <summary>How the drafting and approval of a list of special and regional plans depart from the notice (CAT-003).</summary>
    public ListFaults SpecialAndRegionalProcedure { get; }

    /// <summary>The same of a list of spatial plans (CAT-004).</summary>
    public ListFaults SpatialProcedure { get; }

    /// <summary>What the ecology and the water bureau have not said of its entries, or others in their place (CAT-005).</summary>
    public ListFaults Opinions => opinions.Faults;

    /// <summary>Everything that is not recorded of it (CAT-007).</summary>
    public ListFaults Gaps
    {
        get
        {
            var all = SpecialAndRegionalProcedure.And(SpatialProcedure).And(Opinions);
            return new([], [.. all.Gaps.Distinct()]);
        }
    }

    /// <summary>The bureaus whose word is missing or was given by another.</summary>
    public IEnumerable<AgencyRole> BureausToHear => opinions.BureausToHear;

    public RecordId Id => List.Id;

    public bool IsApproved => Approval.HoldsOn(Snapshot.AsOf);

    public ListApproval Approval => ListApproval.Of(Snapshot.View, List);

    /// <summary>Approved by the Party committee, with its papers in order: 明确要求.</summary>
    public bool IsDemandOfTheParty => IsApproved && Approval.Effect == ListEffect.Demand;

    public bool HasSpatialPlans => List.Track != ListTrack.SpecialAndRegional;

    public bool HasSpecialAndRegionalPlans => List.Track != ListTrack.Spatial;

    public string ApproverName => Snapshot.View.Agency(List.Approver)?.Name ?? "";

    /// <summary>The plans in whose lights it counts what its approval is worth: those that only this list lists, or demands.</summary>
    public IEnumerable<PlanOnDay> PlansItAloneLists => Approval.Effect == ListEffect.Full ? [] :
        Entries.Select(e => e.Plan is { } plan ? Snapshot.Plan(plan) : null).OfType<PlanOnDay>().Where(p => p.IsJudgedInFull
            && (p.Directory.Entry ?? p.Directory.Demand ?? p.Directory.EntriesInDoubt.FirstOrDefault())?.List == List.Key)
            .DistinctBy(p => p.Key);

    /// <summary>The day of its approval, else of its submission.</summary>
    public DateOnly DecidedOn => IsApproved ? Approval.From!.Value.Last : List.SubmittedOn!.Value.Last;

    /// <summary>Approved before the registry kept complete records.</summary>
    public bool IsHistory => IsApproved && DecidedOn < Snapshot.RecordsFrom;

    /// <summary>The day of its submission where what is asked was so already then, else that of its approval.</summary>
    public DateOnly Since(Func<ListOnDay, bool> isSo) =>
        List.SubmittedOn?.Last is { } submitted && submitted < DecidedOn
            && On(new Snapshot(Snapshot.View, submitted), List.Key).Any(isSo) ? submitted : DecidedOn;

    public Text Name => List.Name;

    /// <summary>None when it is neither submitted nor approved by the day, or replaced.</summary>
    public static IEnumerable<ListOnDay> On(Snapshot snapshot, Key<DirectoryList> key) =>
        snapshot.View.List(key) is { } list
        && (Listing.IsApprovedBy(snapshot.View, list, snapshot.AsOf) || list.SubmittedOn?.Last <= snapshot.AsOf)
        && !Listing.IsReplaced(snapshot.View, list, snapshot.AsOf)
            ? [new ListOnDay(snapshot, list)]
            : [];

    public FactLine Say() => RecordLines.Say(List, Snapshot.View);
}
