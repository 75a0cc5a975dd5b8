using RuleEngine.Rete;

namespace RuleEngine.Aggregation;

/// <summary>A group: elements under a key, and its neighbours among the groups.</summary>
internal sealed class Group<TKey, T>(TKey key) : Members<T>, IGrouping<TKey, T>
{
    public Group<TKey, T>? NextGroup, PreviousGroup;

    public TKey Key { get; } = key;
}

/// <summary>Groups in the order in which their keys first appeared; unlike a dictionary it has room for the key null.</summary>
internal sealed class GroupTable<TKey, T> : IUndoable
{
    private const int Added = 0, Removed = 1;

    private readonly Dictionary<Box, Group<TKey, T>> _groups = [];
    private Group<TKey, T>? _first, _last;

    public int Count => _groups.Count;

    public IEnumerable<Group<TKey, T>> Groups
    {
        get
        {
            for (var group = _first; group is not null; group = group.NextGroup) yield return group;
        }
    }

    public Group<TKey, T>? Find(TKey key) => _groups.GetValueOrDefault(new Box(key));

    public Group<TKey, T> FindOrAdd(ReteState state, TKey key, out bool isNew)
    {
        var found = Find(key);
        isNew = found is null;
        if (found is not null) return found;
        var group = new Group<TKey, T>(key) { PreviousGroup = _last };
        Enter(group);
        state.Journal.Note(this, Added, group);
        return group;
    }

    /// <summary>The group keeps its neighbours, to find its place should it come back.</summary>
    public void Remove(ReteState state, Group<TKey, T> group)
    {
        state.Journal.Note(this, Removed, group);
        Leave(group);
        if (_groups.Count == 0) _groups.TrimExcess();
    }

    public void Undo(int change, object? old, int number)
    {
        if (change == Added) Leave((Group<TKey, T>)old!);
        else Enter((Group<TKey, T>)old!);
    }

    private void Enter(Group<TKey, T> group)
    {
        _groups.Add(new Box(group.Key), group);
        if (group.PreviousGroup is { } previous) previous.NextGroup = group;
        else _first = group;
        if (group.NextGroup is { } next) next.PreviousGroup = group;
        else _last = group;
    }

    private void Leave(Group<TKey, T> group)
    {
        _groups.Remove(new Box(group.Key));
        if (group.PreviousGroup is { } previous) previous.NextGroup = group.NextGroup;
        else _first = group.NextGroup;
        if (group.NextGroup is { } next) next.PreviousGroup = group.PreviousGroup;
        else _last = group.PreviousGroup;
    }

    private readonly record struct Box(TKey Key);
}
