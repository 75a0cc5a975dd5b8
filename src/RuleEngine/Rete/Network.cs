using System.Collections.Concurrent;

namespace RuleEngine.Rete;

/// <summary>The compiled rules: nodes without facts, shared by all sessions of a factory.</summary>
internal sealed class Network
{
    private readonly ConcurrentDictionary<Type, TypeRoute> _routes = new();

    public Network(
        IReadOnlyList<AlphaNode> alphaNodes, IReadOnlyList<BetaNode> roots, IReadOnlyList<RightNode> rightNodes, IReadOnlyList<RuleNode> ruleNodes, int nodeCount)
    {
        RuleNodes = ruleNodes;
        AlphaNodes = alphaNodes;
        Roots = roots;
        NodeCount = nodeCount;
        DeepestFirst = [.. rightNodes.OrderByDescending(n => n.Depth)];
    }

    public IReadOnlyList<AlphaNode> AlphaNodes { get; }

    /// <summary>First steps of rules; each gets one token without facts when a session starts.</summary>
    public IReadOnlyList<BetaNode> Roots { get; }

    /// <summary>The ends of the rules; a rule with Or has several.</summary>
    public IReadOnlyList<RuleNode> RuleNodes { get; }

    public RightNode[] DeepestFirst { get; }
    public int NodeCount { get; }

    public TypeRoute RouteOf(Type type) => _routes.GetOrAdd(type, static (t, alphas) => new TypeRoute([.. alphas.Where(a => a.Type.IsAssignableFrom(t))]), AlphaNodes);
}

/// <summary>Where facts of one runtime type go.</summary>
internal sealed class TypeRoute(AlphaNode[] alphaNodes)
{
    public AlphaNode[] AlphaNodes { get; } = alphaNodes;
    public RightNode[] DeepestFirst { get; } = [.. alphaNodes.SelectMany(a => a.Consumers).OrderByDescending(n => n.Depth)];
    public RightNode[] ShallowestFirst { get; } = [.. alphaNodes.SelectMany(a => a.Consumers).OrderBy(n => n.Depth)];
}
