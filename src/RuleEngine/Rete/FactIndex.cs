namespace RuleEngine.Rete;

/// <summary>
/// One equality key over an alpha memory: rings of slots by hash code, in insertion order. The hash code is kept with the
/// slot, because a fact may have changed since. Facts whose key throws sit in a ring of their own and meet every token.
/// </summary>
internal sealed class FactIndex(FactKey key, Journal journal) : IUndoable
{
    private const int None = -1;
    private const int Left = 0, Rehashed = 1;

    private int[] _buckets = [];
    private Entry[] _entries = [];
    private int _unkeyed = None;

    /// <summary>Slots whose key throws: so rare that a set beats a flag in every entry.</summary>
    private HashSet<int>? _withoutKey;
    private int _keyed;
    private int _shift = 32;

    public int FirstUnkeyed => _unkeyed;

    /// <summary>The first slot with the hash code, or -1.</summary>
    public int First(int hash) => _keyed == 0 ? None : Matching(_buckets[Bucket(hash)], hash);

    /// <summary>The next slot with the hash code, or -1.</summary>
    public int Next(int slot, int hash) => Matching(_entries[slot].Next, hash);

    public int NextUnkeyed(int slot) => _entries[slot].Next;

    public void Add(int slot, object fact)
    {
        if (slot >= _entries.Length) Array.Resize(ref _entries, Growth.Of(slot));
        Link(slot, key.TryHash(fact, out var hash), hash);
    }

    /// <summary>Gives back what growing over-allocated.</summary>
    public void Trim(int used) => Growth.Trim(ref _entries, used);

    public void Remove(int slot)
    {
        journal.Note(this, Left, KeyOf(slot), slot);
        Leave(slot);
    }

    public void Undo(int change, object? old, int number)
    {
        if (change == Rehashed) Leave(number);
        Link(number, old is not null, old as int? ?? 0);
    }

    /// <summary>Takes the slot out without a note: its arrival is being taken back.</summary>
    public void Leave(int slot)
    {
        if (_withoutKey is not null && _withoutKey.Remove(slot)) Unlink(ref _unkeyed, slot);
        else
        {
            _keyed--;
            Unlink(ref _buckets[Bucket(_entries[slot].Hash)], slot);
        }
    }

    public void Rehash(int slot, object fact)
    {
        var isKeyed = key.TryHash(fact, out var hash);
        if (isKeyed && hash == _entries[slot].Hash && _withoutKey?.Contains(slot) != true) return;
        journal.Note(this, Rehashed, KeyOf(slot), slot);
        Leave(slot);
        Link(slot, isKeyed, hash);
    }

    /// <summary>The hash code under which the slot is found; null where its key throws.</summary>
    private object? KeyOf(int slot) => _withoutKey?.Contains(slot) == true ? null : _entries[slot].Hash;

    private int Matching(int slot, int hash)
    {
        while (slot != None && _entries[slot].Hash != hash) slot = _entries[slot].Next;
        return slot;
    }

    private int Bucket(int hash) => (int)((uint)(hash * 0x9E3779B1) >> _shift);

    private void Link(int slot, bool isKeyed, int hash)
    {
        _entries[slot].Hash = hash;
        if (isKeyed)
        {
            if (_keyed++ == _buckets.Length) Grow();
            Append(ref _buckets[Bucket(hash)], slot);
        }
        else
        {
            (_withoutKey ??= []).Add(slot);
            Append(ref _unkeyed, slot);
        }
    }

    private void Append(ref int first, int slot)
    {
        _entries[slot].Next = None;
        if (first == None) first = _entries[slot].Previous = slot;
        else
        {
            var last = _entries[first].Previous;
            _entries[slot].Previous = last;
            _entries[first].Previous = _entries[last].Next = slot;
        }
    }

    private void Unlink(ref int first, int slot)
    {
        var (previous, next) = (_entries[slot].Previous, _entries[slot].Next);
        if (first == slot)
        {
            first = next;
            if (next != None) _entries[next].Previous = previous;
        }
        else
        {
            _entries[previous].Next = next;
            _entries[next != None ? next : first].Previous = previous;
        }
    }

    private void Grow()
    {
        var old = _buckets;
        _buckets = new int[Growth.OfBuckets(old.Length)];
        Array.Fill(_buckets, None);
        _shift = 32 - int.Log2(_buckets.Length);
        foreach (var bucket in old)
            for (int slot = bucket, next; slot != None; slot = next)
            {
                next = _entries[slot].Next;
                Append(ref _buckets[Bucket(_entries[slot].Hash)], slot);
            }
    }

    private struct Entry
    {
        public int Hash, Next, Previous;
    }
}
