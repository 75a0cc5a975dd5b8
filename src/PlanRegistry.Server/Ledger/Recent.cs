using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// One kind of what is kept, by its key. Reads take no lock; two that miss the same key wait for one load.
/// </summary>
/// <param name="parts">All that a value keeps in memory, with what it rests on.</param>
/// <param name="isLent">It is kept for others that rest on it: to be asked for again by them makes it no dearer.</param>
public sealed class Recent<TKey, TValue>(Kept kept, Func<TValue, IEnumerable<Part>> parts, bool isLent = false)
    where TKey : notnull where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Held> slots = new();

    public int Count => slots.Count;

    public IEnumerable<TKey> Keys => slots.Keys;

    /// <summary>Without using it.</summary>
    public bool Holds(TKey key) => slots.ContainsKey(key);

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        value = slots.TryGetValue(key, out var slot) && slot.Value.IsValueCreated ? Use(slot, again: true) : null;
        return value is not null;
    }

    public TValue GetOrAdd(TKey key, Func<TValue> load)
    {
        var slot = slots.GetOrAdd(key, _ => new Held(this, key, load));
        try
        {
            return slot.Value.IsValueCreated ? Use(slot, again: true) : Loaded(slot);
        }
        catch
        {
            // A load that failed is not remembered: the next caller tries again.
            slot.Drop();
            throw;
        }
    }

    private TValue Loaded(Held slot)
    {
        // Who loads and who waits for it sits on a thread.
        using var room = new RoomToWait();
        var value = Use(slot, again: false);
        if (slot.IsFirst())
        {
            kept.Admit(slot);
        }
        return value;
    }

    private TValue Use(Held slot, bool again)
    {
        kept.Use(slot, again && !isLent);
        return slot.Value.Value;
    }

    private sealed class Held(Recent<TKey, TValue> home, TKey key, Func<TValue> load) : Kept.Slot
    {
        private int admitted;

        public Lazy<TValue> Value { get; } = new(load);

        public override IEnumerable<Part> Parts => home.PartsOf(Value.Value);

        /// <summary>Of those who waited for the load.</summary>
        public bool IsFirst() => Interlocked.Exchange(ref admitted, 1) == 0;

        public override void Drop() => home.slots.TryRemove(KeyValuePair.Create(key, this));
    }

    private IEnumerable<Part> PartsOf(TValue value) => parts(value);
}
