using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>The rows of one type that the second of two views lacks, and those that it has anew.</summary>
internal sealed record TypeChanges(List<Record> Gone, List<Record> Come)
{
    public IEnumerable<Record> All => Gone.Concat(Come);
}

/// <summary>
/// What differs between two chains of ledgers, whatever lies between them. Tables that both share are not looked at. A row loaded twice counts as
/// the same when every value is equal; where a list hides that, it counts as changed, which is never wrong.
/// </summary>
internal sealed class RowChanges
{
    private readonly Dictionary<Type, TypeChanges> types = [];

    private RowChanges()
    {
    }

    public IEnumerable<KeyValuePair<Type, TypeChanges>> Types => types;

    /// <summary>Null when the chains are not of the same districts.</summary>
    public static RowChanges? Between(IReadOnlyList<DistrictRecords> before, IReadOnlyList<DistrictRecords> after)
    {
        if (!before.Select(d => d.District).SequenceEqual(after.Select(d => d.District)))
        {
            return null;
        }
        var changes = new RowChanges();
        foreach (var (old, now) in before.Zip(after).Where(p => p.First != p.Second))
        {
            foreach (var type in old.Types.Union(now.Types))
            {
                changes.Compare(type, old.Rows(type), now.Rows(type));
            }
        }
        return changes;
    }

    public TypeChanges? Of(Type type) => types.GetValueOrDefault(type);

    public bool Touches<T>() => types.ContainsKey(typeof(T));

    /// <summary>Both in order of their record codes.</summary>
    private void Compare(Type type, Record[] before, Record[] after)
    {
        if (ReferenceEquals(before, after))
        {
            return;
        }
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && ReferenceEquals(before[i], after[j]))
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }
            var order = i == before.Length ? 1 : j == after.Length ? -1 : string.CompareOrdinal(before[i].RecordCode, after[j].RecordCode);
            if (order != 0 || !before[i].Equals(after[j]))
            {
                Note(type, order <= 0 ? before[i] : null, order >= 0 ? after[j] : null);
            }
            (i, j) = (order <= 0 ? i + 1 : i, order >= 0 ? j + 1 : j);
        }
    }

    private void Note(Type type, Record? gone, Record? come)
    {
        if (!types.TryGetValue(type, out var changes))
        {
            types[type] = changes = new([], []);
        }
        if (gone is not null)
        {
            changes.Gone.Add(gone);
        }
        if (come is not null)
        {
            changes.Come.Add(come);
        }
    }
}
