using RuleEngine.Extensibility;
using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>What the actions of one firing see and do.</summary>
internal sealed class ActionContext(Session session, Activation activation, CancellationToken cancellationToken) : IContext, IResolutionContext
{
    public bool IsHalted { get; private set; }
    public bool HasFired { get; set; }
    public ISession Session => session;
    public IRuleDefinition Rule => activation.Rule;
    public IMatch Match => activation;
    public CancellationToken CancellationToken => cancellationToken;

    public void Halt() => IsHalted = true;

    public void Insert(object fact) => session.Insert(fact);

    public void InsertAll(IEnumerable<object> facts) => session.InsertAll(facts);

    public bool TryInsert(object fact) => session.TryInsert(fact);

    public void Update(object fact) => session.Update(fact);

    public void UpdateAll(IEnumerable<object> facts) => session.UpdateAll(facts);

    public bool TryUpdate(object fact) => session.TryUpdate(fact);

    public void Retract(object fact) => session.Retract(fact);

    public void RetractAll(IEnumerable<object> facts) => session.RetractAll(facts);

    public bool TryRetract(object fact) => session.TryRetract(fact);

    public IReadOnlyCollection<object> GetLinkedKeys() => [.. activation.Linked.Select(l => l.Key)];

    public object? GetLinked(object key) => activation.FindLinked(key)?.Value;

    public void InsertLinked(object key, object fact) => session.LinkedFacts.Insert(activation, key, fact);

    public void InsertAllLinked(IEnumerable<KeyValuePair<object, object>> keyedFacts)
    {
        foreach (var (key, fact) in keyedFacts) InsertLinked(key, fact);
    }

    public void UpdateLinked(object key, object fact) => session.LinkedFacts.Update(activation, key, fact);

    public void UpdateAllLinked(IEnumerable<KeyValuePair<object, object>> keyedFacts)
    {
        foreach (var (key, fact) in keyedFacts) UpdateLinked(key, fact);
    }

    public void RetractLinked(object key, object fact) => session.LinkedFacts.Retract(activation, key);

    public void RetractAllLinked(IEnumerable<KeyValuePair<object, object>> keyedFacts)
    {
        foreach (var (key, fact) in keyedFacts) RetractLinked(key, fact);
    }

    public object Resolve(Type serviceType) => session.DependencyResolver.Resolve(this, serviceType);
}
