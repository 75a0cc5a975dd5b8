namespace RuleEngine.Rete;

/// <summary>
/// Brings a change of facts through the network. New facts go to the deepest steps first: a step then sees them before any
/// token made of them arrives, so no pair is met twice. Updates go to the shallowest first, since deeper steps read what
/// these compute; tokens that have looked at everything are stamped.
/// </summary>
internal sealed class Propagation(ReteState state)
{
    private readonly List<AlphaMemory> _touched = [];

    public void Insert(IReadOnlyList<WorkingFact> facts)
    {
        state.Operation++;
        _touched.Clear();
        foreach (var fact in facts) Classify(fact);
        foreach (var memory in _touched) memory.AddArrived();
        if (Growth.IsLarge(facts.Count)) state.Reserve(facts.Count);
        var nodes = facts.Count == 1 ? facts[0].Table.Route.DeepestFirst : state.Network.DeepestFirst;
        if (_touched.Count > 0)
            foreach (var node in nodes)
                foreach (var fact in state.Memories[node.Join.Facts.Id].Arrived) node.InsertRight(state, fact);
        foreach (var memory in _touched) memory.EndBatch();
        _touched.Clear();
        state.Settle();
        if (Growth.IsLarge(facts.Count)) state.Trim();
    }

    public void Update(WorkingFact fact)
    {
        state.Operation++;
        Reclassify(fact);
        var existing = new Dictionary<BetaNode, List<Token>>();
        for (var token = fact.FirstToken; token is not null; token = token.NextOfFact)
        {
            if (!existing.TryGetValue(token.Producer!, out var tokens)) existing.Add(token.Producer!, tokens = []);
            tokens.Add(token);
        }
        foreach (var (node, tokens) in existing)
            if (!IsMember(fact, (RightNode)node))
                foreach (var token in tokens) token.Remove(state);
        foreach (var node in fact.Table.Route.ShallowestFirst)
        {
            if (!IsMember(fact, node)) continue;
            state.Settle(node.Depth);
            node.UpdateRight(state, fact, existing.GetValueOrDefault(node) ?? []);
        }
        state.Settle();
    }

    public void Retract(WorkingFact fact)
    {
        state.Operation++;
        var memories = fact.Table.Memories;
        for (var i = 0; i < memories.Length; i++)
        {
            if (fact.AlphaSlot(i) < 0) continue;
            memories[i].Remove(fact, fact.AlphaSlot(i));
        }
        while (fact.FirstToken is { } token) token.Remove(state);
        state.Settle();
    }

    private void Classify(WorkingFact fact)
    {
        foreach (var memory in fact.Table.Memories)
        {
            if (!memory.Node.Accepts(state, fact)) continue;
            if (memory.Arrived.Count == 0) _touched.Add(memory);
            memory.Arrived.Add(fact);
        }
    }

    private void Reclassify(WorkingFact fact)
    {
        var memories = fact.Table.Memories;
        for (var i = 0; i < memories.Length; i++)
        {
            var slot = fact.AlphaSlot(i);
            var accepts = memories[i].Node.Accepts(state, fact);
            if (accepts && slot >= 0) memories[i].Rehash(fact, slot);
            else if (accepts) memories[i].Add(fact, i);
            else if (slot >= 0) memories[i].Remove(fact, slot);
        }
    }

    private static bool IsMember(WorkingFact fact, RightNode node)
    {
        var place = Array.IndexOf(fact.Table.Route.AlphaNodes, node.Join.Facts);
        return fact.AlphaSlot(place) >= 0;
    }
}
