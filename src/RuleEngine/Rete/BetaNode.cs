namespace RuleEngine.Rete;

/// <summary>
/// A step of a rule after the facts are filtered by type: it consumes the matches of the step before and hands out longer
/// ones. Nodes are part of the factory and hold no facts; a session's facts are in its <see cref="ReteState"/>.
/// </summary>
internal abstract class BetaNode(int id, BetaNode? parent)
{
    public int Id { get; } = id;

    public BetaNode? Parent { get; } = parent;

    /// <summary>The number of steps before this one; the level of the tokens this node consumes.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public List<BetaNode> Children { get; } = [];

    /// <summary>Consumes a new match: the parent's token plus a fact, or no fact where the step adds none.</summary>
    public abstract Token Insert(ReteState state, MemoryToken? parent, Fact? fact);

    /// <summary>A fact of the token changed: looks at everything again.</summary>
    public abstract void Update(ReteState state, Token token);

    /// <summary>The token is being removed, its children are gone.</summary>
    public virtual void Detach(ReteState state, Token token) { }

    /// <summary>Looks again at a token that asked for it with <see cref="ReteState.Postpone"/>.</summary>
    public virtual void Repair(ReteState state, MemoryToken token) { }

    /// <summary>How many matches this step is likely to make of one before it.</summary>
    public virtual double MatchesPerToken(ReteState state) => 1;

    /// <summary>Whether another node would do the same, so that rules can share this one.</summary>
    public abstract bool SameAs(BetaNode other);

    /// <summary>Hands a match on: the token, and the fact this step adds to it.</summary>
    public void Emit(ReteState state, MemoryToken token, Fact? fact)
    {
        foreach (var child in Children) child.Insert(state, token, fact);
    }

    protected static void UpdateChildren(ReteState state, MemoryToken token)
    {
        for (var child = token.FirstChild; child is not null; child = child.NextSibling) child.Node.Update(state, child);
    }

    protected static void RemoveChildren(ReteState state, MemoryToken token)
    {
        while (token.FirstChild is { } child) child.Remove(state);
    }
}

/// <summary>A step that computes a value from earlier aliases.</summary>
internal sealed class LetNode(int id, BetaNode? parent, TokenFunction<object?> value) : BetaNode(id, parent)
{
    private readonly TokenFunction<object?> _value = value;

    public override bool SameAs(BetaNode other) => other is LetNode let && _value.SameAs(let._value);

    public override Token Insert(ReteState state, MemoryToken? parent, Fact? fact)
    {
        var token = new MemoryToken(this, parent, fact);
        token.Attach(state);
        if (_value.TryCompute(state, token, null, out var value)) Emit(state, token, new Fact { Value = value });
        return token;
    }

    public override void Update(ReteState state, Token token)
    {
        var memory = (MemoryToken)token;
        var isKnown = _value.TryCompute(state, token, null, out var value);
        if (!isKnown) RemoveChildren(state, memory);
        else if (memory.FirstChild is not { } child) Emit(state, memory, new Fact { Value = value });
        else
        {
            child.Fact!.SetValue(state, value);
            UpdateChildren(state, memory);
        }
    }
}

/// <summary>A step that lets through the matches whose facts satisfy conditions.</summary>
internal sealed class FilterNode(int id, BetaNode? parent, TokenCondition condition) : BetaNode(id, parent)
{
    public TokenCondition Condition { get; } = condition;

    public override bool SameAs(BetaNode other) => other is FilterNode filter && Condition.SameAs(filter.Condition);

    public override Token Insert(ReteState state, MemoryToken? parent, Fact? fact)
    {
        var token = new MemoryToken(this, parent, fact);
        token.Attach(state);
        if (Condition.Holds(state, token, null)) Emit(state, token, null);
        return token;
    }

    public override void Update(ReteState state, Token token)
    {
        var memory = (MemoryToken)token;
        if (!Condition.Holds(state, memory, null)) RemoveChildren(state, memory);
        else if (memory.FirstChild is null) Emit(state, memory, null);
        else UpdateChildren(state, memory);
    }
}
