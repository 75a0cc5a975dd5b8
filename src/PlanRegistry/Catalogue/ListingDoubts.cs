using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>What leaves open whether a plan is listed, or must be.</summary>
public enum ListingDoubt
{
    /// <summary>Recorded as the development plan, which needs no list, and not the outline of 003 一、(一).</summary>
    NotTheOutline,

    /// <summary>Its title names something else than the outline.</summary>
    NotAnOutline,

    /// <summary>Another is recorded as the development plan of its time.</summary>
    RivalOutline,

    /// <summary>Said to be from before the notice, without an entitled approval and its document.</summary>
    UnprovenApproval,

    /// <summary>Linked to an entry that names another plan.</summary>
    OtherLink,

    /// <summary>On a list of which it is in doubt who approved it.</summary>
    ListInDoubt,

    /// <summary>An unlinked entry may mean it.</summary>
    Unlinked,

    /// <summary>On a list whose day of approval is not told well enough.</summary>
    Undated,

    /// <summary>Its level or approver alone says that the municipality approves it.</summary>
    MunicipalLevel,

    /// <summary>Its drafting began before the earliest list recorded: the list of its time may have had it.</summary>
    Earlier,

    /// <summary>Approved in a month or year within which listing came to be demanded.</summary>
    ApprovalDay,
}

/// <summary>The one doubt about a plan's listing that is easiest to settle; none where it is listed, or surely is not.</summary>
internal static class ListingDoubts
{
    public static ListingDoubt? Of(PlanOnDay plan, DirectoryStanding directory, AsOfDay day) =>
        plan.Kind == PlanKind.Development ? Outline.DoubtOf(plan, day)
        : directory.IsListed || directory.IsFromBeforeTheNotice || day < directory.ListingFrom ? null
        : directory.DecidedOn?.Last < directory.ListingFrom ? ListingDoubt.UnprovenApproval
        : directory.IsExcepted ? null
        : directory.OtherLinks.Count > 0 ? ListingDoubt.OtherLink
        : directory.EntriesInDoubt.Count > 0 ? ListingDoubt.ListInDoubt
        : directory.Twins.Count > 0 ? ListingDoubt.Unlinked
        : directory.EntriesOfUndatedLists.Count > 0 ? ListingDoubt.Undated
        : MunicipalApprovals.IsSaid(plan, day) ? ListingDoubt.MunicipalLevel
        : BeganBeforeTheRecordedLists(directory) ? ListingDoubt.Earlier
        : directory.DecidedOn is { } decided && decided.First < directory.ListingFrom && directory.ListingFrom <= decided.Last
            ? ListingDoubt.ApprovalDay
        : null;

    private static bool BeganBeforeTheRecordedLists(DirectoryStanding directory) =>
        directory.DroppedBy is null && directory.HasListOfItsTrack
        && directory.DraftingBegan < directory.Lists[0].ApprovedOn!.Value.Last;
}

/// <summary>Approval by a municipal body, which a list of the district can neither give nor refuse.</summary>
internal static class MunicipalApprovals
{
    private static readonly ActType[] Approvals =
        [ActType.MunicipalApproved, ActType.GovernmentApproved, ActType.Issued, ActType.Published];

    /// <summary>The act of a municipal body, or one that rests on its document.</summary>
    public static Act? Of(PlanOnDay plan, AsOfDay day) => plan.History.StepsBy(day).FirstOrDefault(a => Approvals.Contains(a.Type)
        && (Entitlement.By(plan.Snapshot.View, [Body.Above], a).IsGiven
            || (a.Type == ActType.MunicipalApproved && plan.Snapshot.View.Document(a.Document) is { Issuer: { } issuer }
                && Entitlement.By(plan.Snapshot.View, [Body.Above], a with { Agency = issuer, CoAgencies = null }).IsGiven)));

    /// <summary>By its level, its approver, or an act that does not say whose it is.</summary>
    public static bool IsSaid(PlanOnDay plan, AsOfDay day) =>
        plan.Plan.ApprovalLevel == ApprovalLevel.Municipal
        || plan.Snapshot.View.Agency(plan.Plan.Approver) is { Tier: PlanTier.Municipal or PlanTier.National }
        || plan.History.StepsBy(day).Any(a => a.Type == ActType.MunicipalApproved && !a.Agencies.Any());
}
