namespace RuleEngine.Rete;

/// <summary>A token of Not, Exists or All, which knows one fact that decides it.</summary>
internal sealed class WitnessToken(BetaNode node, MemoryToken? parent, Fact? fact) : MemoryToken(node, parent, fact)
{
    private const int WitnessChanged = 20;

    public Witness? Witness { get; private set; }

    public void SetWitness(ReteState state, Witness? witness)
    {
        state.Journal.Note(this, WitnessChanged, Witness);
        Witness = witness;
    }

    public override void Undo(int change, object? old, int number)
    {
        if (change == WitnessChanged) Witness = (Witness?)old;
        else base.Undo(change, old, number);
    }
}

/// <summary>Ties the deciding fact to the token it decides: when the fact goes, the token looks for another.</summary>
internal sealed class Witness(BetaNode node, WitnessToken decided, Fact fact) : Token(node, decided, fact)
{
    public override BetaNode Producer => Node;
}

/// <summary>
/// Not and Exists. One witness is enough, so a token costs the same whether one fact or a thousand satisfy the condition.
/// Only tokens without a witness are indexed: a fact that arrives has nothing to tell the others.
/// </summary>
internal class WitnessNode(int id, BetaNode? parent, JoinSpec join, bool isExists) : RightNode(id, parent, join)
{
    public bool IsExists { get; } = isExists;

    public override bool SameAs(BetaNode other) =>
        other.GetType() == GetType() && other is WitnessNode node && IsExists == node.IsExists && Join.SameAs(node.Join);

    public override Token Insert(ReteState state, MemoryToken? parent, Fact? fact)
    {
        var token = new WitnessToken(this, parent, fact) { Stamp = state.Operation };
        token.Attach(state);
        FirstKey(token);
        FindWitness(state, token);
        if (Passes(token)) Emit(state, token, null);
        return token;
    }

    public override void Update(ReteState state, Token token)
    {
        if (token is not WitnessToken decided) return;
        decided.Stamp = state.Operation;
        Unindex(state, decided);
        ComputeKey(state, decided);
        Decide(state, decided);
    }

    public override void InsertRight(ReteState state, WorkingFact fact)
    {
        foreach (var token in CandidatesOf(state, fact))
            if (Holds(state, token, fact)) Convince(state, (WitnessToken)token, fact);
    }

    public override void UpdateRight(ReteState state, WorkingFact fact, List<Token> existing)
    {
        foreach (var token in existing)
        {
            if (token is not Witness witness || witness.IsRemoved || witness.Parent!.Stamp == state.Operation) continue;
            var decided = (WitnessToken)witness.Parent;
            decided.Stamp = state.Operation;
            if (Holds(state, decided, fact)) continue;
            Dismiss(state, decided);
            SearchAndTell(state, decided);
        }
        foreach (var token in CandidatesOf(state, fact))
            if (token.Stamp != state.Operation && Holds(state, token, fact)) Convince(state, (WitnessToken)token, fact);
    }

    public override void Detach(ReteState state, Token token)
    {
        if (token is Witness { Parent: WitnessToken { IsRemoved: false } decided } lost && decided.Witness == lost)
        {
            decided.SetWitness(state, null);
            state.Postpone(decided);
        }
        else if (token is WitnessToken gone) Left(state).Remove(gone);
    }

    public override void Repair(ReteState state, MemoryToken token)
    {
        if (((WitnessToken)token).Witness is null && !token.IsIndexed) SearchAndTell(state, (WitnessToken)token);
    }

    protected bool Passes(WitnessToken token) => token.Witness is null != IsExists;

    /// <summary>Keeps the witness if it still decides the token, else looks for another; then tells the children.</summary>
    private void Decide(ReteState state, WitnessToken token)
    {
        var passed = HasMatches(token);
        if (token.Witness is { } witness && !Holds(state, token, witness.Fact!)) Dismiss(state, token);
        if (token.Witness is null) FindWitness(state, token);
        Tell(state, token, passed, isUpdate: true);
    }

    private void SearchAndTell(ReteState state, WitnessToken token)
    {
        var passed = HasMatches(token);
        FindWitness(state, token);
        Tell(state, token, passed, isUpdate: false);
    }

    private void Tell(ReteState state, WitnessToken token, bool passed, bool isUpdate)
    {
        var passes = Passes(token);
        if (passes && !passed) Emit(state, token, null);
        else if (!passes && passed) RemoveMatches(state, token);
        else if (passes && isUpdate) UpdateMatches(state, token);
    }

    private void Convince(ReteState state, WitnessToken token, WorkingFact fact)
    {
        Unindex(state, token);
        Appoint(state, token, fact);
        if (IsExists) Emit(state, token, null);
        else RemoveMatches(state, token);
    }

    /// <summary>Appoints the first fact that satisfies the condition; without one, indexes the token so that one can come.</summary>
    private void FindWitness(ReteState state, WitnessToken token)
    {
        foreach (var candidate in CandidatesOf(state, token))
        {
            if (!Holds(state, token, candidate)) continue;
            Unindex(state, token);
            Appoint(state, token, candidate);
            return;
        }
        if (!token.IsIndexed) Left(state).Add(token);
    }

    private void Appoint(ReteState state, WitnessToken token, Fact fact)
    {
        token.SetWitness(state, new Witness(this, token, fact));
        token.Witness!.Attach(state);
    }

    private static void Dismiss(ReteState state, WitnessToken token)
    {
        var witness = token.Witness!;
        token.SetWitness(state, null);
        witness.Remove(state);
    }

    private void Unindex(ReteState state, WitnessToken token) => Left(state).Remove(token);

    private static bool HasMatches(WitnessToken token) => token.FirstChild is { } first && (first is not Witness || first.NextSibling is not null);

    protected static void RemoveMatches(ReteState state, WitnessToken token)
    {
        for (Token? child = token.FirstChild, next; child is not null; child = next)
        {
            next = child.NextSibling;
            if (child is not Witness) child.Remove(state);
        }
    }

    private static void UpdateMatches(ReteState state, WitnessToken token)
    {
        for (var child = token.FirstChild; child is not null; child = child.NextSibling)
            if (child is not Witness) child.Node.Update(state, child);
    }
}
