using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>A complete match of a rule.</summary>
internal sealed class Activation(RuleNode node, MemoryToken? parent, Fact? fact) : Token(node, parent, fact), IMatch
{
    public Activation? NextOnAgenda, PreviousOnAgenda;

    /// <summary>The filter's keys as they were when the match last reached the agenda.</summary>
    public object?[]? Keys;

    /// <summary>The facts this match has yielded. Most matches yield one.</summary>
    public Dictionary<object, WorkingFact>? Linked;

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

    private sealed record FactMatch(Declaration Declaration, Fact Fact) : IFactMatch
    {
        public Type Type => Fact.Type;
        public object? Value => Fact.Value;
        public IFactSource? Source => Fact.Source;
    }
}

/// <summary>The match a yielded fact rests on.</summary>
internal sealed class LinkedSource(Activation activation) : ILinkedFactSource
{
    public Activation Activation { get; } = activation;
    public FactSourceType SourceType => FactSourceType.Linked;
    public IEnumerable<IFact> Facts => Activation.Facts;
    public IRuleDefinition Rule => Activation.Rule;
}
