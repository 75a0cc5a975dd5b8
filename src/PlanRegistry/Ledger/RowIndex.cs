using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>The rows of one table by a key that they name.</summary>
public sealed class RowIndex<TKey, TRow> where TRow : Record
{
    private readonly Dictionary<Key<TKey>, List<TRow>> rows = [];

    /// <param name="all">Every row, in the order in which one key's are told.</param>
    /// <param name="keyOf">Null: the row is found under no key.</param>
    internal RowIndex(IEnumerable<TRow> all, Func<TRow, Key<TKey>?> keyOf)
    {
        foreach (var row in all)
        {
            if (keyOf(row) is { } key)
            {
                (rows.TryGetValue(key, out var known) ? known : rows[key] = []).Add(row);
            }
        }
    }

    /// <summary>The rows under the key, the district's own before its superiors', in order of their record codes.</summary>
    public IReadOnlyList<TRow> this[Key<TKey> key] => rows.TryGetValue(key, out var found) ? found : [];
}
