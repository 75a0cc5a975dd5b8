using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// Views by vector, each made once. A vector never changes its meaning, so nothing is ever invalidated; only the district's
/// current vector is asked for anew on each call.
/// </summary>
internal sealed class Views(IStorage storage, TimeProvider clock, Kept kept, Seals seals)
{
    private readonly Recent<LedgerHead, DistrictRecords> ledgers = new(kept, Weights.Of, isLent: true);
    private readonly Recent<Vector, RegistryView> views = new(kept, Weights.Of);

    /// <summary>As of now, or as the registry knew it at a moment; null when it had no ledger of the district.</summary>
    public RegistryView? Of(DistrictCode district, DateTimeOffset? knownAt)
    {
        var vector = knownAt is { } moment ? Resolve(district, d => storage.Head(d, moment)) : Current(district);
        return vector is null ? null : Of(vector);
    }

    /// <summary>
    /// The first entry in the ledgers of a vector, or of a superior that had none, that the vector does not hold yet,
    /// and the vector with it; null when there is none. First is what was recorded first. In the same millisecond it
    /// is what was written first: a superior's entry only where the lower district's was decided on it.
    /// </summary>
    public LedgerStep? Next(Vector vector)
    {
        if (Current(vector.District) == vector)
        {
            return null;
        }
        LedgerEntry? first = null;
        foreach (var ledger in Ledgers(Ledger(vector.Heads[0]), vector.SeqOf))
        {
            if (storage.Entry(ledger.District, ledger.Seq + 1) is { } entry && (first is null || entry.RecordedAt < first.RecordedAt
                || (entry.RecordedAt == first.RecordedAt && Vector.Parse(first.Vector).SeqOf(entry.District) >= entry.Seq)))
            {
                first = entry;
            }
        }
        return first is null ? null : new LedgerStep(first, After(first, vector));
    }

    /// <summary>A vector with one more entry, of the district or of a superior.</summary>
    public Vector After(LedgerEntry entry, Vector before)
    {
        var head = new LedgerHead(entry.District, entry.Seq);
        return VectorOf(Chain(Ledger(before.District == entry.District ? head : before.Heads[0]), Heads(head, entry.RecordedAt, before)));
    }

    /// <summary>
    /// Whether a vector is one that the registry can have given: its ledgers reach so far, and are those that the district looks up to.
    /// </summary>
    public bool Knows(Vector vector)
    {
        int Reached(DistrictCode district) => Math.Min(vector.SeqOf(district), storage.Head(district));
        return VectorOf(Chain(Ledger(new LedgerHead(vector.District, Reached(vector.District))), Reached)) == vector;
    }

    /// <summary>The view at a vector; null when a ledger does not reach so far.</summary>
    public RegistryView? Of(Vector vector) =>
        views.TryGet(vector, out var view) ? view
        : vector.Heads.Any(h => h.Seq < 1 || h.Seq > storage.Head(h.District)) ? null
        : views.GetOrAdd(vector, () => new RegistryView([.. vector.Heads.Select(Ledger)]));

    /// <summary>What a command is decided on: the current view, empty but for the superiors while the district has no ledger.</summary>
    public RegistryView ToDecideOn(DistrictCode district) =>
        Of(district, null) ?? new RegistryView(Chain(Nothing(district, clock.GetUtcNow()), d => storage.Head(d)));

    /// <summary>What an entry was decided on.</summary>
    public RegistryView Before(LedgerEntry entry)
    {
        var vector = Vector.Parse(entry.Vector);
        return vector.Seq > 0
            ? Of(vector)!
            : new RegistryView([Nothing(entry.District, entry.RecordedAt), .. vector.Heads.Skip(1).Select(Ledger)]);
    }

    /// <summary>The view that an entry makes of a district, with the superiors as they were when it was decided on.</summary>
    public RegistryView After(DistrictRecords own, Vector before) =>
        new(Chain(own, Heads(new LedgerHead(own.District, own.Seq), own.RecordedAt, before)));

    /// <summary>The same of an entry that is not written.</summary>
    public RegistryView Rehearsal(DistrictRecords own, Vector before) => new(After(own, before).Chain) { IsRehearsal = true };

    /// <summary>The rows of a ledger at a head; none before its first entry.</summary>
    public DistrictRecords Ledger(LedgerHead head) => head.Seq == 0 ? Nothing(head.District, default) : ledgers.GetOrAdd(head, () =>
    {
        RegistryMeter.Loaded();
        // Together with its rows, so that a page of them needs no reading of its own for it.
        seals.Note(head);
        return storage.Load(head);
    });

    /// <summary>Keeps the view that was just written, so that the next reader need not load it.</summary>
    /// <param name="hash">Of its last entry.</param>
    public void Remember(RegistryView view, string hash)
    {
        seals.Note(new LedgerHead(view.Code, view.Own.Seq), hash);
        ledgers.GetOrAdd(new LedgerHead(view.Code, view.Own.Seq), () => view.Own);
        views.GetOrAdd(view.Vector, () => view);
    }

    /// <summary>A district, and then those above it: that it has seen, and that its code says.</summary>
    public static IReadOnlyList<DistrictCode> Sight(IEnumerable<DistrictCode> chain)
    {
        var seen = chain.ToList();
        var above = new List<DistrictCode>();
        for (var next = seen[0].Above; next is { } code; next = code.Above)
        {
            above.Add(code);
        }
        return [seen[0], .. seen.Skip(1).Concat(above).Distinct().OrderByDescending(d => d.Value)];
    }

    /// <summary>The same of a district as it stands now.</summary>
    public IReadOnlyList<DistrictCode> Sight(DistrictCode district) =>
        Sight(Current(district)?.Heads.Select(h => h.District) ?? [district]);

    private Vector? Current(DistrictCode district) => storage.Current(district, () => Resolve(district, d => storage.Head(d)));

    private Vector? Resolve(DistrictCode district, Func<DistrictCode, int> seqOf) =>
        seqOf(district) is > 0 and var seq ? VectorOf(Chain(Ledger(new LedgerHead(district, seq)), seqOf)) : null;

    /// <summary>
    /// How far one sees with an entry: in its own ledger to itself, in those in sight
    /// before as far as before, and in one that comes into sight by it as of its moment.
    /// </summary>
    private Func<DistrictCode, int> Heads(LedgerHead entry, DateTimeOffset moment, Vector before)
    {
        var inSight = Ledgers(Ledger(before.Heads[0]), before.SeqOf).Select(d => d.District).ToHashSet();
        return district =>
            district == entry.District ? entry.Seq
            : inSight.Contains(district) ? before.SeqOf(district)
            : storage.Head(district, moment);
    }

    private static Vector VectorOf(IEnumerable<DistrictRecords> chain) => new([.. chain.Select(d => new LedgerHead(d.District, d.Seq))]);

    /// <summary>The district and the superiors that have a ledger.</summary>
    private List<DistrictRecords> Chain(DistrictRecords own, Func<DistrictCode, int> seqOf) =>
        [.. Ledgers(own, seqOf).Where(d => d == own || d.Seq > 0)];

    /// <summary>The district and every superior. Without a ledger there is nothing to see; who is above it, its code says.</summary>
    private List<DistrictRecords> Ledgers(DistrictRecords own, Func<DistrictCode, int> seqOf)
    {
        var ledgers = new List<DistrictRecords> { own };
        while (Superior(ledgers[^1]) is { } district && ledgers.All(d => d.District != district))
        {
            ledgers.Add(Ledger(new LedgerHead(district, seqOf(district))));
        }
        return ledgers;
    }

    private static DistrictRecords Nothing(DistrictCode district, DateTimeOffset moment) => new(district, 0, moment, []);

    private static DistrictCode? Superior(DistrictRecords ledger) =>
        ledger.Of<District>().FirstOrDefault() is { } recorded ? recorded.Superior : ledger.District.Above;
}

/// <summary>One entry further.</summary>
public sealed record LedgerStep(LedgerEntry Entry, Vector After);
