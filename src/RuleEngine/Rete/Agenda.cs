using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>Matches that wait to fire: higher priority first, within a priority first come, first served.</summary>
internal sealed class Agenda : IAgenda
{
    private readonly SortedList<int, Lane> _lanes = new(Comparer<int>.Create((x, y) => y.CompareTo(x)));
    private readonly List<(IRuleDefinition? Rule, IAgendaFilter Filter)> _filters = [];

    public bool IsEmpty => _lanes.Values.All(lane => lane.First is null);

    public IMatch Peek() => First() ?? throw new InvalidOperationException("The agenda is empty: no match waits to fire.");

    public void Clear()
    {
        while (TryTake(out _)) { }
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
    }

    public void Remove(Activation activation)
    {
        if (!activation.IsOnAgenda) return;
        activation.IsOnAgenda = false;
        _lanes[activation.Rule.Priority].Unlink(activation);
    }

    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Activation? activation)
    {
        activation = First();
        if (activation is null) return false;
        Remove(activation);
        return true;
    }

    private Activation? First()
    {
        foreach (var lane in _lanes.Values)
            if (lane.First is { } first) return first;
        return null;
    }

    private sealed class Lane
    {
        private Activation? _last;

        public Activation? First { get; private set; }

        public void Append(Activation activation)
        {
            activation.PreviousOnAgenda = _last;
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
            activation.NextOnAgenda = activation.PreviousOnAgenda = null;
        }
    }
}
