using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>Something a token can carry: an inserted object, a let value, or a query's result.</summary>
internal class Fact : IFact
{
    /// <summary>A field, because compiled conditions read it.</summary>
    public object? Value;

    /// <summary>The first of the tokens that carry this fact as their last one; a ring, see <see cref="Token"/>.</summary>
    public Token? FirstToken;

    /// <summary>Set while one join compares old and new partners of a token.</summary>
    public int Mark;

    public Type Type => Value?.GetType() ?? typeof(object);

    object? IFact.Value => Value;

    public virtual IFactSource? Source => null;
}

/// <summary>A fact in working memory.</summary>
internal sealed class WorkingFact : Fact
{
    /// <summary>The table of the fact's runtime type, and the place in it.</summary>
    public required FactTable Table;
    public int TableSlot;
    public int Hash;

    /// <summary>The place in each alpha memory of the type, -1 where the conditions fail. Most types have one memory.</summary>
    public int FirstAlphaSlot = -1;
    public int[]? OtherAlphaSlots;

    /// <summary>The match that yielded the fact; null for a fact from outside.</summary>
    public LinkedSource? Link;

    public override IFactSource? Source => Link;

    public int AlphaSlot(int memory) => memory == 0 ? FirstAlphaSlot : OtherAlphaSlots![memory - 1];

    public void SetAlphaSlot(int memory, int slot)
    {
        if (memory == 0) FirstAlphaSlot = slot;
        else OtherAlphaSlots![memory - 1] = slot;
    }
}
