using System.Collections;

namespace RuleEngine.Aggregation;

/// <summary>One element of a group or collection, in a ring so that it leaves in constant time.</summary>
internal sealed class Member<T>(Item origin, T value)
{
    public Item Origin { get; } = origin;
    public T Value { get; set; } = value;
    public Member<T>? Next, Previous;
    public Members<T>? Group;
}

/// <summary>
/// The elements of a group or collection in insertion order. The rule sees this object itself: it follows the session, so a
/// rule that keeps elements copies them.
/// </summary>
internal class Members<T> : ICollection<T>, IReadOnlyCollection<T>
{
    private Member<T>? _first;

    public int Count { get; private set; }
    public bool IsReadOnly => true;

    /// <summary>The query result that stands for the elements.</summary>
    public GatheredItem Result { get; }

    public Members()
    {
        Result = new GatheredItem(Origins) { Value = this };
    }

    public void Append(Member<T> member)
    {
        member.Group = this;
        member.Next = null;
        if (_first is null) _first = member.Previous = member;
        else
        {
            member.Previous = _first.Previous;
            _first.Previous = _first.Previous!.Next = member;
        }
        Count++;
    }

    public void Remove(Member<T> member)
    {
        var (previous, next) = (member.Previous, member.Next);
        if (_first == member)
        {
            _first = next;
            if (next is not null) next.Previous = previous;
        }
        else
        {
            previous!.Next = next;
            (next ?? _first!).Previous = previous;
        }
        member.Group = null;
        Count--;
    }

    public virtual IEnumerator<T> GetEnumerator() => Unsorted().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Contains(T item) => this.Any(x => EqualityComparer<T>.Default.Equals(x, item));

    public void CopyTo(T[] array, int arrayIndex)
    {
        foreach (var value in this) array[arrayIndex++] = value;
    }

    void ICollection<T>.Add(T item) => throw ReadOnly();

    void ICollection<T>.Clear() => throw ReadOnly();

    bool ICollection<T>.Remove(T item) => throw ReadOnly();

    protected IEnumerable<T> Unsorted()
    {
        for (var member = _first; member is not null; member = member.Next) yield return member.Value;
    }

    private static NotSupportedException ReadOnly() => new("The result of a query is read-only; change the facts instead.");

    private IEnumerable<Rete.Fact> Origins()
    {
        for (var member = _first; member is not null; member = member.Next) yield return member.Origin;
    }
}

/// <summary>A group: elements under a key.</summary>
internal sealed class Group<TKey, T>(TKey key) : Members<T>, IGrouping<TKey, T>
{
    public TKey Key { get; } = key;
}

/// <summary>Groups by key; unlike a dictionary it has room for the key null.</summary>
internal sealed class GroupTable<TKey, T>
{
    private readonly OrderedDictionary<Box, Group<TKey, T>> _groups = [];

    public int Count => _groups.Count;

    public IEnumerable<Group<TKey, T>> Groups => _groups.Values;

    public Group<TKey, T>? Find(TKey key) => _groups.GetValueOrDefault(new Box(key));

    public Group<TKey, T> FindOrAdd(TKey key, out bool isNew)
    {
        var found = Find(key);
        isNew = found is null;
        return found ?? (_groups[new Box(key)] = new Group<TKey, T>(key));
    }

    public void Remove(TKey key) => _groups.Remove(new Box(key));

    private readonly record struct Box(TKey Key);
}
