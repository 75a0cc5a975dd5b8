using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace GraphQLEngine.Execution;

/// <summary>
/// Values by the UTF-8 text of their document, bounded in number and bytes. What was not asked for since the hand last passed goes first (the "clock" algorithm).
/// Never keyed on variables.
/// </summary>
/// <param name="capacity">Values kept.</param>
/// <param name="maxBytes">Bytes kept, by <paramref name="sizeOf"/> and the keys. Summed up with every new value, because a value may have grown since it came: small documents can have large plans.</param>
/// <param name="sizeOf">The size of a value as it is now, in bytes.</param>
internal sealed class DocumentCache<T>(int capacity, long maxBytes, Func<T, long> sizeOf)
    where T : class
{
    private readonly ConcurrentDictionary<byte[], Entry> _entries = new(Utf8Comparer.Instance);
    private readonly ConcurrentQueue<byte[]> _clock = new();

    private sealed class Entry(T value)
    {
        public T Value { get; } = value;

        public bool WasUsed { get; set; }
    }

    public int Count => _entries.Count;

    public long Size => _entries.Sum(entry => entry.Key.Length + sizeOf(entry.Value.Value));

    public bool TryGet(ReadOnlySpan<byte> text, [NotNullWhen(true)] out T? value)
    {
        if (_entries.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(text, out var entry))
        {
            entry.WasUsed = true;
            value = entry.Value;
            return true;
        }
        value = null;
        return false;
    }

    public void Add(ReadOnlySpan<byte> text, T value)
    {
        if (capacity <= 0)
            return;
        var key = text.ToArray();
        if (!_entries.TryAdd(key, new Entry(value)))
            return;
        _clock.Enqueue(key);
        var surplus = Size - maxBytes;
        while ((_entries.Count > capacity || surplus > 0) && _clock.TryDequeue(out var oldest))
            surplus -= Pass(oldest);
    }

    // The bytes that were freed.
    private long Pass(byte[] key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            return 0;
        if (entry.WasUsed)
        {
            entry.WasUsed = false;
            _clock.Enqueue(key);
            return 0;
        }
        return _entries.TryRemove(key, out _) ? key.Length + sizeOf(entry.Value) : 0;
    }

    // HashCode is seeded per process, so that nobody outside can aim collisions at the cache.
    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Comparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] text) => GetHashCode(text.AsSpan());

        public bool Equals(ReadOnlySpan<byte> text, byte[] other) => text.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> text)
        {
            var hash = new HashCode();
            hash.AddBytes(text);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> text) => text.ToArray();
    }
}
