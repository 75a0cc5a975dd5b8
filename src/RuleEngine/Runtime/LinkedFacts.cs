using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>Truth maintenance: facts that live as long as the match that yielded them, or the last of several.</summary>
internal sealed class LinkedFacts(ReteState state, WorkingMemory memory, Propagation propagation, bool shareEqualYields) : IUndoable
{
    /// <summary>Facts that several matches yield or have yielded; a fact of one match is not here.</summary>
    private readonly Dictionary<WorkingFact, Yielders> _shared = [];

    /// <summary>How many facts several matches yield; for diagnosis.</summary>
    public int SharedCount => _shared.Count;

    /// <summary>A match that is lost already yields nothing.</summary>
    public void Insert(Activation activation, object key, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (activation.IsRemoved) return;
        if (activation.FindLinked(key) is not null)
            throw new ArgumentException($"The match of the rule {activation.Rule.Name} has a linked fact under the key '{key}' already.");
        var fact = memory.Find(value);
        if (fact is not null) Share(activation, fact);
        else
        {
            fact = memory.TryAdd(value)!;
            fact.Link = activation;
            state.Linked.Enqueue((LinkedFactAction.Insert, fact));
        }
        activation.Link(state, key, fact);
    }

    /// <summary>A new object takes the place of the old one, unless that would change what another match yields.</summary>
    public void Update(Activation activation, object key, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var fact = Find(activation, key);
        var found = memory.Find(value);
        if (found is not null && found != fact && !shareEqualYields) throw IsKnown(activation, found);
        if (fact.Value!.GetType() != value.GetType() || (found != fact && (found is not null || _shared.ContainsKey(fact))))
        {
            Retract(activation, key);
            Insert(activation, key, value);
            return;
        }
        if (!ReferenceEquals(fact.Value, value)) memory.Replace(fact, value);
        state.Linked.Enqueue((LinkedFactAction.Update, fact));
    }

    public void Retract(Activation activation, object key)
    {
        var fact = Find(activation, key);
        activation.Unlink(state, key);
        state.Linked.Enqueue((LinkedFactAction.Retract, fact));
    }

    /// <summary>Has the network see what was yielded, yielded again and taken back; chains are followed to their end.</summary>
    public void Propagate(List<ILinkedFactSet>? told = null)
    {
        while (state.Linked.TryPeek(out var next))
        {
            var facts = TakeBatch(next.Action);
            foreach (var fact in facts) state.Events.FactChanging(fact, next.Action);
            Propagate(next.Action, facts);
            foreach (var fact in facts) state.Events.FactChanged(fact, next.Action);
            if (facts.Count > 0) told?.Add(new LinkedFactSet(next.Action, facts));
        }
    }

    public void Undo(int change, object? old, int number)
    {
        var (fact, first, yielders) = (Before)old!;
        fact.Link = first;
        if (yielders is { } before) _shared[fact] = before;
        else _shared.Remove(fact);
    }

    /// <summary>What waits with the same action. A fact that several matches have lost goes once, when none is left.</summary>
    private List<WorkingFact> TakeBatch(LinkedFactAction action)
    {
        var batch = new List<WorkingFact>();
        var gone = shareEqualYields && action == LinkedFactAction.Retract ? new HashSet<WorkingFact>() : null;
        while (state.Linked.TryPeek(out var next) && next.Action == action)
        {
            state.Linked.Dequeue();
            if (gone is null || (next.Fact.IsKnown && !IsStillYielded(next.Fact) && gone.Add(next.Fact))) batch.Add(next.Fact);
        }
        return batch;
    }

    private void Propagate(LinkedFactAction action, List<WorkingFact> facts)
    {
        if (action == LinkedFactAction.Insert) propagation.Insert(facts);
        else if (action == LinkedFactAction.Update) facts.ForEach(propagation.Update);
        else
            foreach (var fact in facts)
            {
                propagation.Retract(fact);
                memory.Remove(fact);
            }
    }

    private void Share(Activation activation, WorkingFact fact)
    {
        if (!shareEqualYields || fact.Link is null) throw IsKnown(activation, fact);
        Set(fact, (_shared.TryGetValue(fact, out var known) ? known : new Yielders([fact.Link], 0, 1, 0)).With(activation));
    }

    /// <summary>One match less yields the fact; true while one is left.</summary>
    private bool IsStillYielded(WorkingFact fact)
    {
        if (!_shared.TryGetValue(fact, out var yielders)) return false;
        Set(fact, yielders.WithoutOne(fact));
        return _shared.ContainsKey(fact);
    }

    private void Set(WorkingFact fact, Yielders yielders)
    {
        if (!state.Journal.IsOff)
            state.Journal.Note(this, 0, new Before(fact, fact.Link!, _shared.TryGetValue(fact, out var before) ? before : null));
        if (yielders.IsEmpty) _shared.Remove(fact);
        else
        {
            fact.Link = yielders.Earliest;
            _shared[fact] = yielders;
        }
    }

    private static ArgumentException IsKnown(Activation activation, WorkingFact fact) => new(
        $"The fact '{fact.Value}' cannot be linked to a match of the rule {activation.Rule.Name}: it is in the session already.");

    private static WorkingFact Find(Activation activation, object key) => activation.FindLinked(key)
        ?? throw new ArgumentException($"The match of the rule {activation.Rule.Name} has no linked fact under the key '{key}'.");

    private sealed record Before(WorkingFact Fact, Activation First, Yielders? Yielders);

    private sealed record LinkedFactSet(LinkedFactAction Action, IReadOnlyList<WorkingFact> List) : ILinkedFactSet
    {
        public IEnumerable<IFact> Facts => List;
        public int FactCount => List.Count;
    }
}
