namespace RuleEngine.Rete;

/// <summary>A type and conditions over one fact alone; shared by all patterns that say the same.</summary>
internal sealed class AlphaNode(int id, Type type, FactCondition? condition)
{
    public int Id { get; } = id;
    public Type Type { get; } = type;
    public FactCondition? Condition { get; } = condition;

    /// <summary>The equality keys some join asks for.</summary>
    public List<FactKey> Keys { get; } = [];

    /// <summary>The nodes whose right side this is.</summary>
    public List<RightNode> Consumers { get; } = [];

    public bool Accepts(ReteState state, WorkingFact fact) => Condition is null || Condition.Holds(state, fact);

    public bool SameAs(Type type, FactCondition? condition) =>
        Type == type && (Condition is null ? condition is null : Condition.SameAs(condition));

    /// <summary>The place of the key among the node's keys, added if it is new.</summary>
    public int IndexOf(FactKey key)
    {
        var at = Keys.FindIndex(key.SameAs);
        if (at >= 0) return at;
        Keys.Add(key);
        return Keys.Count - 1;
    }
}
