namespace RuleEngine.Rete;

/// <summary>The facts of a session, one table per runtime type.</summary>
internal sealed class WorkingMemory(ReteState state, FactIdentityComparer identity)
{
    private readonly Dictionary<Type, FactTable> _tables = [];
    private FactTable? _last;

    public WorkingFact? Find(object value) => _tables.TryGetValue(value.GetType(), out var table) ? table.Find(value) : null;

    /// <summary>The new fact; null when the value is known already.</summary>
    public WorkingFact? TryAdd(object value) => TableOf(value.GetType()).TryAdd(value);

    public void Remove(WorkingFact fact) => fact.Table.Remove(fact);

    /// <summary>Puts another object in the fact's place; its identity may differ.</summary>
    public void Replace(WorkingFact fact, object value)
    {
        fact.Table.Remove(fact);
        fact.SetValue(state, value);
        fact.Table.Add(fact);
    }

    /// <summary>Makes room for a large batch.</summary>
    public void Reserve(IReadOnlyCollection<object> facts)
    {
        if (!Growth.IsLarge(facts.Count)) return;
        foreach (var (type, count) in facts.CountBy(fact => fact.GetType())) TableOf(type).Reserve(count);
    }

    /// <summary>Lets go of what empty tables have grown to.</summary>
    public void ReleaseEmpty()
    {
        foreach (var table in _tables.Values) table.ReleaseIfEmpty();
    }

    public IEnumerable<WorkingFact> All => _tables.Values.SelectMany(table => table);

    public IEnumerable<T> OfType<T>()
    {
        foreach (var table in _tables.Values)
        {
            if (!typeof(T).IsAssignableFrom(table.Type)) continue;
            foreach (var fact in table) yield return (T)fact.Value!;
        }
    }

    /// <summary>Facts of one type tend to come together.</summary>
    private FactTable TableOf(Type type) => _last?.Type == type ? _last : _last = FindOrAddTable(type);

    private FactTable FindOrAddTable(Type type)
    {
        if (_tables.TryGetValue(type, out var table)) return table;
        var route = state.Network.RouteOf(type);
        table = new FactTable(type, route, identity.For(type), [.. route.AlphaNodes.Select(a => state.Memories[a.Id])], state.Journal);
        _tables.Add(type, table);
        return table;
    }
}
