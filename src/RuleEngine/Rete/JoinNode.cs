namespace RuleEngine.Rete;

/// <summary>Match: every pair of an earlier match and a fact that satisfies the condition.</summary>
internal sealed class JoinNode(int id, BetaNode? parent, JoinSpec join) : RightNode(id, parent, join)
{
    public override bool SameAs(BetaNode other) => other is JoinNode node && Join.SameAs(node.Join);

    public override Token Insert(ReteState state, MemoryToken? parent, Fact? fact)
    {
        var token = new MemoryToken(this, parent, fact) { Stamp = state.Operation };
        token.Attach(state);
        FirstKey(token);
        Left(state).Add(token);
        foreach (var candidate in CandidatesOf(state, token))
            if (Holds(state, token, candidate)) Emit(state, token, candidate);
        return token;
    }

    public override double MatchesPerToken(ReteState state) => FactsPerToken(state);

    public override void InsertRight(ReteState state, WorkingFact fact)
    {
        foreach (var token in CandidatesOf(state, fact))
            if (Holds(state, token, fact)) Emit(state, token, fact);
    }

    /// <summary>Judges the old partners, then looks for new ones; only then passes the news on, since that may change the rings.</summary>
    public override void Update(ReteState state, Token token)
    {
        var left = (MemoryToken)token;
        left.Stamp = state.Operation;
        Reindex(state, left);
        JudgePartners(state, left, out var mark);
        var arrived = state.RentFacts();
        foreach (var candidate in CandidatesOf(state, left))
            if (candidate.Mark != mark && Holds(state, left, candidate)) arrived.Add(candidate);
        UpdateChildren(state, left);
        foreach (var fact in arrived) Emit(state, left, fact);
        state.Return(arrived);
    }

    public override void UpdateRight(ReteState state, WorkingFact fact, List<Token> existing)
    {
        Token? judged = null;
        var holds = false;
        foreach (var token in existing)
        {
            if (token.IsRemoved || token.Parent!.Stamp == state.Operation && judged?.Parent != token.Parent) continue;
            if (judged?.Parent != token.Parent) holds = Holds(state, token.Parent!, fact);
            judged = token;
            token.Parent!.Stamp = state.Operation;
            if (holds) token.Node.Update(state, token);
            else token.Remove(state);
        }
        foreach (var token in CandidatesOf(state, fact))
        {
            if (token.Stamp == state.Operation || !Holds(state, token, fact)) continue;
            token.Stamp = state.Operation;
            Emit(state, token, fact);
        }
    }

    public override void Detach(ReteState state, Token token) => Left(state).Remove((MemoryToken)token);

    /// <summary>Removes the children whose pair no longer satisfies the condition and marks the facts of the others.</summary>
    private void JudgePartners(ReteState state, MemoryToken left, out int mark)
    {
        mark = state.NextMark();
        var refused = -mark;
        for (Token? child = left.FirstChild, next; child is not null; child = next)
        {
            next = child.NextSibling;
            var fact = child.Fact!;
            if (fact.Mark != mark && fact.Mark != refused) fact.Mark = Holds(state, left, fact) ? mark : refused;
            if (fact.Mark == refused) child.Remove(state);
        }
    }
}
