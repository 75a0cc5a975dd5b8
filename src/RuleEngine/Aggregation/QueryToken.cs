using RuleEngine.Rete;

namespace RuleEngine.Aggregation;

/// <summary>One element of a query's source, for one token.</summary>
internal sealed class QueryRow(BetaNode node, QueryToken parent, Fact fact) : Token(node, parent, fact)
{
    public Item Item { get; } = new MappedItem(fact) { Value = fact.Value };

    public override BetaNode Producer => Node;
}

/// <summary>
/// A token with a query at work. Changes to results are gathered and told at the end of the operation, so that a batch of a
/// thousand facts is one change to their collection.
/// </summary>
internal sealed class QueryToken(BetaNode node, MemoryToken? parent, Fact? fact) : MemoryToken(node, parent, fact), IStageSink
{
    private IStageSink? _source;
    private List<Item> _changed = [];
    private readonly List<Action> _toSettle = [];

    private const int Noted = 20, ComputedChanged = 21, ToSettle = 22;

    /// <summary>For a query over a computed value: that value.</summary>
    public Item? Computed { get; private set; }

    public void SetComputed(ReteState state, Item? computed)
    {
        state.Journal.Note(this, ComputedChanged, Computed);
        Computed = computed;
    }

    public override void Undo(int change, object? old, int number)
    {
        if (change == ComputedChanged) Computed = (Item?)old;
        else if (change == ToSettle) _toSettle.Clear();
        else if (change == Noted)
        {
            ((Item)old!).Pending = ResultChange.None;
            _changed.Clear();
        }
        else base.Undo(change, old, number);
    }

    /// <summary>Starts the stages, last one first: each may hand an element to the next as it opens.</summary>
    public void Open(ReteState state, IReadOnlyList<Stage> stages)
    {
        IStageSink sink = this;
        for (var i = stages.Count - 1; i >= 0; i--)
        {
            var run = stages[i].Start(this, sink);
            run.Open(state);
            sink = run;
        }
        _source = sink;
    }

    public void AddSource(ReteState state, Item item) => _source!.Add(state, item);

    public void UpdateSource(ReteState state, Item item) => _source!.Update(state, item);

    public void RemoveSource(ReteState state, Item item) => _source!.Remove(state, item);

    void IStageSink.Add(ReteState state, Item item) => Note(state, item, ResultChange.Added);

    void IStageSink.Update(ReteState state, Item item)
    {
        if (item.Pending == ResultChange.None) Note(state, item, ResultChange.Updated);
    }

    void IStageSink.Remove(ReteState state, Item item)
    {
        if (item.Pending == ResultChange.Added) item.Pending = ResultChange.None;
        else if (item.Pending == ResultChange.Updated) item.Pending = ResultChange.Removed;
        else Note(state, item, ResultChange.Removed);
    }

    /// <summary>Notes that every result must be looked at again, because the token's own facts changed.</summary>
    public void NoteAll(ReteState state)
    {
        for (var child = FirstChild; child is not null; child = child.NextSibling)
            if (child is not QueryRow && child.Fact is Item { Pending: ResultChange.None } result) Note(state, result, ResultChange.Updated);
    }

    /// <summary>Has a stage look again at the end of the operation, before results are told.</summary>
    public void SettleLater(ReteState state, Action settle)
    {
        state.Journal.Note(this, ToSettle);
        _toSettle.Add(settle);
    }

    /// <summary>Takes what there is to tell about results.</summary>
    public List<Item> TakeChanges()
    {
        for (var i = 0; i < _toSettle.Count; i++) _toSettle[i]();
        _toSettle.Clear();
        var changes = _changed;
        _changed = [];
        return changes;
    }

    private void Note(ReteState state, Item item, ResultChange change)
    {
        state.Journal.Note(this, Noted, item);
        item.Pending = change;
        _changed.Add(item);
    }
}
