namespace RuleEngine.Rete;

/// <summary>
/// A partial match: the facts of its parents plus one. A token belongs to the node that consumes it, so a node shared by
/// three rules hands out three tokens and each can sit in its consumer's index. Children of a parent and tokens of a fact
/// form rings (the first one's previous is the last), which keeps insertion order and makes removal constant-time.
/// </summary>
internal class Token(BetaNode node, MemoryToken? parent, Fact? fact) : IUndoable
{
    /// <summary>Fields, because compiled conditions read them.</summary>
    public readonly MemoryToken? Parent = parent;
    public readonly Fact? Fact = fact;
    public readonly BetaNode Node = node;

    private const int Attached = 0, LeftParent = 1, Removed = 2;

    public Token? NextSibling, PreviousSibling, NextOfFact, PreviousOfFact;

    /// <summary>The operation in which the token last saw all its candidates.</summary>
    public int Stamp;
    public bool IsRemoved;

    /// <summary>The node that derived the token from its fact.</summary>
    public virtual BetaNode? Producer => Node.Parent;

    /// <summary>Joins the rings of parent and fact.</summary>
    public void Attach(ReteState state)
    {
        state.Journal.Note(this, Attached);
        if (Parent is { } parent)
        {
            if (parent.FirstChild is not { } first) parent.FirstChild = PreviousSibling = this;
            else
            {
                PreviousSibling = first.PreviousSibling;
                first.PreviousSibling = first.PreviousSibling!.NextSibling = this;
            }
        }
        if (Fact is { } fact)
        {
            if (fact.FirstToken is not { } first) fact.FirstToken = PreviousOfFact = this;
            else
            {
                PreviousOfFact = first.PreviousOfFact;
                first.PreviousOfFact = first.PreviousOfFact!.NextOfFact = this;
            }
        }
    }

    /// <summary>Removes the token and everything that rests on it, in time proportional to that.</summary>
    public void Remove(ReteState state)
    {
        if (IsRemoved) return;
        if (Parent is { IsRemoved: false })
        {
            LeaveParent();
            state.Journal.Note(this, LeftParent);
        }
        RemoveTree(state);
    }

    public virtual void Undo(int change, object? old, int number)
    {
        switch (change)
        {
            case Attached:
                IsRemoved = true;
                LeaveFact();
                LeaveParent();
                break;
            case LeftParent:
                ReturnToParent();
                break;
            case Removed:
                IsRemoved = false;
                if (this is MemoryToken memory) memory.FirstChild = (Token?)old;
                ReturnToFact();
                break;
        }
    }

    private void RemoveTree(ReteState state)
    {
        IsRemoved = true;
        Token? firstChild = null;
        if (this is MemoryToken memory)
        {
            firstChild = memory.FirstChild;
            for (var child = memory.FirstChild; child is not null; child = child.NextSibling)
                if (!child.IsRemoved) child.RemoveTree(state);
            memory.FirstChild = null;
        }
        LeaveFact();
        state.Journal.Note(this, Removed, firstChild);
        Node.Detach(state, this);
    }

    private void LeaveParent()
    {
        if (Parent is not { } parent) return;
        if (parent.FirstChild == this)
        {
            parent.FirstChild = NextSibling;
            if (NextSibling is not null) NextSibling.PreviousSibling = PreviousSibling;
        }
        else
        {
            PreviousSibling!.NextSibling = NextSibling;
            (NextSibling ?? parent.FirstChild!).PreviousSibling = PreviousSibling;
        }
    }

    /// <summary>Finds its place between the neighbours it had: the first one if the one after it is first now.</summary>
    private void ReturnToParent()
    {
        var parent = Parent!;
        if (PreviousSibling == this) parent.FirstChild = this;
        else if (NextSibling is not null && parent.FirstChild == NextSibling)
        {
            parent.FirstChild = this;
            NextSibling.PreviousSibling = this;
        }
        else
        {
            PreviousSibling!.NextSibling = this;
            (NextSibling ?? parent.FirstChild!).PreviousSibling = this;
        }
    }

    private void ReturnToFact()
    {
        if (Fact is not { } fact) return;
        if (PreviousOfFact == this) fact.FirstToken = this;
        else if (NextOfFact is not null && fact.FirstToken == NextOfFact)
        {
            fact.FirstToken = this;
            NextOfFact.PreviousOfFact = this;
        }
        else
        {
            PreviousOfFact!.NextOfFact = this;
            (NextOfFact ?? fact.FirstToken!).PreviousOfFact = this;
        }
    }

    private void LeaveFact()
    {
        if (Fact is not { } fact) return;
        if (fact.FirstToken == this)
        {
            fact.FirstToken = NextOfFact;
            if (NextOfFact is not null) NextOfFact.PreviousOfFact = PreviousOfFact;
        }
        else
        {
            PreviousOfFact!.NextOfFact = NextOfFact;
            (NextOfFact ?? fact.FirstToken!).PreviousOfFact = PreviousOfFact;
        }
    }
}

/// <summary>A token that other tokens rest on and that an index finds by its key.</summary>
internal class MemoryToken(BetaNode node, MemoryToken? parent, Fact? fact) : Token(node, parent, fact)
{
    private const int HashChanged = 10;

    public Token? FirstChild;

    /// <summary>The hash code of its key, and its place in the index of its node.</summary>
    public int Hash = HashRings.Unkeyed, Slot = HashRings.None;

    /// <summary>Whether its node must look at it again.</summary>
    public bool IsPending;

    public bool HasKey => Hash != HashRings.Unkeyed;

    public bool IsIndexed => Slot != HashRings.None;

    public void SetHash(ReteState state, int hash)
    {
        if (hash == Hash) return;
        state.Journal.Note(this, HashChanged, null, Hash);
        Hash = hash;
    }

    public override void Undo(int change, object? old, int number)
    {
        if (change == HashChanged) Hash = number;
        else base.Undo(change, old, number);
    }
}
