using RuleEngine.Rete;

namespace RuleEngine.Aggregation;

/// <summary>A query over facts: keeps its rows up to date and hands on what its stages make of them.</summary>
internal sealed class QueryNode(int id, BetaNode? parent, JoinSpec join, IReadOnlyList<Stage> stages) : RightNode(id, parent, join)
{
    private readonly IReadOnlyList<Stage> _stages = stages;

    public override bool SameAs(BetaNode other) => other is QueryNode node && Join.SameAs(node.Join) && Results.SameStages(_stages, node._stages);

    public override Token Insert(ReteState state, MemoryToken? parent, Fact? fact)
    {
        var token = new QueryToken(this, parent, fact) { Stamp = state.Operation };
        token.Attach(state);
        FirstKey(token);
        Left(state).Add(token);
        token.Open(state, _stages);
        foreach (var candidate in CandidatesOf(state, token))
            if (Holds(state, token, candidate)) AddRow(state, token, candidate);
        Repair(state, token);
        return token;
    }

    public override void InsertRight(ReteState state, WorkingFact fact)
    {
        foreach (var token in CandidatesOf(state, fact))
            if (Holds(state, token, fact)) AddRow(state, (QueryToken)token, fact);
    }

    public override void Update(ReteState state, Token token)
    {
        if (token is not QueryToken query) return;
        query.Stamp = state.Operation;
        Reindex(state, query);
        var mark = state.NextMark();
        for (Token? child = query.FirstChild, next; child is not null; child = next)
        {
            next = child.NextSibling;
            if (child is not QueryRow row) continue;
            row.Fact!.Mark = mark;
            UpdateRow(state, query, row);
        }
        foreach (var candidate in CandidatesOf(state, query))
            if (candidate.Mark != mark && Holds(state, query, candidate)) AddRow(state, query, candidate);
        query.NoteAll(state);
        Repair(state, query);
    }

    public override void UpdateRight(ReteState state, WorkingFact fact, List<Token> existing)
    {
        foreach (var token in existing)
        {
            if (token is not QueryRow row || row.IsRemoved || row.Parent!.Stamp == state.Operation) continue;
            row.Parent.Stamp = state.Operation;
            UpdateRow(state, (QueryToken)row.Parent, row);
        }
        foreach (var token in CandidatesOf(state, fact))
            if (token.Stamp != state.Operation && Holds(state, token, fact)) AddRow(state, (QueryToken)token, fact);
    }

    public override void Detach(ReteState state, Token token)
    {
        if (token is QueryToken query) Left(state).Remove(query);
        else if (token is QueryRow { Parent: QueryToken { IsRemoved: false } owner } row)
        {
            owner.RemoveSource(state, row.Item);
            state.Postpone(owner);
        }
    }

    public override void Repair(ReteState state, MemoryToken token) => Results.Tell(state, (QueryToken)token);

    private void AddRow(ReteState state, QueryToken token, Fact fact)
    {
        var row = new QueryRow(this, token, fact);
        row.Attach(state);
        token.AddSource(state, row.Item);
        state.Postpone(token);
    }

    private void UpdateRow(ReteState state, QueryToken token, QueryRow row)
    {
        if (!Holds(state, token, row.Fact!)) row.Remove(state);
        else
        {
            row.Item.SetValue(state, row.Fact!.Value);
            token.UpdateSource(state, row.Item);
            state.Postpone(token);
        }
    }
}

/// <summary>A query over one value computed from earlier aliases.</summary>
internal sealed class FromNode(int id, BetaNode? parent, TokenFunction<object?> source, IReadOnlyList<Stage> stages) : BetaNode(id, parent)
{
    private readonly TokenFunction<object?> _source = source;
    private readonly IReadOnlyList<Stage> _stages = stages;

    public override bool SameAs(BetaNode other) =>
        other is FromNode node && _source.SameAs(node._source) && Results.SameStages(_stages, node._stages);

    public override Token Insert(ReteState state, MemoryToken? parent, Fact? fact)
    {
        var token = new QueryToken(this, parent, fact);
        token.Attach(state);
        token.Open(state, _stages);
        Recompute(state, token);
        return token;
    }

    public override void Update(ReteState state, Token token)
    {
        if (token is not QueryToken query) return;
        query.NoteAll(state);
        Recompute(state, query);
    }

    private void Recompute(ReteState state, QueryToken token)
    {
        var isKnown = _source.TryCompute(state, token, null, out var value);
        if (token.Computed is { } known)
        {
            known.SetValue(state, value);
            if (isKnown) token.UpdateSource(state, known);
            else
            {
                token.RemoveSource(state, known);
                token.SetComputed(state, null);
            }
        }
        else if (isKnown)
        {
            token.SetComputed(state, new MappedItem(new Fact { Value = value }) { Value = value });
            token.AddSource(state, token.Computed!);
        }
        Results.Tell(state, token);
    }
}

internal static class Results
{
    public static bool SameStages(IReadOnlyList<Stage> xs, IReadOnlyList<Stage> ys) =>
        xs.Count == ys.Count && xs.Zip(ys).All(p => p.First.SameAs(p.Second));

    /// <summary>Tells those who use the results of a query what became of them.</summary>
    public static void Tell(ReteState state, QueryToken token)
    {
        foreach (var result in token.TakeChanges())
        {
            var change = result.Pending;
            result.Pending = ResultChange.None;
            if (change == ResultChange.Added) token.Node.Emit(state, token, result);
            else if (change == ResultChange.Removed)
                while (result.FirstToken is { } used) used.Remove(state);
            else if (change == ResultChange.Updated)
                for (var used = result.FirstToken; used is not null; used = used.NextOfFact) used.Node.Update(state, used);
        }
    }
}
