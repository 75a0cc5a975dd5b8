namespace RuleEngine.Rete;

/// <summary>
/// Numbered slots in rings by hash code, in insertion order. The hash code is kept with the slot, because what sits there
/// may have changed since. Slots without a key are in a ring of their own and meet everything.
/// </summary>
internal sealed class HashRings(Journal journal) : IUndoable
{
    public const int None = Buckets.None;

    /// <summary>The hash code of what has no key; others are not negative.</summary>
    public const int Unkeyed = -1;

    private const int Left = 0, Entered = 1, Rebuilt = 2;

    private Buckets _buckets;
    private Entry[] _entries = [];
    private int _unkeyed = None;
    private int _keyed;

    /// <summary>How many buckets have something in them: about as many as there are keys.</summary>
    private int _filled;

    public bool IsEmpty => _keyed == 0 && _unkeyed == None;

    public int FirstUnkeyed => _unkeyed;

    /// <summary>How many slots share a key, on average.</summary>
    public double SlotsPerKey => _filled == 0 ? 0 : (double)_keyed / _filled;

    /// <summary>The first slot with the hash code, or <see cref="None"/>.</summary>
    public int First(int hash) => _keyed == 0 ? None : Matching(_buckets[hash], hash);

    /// <summary>The next slot with the hash code, or <see cref="None"/>.</summary>
    public int Next(int slot, int hash) => Matching(_entries[slot].Next, hash);

    public int NextUnkeyed(int slot) => _entries[slot].Next;

    /// <summary>Every slot with a key, bucket by bucket, then those without.</summary>
    public List<int> All()
    {
        var all = new List<int>();
        foreach (var head in _buckets.Heads) Walk(head);
        Walk(_unkeyed);
        return all;

        void Walk(int slot)
        {
            for (; slot != None; slot = _entries[slot].Next) all.Add(slot);
        }
    }

    /// <summary>Makes room for so many slots, so that a large batch does not make it grow by steps.</summary>
    public void Reserve(int slots)
    {
        if (slots > _entries.Length) Array.Resize(ref _entries, slots);
        if (slots > _buckets.Count) Rebuild(slots);
    }

    /// <summary>Gives back what was reserved in vain.</summary>
    public void Trim(int slots)
    {
        Array.Resize(ref _entries, slots);
        if (_keyed * 2 < _buckets.Count) Rebuild(_keyed);
    }

    /// <summary>Lets go of all memory; nothing must be in it.</summary>
    public void Release() => (_buckets, _entries) = (default, []);

    public void Enter(int slot, int hash)
    {
        if (slot >= _entries.Length) Array.Resize(ref _entries, Growth.Of(slot));
        _entries[slot].Hash = hash;
        if (hash == Unkeyed) Append(ref _unkeyed, slot);
        else
        {
            if (_keyed++ >= _buckets.Count) Rebuild(Growth.OfBuckets(_buckets.Count));
            ref var head = ref _buckets[hash];
            if (head == None) _filled++;
            Append(ref head, slot);
        }
    }

    public void Leave(int slot)
    {
        if (!journal.IsOff) journal.Note(this, Left, new Box<Entry>(_entries[slot]), slot);
        Withdraw(slot);
    }

    /// <summary>Finds the ring of a new hash code.</summary>
    public void Move(int slot, int hash)
    {
        if (_entries[slot].Hash == hash) return;
        Leave(slot);
        Enter(slot, hash);
        journal.Note(this, Entered, null, slot);
    }

    /// <summary>Takes the slot out without a note: its arrival is being taken back.</summary>
    public void Withdraw(int slot)
    {
        var hash = _entries[slot].Hash;
        if (hash == Unkeyed) Unlink(ref _unkeyed, slot);
        else
        {
            _keyed--;
            ref var head = ref _buckets[hash];
            Unlink(ref head, slot);
            if (head == None) _filled--;
        }
    }

    public void Undo(int change, object? old, int number)
    {
        if (change == Entered) Withdraw(number);
        else if (change == Rebuilt) (_buckets, _entries, _filled) = ((Box<(Buckets, Entry[], int)>)old!).Value;
        else Return(number, ((Box<Entry>)old!).Value);
    }

    private int Matching(int slot, int hash)
    {
        while (slot != None && _entries[slot].Hash != hash) slot = _entries[slot].Next;
        return slot;
    }

    private void Return(int slot, Entry entry)
    {
        _entries[slot] = entry;
        if (entry.Hash == Unkeyed) Return(ref _unkeyed, slot);
        else
        {
            _keyed++;
            ref var head = ref _buckets[entry.Hash];
            if (head == None) _filled++;
            Return(ref head, slot);
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

    /// <summary>Finds its place between the neighbours it had: the first one if the one after it is first now.</summary>
    private void Return(ref int first, int slot)
    {
        var (previous, next) = (_entries[slot].Previous, _entries[slot].Next);
        if (first == next) first = slot;
        else _entries[previous].Next = slot;
        if (previous != slot) _entries[next != None ? next : first].Previous = slot;
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

    /// <summary>Elements that can be asked back find the rings as they were, so those are kept.</summary>
    private void Rebuild(int buckets)
    {
        var old = _buckets;
        if (!journal.IsOff)
        {
            journal.Note(this, Rebuilt, new Box<(Buckets, Entry[], int)>((old, _entries, _filled)));
            _entries = [.. _entries];
        }
        _buckets = Buckets.AtLeast(buckets);
        _filled = 0;
        foreach (var head in old.Heads)
            for (int slot = head, next; slot != None; slot = next)
            {
                next = _entries[slot].Next;
                ref var first = ref _buckets[_entries[slot].Hash];
                if (first == None) _filled++;
                Append(ref first, slot);
            }
    }

    private struct Entry
    {
        public int Hash, Next, Previous;
    }

    private sealed record Box<T>(T Value);
}
