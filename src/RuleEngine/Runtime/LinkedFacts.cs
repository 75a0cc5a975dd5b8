using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>Truth maintenance: facts that live as long as the match that yielded them.</summary>
internal sealed class LinkedFacts(ReteState state, WorkingMemory memory, Propagation propagation)
{
    public void Insert(Activation activation, object key, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (activation.IsRemoved) return;
        if (activation.FindLinked(key) is not null)
            throw new ArgumentException($"The match of the rule {activation.Rule.Name} has a linked fact under the key '{key}' already.");
        if (memory.Find(value) is not null)
            throw new ArgumentException($"The fact '{value}' cannot be linked to a match of the rule {activation.Rule.Name}: it is in the session already.");
        var fact = memory.Add(value);
        fact.Link = activation;
        activation.FirstLinked = new LinkedFact(key, fact) { Next = activation.FirstLinked };
        state.Linked.Enqueue((LinkedFactAction.Insert, fact));
    }

    public void Update(Activation activation, object key, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var fact = Find(activation, key);
        if (fact.Value!.GetType() != value.GetType())
        {
            Retract(activation, key);
            Insert(activation, key, value);
            return;
        }
        if (!ReferenceEquals(fact.Value, value)) Replace(activation, fact, value);
        state.Linked.Enqueue((LinkedFactAction.Update, fact));
    }

    public void Retract(Activation activation, object key)
    {
        var fact = Find(activation, key);
        activation.Unlink(key);
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
                batch.Add(more.Fact);
                state.Linked.Dequeue();
            }
            foreach (var fact in batch) state.Events.FactChanging(fact, next.Action);
            Propagate(next.Action, batch);
            foreach (var fact in batch) state.Events.FactChanged(fact, next.Action);
            sets.Add(new LinkedFactSet(next.Action, batch));
        }
        return sets;
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

    /// <summary>The new object need not have the identity of the old one.</summary>
    private void Replace(Activation activation, WorkingFact fact, object value)
    {
        if (memory.Find(value) is { } other && other != fact)
            throw new ArgumentException($"The fact '{value}' cannot be linked to a match of the rule {activation.Rule.Name}: it is in the session already.");
        memory.Replace(fact, value);
    }

    private static WorkingFact Find(Activation activation, object key) => activation.FindLinked(key)
        ?? throw new ArgumentException($"The match of the rule {activation.Rule.Name} has no linked fact under the key '{key}'.");

    private sealed record LinkedFactSet(LinkedFactAction Action, IReadOnlyList<WorkingFact> List) : ILinkedFactSet
    {
        public IEnumerable<IFact> Facts => List;
        public int FactCount => List.Count;
    }
}
