using RuleEngine.Rete;

namespace RuleEngine;

/// <summary>Refuses two threads in one session at the same time; the same thread may come again, from an action.</summary>
internal sealed class SessionGuard
{
    private int _owner;
    private int _depth;

    public Entry Enter()
    {
        var thread = Environment.CurrentManagedThreadId;
        if (_owner != thread && Interlocked.CompareExchange(ref _owner, thread, 0) != 0)
            throw new InvalidOperationException(
                "The session is in use by another thread. A session belongs to one thread at a time; create one session per thread from the factory.");
        _depth++;
        return new Entry(this);
    }

    public readonly struct Entry(SessionGuard guard) : IDisposable
    {
        public void Dispose()
        {
            if (--guard._depth == 0) Volatile.Write(ref guard._owner, 0);
        }
    }
}

/// <summary>An operation that is taken back unless it is committed: because it threw, was refused, or was only supposed.</summary>
internal sealed class Transaction : IDisposable
{
    private readonly ReteState _state;
    private readonly SessionGuard.Entry _entry;
    private readonly Action? _restart;
    private readonly (LinkedFactAction, WorkingFact)[] _linked;
    private bool _isCommitted;

    /// <summary>With <paramref name="restart"/>, that takes the operation back and nothing is noted.</summary>
    public Transaction(ReteState state, SessionGuard.Entry entry, Action? restart = null)
    {
        (_state, _entry, _restart) = (state, entry, restart);
        _linked = [.. state.Linked];
        Mark = state.Journal.Hold();
        if (restart is not null) state.Journal.IsOff = true;
    }

    /// <summary>The place in the journal where the operation began.</summary>
    public int Mark { get; }

    public void Commit() => _isCommitted = true;

    public void Dispose()
    {
        if (!_isCommitted) TakeBack();
        if (_restart is not null) _state.Journal.IsOff = false;
        _state.Journal.Release();
        _entry.Dispose();
    }

    private void TakeBack()
    {
        if (_restart is not null) _restart();
        else
        {
            _state.Journal.UndoTo(Mark);
            _state.Abandon(_linked);
        }
    }
}
