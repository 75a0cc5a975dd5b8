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
    /// <summary>Small enough to stay out of the large object heap, where every note would cost the garbage collector a card.</summary>
    private const int SegmentSize = 1_024;

    private readonly List<Entry[]> _segments = [new Entry[SegmentSize]];
    private int _holds;

    public int Count { get; private set; }

    /// <summary>Whether nobody can ask to take back what happens now: nothing is noted then.</summary>
    public bool IsOff { get; set; }

    public bool IsHeld => _holds > 0;

    public void Note(IUndoable target, int change, object? old = null, int number = 0)
    {
        if (IsOff) return;
        if (Count / SegmentSize == _segments.Count) _segments.Add(new Entry[SegmentSize]);
        _segments[Count / SegmentSize][Count % SegmentSize] = new Entry(target, old, change, number);
        Count++;
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
        Array.Clear(_segments[0], 0, Math.Min(Count, SegmentSize));
        _segments.RemoveRange(1, _segments.Count - 1);
        Count = 0;
    }

    public void UndoTo(int mark)
    {
        while (Count > mark)
        {
            Count--;
            var entry = _segments[Count / SegmentSize][Count % SegmentSize];
            entry.Target.Undo(entry.Change, entry.Old, entry.Number);
        }
    }

    /// <summary>The changes since a place, oldest first.</summary>
    public IEnumerable<(IUndoable Target, int Change, object? Old)> Since(int mark)
    {
        for (var i = mark; i < Count; i++)
        {
            var entry = _segments[i / SegmentSize][i % SegmentSize];
            yield return (entry.Target, entry.Change, entry.Old);
        }
    }

    private readonly record struct Entry(IUndoable Target, object? Old, int Change, int Number);
}
