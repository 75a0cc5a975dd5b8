namespace RuleEngine.Rete;

/// <summary>
/// The facts of a session that satisfy an alpha node's conditions, in slots so that a fact costs 8 bytes here and each index
/// 12 more. Every index is one equality key some join asks for; joins with equal keys share it.
/// </summary>
internal sealed class AlphaMemory : IUndoable
{
    private const int Added = 0, Removed = 1;

    private readonly Journal _journal;
    private WorkingFact?[] _facts = [];
    private int _used;
    private readonly Stack<int> _free = new();

    public AlphaMemory(AlphaNode node, Journal journal)
    {
        Node = node;
        _journal = journal;
        Indexes = [.. node.Keys.Select(key => new FactIndex(key, journal))];
    }

    public AlphaNode Node { get; }
    public FactIndex[] Indexes { get; }

    /// <summary>The facts of the batch that is being inserted.</summary>
    public List<WorkingFact> Arrived { get; private set; } = [];

    /// <summary>One more than the last slot in use; slots may be empty.</summary>
    public int SlotCount => _used;

    public WorkingFact? this[int slot] => _facts[slot];

    /// <summary>Adds a fact; <paramref name="place"/> is this memory's place among those of the fact's type.</summary>
    public void Add(WorkingFact fact, int place)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _used++;
            if (slot == _facts.Length) Array.Resize(ref _facts, Growth.Of(slot));
        }
        _facts[slot] = fact;
        foreach (var index in Indexes) index.Add(slot, fact.Value!);
        fact.SetAlphaSlot(place, slot);
        _journal.Note(this, Added, fact, slot);
    }

    public void EndBatch()
    {
        if (Growth.IsLarge(Arrived.Count))
        {
            Arrived = [];
            Trim();
        }
        else Arrived.Clear();
    }

    /// <summary>Gives back what growing over-allocated; worth it after a large batch.</summary>
    private void Trim()
    {
        Growth.Trim(ref _facts, _used);
        foreach (var index in Indexes) index.Trim(_used);
    }

    public void Remove(WorkingFact fact, int slot)
    {
        _journal.Note(this, Removed, fact, slot);
        foreach (var index in Indexes) index.Remove(slot);
        Leave(fact, slot);
    }

    public void Undo(int change, object? old, int number)
    {
        var fact = (WorkingFact)old!;
        if (change == Added)
        {
            foreach (var index in Indexes) index.Leave(number);
            Leave(fact, number);
        }
        else
        {
            _free.Pop();
            _facts[number] = fact;
            fact.SetAlphaSlot(PlaceFor(fact), number);
        }
    }

    private int PlaceFor(WorkingFact fact) => Array.IndexOf(fact.Table.Memories, this);

    private void Leave(WorkingFact fact, int slot)
    {
        _facts[slot] = null;
        _free.Push(slot);
        fact.SetAlphaSlot(PlaceFor(fact), -1);
    }

    /// <summary>Finds the fact's new buckets after an update.</summary>
    public void Rehash(WorkingFact fact, int slot)
    {
        foreach (var index in Indexes) index.Rehash(slot, fact.Value!);
    }
}
