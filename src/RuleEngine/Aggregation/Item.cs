using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine.Aggregation;

/// <summary>An element on its way through a query: what a stage hands to the next, and in the end the query's result.</summary>
internal abstract class Item : Fact, IFactSource
{
    private const int DownChanged = 40;

    /// <summary>What the next stage made of the element.</summary>
    public object? Down { get; private set; }

    /// <summary>What the token that owns the query still has to be told about a result.</summary>
    public ResultChange Pending;

    public override IFactSource? Source => this;

    public void SetDown(ReteState state, object? down)
    {
        state.Journal.Note(this, DownChanged, Down);
        Down = down;
    }

    public override void Undo(int change, object? old, int number)
    {
        if (change == DownChanged) Down = old;
        else base.Undo(change, old, number);
    }

    public FactSourceType SourceType => FactSourceType.Aggregate;

    public IEnumerable<IFact> Facts => Origins.SelectMany(origin => origin is Item item ? item.Facts : [origin]).Distinct();

    /// <summary>The facts or elements this one was made of.</summary>
    protected abstract IEnumerable<Fact> Origins { get; }
}

internal enum ResultChange : byte { None, Added, Updated, Removed }

/// <summary>An element made of one other.</summary>
internal sealed class MappedItem(Fact origin) : Item
{
    protected override IEnumerable<Fact> Origins => [origin];
}

/// <summary>A group or collection, made of its members.</summary>
internal sealed class GatheredItem(Func<IEnumerable<Fact>> members) : Item
{
    protected override IEnumerable<Fact> Origins => members();
}
