using System.Globalization;
using GraphQLEngine;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

[Resolves("District")]
public static class DistrictLedgerFields
{
    /// <summary>Entries up to the snapshot's own, latest first.</summary>
    public static Connection<LedgerEntryNode> Ledger(DistrictNode district, int? first, string? after)
    {
        var scope = district.Scope;
        var list = $"ledger {scope.View.Code}";
        var (before, _) = after is null ? (scope.View.Vector.Seq + 1, 0) : Position(after, list);
        var entries = scope.Judgements.Registry.EntriesBefore(scope.View.Code, Math.Min(before, scope.View.Vector.Seq + 1), first!.Value);
        var edges = entries.Select(e => new Edge<LedgerEntryNode>(Cursor.Write(list, scope.View.Vector.ToString(), $"{e.Seq}:0"), new LedgerEntryNode(e, scope))).ToList();
        var info = new PageInfo(entries.Count > 0 && entries[^1].Seq > 1, after is not null, edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null);
        return new Connection<LedgerEntryNode>(edges, info, () => scope.View.Vector.Seq);
    }

    /// <summary>What was written after a seq, in order; a cursor goes on within a large entry.</summary>
    public static Connection<ChangeNode> Changes(DistrictNode district, int afterSeq, int first, string? after)
    {
        var (scope, registry) = (district.Scope, district.Scope.Judgements.Registry);
        var list = $"changes {scope.View.Code} {afterSeq}";
        var (seq, number) = after is null ? (afterSeq, int.MaxValue) : Position(after, list);
        var found = registry.ChangesAfter(scope.View.Code, seq, first + 1, number).Where(c => c.Seq <= scope.View.Vector.Seq).ToList();
        var edges = found.Take(first).Select(c => new Edge<ChangeNode>(Cursor.Write(list, scope.View.Vector.ToString(), $"{c.Seq}:{c.Number}"), new ChangeNode(c, scope))).ToList();
        var info = new PageInfo(found.Count > first, after is not null, edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null);
        return new Connection<ChangeNode>(edges, info, () => registry.Entries(scope.View.Code, afterSeq, int.MaxValue).Where(e => e.Seq <= scope.View.Vector.Seq).Sum(e => e.Changes));
    }

    private static (int Seq, int Number) Position(string after, string list)
    {
        var parts = Cursor.Read(after, list, nameof(after)).Split(':');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (seq, number)
            : throw Cursor.Foreign(nameof(after));
    }
}

public sealed class LedgerEntryNode(LedgerEntry entry, Scope scope)
{
    public int Seq => entry.Seq;
    public DateTimeOffset RecordedAt => entry.RecordedAt;
    public string Actor => entry.Actor;
    public string Command => entry.Command;
    public string? Reason => entry.Reason;
    public string Vector => entry.Vector;
    public string Hash => entry.Hash;
    public string PreviousHash => entry.PreviousHash;
    public IReadOnlyList<string> Records => [.. scope.Judgements.Registry.Changes(entry.District, entry.Seq).Select(c => ChangeNode.IdOf(c.Id, scope)).Distinct()];
}

public sealed class ChangeNode(LedgerChange change, Scope scope)
{
    public int Seq => change.Seq;
    public DateTimeOffset RecordedAt => change.RecordedAt;
    public string Id => IdOf(change.Id, scope);
    public INode? Record => scope.View.Find(change.Id) is { } record ? scope.Node(record) : null;
    public bool Retired => change.IsWithdrawal;

    internal static string IdOf(RecordId id, Scope scope) => NodeId.Of(scope, NodeTypes.NameOf(RecordShape.ByTable(id.Table)!.Type), id.District, id.Code);
}
