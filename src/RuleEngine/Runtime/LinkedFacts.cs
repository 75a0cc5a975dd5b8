using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>Truth maintenance: facts that live as long as the match that yielded them, or the last of several.</summary>
internal sealed class LinkedFacts(ReteState state, WorkingMemory memory, Propagation propagation, bool shareEqualYields) : IUndoable
{
    /// <summary>Facts that several matches yield, with these matches; a fact of one match is not here.</summary>
    private readonly Dictionary<WorkingFact, Activation[]> _shared = [];

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
    public IReadOnlyList<ILinkedFactSet> Propagate()
    {
        if (state.Linked.Count == 0) return [];
        var sets = new List<ILinkedFactSet>();
        while (state.Linked.TryPeek(out var next))
        {
            var batch = new List<WorkingFact>();
            while (state.Linked.TryPeek(out var more) && more.Action == next.Action)
            {
                state.Linked.Dequeue();
                if (more.Action == LinkedFactAction.Retract && shareEqualYields && (batch.Contains(more.Fact) || IsStillYielded(more.Fact))) continue;
                batch.Add(more.Fact);
            }
            foreach (var fact in batch) state.Events.FactChanging(fact, next.Action);
            Propagate(next.Action, batch);
            foreach (var fact in batch) state.Events.FactChanged(fact, next.Action);
            if (batch.Count > 0) sets.Add(new LinkedFactSet(next.Action, batch));
        }
        return sets;
    }

    public void Undo(int change, object? old, int number)
    {
        var (fact, matches, first) = ((WorkingFact, Activation[]?, Activation))old!;
        fact.Link = first;
        if (matches is null) _shared.Remove(fact);
        else _shared[fact] = matches;
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
        SetMatches(fact, [.. _shared.GetValueOrDefault(fact) ?? [fact.Link], activation]);
    }

    /// <summary>Lets go of matches that no longer yield the fact; true while one is left.</summary>
    private bool IsStillYielded(WorkingFact fact)
    {
        if (!_shared.TryGetValue(fact, out var matches)) return false;
        Activation[] left = [.. matches.Where(match => !match.IsRemoved && match.Linked.Any(l => l.Fact == fact))];
        SetMatches(fact, left);
        return left.Length > 0;
    }

    private void SetMatches(WorkingFact fact, Activation[] matches)
    {
        state.Journal.Note(this, 0, (fact, _shared.GetValueOrDefault(fact), fact.Link!));
        if (matches.Length > 0) fact.Link = matches[0];
        if (matches.Length > 1) _shared[fact] = matches;
        else _shared.Remove(fact);
    }

    private static ArgumentException IsKnown(Activation activation, WorkingFact fact) => new(
        $"The fact '{fact.Value}' cannot be linked to a match of the rule {activation.Rule.Name}: it is in the session already.");

    private static WorkingFact Find(Activation activation, object key) => activation.FindLinked(key)
        ?? throw new ArgumentException($"The match of the rule {activation.Rule.Name} has no linked fact under the key '{key}'.");

    private sealed record LinkedFactSet(LinkedFactAction Action, IReadOnlyList<WorkingFact> List) : ILinkedFactSet
    {
        public IEnumerable<IFact> Facts => List;
        public int FactCount => List.Count;
    }
}
