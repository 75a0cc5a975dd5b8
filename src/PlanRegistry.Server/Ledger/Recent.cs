using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// Keeps what was used most recently, up to a total weight; the last value added always stays. Reads take no lock;
/// two that miss the same key wait for one load.
/// </summary>
public sealed class Recent<TKey, TValue>(long capacity, Func<TValue, long> weigh) where TKey : notnull where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Slot> slots = new();
    private readonly Lock trimming = new();
    private long clock;

    public int Count => slots.Count;

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        value = slots.TryGetValue(key, out var slot) && slot.Value.IsValueCreated ? Use(slot) : null;
        return value is not null;
    }

    public TValue GetOrAdd(TKey key, Func<TValue> load)
    {
        var slot = slots.GetOrAdd(key, _ => new Slot(load));
        try
        {
            var isNew = !slot.Value.IsValueCreated;
            var value = Use(slot);
            if (isNew)
            {
                Trim(slot);
            }
            return value;
        }
        catch
        {
            // A load that failed is not remembered: the next caller tries again.
            slots.TryRemove(KeyValuePair.Create(key, slot));
            throw;
        }
    }

    private TValue Use(Slot slot)
    {
        slot.LastUse = Interlocked.Increment(ref clock);
        return slot.Value.Value;
    }

    private void Trim(Slot added)
    {
        lock (trimming)
        {
            var loaded = slots.Where(s => s.Value.Value.IsValueCreated).OrderByDescending(s => s.Value.LastUse).ToList();
            var total = 0L;
            foreach (var (key, slot) in loaded)
            {
                total += weigh(slot.Value.Value);
                if (total > capacity && slot != added)
                {
                    slots.TryRemove(KeyValuePair.Create(key, slot));
                }
            }
        }
    }

    private sealed class Slot(Func<TValue> load)
    {
        public readonly Lazy<TValue> Value = new(load);
        public long LastUse;
    }
}
