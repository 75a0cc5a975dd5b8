namespace PlanRegistry.Ledger;

/// <summary>Values by key, immutable. A changed copy shares all but the shards that its changes fall into, so it costs what changed.</summary>
internal sealed class SharedLookup<TKey, TValue> where TKey : notnull
{
    private const int Shards = 64;

    private readonly Dictionary<TKey, TValue[]>?[] shards;

    private SharedLookup(Dictionary<TKey, TValue[]>?[] shards) => this.shards = shards;

    public IReadOnlyList<TValue> this[TKey key] => shards[ShardOf(key)] is { } shard && shard.TryGetValue(key, out var values) ? values : [];

    public static SharedLookup<TKey, TValue> Of(ILookup<TKey, TValue> groups)
    {
        var shards = new Dictionary<TKey, TValue[]>?[Shards];
        foreach (var group in groups)
        {
            (shards[ShardOf(group.Key)] ??= []).Add(group.Key, [.. group]);
        }
        return new(shards);
    }

    /// <param name="gone">Values to take out, known by reference.</param>
    /// <param name="order">The order of the values of one key.</param>
    public SharedLookup<TKey, TValue> With(IEnumerable<(TKey Key, TValue Value)> gone, IEnumerable<(TKey Key, TValue Value)> come, Comparison<TValue> order)
    {
        var next = (Dictionary<TKey, TValue[]>?[])shards.Clone();
        foreach (var (key, value) in gone)
        {
            var shard = Writable(next, key);
            TValue[] left = [.. shard[key].Where(v => !ReferenceEquals(v, value))];
            if (left.Length > 0)
            {
                shard[key] = left;
            }
            else
            {
                shard.Remove(key);
            }
        }
        foreach (var (key, value) in come)
        {
            var shard = Writable(next, key);
            TValue[] values = [.. shard.GetValueOrDefault(key, []), value];
            Array.Sort(values, order);
            shard[key] = values;
        }
        return new(next);
    }

    private Dictionary<TKey, TValue[]> Writable(Dictionary<TKey, TValue[]>?[] next, TKey key)
    {
        var place = ShardOf(key);
        if (next[place] is null || next[place] == shards[place])
        {
            next[place] = shards[place] is { } old ? new(old) : [];
        }
        return next[place]!;
    }

    private static int ShardOf(TKey key) => (int)((uint)(key.GetHashCode() * 0x9E3779B1) >> 26);
}
