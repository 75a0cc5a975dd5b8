using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// Views by vector, each made once. A vector never changes its meaning, so nothing is ever invalidated; only the district's
/// current vector is asked for anew on each call.
/// </summary>
internal sealed class Views(Database database, TimeProvider clock)
{
    // A row with its share of the lookups takes about a kilobyte.
    private const long MostRows = 250_000;

    private readonly Recent<LedgerHead, DistrictRecords> ledgers = new(MostRows, d => d.Count + 1);
    private readonly Recent<Vector, RegistryView> views = new(MostRows, v => v.Chain.Sum(d => d.Count) + 1);

    /// <summary>As of now, or as the registry knew it at a moment; null when it had no ledger of the district.</summary>
    public RegistryView? Of(DistrictCode district, DateTimeOffset? knownAt)
    {
        var vector = database.Read(s => knownAt is { } moment
            ? Resolve(district, d => LedgerStore.HeadAt(s.Connection, d, moment))
            : s.Current(district, () => Resolve(district, d => LedgerStore.Head(s.Connection, d))));
        return vector is null ? null : Of(vector);
    }

    /// <summary>The view at a vector; null when a ledger does not reach so far.</summary>
    public RegistryView? Of(Vector vector) =>
        views.TryGet(vector, out var view) ? view
        : database.Read(s => vector.Heads.Any(h => h.Seq < 1 || h.Seq > LedgerStore.Head(s.Connection, h.District))) ? null
        : views.GetOrAdd(vector, () => new RegistryView([.. vector.Heads.Select(Ledger)]));

    /// <summary>What a command is decided on: the current view, empty but for the superiors while the district has no ledger.</summary>
    public RegistryView ToDecideOn(DistrictCode district) =>
        Of(district, null)
        ?? database.Read(s => new RegistryView(Chain(Nothing(district, clock.GetUtcNow()), d => LedgerStore.Head(s.Connection, d))));

    /// <summary>What an entry was decided on.</summary>
    public RegistryView Before(LedgerEntry entry)
    {
        var vector = Vector.Parse(entry.Vector);
        return vector.Seq > 0 ? Of(vector)! : new RegistryView([Nothing(entry.District, entry.RecordedAt), .. vector.Heads.Skip(1).Select(Ledger)]);
    }

    /// <summary>The view that an entry makes of a district, with the superiors as they were when it was decided on.</summary>
    /// <param name="former">The view that it was decided on, where it is at hand: what the entry leaves alone is shared with it.</param>
    public RegistryView After(DistrictRecords own, Vector before, RegistryView? former = null) =>
        database.Read(s => new RegistryView(Chain(own, district =>
            before.Heads.FirstOrDefault(h => h.District == district) is { Seq: > 0 } head
                ? head.Seq
                : LedgerStore.HeadAt(s.Connection, district, own.RecordedAt), former), former));

    public DistrictRecords Ledger(LedgerHead head) => ledgers.GetOrAdd(head, () => database.Read(s => RowStore.Load(s.Connection, head)));

    /// <summary>Keeps the view that was just written, so that the next reader need not load it.</summary>
    public void Remember(RegistryView view)
    {
        ledgers.GetOrAdd(new LedgerHead(view.Code, view.Own.Seq), () => view.Own);
        views.GetOrAdd(view.Vector, () => view);
    }

    private Vector? Resolve(DistrictCode district, Func<DistrictCode, int> seqOf) =>
        seqOf(district) is > 0 and var seq
            ? new Vector([.. Chain(Ledger(new LedgerHead(district, seq)), seqOf).Select(d => new LedgerHead(d.District, d.Seq))])
            : null;

    private List<DistrictRecords> Chain(DistrictRecords own, Func<DistrictCode, int> seqOf, RegistryView? former = null)
    {
        var chain = new List<DistrictRecords> { own };
        var next = Superior(own);
        while (next is { } district && chain.All(d => d.District != district))
        {
            var seq = seqOf(district);
            if (seq > 0)
            {
                chain.Add(former?.Chain.FirstOrDefault(d => d.District == district && d.Seq == seq) ?? Ledger(new LedgerHead(district, seq)));
            }
            // Without a ledger there is nothing to see; who is above it, its code says.
            next = seq > 0 ? Superior(chain[^1]) : district.Above;
        }
        return chain;
    }

    private static DistrictRecords Nothing(DistrictCode district, DateTimeOffset moment) => new(district, 0, moment, []);

    private static DistrictCode? Superior(DistrictRecords ledger) =>
        ledger.Of<District>().FirstOrDefault() is { } recorded ? recorded.Superior : ledger.District.Above;
}
