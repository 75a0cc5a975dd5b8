namespace RuleEngine.Rete;

/// <summary>
/// The facts of a session that satisfy an alpha node's conditions, in slots so that a fact costs 8 bytes here and each index
/// 12 more. Every index is one equality key some join asks for; joins with equal keys share it.
/// </summary>
internal sealed class AlphaMemory : IUndoable
{
    private const int Added = 0, Removed = 1;

    private readonly Journal _journal;
    private readonly Stack<int> _free = new();
    private WorkingFact?[] _facts = [];
    private int _used;

    public AlphaMemory(AlphaNode node, Journal journal)
    {
        Node = node;
        _journal = journal;
        Indexes = [.. node.Keys.Select(_ => new HashRings(journal))];
    }

    public AlphaNode Node { get; }

    /// <summary>One for each key of the node.</summary>
    public HashRings[] Indexes { get; }

    /// <summary>The facts of the batch that is being inserted.</summary>
    public List<WorkingFact> Arrived { get; private set; } = [];

    /// <summary>One more than the last slot in use; slots may be empty.</summary>
    public int SlotCount => _used;

    public int Count => _used - _free.Count;

    public WorkingFact? this[int slot] => _facts[slot];

    /// <summary>Adds the facts of the batch.</summary>
    public void AddArrived()
    {
        if (Growth.IsLarge(Arrived.Count)) Reserve(Arrived.Count);
        FactTable? table = null;
        var place = 0;
        foreach (var fact in Arrived)
        {
            if (fact.Table != table) (table, place) = (fact.Table, PlaceFor(fact));
            Add(fact, place);
        }
    }

    /// <summary>Adds a fact; <paramref name="place"/> is this memory's place among those of the fact's type.</summary>
    public void Add(WorkingFact fact, int place)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _used++;
            if (slot == _facts.Length) Array.Resize(ref _facts, Growth.Of(slot));
        }
        _facts[slot] = fact;
        for (var i = 0; i < Indexes.Length; i++) Indexes[i].Enter(slot, Node.Keys[i].HashOf(fact.Value!));
        fact.SetAlphaSlot(place, slot);
        _journal.Note(this, Added, fact, slot);
    }

    public void EndBatch()
    {
        if (Growth.IsLarge(Arrived.Count)) Arrived = [];
        else Arrived.Clear();
    }

    public void Remove(WorkingFact fact, int slot)
    {
        foreach (var index in Indexes) index.Leave(slot);
        _journal.Note(this, Removed, fact, slot);
        Leave(fact, slot);
    }

    public void Undo(int change, object? old, int number)
    {
        var fact = (WorkingFact)old!;
        if (change == Added)
        {
            foreach (var index in Indexes) index.Withdraw(number);
            Leave(fact, number);
        }
        else
        {
            _free.Pop();
            _facts[number] = fact;
            fact.SetAlphaSlot(PlaceFor(fact), number);
        }
    }

    /// <summary>Finds the fact's new buckets after an update.</summary>
    public void Rehash(WorkingFact fact, int slot)
    {
        for (var i = 0; i < Indexes.Length; i++) Indexes[i].Move(slot, Node.Keys[i].HashOf(fact.Value!));
    }

    /// <summary>Lets go of all memory if there is no fact.</summary>
    public void ReleaseIfEmpty()
    {
        if (Count > 0 || _used == 0) return;
        (_facts, _used) = ([], 0);
        _free.Clear();
        _free.TrimExcess();
        foreach (var index in Indexes) index.Release();
    }

    private void Reserve(int facts)
    {
        if (Count + facts > _facts.Length) Array.Resize(ref _facts, Count + facts);
        foreach (var index in Indexes) index.Reserve(Count + facts);
    }

    private int PlaceFor(WorkingFact fact) => Array.IndexOf(fact.Table.Memories, this);

    private void Leave(WorkingFact fact, int slot)
    {
        _facts[slot] = null;
        _free.Push(slot);
        fact.SetAlphaSlot(PlaceFor(fact), -1);
    }
}
