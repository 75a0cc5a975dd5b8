namespace RuleEngine.Rete;

/// <summary>Something that can take back one of its changes.</summary>
internal interface IUndoable
{
    /// <summary>Takes the change back. Changes are taken back in reverse order, so everything is as it was right after it.</summary>
    void Undo(int change, object? old, int number);
}

/// <summary>
/// What has changed since the operation began, so that a failed operation or a hypothesis can be taken back at the cost of
/// what it touched. Rings make this exact: an element that left keeps its neighbours and finds its place again.
/// </summary>
internal sealed class Journal
{
    private const int KeptCapacity = 4_096;

    private Entry[] _entries = new Entry[64];
    private int _holds;

    public int Count { get; private set; }

    public void Note(IUndoable target, int change, object? old = null, int number = 0)
    {
        if (Count == _entries.Length) Array.Resize(ref _entries, Count * 2);
        _entries[Count++] = new Entry(target, old, change, number);
    }

    /// <summary>Keeps the journal until <see cref="Release"/>; returns the place to go back to.</summary>
    public int Hold()
    {
        _holds++;
        return Count;
    }

    /// <summary>The outermost operation is over: its changes stay.</summary>
    public void Release()
    {
        if (--_holds > 0) return;
        if (_entries.Length > KeptCapacity) _entries = new Entry[64];
        else Array.Clear(_entries, 0, Count);
        Count = 0;
    }

    public void UndoTo(int mark)
    {
        while (Count > mark)
        {
            var entry = _entries[--Count];
            _entries[Count] = default;
            entry.Target.Undo(entry.Change, entry.Old, entry.Number);
        }
    }

    /// <summary>The changes since a place, oldest first.</summary>
    public IEnumerable<(IUndoable Target, int Change, object? Old)> Since(int mark)
    {
        for (var i = mark; i < Count; i++) yield return (_entries[i].Target, _entries[i].Change, _entries[i].Old);
    }

    private readonly record struct Entry(IUndoable Target, object? Old, int Change, int Number);
}
