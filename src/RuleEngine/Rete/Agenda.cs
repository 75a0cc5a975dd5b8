using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>Matches that wait to fire: higher priority first, within a priority first come, first served.</summary>
internal sealed class Agenda(Journal journal) : IAgenda, IUndoable
{
    private const int Added = 0, Removed = 1;

    private readonly SortedList<int, Lane> _lanes = new(Comparer<int>.Create((x, y) => y.CompareTo(x)));
    private readonly List<(IRuleDefinition? Rule, IAgendaFilter Filter)> _filters = [];

    public bool IsEmpty => _lanes.Values.All(lane => lane.First is null);

    /// <summary>All waiting matches in the order they would fire; for diagnosis.</summary>
    public IEnumerable<Activation> Waiting
    {
        get
        {
            foreach (var lane in _lanes.Values)
                for (var waiting = lane.First; waiting is not null; waiting = waiting.NextOnAgenda) yield return waiting;
        }
    }

    public IMatch Peek() => First() ?? throw new InvalidOperationException("The agenda is empty: no match waits to fire.");

    public void Clear()
    {
        while (First() is { } activation) Remove(activation);
    }

    public void AddFilter(IAgendaFilter filter) => _filters.Add((null, filter));

    public void AddFilter(IRuleDefinition rule, IAgendaFilter filter) => _filters.Add((rule, filter));

    /// <summary>Whether all filters let the match pass.</summary>
    public bool Accepts(Activation activation)
    {
        foreach (var (rule, filter) in _filters)
            if ((rule is null || rule == activation.Rule) && !filter.Accept(activation)) return false;
        return true;
    }

    public void Add(Activation activation)
    {
        if (activation.IsOnAgenda) return;
        if (!_lanes.TryGetValue(activation.Rule.Priority, out var lane)) _lanes.Add(activation.Rule.Priority, lane = new Lane());
        activation.IsOnAgenda = true;
        lane.Append(activation);
        journal.Note(this, Added, activation);
    }

    public void Remove(Activation activation)
    {
        if (!activation.IsOnAgenda) return;
        journal.Note(this, Removed, new Place(activation, activation.PreviousOnAgenda, activation.NextOnAgenda));
        Leave(activation);
    }

    public void Undo(int change, object? old, int number)
    {
        if (change == Added) Leave((Activation)old!);
        else
        {
            var (activation, previous, next) = (Place)old!;
            (activation.IsOnAgenda, activation.PreviousOnAgenda, activation.NextOnAgenda) = (true, previous, next);
            _lanes[activation.Rule.Priority].Return(activation);
        }
    }

    private void Leave(Activation activation)
    {
        activation.IsOnAgenda = false;
        _lanes[activation.Rule.Priority].Unlink(activation);
    }

    public Activation? First()
    {
        foreach (var lane in _lanes.Values)
            if (lane.First is { } first) return first;
        return null;
    }

    /// <summary>Where a match waited; it may have come back elsewhere since.</summary>
    private sealed record Place(Activation Activation, Activation? Previous, Activation? Next);

    private sealed class Lane
    {
        private Activation? _last;

        public Activation? First { get; private set; }

        public void Append(Activation activation)
        {
            (activation.PreviousOnAgenda, activation.NextOnAgenda) = (_last, null);
            if (_last is null) First = activation;
            else _last.NextOnAgenda = activation;
            _last = activation;
        }

        public void Unlink(Activation activation)
        {
            var (previous, next) = (activation.PreviousOnAgenda, activation.NextOnAgenda);
            if (previous is null) First = next;
            else previous.NextOnAgenda = next;
            if (next is null) _last = previous;
            else next.PreviousOnAgenda = previous;
        }

        /// <summary>Puts it back between the neighbours it had.</summary>
        public void Return(Activation activation)
        {
            if (activation.PreviousOnAgenda is { } previous) previous.NextOnAgenda = activation;
            else First = activation;
            if (activation.NextOnAgenda is { } next) next.PreviousOnAgenda = activation;
            else _last = activation;
        }
    }
}
