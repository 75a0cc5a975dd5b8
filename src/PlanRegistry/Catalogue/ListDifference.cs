using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>新增、移出、合并、改动、从未启动.</summary>
public enum EntryDifferenceKind { Added, Removed, Merged, Changed, NeverStarted }

/// <summary>How one entry differs: it as it is now, and those that it was; either may be missing.</summary>
/// <param name="Drop">The entry by which the later list says that it drops the plan.</param>
public sealed record EntryDifference(
    EntryDifferenceKind Kind, DirectoryEntry? Entry, IReadOnlyList<DirectoryEntry> Former, DirectoryEntry? Drop = null)
{
    // The list, its number there and the plan that it is linked to are no content of an entry.
    private static readonly IReadOnlyList<Column> Content =
        [.. RecordShape.Of<DirectoryEntry>().Columns.Where(c => !c.IsKey && c.References != typeof(Plan))];

    public IEnumerable<Column> Changed => Entry is { } now && Former is [var was] ? ChangedBetween(was, now) : [];

    internal static IEnumerable<Column> ChangedBetween(DirectoryEntry was, DirectoryEntry now) => Content.Where(c => !c.Same(was, now));
}

/// <summary>What a directory list says otherwise than another one before it.</summary>
/// <param name="Unchanged">How many entries both have alike.</param>
public sealed record ListDifference(DirectoryList From, IReadOnlyList<EntryDifference> Entries, int Unchanged)
{
    /// <summary>The list that one is compared with: which it replaces, else the last of its track before it.</summary>
    public static DirectoryList? Before(RegistryView view, DirectoryList list) =>
        view.List(list.Replaces) ?? view.Of<DirectoryList>().Where(l => l.Track == list.Track && DayOf(l) < DayOf(list)).MaxBy(DayOf);

    /// <param name="view">In which entries are looked up: what it does not have is in no difference.</param>
    public static ListDifference Between(RegistryView view, Snapshot snapshot, DirectoryList from, DirectoryList to)
    {
        var (now, drops) = (view.EntriesIn[to.Key].Where(e => e.Dropped != true).ToList(),
            view.EntriesIn[to.Key].Where(e => e.Dropped == true).ToList());
        var pairs = view.EntriesIn[from.Key].Where(e => e.Dropped != true)
            .Select(was => (Was: was, Now: Match(view, was, now), Drop: Match(view, was, drops))).ToList();
        var matched = pairs.Where(p => p.Now is not null).ToLookup(p => p.Now!.Id, p => p.Was);
        // A list that replaces none leaves the entries of those before it in force.
        var gone = pairs.Where(p => p.Now is null && (p.Drop is not null || Replaces(view, to, from)))
            .Select(p => new EntryDifference(IsBegun(snapshot, p.Was) ? EntryDifferenceKind.Removed : EntryDifferenceKind.NeverStarted,
                null, [p.Was], p.Drop));
        var told = now.Select(e => Of(e, [.. matched[e.Id]])).OfType<EntryDifference>().ToList();
        return new(from, [.. told, .. gone], now.Count - told.Count);
    }

    private static EntryDifference? Of(DirectoryEntry now, IReadOnlyList<DirectoryEntry> former) => former switch
    {
        [] => new(EntryDifferenceKind.Added, now, former),
        [var was] => EntryDifference.ChangedBetween(was, now).Any() ? new(EntryDifferenceKind.Changed, now, former) : null,
        _ => new(EntryDifferenceKind.Merged, now, former),
    };

    /// <summary>Of the same plan, else of the same title, else of nearly the same.</summary>
    private static DirectoryEntry? Match(RegistryView view, DirectoryEntry was, List<DirectoryEntry> among) =>
        (was.Plan is { } plan ? among.Find(e => e.Plan is { } other && view.Canonical(other) == view.Canonical(plan)) : null)
        ?? among.Find(e => TitleKey.Same(e.Title, was.Title))
        ?? among.Find(e => (e.Plan is null || was.Plan is null) && TitleNearness.AreNear(e.Title, was.Title, view.DistrictNames));

    private static bool Replaces(RegistryView view, DirectoryList later, DirectoryList earlier)
    {
        var seen = new HashSet<Key<DirectoryList>>();
        for (var at = view.List(later.Replaces); at is not null && seen.Add(at.Key); at = view.List(at.Replaces))
        {
            if (at.Key == earlier.Key)
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsBegun(Snapshot snapshot, DirectoryEntry entry) =>
        entry.Plan is { } plan && snapshot.Plan(plan) is { Status: not PlanStatus.Proposed };

    private static DateOnly DayOf(DirectoryList list) => (list.ApprovedOn ?? list.SubmittedOn)?.Last ?? new DateOnly(list.Year, 1, 1);
}
