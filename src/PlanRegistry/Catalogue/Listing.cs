using PlanRegistry.Approval;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>Which directory entries hold for a plan on a day. The one answer for Plan.listing, CAT-001, FUN-001 and funding.</summary>
public static class Listing
{
    /// <summary>The entry by which the plan is listed on the day, a proven list's before another's; null when none holds.</summary>
    public static DirectoryEntry? EntryOn(RegistryView view, Plan plan, AsOfDay day) =>
        EntriesOn(view, plan, day, a => a.Lists).FirstOrDefault(e => EntryLink.Agrees(view, e, plan, day));

    /// <summary>The entry of a list that the Party committee approved: 明确要求.</summary>
    public static DirectoryEntry? DemandOn(RegistryView view, Plan plan, AsOfDay day) =>
        EntriesOn(view, plan, day, a => a.Effect == ListEffect.Demand).FirstOrDefault(e => EntryLink.Agrees(view, e, plan, day));

    /// <summary>Entries that are linked to the plan and name another: by title, kind or lead agency.</summary>
    public static IEnumerable<DirectoryEntry> MislinkedEntries(RegistryView view, Plan plan, AsOfDay day) =>
        EntriesOn(view, plan, day, a => a.Lists).Where(e => !EntryLink.Agrees(view, e, plan, day));

    /// <summary>Entries of lists whose approver is in doubt.</summary>
    public static IEnumerable<DirectoryEntry> DoubtfulEntries(RegistryView view, Plan plan, AsOfDay day) =>
        EntriesOn(view, plan, day, a => a.Effect == ListEffect.Doubtful);

    /// <summary>Entries of lists that another body approved: they list nothing, and are named.</summary>
    public static IEnumerable<DirectoryEntry> VoidEntries(RegistryView view, Plan plan, AsOfDay day) =>
        EntriesOn(view, plan, day, a => a.Effect == ListEffect.None);

    /// <summary>Approved lists that cover the kind, in order of approval.</summary>
    public static IEnumerable<DirectoryList> ListsFor(RegistryView view, PlanKind kind, AsOfDay day) =>
        view.Of<DirectoryList>().Where(l => l.Covers(kind) && ListApproval.Of(view, l).Lists && IsApprovedBy(view, l, day))
            .OrderBy(l => From(view, l));

    public static bool IsApprovedBy(RegistryView view, DirectoryList list, AsOfDay day) => ListApproval.Of(view, list).HoldsOn(day);

    /// <summary>A list holds from its approval until a list that replaces it is approved.</summary>
    public static bool IsInForce(RegistryView view, DirectoryList list, AsOfDay day) =>
        IsApprovedBy(view, list, day) && !IsReplaced(view, list, day);

    public static bool IsReplaced(RegistryView view, DirectoryList list, AsOfDay day) =>
        view.Of<DirectoryList>().Any(l => l.Replaces == list.Key && IsProven(view, l, day));

    /// <summary>Of a plan that no list names today: the entry by which the latest list to drop it did; null when none does.</summary>
    public static DirectoryEntry? LatestDrop(RegistryView view, Plan plan, AsOfDay day) =>
        view.EntriesOf[plan.Key]
            .Where(e => e.Dropped == true && view.List(e.List) is { } list && IsProven(view, list, day))
            .OrderByDescending(e => From(view, view.List(e.List)!)).ThenBy(e => e.RecordCode, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>
    /// Entries that name no plan and may mean this one: of its title and perhaps its lead agency, or of nearly its title, its lead agency
    /// and its horizon. An agency that is not recorded may be the same one.
    /// </summary>
    public static IEnumerable<DirectoryEntry> UnlinkedTwins(RegistryView view, Plan plan, AsOfDay day) =>
        view.UnlinkedEntries(plan.Title).Concat(view.NearlyUnlinkedEntries(plan.Title).Where(e => e.Horizon == plan.Horizon)).Distinct()
            .Where(e => EntryLink.MayBeLedAlike(view, e, plan, day) && HoldsOn(view, e, plan, day, a => a.Lists));

    /// <summary>
    /// Linked entries of lists whose day of approval is not told well enough: a month or a year not yet over, or a document and no day.
    /// </summary>
    public static IEnumerable<DirectoryEntry> EntriesOfUndatedLists(RegistryView view, Plan plan, AsOfDay day) =>
        view.EntriesOf[plan.Key].Where(e => e.Dropped != true && view.List(e.List) is { } list && !IsApprovedBy(view, list, day)
            && (ListApproval.Of(view, list).From is { } from
                ? from.First <= day && ListApproval.Of(view, list).Lists
                : list.ApprovalDocument is not null));

    /// <summary>The day from which the plan has stood on lists, and its list; null when it never did by the day.</summary>
    public static DirectoryList? FirstListOf(RegistryView view, Plan plan, AsOfDay day) =>
        view.EntriesOf[plan.Key]
            .Where(e => e.Dropped != true && EntryLink.Agrees(view, e, plan, day)
                && view.List(e.List) is { } list && ListApproval.Of(view, list).Lists && IsApprovedBy(view, list, day))
            .Select(e => view.List(e.List)!).OrderBy(l => From(view, l)).FirstOrDefault();

    public static bool IsProven(RegistryView view, DirectoryList list, AsOfDay day) =>
        ListApproval.Of(view, list) is { Effect: ListEffect.Full } approval && approval.HoldsOn(day);

    private static DateOnly From(RegistryView view, DirectoryList list) => ListApproval.Of(view, list).From!.Value.Last;

    private static IEnumerable<DirectoryEntry> EntriesOn(RegistryView view, Plan plan, AsOfDay day, Func<ListApproval, bool> which) =>
        view.EntriesOf[plan.Key]
            .Where(e => HoldsOn(view, e, plan, day, which))
            .OrderByDescending(e => ListApproval.Of(view, view.List(e.List)!).Effect)
            .ThenByDescending(e => From(view, view.List(e.List)!)).ThenBy(e => e.RecordCode, StringComparer.Ordinal);

    private static bool HoldsOn(RegistryView view, DirectoryEntry entry, Plan plan, AsOfDay day, Func<ListApproval, bool> which) =>
        entry.Dropped != true
        && view.List(entry.List) is { } list && ListApproval.Of(view, list) is var approval && which(approval) && approval.HoldsOn(day)
        && !IsDroppedLater(view, list, plan, day)
        // What was begun stays listed after its list is replaced, until the plan ends (期满 is no end).
        && (!IsReplaced(view, list, day)
            || view.History(plan.Key).StatusOn(day) is not (PlanStatus.Proposed or PlanStatus.Superseded or PlanStatus.Withdrawn));

    // "Of its track": a COMBINED list drops what an earlier list of either track had.
    private static bool IsDroppedLater(RegistryView view, DirectoryList list, Plan plan, AsOfDay day) =>
        view.EntriesOf[plan.Key].Any(e => e.Dropped == true && view.List(e.List) is { } later
            && (later.Track == list.Track || later.Covers(plan.Kind))
            && IsProven(view, later, day) && From(view, later) > From(view, list));
}
