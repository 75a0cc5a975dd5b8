using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Catalogue;

[Resolves("DirectoryList")]
public static class ListDifferenceFields
{
    public static ListDifferenceNode? Difference(DirectoryListNode list, string? from)
    {
        var (scope, view) = (list.Scope, list.Scope.View);
        if (scope.IsPartial)
        {
            return null;
        }
        var other = from is null ? ListDifference.Before(view, list.List)
            : view.List(new Key<DirectoryList>(view.Code, from))
                ?? throw RequestErrors.NotFound($"没有代码为“{from}”的目录清单。", $"There is no directory list \"{from}\".");
        return other is null ? null : new(ListDifference.Between(view, scope.Snapshot, other, list.List), scope);
    }
}

public sealed class ListDifferenceNode(ListDifference difference, Scope scope)
{
    public DirectoryListNode From => new(difference.From, scope);
    public IReadOnlyList<EntryDifferenceNode> Entries => [.. difference.Entries.Select(e => new EntryDifferenceNode(e, scope))];
    public int Unchanged => difference.Unchanged;
}

public sealed class EntryDifferenceNode(EntryDifference difference, Scope scope)
{
    public EntryDifferenceKind Kind => difference.Kind;
    public DirectoryEntryNode? Entry => difference.Entry is { } entry ? new(entry, scope) : null;
    public IReadOnlyList<DirectoryEntryNode> Former => [.. difference.Former.Select(e => new DirectoryEntryNode(e, scope))];
    public IReadOnlyList<FieldChangeNode> Fields =>
        [.. difference.Changed.Select(c => new FieldChangeNode(c, (difference.Former[0], scope.View), (difference.Entry, scope.View)))];
    public string? Reason => difference.Drop?.DroppedReason;
}
