using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>A complete match of a rule.</summary>
internal sealed class Activation(RuleNode node, MemoryToken? parent, Fact? fact) : Token(node, parent, fact), IMatch, ILinkedFactSource
{
    private const int TriggerChanged = 30, FiredChanged = 31, KeysChanged = 32, LinkedChanged = 33;

    public Activation? NextOnAgenda, PreviousOnAgenda;

    /// <summary>The filter's keys as they were when the match last reached the agenda.</summary>
    public object?[]? Keys { get; private set; }

    /// <summary>The first of the facts this match has yielded. Most matches yield one.</summary>
    public LinkedFact? FirstLinked { get; private set; }

    public CompiledRule Compiled => ((RuleNode)Node).Rule;
    public IRuleDefinition Rule => Compiled.Definition;
    public MatchTrigger Trigger { get; private set; } = MatchTrigger.Created;
    public bool IsOnAgenda { get; set; }
    public bool HasFired { get; private set; }

    public IEnumerable<IFactMatch> Facts
    {
        get
        {
            var facts = FactsByStep;
            return ((RuleNode)Node).PatternOrder.Select(place => facts[place]);
        }
    }

    /// <summary>The matched facts in the order of the network's steps.</summary>
    public IReadOnlyList<IFactMatch> FactsByStep
    {
        get
        {
            var branch = ((RuleNode)Node).Declarations;
            var facts = new IFactMatch[branch.Count];
            var at = (Token)this;
            for (var i = branch.Count - 1; i >= 0; i--)
            {
                while (at.Fact is null) at = at.Parent!;
                facts[i] = new FactMatch(branch[i], at.Fact);
                at = at.Parent!;
            }
            return facts;
        }
    }

    IEnumerable<IFact> IFactSource.Facts => Facts;

    FactSourceType IFactSource.SourceType => FactSourceType.Linked;

    public IEnumerable<LinkedFact> Linked
    {
        get
        {
            for (var linked = FirstLinked; linked is not null; linked = linked.Next) yield return linked;
        }
    }

    public WorkingFact? FindLinked(object key)
    {
        for (var linked = FirstLinked; linked is not null; linked = linked.Next)
            if (linked.Key.Equals(key)) return linked.Fact;
        return null;
    }

    public void SetTrigger(ReteState state, MatchTrigger trigger)
    {
        if (trigger == Trigger) return;
        state.Journal.Note(this, TriggerChanged, null, (int)Trigger);
        Trigger = trigger;
    }

    public void SetFired(ReteState state, bool hasFired)
    {
        if (hasFired == HasFired) return;
        state.Journal.Note(this, FiredChanged);
        HasFired = hasFired;
    }

    public void SetKeys(ReteState state, object?[] keys)
    {
        state.Journal.Note(this, KeysChanged, Keys);
        Keys = keys;
    }

    public void Link(ReteState state, object key, WorkingFact fact) => SetLinked(state, new LinkedFact(key, fact, FirstLinked));

    public void Unlink(ReteState state, object key) =>
        SetLinked(state, Linked.Where(l => !l.Key.Equals(key)).Reverse().Aggregate((LinkedFact?)null, (next, l) => new LinkedFact(l.Key, l.Fact, next)));

    public override void Undo(int change, object? old, int number)
    {
        switch (change)
        {
            case TriggerChanged: Trigger = (MatchTrigger)number; break;
            case FiredChanged: HasFired = !HasFired; break;
            case KeysChanged: Keys = (object?[]?)old; break;
            case LinkedChanged: FirstLinked = (LinkedFact?)old; break;
            default: base.Undo(change, old, number); break;
        }
    }

    private void SetLinked(ReteState state, LinkedFact? linked)
    {
        state.Journal.Note(this, LinkedChanged, FirstLinked);
        FirstLinked = linked;
    }

    private sealed record FactMatch(Declaration Declaration, Fact Fact) : IFactMatch
    {
        public Type Type => Fact.Type;
        public object? Value => Fact.Value;
        public IFactSource? Source => Fact.Source;
    }
}

/// <summary>A fact a match has yielded, under a key.</summary>
internal sealed record LinkedFact(object Key, WorkingFact Fact, LinkedFact? Next);
