using System.Linq.Expressions;
using RuleEngine.Diagnostics;
using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>What a network knows in one session: memories, indexes, the agenda, and what the current operation still owes.</summary>
internal sealed class ReteState
{
    private readonly TokenIndex?[] _leftIndexes;
    private readonly PriorityQueue<MemoryToken, (int Depth, int Order)> _pending = new();
    private int _postponed;
    private readonly Stack<List<Fact>> _rented = new();
    private int _mark;

    public ReteState(Network network, EventAggregator events, Journal journal, Agenda agenda)
    {
        Journal = journal;
        Agenda = agenda;
        Network = network;
        Events = events;
        Memories = [.. network.AlphaNodes.Select(node => new AlphaMemory(node, Journal))];
        _leftIndexes = new TokenIndex?[network.NodeCount];
    }

    public Network Network { get; }

    /// <summary>By the number of the node; null where a node keeps no tokens.</summary>
    public IReadOnlyList<TokenIndex?> LeftIndexes => _leftIndexes;

    public EventAggregator Events { get; }
    public AlphaMemory[] Memories { get; }
    public Journal Journal { get; }
    public Agenda Agenda { get; }

    /// <summary>The tokens without facts that first steps of rules start from.</summary>
    public IReadOnlyList<Token> RootTokens { get; private set; } = [];

    /// <summary>All complete matches, found by walking every partial one; for diagnosis.</summary>
    public IEnumerable<Activation> Matches
    {
        get
        {
            var open = new Stack<Token>(RootTokens);
            while (open.TryPop(out var token))
            {
                if (token is Activation activation) yield return activation;
                for (var child = (token as MemoryToken)?.FirstChild; child is not null; child = child.NextSibling) open.Push(child);
            }
        }
    }

    /// <summary>Yielded facts whose insertion, update or retraction has not been propagated yet.</summary>
    public Queue<(LinkedFactAction Action, WorkingFact Fact)> Linked { get; } = new();

    /// <summary>Counts inserts, updates and retracts; tokens are stamped with it.</summary>
    public int Operation { get; set; }

    /// <summary>Gives the first step of every rule its token without facts.</summary>
    public void Start()
    {
        RootTokens = [.. Network.Roots.Select(root => root.Insert(this, null, null))];
        Settle();
    }

    public TokenIndex LeftIndex(int node) => _leftIndexes[node] ??= new TokenIndex(Journal);

    /// <summary>Makes room for the tokens a large batch is likely to bring, judged by how many facts share a key.</summary>
    public void Reserve(int batch)
    {
        foreach (var root in Network.Roots) Reserve(root, 1, batch);
    }

    /// <summary>Gives back what was reserved in vain.</summary>
    public void Trim()
    {
        foreach (var index in _leftIndexes) index?.Trim();
    }

    /// <summary>Lets go of what empty memories and indexes have grown to.</summary>
    public void ReleaseEmpty()
    {
        foreach (var memory in Memories) memory.ReleaseIfEmpty();
        foreach (var index in _leftIndexes) index?.ReleaseIfEmpty();
        _pending.TrimExcess();
        Linked.TrimExcess();
        _rented.Clear();
    }

    private void Reserve(BetaNode node, double tokens, int batch)
    {
        if (node is RightNode and not WitnessNode) LeftIndex(node.Id).Reserve((int)Math.Min(tokens, batch));
        var matches = tokens * node.MatchesPerToken(this);
        foreach (var child in node.Children) Reserve(child, matches, batch);
    }

    public int NextMark() => ++_mark;

    public List<Fact> RentFacts() => _rented.TryPop(out var list) ? list : [];

    public void Return(List<Fact> list)
    {
        list.Clear();
        _rented.Push(list);
    }

    /// <summary>Has the token's node look at it again before the operation ends.</summary>
    public void Postpone(MemoryToken token)
    {
        if (token.IsPending) return;
        token.IsPending = true;
        _pending.Enqueue(token, (token.Node.Depth, _postponed++));
    }

    /// <summary>Forgets what was postponed and what waits to be propagated: the operation is being taken back.</summary>
    public void Abandon(IReadOnlyCollection<(LinkedFactAction, WorkingFact)> linked)
    {
        foreach (var (token, _) in _pending.UnorderedItems) token.IsPending = false;
        _pending.Clear();
        Linked.Clear();
        foreach (var owed in linked) Linked.Enqueue(owed);
        foreach (var memory in Memories) memory.Arrived.Clear();
    }

    /// <summary>
    /// Does what was postponed before the given step, and what that postpones; earlier steps first, since later ones rest on
    /// them: a match that is lost and found again within one operation is then never lost.
    /// </summary>
    public void Settle(int beforeDepth = int.MaxValue)
    {
        while (_pending.TryPeek(out var token, out var place) && place.Depth < beforeDepth)
        {
            _pending.Dequeue();
            token.IsPending = false;
            if (!token.IsRemoved) token.Node.Repair(this, token);
        }
    }

    /// <summary>The facts of a token in pattern order.</summary>
    public static IReadOnlyList<IFact> FactsOf(Token token, Fact? last)
    {
        var facts = new List<IFact>();
        if (last is not null) facts.Add(last);
        for (var at = token; at is not null; at = at.Parent)
            if (at.Fact is not null) facts.Add(at.Fact);
        facts.Reverse();
        return facts;
    }

    /// <summary>Evaluates one condition, tells listeners, and says which condition failed if it throws.</summary>
    public bool Evaluate(LambdaExpression source, Func<bool> test, Func<IReadOnlyList<IFact>> facts)
    {
        try
        {
            var holds = test();
            if (Events.HasLhsListeners) Events.LhsEvaluated(source, facts(), holds);
            return holds;
        }
        catch (Exception cause)
        {
            ExpressionFailed(source, facts(), cause);
            return false;
        }
    }

    /// <summary>Throws unless a listener handles the failure; handled, the condition counts as not satisfied.</summary>
    public void ExpressionFailed(LambdaExpression source, IReadOnlyList<IFact> facts, Exception cause)
    {
        if (Events.LhsFailed(source, facts, cause)) return;
        throw new RuleLhsExpressionEvaluationException(
            $"The condition '{ConditionReader.Text(source)}' failed. {cause.Message}", ConditionReader.Text(source), cause);
    }
}
