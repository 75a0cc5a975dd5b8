using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>Something a token can carry: an inserted object, a let value, or a query's result.</summary>
internal class Fact : IFact, IUndoable
{
    public const int ValueChanged = 0;

    /// <summary>A field, because compiled conditions read it.</summary>
    public object? Value;

    /// <summary>The first of the tokens that carry this fact as their last one; a ring, see <see cref="Token"/>.</summary>
    public Token? FirstToken;

    /// <summary>Set while one join compares old and new partners of a token.</summary>
    public int Mark;

    /// <summary>For a working fact: the place in the first alpha memory of its type. Kept here, where it fills a gap.</summary>
    public int FirstAlphaSlot = -1;

    public Type Type => Value?.GetType() ?? typeof(object);

    object? IFact.Value => Value;

    public virtual IFactSource? Source => null;

    public void SetValue(ReteState state, object? value)
    {
        state.Journal.Note(this, ValueChanged, Value);
        Value = value;
    }

    public virtual void Undo(int change, object? old, int number) => Value = old;
}

/// <summary>A fact in working memory.</summary>
internal sealed class WorkingFact : Fact
{
    /// <summary>The table of the fact's runtime type.</summary>
    public required FactTable Table;

    /// <summary>The match that yielded the fact; null for a fact from outside.</summary>
    public Activation? Link;

    /// <summary>The places in the other alpha memories of the type, -1 where the conditions fail. Most types have one memory.</summary>
    public int[]? OtherAlphaSlots;

    /// <summary>The place in the table, -1 once the fact has left it.</summary>
    public int TableSlot = -1;

    public bool IsKnown => TableSlot >= 0;

    public override IFactSource? Source => Link;

    public int AlphaSlot(int memory) => memory == 0 ? FirstAlphaSlot : OtherAlphaSlots![memory - 1];

    public void SetAlphaSlot(int memory, int slot)
    {
        if (memory == 0) FirstAlphaSlot = slot;
        else OtherAlphaSlots![memory - 1] = slot;
    }
}
