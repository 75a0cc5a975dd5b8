using System.Collections;

namespace RuleEngine.Rete;

/// <summary>
/// The facts of one runtime type in a session, found by identity and enumerated in insertion order. The hash code is kept,
/// so that a fact which changed can still be taken out.
/// </summary>
internal sealed class FactTable(Type type, TypeRoute route, IEqualityComparer<object> identity, AlphaMemory[] memories, Journal journal)
    : IEnumerable<WorkingFact>, IUndoable
{
    private const int None = Buckets.None;
    public const int Added = 0, Removed = 1;

    private readonly Stack<int> _free = new();
    private Buckets _buckets;
    private Entry[] _entries = [];
    private int _used;

    public Type Type { get; } = type;
    public TypeRoute Route { get; } = route;

    /// <summary>The memories of the route's alpha nodes, in the same order.</summary>
    public AlphaMemory[] Memories { get; } = memories;
    public int Count { get; private set; }

    public WorkingFact? Find(object value) => Count == 0 ? null : Find(value, HashOf(value));

    private WorkingFact? Find(object value, int hash)
    {
        if (Count == 0) return null;
        for (var slot = _buckets[hash]; slot != None; slot = _entries[slot].Next)
        {
            ref var entry = ref _entries[slot];
            if (entry.Hash != hash) continue;
            var known = entry.Fact!.Value!;
            if (ReferenceEquals(known, value) || identity.Equals(known, value)) return entry.Fact;
        }
        return null;
    }

    /// <summary>The new fact; null when the value is known already.</summary>
    public WorkingFact? TryAdd(object value)
    {
        var hash = HashOf(value);
        if (Find(value, hash) is not null) return null;
        var fact = new WorkingFact { Value = value, Table = this };
        if (Memories.Length > 1) Array.Fill(fact.OtherAlphaSlots = new int[Memories.Length - 1], -1);
        Add(fact, hash);
        return fact;
    }

    /// <summary>Puts a fact in whose value has its final identity.</summary>
    public void Add(WorkingFact fact) => Add(fact, HashOf(fact.Value!));

    /// <summary>Makes room for a large batch.</summary>
    public void Reserve(int facts)
    {
        var slots = _used - _free.Count + facts;
        if (slots > _entries.Length) Array.Resize(ref _entries, slots);
        if (Count + facts > _buckets.Count) Grow(Count + facts);
    }

    /// <summary>Lets go of all memory if there is no fact.</summary>
    public void ReleaseIfEmpty()
    {
        if (Count > 0 || _used == 0) return;
        (_buckets, _entries, _used) = (default, [], 0);
        _free.Clear();
        _free.TrimExcess();
    }

    public void Remove(WorkingFact fact)
    {
        journal.Note(this, Removed, fact, _entries[fact.TableSlot].Hash);
        Leave(fact);
    }

    public void Undo(int change, object? old, int number)
    {
        var fact = (WorkingFact)old!;
        if (change == Added) Leave(fact);
        else Enter(fact, _free.Pop(), number);
    }

    private int HashOf(object value) => identity.GetHashCode(value) & int.MaxValue;

    private void Add(WorkingFact fact, int hash)
    {
        if (Count >= _buckets.Count) Grow(Growth.OfBuckets(_buckets.Count));
        if (!_free.TryPop(out var slot))
        {
            slot = _used++;
            if (slot == _entries.Length) Array.Resize(ref _entries, Growth.Of(slot));
        }
        Enter(fact, slot, hash);
        journal.Note(this, Added, fact);
    }

    private void Enter(WorkingFact fact, int slot, int hash)
    {
        ref var first = ref _buckets[hash];
        _entries[slot] = new Entry { Fact = fact, Hash = hash, Next = first };
        fact.TableSlot = first = slot;
        Count++;
    }

    private void Leave(WorkingFact fact)
    {
        ref var next = ref _buckets[_entries[fact.TableSlot].Hash];
        while (next != fact.TableSlot) next = ref _entries[next].Next;
        next = _entries[fact.TableSlot].Next;
        _entries[fact.TableSlot] = default;
        _free.Push(fact.TableSlot);
        fact.TableSlot = -1;
        Count--;
    }

    public IEnumerator<WorkingFact> GetEnumerator()
    {
        for (var slot = 0; slot < _used; slot++)
            if (_entries[slot].Fact is { } fact) yield return fact;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Grow(int buckets)
    {
        _buckets = Buckets.AtLeast(buckets);
        for (var slot = 0; slot < _used; slot++)
        {
            ref var entry = ref _entries[slot];
            if (entry.Fact is null) continue;
            ref var first = ref _buckets[entry.Hash];
            entry.Next = first;
            first = slot;
        }
    }

    private struct Entry
    {
        public WorkingFact? Fact;
        public int Hash, Next;
    }
}
