namespace RuleEngine.Rete;

/// <summary>
/// All: its witness is a counterexample. A new fact that satisfies the condition takes the match away and gives it back, so
/// that the rule fires again: what it says about all facts now says it about one more.
/// </summary>
internal sealed class AllNode(int id, BetaNode? parent, JoinSpec counterexample, TokenCondition example)
    : WitnessNode(id, parent, counterexample, isExists: false)
{
    private readonly TokenCondition _example = example;

    public override bool SameAs(BetaNode other) => base.SameAs(other) && _example.SameAs(((AllNode)other)._example);

    public override void InsertRight(ReteState state, WorkingFact fact)
    {
        foreach (var token in CandidatesOf(state, fact))
            if (((WitnessToken)token).Witness is null && _example.Holds(state, token, fact)) state.Postpone(token);
        base.InsertRight(state, fact);
    }

    public override void Repair(ReteState state, MemoryToken token)
    {
        base.Repair(state, token);
        var decided = (WitnessToken)token;
        if (!Passes(decided)) return;
        RemoveMatches(state, decided);
        Emit(state, decided, null);
    }
}
