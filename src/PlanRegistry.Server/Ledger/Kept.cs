namespace PlanRegistry.Server.Ledger;

/// <summary>Something that is kept, once however many rest on it, and about how many bytes it takes.</summary>
public readonly record struct Part(object What, long Bytes);

/// <summary>
/// All that is kept in memory together, within one budget. What was asked for again stands before what was asked for once, as long as it
/// takes no more than four fifths of the room (a segmented LRU: Karedla, Love and Wherry 1994): a walk over all districts passes through
/// the last fifth. The value added last always stays.
/// </summary>
public sealed class Kept
{
    public const int DefaultMegabytes = 2_048;

    private const int AdmissionsUntilWeighedAnew = 100;

    // Old as it is, the collector would leave it for gigabytes; all that is kept is looked at for it, which takes a second.
    private const long DroppedUntilCollected = 128 * 1024 * 1024;

    private readonly Lock turn = new();
    private readonly List<Slot> slots = [];
    private readonly HashSet<object> known = new(ReferenceEqualityComparer.Instance);
    private long reckoned;
    private long dropped;
    private int admissions;
    private long clock;

    /// <summary>In bytes.</summary>
    public long Budget { get; set; } = DefaultMegabytes * 1024L * 1024;

    /// <summary>A quarter is left to what is being read, judged and verified.</summary>
    private long Limit => Budget - (Budget / 4);

    /// <summary>What all of it takes now.</summary>
    public long Bytes
    {
        get
        {
            lock (turn)
            {
                return Weigh(slots, new(ReferenceEqualityComparer.Instance));
            }
        }
    }

    /// <summary>How often something was asked for since the process began.</summary>
    public long Uses => Interlocked.Read(ref clock);

    internal void Use(Slot slot, bool again)
    {
        slot.LastUse = Interlocked.Increment(ref clock);
        slot.WasAskedAgain |= again;
    }

    internal void Admit(Slot added)
    {
        lock (turn)
        {
            slots.Add(added);
            reckoned += New(added, known);
            // What is worked out of a value after it was added makes it heavier.
            if (reckoned > Limit || ++admissions == AdmissionsUntilWeighedAnew)
            {
                Trim(added);
            }
        }
    }

    private void Trim(Slot added)
    {
        admissions = 0;
        var all = Weigh(slots, known);
        if (all <= Limit)
        {
            reckoned = all;
            return;
        }
        // A little room more than is needed, so that not every one that is added has all others weighed.
        var room = Limit - (Limit / 16);
        Demote(room / 5 * 4);
        known.Clear();
        reckoned = 0;
        var byWorth = slots.OrderByDescending(s => s == added).ThenByDescending(s => s.WasAskedAgain)
            .ThenByDescending(s => s.LastUse).ToList();
        slots.Clear();
        foreach (var slot in byWorth)
        {
            if (slot == added || reckoned + slot.Parts.Where(p => !known.Contains(p.What)).Sum(p => p.Bytes) <= room)
            {
                reckoned += New(slot, known);
                slots.Add(slot);
            }
            else
            {
                slot.Drop();
            }
        }
        dropped += all - reckoned;
        if (dropped > DroppedUntilCollected)
        {
            dropped = 0;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        }
    }

    /// <summary>What was asked for again, but longest ago, counts as asked for once where there is no room for all of it.</summary>
    private void Demote(long room)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var total = 0L;
        foreach (var slot in slots.Where(s => s.WasAskedAgain).OrderByDescending(s => s.LastUse))
        {
            total += New(slot, seen);
            slot.WasAskedAgain = total <= room;
        }
    }

    private static long Weigh(IEnumerable<Slot> slots, HashSet<object> seen)
    {
        seen.Clear();
        return slots.Sum(s => New(s, seen));
    }

    /// <summary>What it takes beside what has been seen.</summary>
    private static long New(Slot slot, HashSet<object> seen) => slot.Parts.Where(p => seen.Add(p.What)).Sum(p => p.Bytes);

    /// <summary>The place of one value.</summary>
    internal abstract class Slot
    {
        public long LastUse { get; set; }
        public bool WasAskedAgain { get; set; }
        public abstract IEnumerable<Part> Parts { get; }
        public abstract void Drop();
    }
}
