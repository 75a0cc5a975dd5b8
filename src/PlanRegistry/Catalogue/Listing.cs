using PlanRegistry.Approval;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>Which directory entries hold for a plan on a day. The one answer for Plan.listing, CAT-001, FUN-001 and funding.</summary>
public static class Listing
{
    /// <summary>The entry by which the plan is listed on the day; null when none holds.</summary>
    public static DirectoryEntry? EntryOn(RegistryView view, Plan plan, DateOnly day) =>
        view.EntriesOf[plan.Key]
            .Where(e => HoldsOn(view, e, plan, day))
            .OrderByDescending(e => view.List(e.List)!.ApprovedOn!.Value.Last).ThenBy(e => e.RecordCode, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>Approved lists that cover the kind, in order of approval.</summary>
    public static IEnumerable<DirectoryList> ListsFor(RegistryView view, PlanKind kind, DateOnly day) =>
        view.Of<DirectoryList>().Where(l => l.Covers(kind) && IsApprovedBy(l, day)).OrderBy(l => l.ApprovedOn!.Value.Last);

    public static bool IsApprovedBy(DirectoryList list, DateOnly day) => list.ApprovedOn?.Last <= day;

    /// <summary>A list holds from its approval until a list that replaces it is approved.</summary>
    public static bool IsInForce(RegistryView view, DirectoryList list, DateOnly day) =>
        IsApprovedBy(list, day) && !IsReplaced(view, list, day);

    public static bool IsReplaced(RegistryView view, DirectoryList list, DateOnly day) =>
        view.Of<DirectoryList>().Any(l => l.Replaces == list.Key && IsApprovedBy(l, day));

    /// <summary>
    /// The entry by which the latest approved list that names the plan drops it; null when none does, or a later list takes it up again.
    /// </summary>
    public static DirectoryEntry? DroppedOn(RegistryView view, Plan plan, DateOnly day) =>
        EntryOn(view, plan, day) is null
            ? view.EntriesOf[plan.Key]
                .Where(e => e.Dropped == true && view.List(e.List) is { } list && IsApprovedBy(list, day))
                .OrderByDescending(e => view.List(e.List)!.ApprovedOn!.Value.Last).ThenBy(e => e.RecordCode, StringComparer.Ordinal)
                .FirstOrDefault()
            : null;

    /// <summary>
    /// Entries with the plan's title and lead agency that name no plan and would list
    /// it if they were linked. An agency that is not recorded may be the same one.
    /// </summary>
    public static IEnumerable<DirectoryEntry> UnlinkedTwins(RegistryView view, Plan plan, DateOnly day) =>
        view.UnlinkedEntries(plan.Title).Where(e => MayBeTheSame(view, e.LeadAgency, plan.LeadAgency, day) && HoldsOn(view, e, plan, day));

    /// <summary>
    /// Linked entries of lists whose day of approval is not told well enough: a month or a year not yet over, or a document and no day.
    /// </summary>
    public static IEnumerable<DirectoryEntry> EntriesOfUndatedLists(RegistryView view, Plan plan, DateOnly day) =>
        view.EntriesOf[plan.Key].Where(e => e.Dropped != true && view.List(e.List) is { } list && !IsApprovedBy(list, day)
            && (list.ApprovedOn is { } approved ? approved.First <= day : list.ApprovalDocument is not null));

    private static bool HoldsOn(RegistryView view, DirectoryEntry entry, Plan plan, DateOnly day) =>
        entry.Dropped != true
        && view.List(entry.List) is { } list && IsApprovedBy(list, day)
        && !IsDroppedLater(view, list, plan, day)
        // What was begun stays listed after its list is replaced, until the plan ends (期满 is no end).
        && (IsInForce(view, list, day)
            || view.History(plan.Key).StatusOn(day) is not (PlanStatus.Proposed or PlanStatus.Superseded or PlanStatus.Withdrawn));

    // "Of its track": a COMBINED list drops what an earlier list of either track had.
    private static bool IsDroppedLater(RegistryView view, DirectoryList list, Plan plan, DateOnly day) =>
        view.EntriesOf[plan.Key].Any(e => e.Dropped == true && view.List(e.List) is { } later
            && (later.Track == list.Track || later.Covers(plan.Kind))
            && IsApprovedBy(later, day) && later.ApprovedOn!.Value.Last > list.ApprovedOn!.Value.Last);

    private static bool MayBeTheSame(RegistryView view, Key<Agency>? one, Key<Agency>? other, DateOnly day) =>
        one is null || other is null || one == other
        || (view.AgencyOn(one, day) is { } a && view.AgencyOn(other, day) is { } b && a.Key == b.Key);
}
