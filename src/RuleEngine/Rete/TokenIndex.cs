namespace RuleEngine.Rete;

/// <summary>
/// The left memory of one join: tokens by hash code, in insertion order. Tokens without a key (no equality in the condition,
/// or a key that throws) meet every fact.
/// </summary>
internal sealed class TokenIndex(Journal journal) : IUndoable
{
    private const int Added = 0, Removed = 1;

    private readonly HashRings _rings = new(journal);
    private readonly Stack<int> _free = new();
    private MemoryToken?[] _tokens = [];
    private int _used;

    public HashRings Rings => _rings;

    public bool IsEmpty => _rings.IsEmpty;

    public MemoryToken this[int slot] => _tokens[slot]!;

    /// <summary>Makes room for so many tokens, which a large batch is expected to bring.</summary>
    public void Reserve(int tokens)
    {
        if (tokens <= _tokens.Length) return;
        Array.Resize(ref _tokens, tokens);
        _rings.Reserve(tokens);
    }

    /// <summary>Gives back what was reserved in vain.</summary>
    public void Trim()
    {
        if (_used * 2 >= _tokens.Length) return;
        Array.Resize(ref _tokens, _used);
        _rings.Trim(_used);
    }

    /// <summary>Lets go of all memory if there is no token.</summary>
    public void ReleaseIfEmpty()
    {
        if (!IsEmpty || _used == 0) return;
        (_tokens, _used) = ([], 0);
        _free.Clear();
        _free.TrimExcess();
        _rings.Release();
    }

    public void Add(MemoryToken token)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _used++;
            if (slot == _tokens.Length) Array.Resize(ref _tokens, Growth.Of(slot));
        }
        Hold(token, slot);
        _rings.Enter(slot, token.Hash);
        journal.Note(this, Added, token);
    }

    public void Remove(MemoryToken token)
    {
        if (!token.IsIndexed) return;
        _rings.Leave(token.Slot);
        journal.Note(this, Removed, token);
        LetGo(token);
    }

    public void Undo(int change, object? old, int number)
    {
        var token = (MemoryToken)old!;
        if (change == Removed) Hold(token, _free.Pop());
        else
        {
            _rings.Withdraw(token.Slot);
            LetGo(token);
        }
    }

    private void Hold(MemoryToken token, int slot) => (_tokens[slot], token.Slot) = (token, slot);

    private void LetGo(MemoryToken token)
    {
        _tokens[token.Slot] = null;
        _free.Push(token.Slot);
        token.Slot = HashRings.None;
    }
}
