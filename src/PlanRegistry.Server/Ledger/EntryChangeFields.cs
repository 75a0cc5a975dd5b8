using GraphQLEngine;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

[Resolves("LedgerEntry")]
public static class LedgerEntryFields
{
    /// <summary>In the order in which the entry made them.</summary>
    public static Connection<EntryChangeNode> Changes(LedgerEntryNode node, int? first, string? after)
    {
        node.Scope.Caller.Require("District.changes");
        var (scope, entry, registry) = (node.Scope, node.Entry, node.Scope.Judgements.Registry);
        var list = $"entry {entry.District} {entry.Seq}";
        var number = scope.Own(after, nameof(after)) is { } cursor ? DistrictLedgerFields.Position(cursor, list).Number : 0;
        var found = registry.ChangesAfter(entry.District, entry.Seq, first!.Value + 1, number, entry.Seq);
        var step = new EntryStep(entry, registry);
        var edges = found.Take(first.Value)
            .Select(c => new Edge<EntryChangeNode>(Cursor.Write(list, scope.Sealed, $"{c.Seq}:{c.Number}"),
                new EntryChangeNode(c, step, scope)))
            .ToList();
        var info = new PageInfo(found.Count > edges.Count, after is not null,
            edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null);
        return new Connection<EntryChangeNode>(edges, info, () => entry.Changes);
    }
}

/// <summary>An entry, with what its district saw before and after it; each is loaded when somebody asks.</summary>
public sealed class EntryStep(LedgerEntry entry, Registry registry)
{
    public LedgerEntry Entry { get; } = entry;

    /// <summary>Null before the district's first entry.</summary>
    public RegistryView? Before => field ??= registry.View(PlanRegistry.Ledger.Vector.Parse(Entry.Vector));

    public RegistryView After => field ??= registry.View(registry.At(Entry.District, Entry.Seq)!.After)!;
}

/// <summary>What an entry did to one record.</summary>
public sealed class EntryChangeNode(RecordChange change, EntryStep step, Scope scope)
{
    private readonly Record? now = change.IsWithdrawal ? null : step.After.Own.Find(change.Id.Table, change.Id.Code);
    private readonly Record? was = change.Retires is null ? null : step.Before?.Own.Find(change.Id.Table, change.Id.Code);

    internal Text Kind => Tables.NameOf(change.Id.Table);
    internal Text Named => now is not null ? RecordNames.Of(now, After)
        : was is not null ? RecordNames.Of(was, Before) : change.Id.Code;

    public int Seq => step.Entry.Seq;
    public DateTimeOffset RecordedAt => step.Entry.RecordedAt;
    public string ActorName => step.Entry.Actor.Name;
    public string Command => step.Entry.Command;
    public string? Reason => step.Entry.Reason;
    public string Id => RecordChangeNode.IdOf(change.Id, scope);
    public INode? Record => scope.View.Find(change.Id) is { } record ? scope.Node(record) : null;
    public ChangeAct Act => change.Act;

    public IReadOnlyList<FieldChangeNode> Fields => (now ?? was) is not { } told ? [] : [.. RecordShape.Of(told.GetType()).Columns
        .Where(c => was is not null && now is not null ? !c.Same(was, now) : c.Read(told) is not null)
        .Select(c => new FieldChangeNode(c, (was, Before), (now, After)))];

    // Others that the record names are called as far as the caller sees them.
    private RegistryView Before => step.Before is { } before ? scope.Seen(before) : After;
    private RegistryView After => scope.Seen(step.After);
}

[Resolves("EntryChange")]
public static class EntryChangeFields
{
    public static string Table(EntryChangeNode change, Language? language, [Service] Reader reader) => reader.Told(change.Kind, language);

    public static string Name(EntryChangeNode change, Language? language, [Service] Reader reader) => reader.Told(change.Named, language);
}
