using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace GraphQLEngine.Execution;

/// <summary>
/// Values by the UTF-8 text of their document, bounded in number and bytes. What was not asked for since the hand last passed goes first (the "clock" algorithm).
/// Never keyed on variables.
/// </summary>
internal sealed class DocumentCache<T>(int capacity, long maxBytes)
    where T : class
{
    private readonly ConcurrentDictionary<byte[], Entry> _entries = new(Utf8Comparer.Instance);
    private readonly ConcurrentQueue<byte[]> _clock = new();
    private long _bytes;

    private sealed class Entry(T value)
    {
        public T Value { get; } = value;

        public bool WasUsed { get; set; }
    }

    public int Count => _entries.Count;

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
        if (capacity <= 0 || text.Length > maxBytes)
            return;
        var key = text.ToArray();
        if (!_entries.TryAdd(key, new Entry(value)))
            return;
        _clock.Enqueue(key);
        Interlocked.Add(ref _bytes, key.Length);
        while ((_entries.Count > capacity || Interlocked.Read(ref _bytes) > maxBytes) && _clock.TryDequeue(out var oldest))
            Pass(oldest);
    }

    private void Pass(byte[] key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            return;
        if (entry.WasUsed)
        {
            entry.WasUsed = false;
            _clock.Enqueue(key);
        }
        else if (_entries.TryRemove(key, out _))
        {
            Interlocked.Add(ref _bytes, -key.Length);
        }
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
