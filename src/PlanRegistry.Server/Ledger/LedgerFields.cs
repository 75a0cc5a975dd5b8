using System.Globalization;
using GraphQLEngine;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

[Resolves("District")]
public static class DistrictLedgerFields
{
    /// <summary>Entries up to the snapshot's own, latest first.</summary>
    public static Connection<LedgerEntryNode> Ledger(DistrictNode district, int? first, string? after)
    {
        var scope = district.For("District.ledger");
        var list = $"ledger {scope.View.Code}";
        var (before, _) = after is null ? (scope.View.Vector.Seq + 1, 0) : Position(after, list);
        var entries = scope.Judgements.Registry.EntriesBefore(scope.View.Code, Math.Min(before, scope.View.Vector.Seq + 1), first!.Value);
        // The changes of the whole page in one reading, when the first entry is asked for its records.
        var changes = new Lazy<ILookup<int, RecordChange>>(() =>
            scope.Judgements.Registry.Changes(scope.View.Code, entries[^1].Seq, entries[0].Seq).ToLookup(c => c.Seq));
        var edges = entries
            .Select(e => new Edge<LedgerEntryNode>(Cursor.Write(list, scope.View.Vector.ToString(), $"{e.Seq}:0"),
                new LedgerEntryNode(e, changes, scope)))
            .ToList();
        var info = new PageInfo(entries.Count > 0 && entries[^1].Seq > 1, after is not null,
            edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null);
        return new Connection<LedgerEntryNode>(edges, info, () => scope.View.Vector.Seq);
    }

    /// <summary>What was written after a seq, in order; a cursor goes on within a large entry.</summary>
    public static Connection<RecordChangeNode> Changes(DistrictNode district, int afterSeq, int first, string? after)
    {
        var (scope, registry) = (district.For("District.changes"), district.Scope.Judgements.Registry);
        var list = $"changes {scope.View.Code} {afterSeq}";
        var (seq, number) = after is null ? (afterSeq, int.MaxValue) : Position(after, list);
        var found = registry.ChangesAfter(scope.View.Code, seq, first + 1, number, scope.View.Vector.Seq);
        var edges = found.Take(first)
            .Select(c => new Edge<RecordChangeNode>(Cursor.Write(list, scope.View.Vector.ToString(), $"{c.Seq}:{c.Number}"),
                new RecordChangeNode(c, scope)))
            .ToList();
        var info = new PageInfo(found.Count > first, after is not null,
            edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null);
        return new Connection<RecordChangeNode>(edges, info, () => registry.CountChanges(scope.View.Code, afterSeq, scope.View.Vector.Seq));
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
