using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>A complete match of a rule.</summary>
internal sealed class Activation(RuleNode node, MemoryToken? parent, Fact? fact) : Token(node, parent, fact), IMatch, ILinkedFactSource
{
    public Activation? NextOnAgenda, PreviousOnAgenda;

    /// <summary>The filter's keys as they were when the match last reached the agenda.</summary>
    public object?[]? Keys;

    /// <summary>The first of the facts this match has yielded. Most matches yield one.</summary>
    public LinkedFact? FirstLinked;

    public CompiledRule Compiled => ((RuleNode)Node).Rule;
    public IRuleDefinition Rule => Compiled.Definition;
    public MatchTrigger Trigger { get; set; }
    public bool IsOnAgenda { get; set; }
    public bool HasFired { get; set; }

    public IEnumerable<IFactMatch> Facts
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

    public WorkingFact? FindLinked(object key) => Linked.FirstOrDefault(l => l.Key.Equals(key))?.Fact;

    public void Unlink(object key)
    {
        var others = Linked.Where(l => !l.Key.Equals(key)).Reverse().ToList();
        FirstLinked = null;
        foreach (var other in others) FirstLinked = new LinkedFact(other.Key, other.Fact) { Next = FirstLinked };
    }

    private sealed record FactMatch(Declaration Declaration, Fact Fact) : IFactMatch
    {
        public Type Type => Fact.Type;
        public object? Value => Fact.Value;
        public IFactSource? Source => Fact.Source;
    }
}

/// <summary>A fact a match has yielded, under a key.</summary>
internal sealed record LinkedFact(object Key, WorkingFact Fact)
{
    public LinkedFact? Next { get; set; }
}
