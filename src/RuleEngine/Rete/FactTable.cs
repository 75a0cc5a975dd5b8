using System.Collections;

namespace RuleEngine.Rete;

/// <summary>
/// The facts of one runtime type in a session, found by identity and enumerated in insertion order. The hash code is kept,
/// so that a fact which changed can still be taken out.
/// </summary>
internal sealed class FactTable(Type type, TypeRoute route, IEqualityComparer<object> identity, AlphaMemory[] memories, Journal journal)
    : IEnumerable<WorkingFact>, IUndoable
{
    private const int None = -1;
    public const int Added = 0, Removed = 1;

    private int[] _buckets = [];
    private WorkingFact?[] _slots = [];
    private int _used;
    private readonly Stack<int> _free = new();

    public Type Type { get; } = type;
    public TypeRoute Route { get; } = route;

    /// <summary>The memories of the route's alpha nodes, in the same order.</summary>
    public AlphaMemory[] Memories { get; } = memories;
    public int Count { get; private set; }

    public WorkingFact? Find(object value) => Count == 0 ? null : Find(value, identity.GetHashCode(value));

    private WorkingFact? Find(object value, int hash)
    {
        if (Count == 0) return null;
        for (var slot = _buckets[Bucket(hash)]; slot != None; slot = _slots[slot]!.NextInTable)
        {
            var fact = _slots[slot]!;
            if (ReferenceEquals(fact.Value, value) || (fact.Hash == hash && identity.Equals(fact.Value!, value))) return fact;
        }
        return null;
    }

    /// <summary>The new fact; null when the value is known already.</summary>
    public WorkingFact? TryAdd(object value)
    {
        var hash = identity.GetHashCode(value);
        if (Find(value, hash) is not null) return null;
        var fact = new WorkingFact { Value = value, Table = this };
        if (Memories.Length > 1) Array.Fill(fact.OtherAlphaSlots = new int[Memories.Length - 1], -1);
        Add(fact, hash);
        return fact;
    }

    /// <summary>Puts a fact in whose value has its final identity.</summary>
    public void Add(WorkingFact fact) => Add(fact, identity.GetHashCode(fact.Value!));

    private void Add(WorkingFact fact, int hash)
    {
        if (Count == _buckets.Length) Grow();
        if (!_free.TryPop(out var slot))
        {
            slot = _used++;
            if (slot == _slots.Length) Array.Resize(ref _slots, Growth.Of(slot));
        }
        fact.Hash = hash;
        fact.TableSlot = slot;
        _slots[slot] = fact;
        Link(slot);
        Count++;
        journal.Note(this, Added, fact);
    }

    /// <summary>Gives back what growing over-allocated; worth it after a large batch.</summary>
    public void Trim() => Growth.Trim(ref _slots, _used);

    public void Remove(WorkingFact fact)
    {
        journal.Note(this, Removed, fact, fact.Hash);
        Leave(fact);
    }

    public void Undo(int change, object? old, int number)
    {
        var fact = (WorkingFact)old!;
        if (change == Added) Leave(fact);
        else
        {
            fact.Hash = number;
            _slots[fact.TableSlot = _free.Pop()] = fact;
            Link(fact.TableSlot);
            Count++;
        }
    }

    private void Leave(WorkingFact fact)
    {
        ref var next = ref _buckets[Bucket(fact.Hash)];
        while (next != fact.TableSlot) next = ref _slots[next]!.NextInTable;
        next = fact.NextInTable;
        _slots[fact.TableSlot] = null;
        _free.Push(fact.TableSlot);
        Count--;
    }

    public IEnumerator<WorkingFact> GetEnumerator()
    {
        for (var slot = 0; slot < _used; slot++)
            if (_slots[slot] is { } fact) yield return fact;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Bucket(int hash) => (int)((uint)(hash * 0x9E3779B1) & (uint)(_buckets.Length - 1));

    private void Link(int slot)
    {
        ref var first = ref _buckets[Bucket(_slots[slot]!.Hash)];
        _slots[slot]!.NextInTable = first;
        first = slot;
    }

    private void Grow()
    {
        _buckets = new int[Growth.OfBuckets(_buckets.Length)];
        Array.Fill(_buckets, None);
        for (var slot = 0; slot < _used; slot++)
            if (_slots[slot] is not null) Link(slot);
    }
}
