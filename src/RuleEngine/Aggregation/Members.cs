using System.Collections;
using RuleEngine.Rete;

namespace RuleEngine.Aggregation;

/// <summary>One element of a group or collection, in a ring so that it leaves in constant time.</summary>
internal sealed class Member<T>(Item origin, T value) : IUndoable
{
    public Item Origin { get; } = origin;
    public T Value { get; private set; } = value;
    public Member<T>? Next, Previous;
    public Members<T>? Group;

    public void SetValue(ReteState state, T value)
    {
        state.Journal.Note(this, 0, new Box(Value));
        Value = value;
    }

    public void Undo(int change, object? old, int number) => Value = ((Box)old!).Value;

    private sealed record Box(T Value);
}

/// <summary>
/// The elements of a group or collection in insertion order. The rule sees this object itself: it follows the session, so a
/// rule that keeps elements copies them.
/// </summary>
internal class Members<T> : ICollection<T>, IReadOnlyCollection<T>, IUndoable
{
    private const int Added = 0, Removed = 1;

    private Member<T>? _first;

    public int Count { get; private set; }
    public bool IsReadOnly => true;

    /// <summary>The query result that stands for the elements.</summary>
    public GatheredItem Result { get; }

    public Members()
    {
        Result = new GatheredItem(Origins) { Value = this };
    }

    public void Append(ReteState state, Member<T> member)
    {
        state.Journal.Note(this, Added, member);
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

    public void Remove(ReteState state, Member<T> member)
    {
        state.Journal.Note(this, Removed, new Place(member, member.Previous, member.Next));
        Leave(member);
    }

    public void Undo(int change, object? old, int number)
    {
        if (change == Added) Leave((Member<T>)old!);
        else
        {
            var (member, previous, next) = (Place)old!;
            (member.Previous, member.Next) = (previous, next);
            Return(member);
        }
    }

    /// <summary>Where an element was; it may have joined another group since.</summary>
    private sealed record Place(Member<T> Member, Member<T>? Previous, Member<T>? Next);

    /// <summary>Finds its place between the neighbours it had: the first one if the one after it is first now.</summary>
    private void Return(Member<T> member)
    {
        member.Group = this;
        Count++;
        if (member.Previous == member) _first = member;
        else if (member.Next is not null && _first == member.Next)
        {
            _first = member;
            member.Next.Previous = member;
        }
        else
        {
            member.Previous!.Next = member;
            (member.Next ?? _first!).Previous = member;
        }
    }

    private void Leave(Member<T> member)
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

    private IEnumerable<Fact> Origins()
    {
        for (var member = _first; member is not null; member = member.Next) yield return member.Origin;
    }
}
