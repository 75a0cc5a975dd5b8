using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>The rows of one table by a key that they name. The one function says where a row is found, and whose answers change when it comes or goes.</summary>
internal sealed class RowIndex<TKey, TRow> where TRow : Record
{
    private readonly Func<TRow, Key<TKey>?> keyOf;
    private readonly SharedLookup<Key<TKey>, TRow> rows;

    private RowIndex(Func<TRow, Key<TKey>?> keyOf, SharedLookup<Key<TKey>, TRow> rows) => (this.keyOf, this.rows) = (keyOf, rows);

    public IReadOnlyList<TRow> this[Key<TKey> key] => rows[key];

    /// <param name="all">Every row, in the order in which one key's are told.</param>
    public static RowIndex<TKey, TRow> Of(IEnumerable<TRow> all, Func<TRow, Key<TKey>?> keyOf) =>
        new(keyOf, SharedLookup<Key<TKey>, TRow>.Of(all.Where(r => keyOf(r) is not null).ToLookup(r => keyOf(r)!.Value)));

    /// <param name="keys">The same function, of the later view: the earlier one need not be kept.</param>
    public RowIndex<TKey, TRow> After(TypeChanges? changes, Func<TRow, Key<TKey>?> keys, Comparison<TRow> order) =>
        new(keys, changes is null ? rows : rows.With(Keyed(changes.Gone), Keyed(changes.Come), order));

    public Question? QuestionOf(Record row) => row is TRow mine && keyOf(mine) is { } key ? Question.Under(typeof(TRow), key) : null;

    private IEnumerable<(Key<TKey>, TRow)> Keyed(IEnumerable<Record> changed) =>
        changed.Cast<TRow>().Select(r => (Key: keyOf(r), Row: r)).Where(r => r.Key is not null).Select(r => (r.Key!.Value, r.Row));
}

/// <summary>One table of a view, asked by key.</summary>
public readonly struct Rows<TKey, TRow> where TRow : Record
{
    private readonly RowIndex<TKey, TRow> index;
    private readonly Action<Question>? ask;

    internal Rows(RowIndex<TKey, TRow> index, Action<Question>? ask) => (this.index, this.ask) = (index, ask);

    /// <summary>The rows under the key, the district's own before its superiors', in order of their record codes.</summary>
    public IReadOnlyList<TRow> this[Key<TKey> key]
    {
        get
        {
            ask?.Invoke(Question.Under(typeof(TRow), key));
            return index[key];
        }
    }
}
