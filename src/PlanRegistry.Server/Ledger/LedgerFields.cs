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
    private const int PageLength = 200;

    /// <summary>Entries up to the snapshot's own, latest first.</summary>
    public static Connection<LedgerEntryNode> Ledger(DistrictNode district, LedgerFilter? filter, int? first, string? after)
    {
        var (scope, registry) = (district.For("District.ledger"), district.Scope.Judgements.Registry);
        var list = $"ledger {scope.View.Code}";
        var head = scope.View.Vector.Seq;
        var before = Math.Min(scope.Own(after, nameof(after)) is { } cursor ? Position(cursor, list).Seq : head + 1, head + 1);
        var fits = filter?.Test(scope);
        var most = first!.Value;
        var found = RequestErrors.Telling(() => fits is null ? registry.EntriesBefore(scope.View.Code, before, most + 1)
            : [.. Entries(registry, scope.View.Code, before).Where(fits).Take(most + 1)]);
        var entries = found.Take(most).ToList();
        // The changes of the whole page in one reading, when the first entry is asked for its records.
        var changes = new Lazy<ILookup<int, RecordChange>>(() => RequestErrors.Telling(() =>
            registry.Changes(scope.View.Code, entries[^1].Seq, entries[0].Seq).ToLookup(c => c.Seq)));
        var edges = entries
            .Select(e => new Edge<LedgerEntryNode>(Cursor.Write(list, scope.Sealed, $"{e.Seq}:0"),
                new LedgerEntryNode(e, changes, scope)))
            .ToList();
        var info = new PageInfo(found.Count > edges.Count, after is not null,
            edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null);
        return new Connection<LedgerEntryNode>(edges, info,
            () => fits is null ? head : Entries(registry, scope.View.Code, head + 1).Count(fits));
    }

    public static string? LedgerFault(DistrictNode district, Language? language, [Service] Reader reader) =>
        district.For("District.ledgerFault").Judgements.Registry.Soundness.Broken is { } sentence ? reader.Told(sentence, language) : null;

    public static LedgerEntryNode? LedgerEntry(DistrictNode district, int seq)
    {
        var (scope, registry) = (district.For("District.ledgerEntry"), district.Scope.Judgements.Registry);
        return seq >= 1 && seq <= scope.View.Vector.Seq && RequestErrors.Telling(() => registry.Entry(scope.View.Code, seq)) is { } entry
            ? LedgerEntryNode.Alone(entry, scope)
            : throw RequestErrors.NotFound($"行政区{scope.View.Code}的台账没有第{seq}号。",
                $"The ledger of {scope.View.Code} has no entry {seq}.");
    }

    /// <summary>Latest first, read in pages as they are walked through.</summary>
    private static IEnumerable<LedgerEntry> Entries(Registry registry, DistrictCode district, int before)
    {
        while (registry.EntriesBefore(district, before, PageLength) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                yield return entry;
            }
            before = page[^1].Seq;
        }
    }

    /// <summary>What was written after a seq, in order; a cursor goes on within a large entry.</summary>
    public static Connection<RecordChangeNode> Changes(DistrictNode district, int afterSeq, int first, string? after)
    {
        var (scope, registry) = (district.For("District.changes"), district.Scope.Judgements.Registry);
        var list = $"changes {scope.View.Code} {afterSeq}";
        var (seq, number) = scope.Own(after, nameof(after)) is { } cursor ? Position(cursor, list) : (afterSeq, int.MaxValue);
        var found = RequestErrors.Telling(() =>
            registry.ChangesAfter(scope.View.Code, seq, first + 1, number, scope.View.Vector.Seq));
        var edges = found.Take(first)
            .Select(c => new Edge<RecordChangeNode>(Cursor.Write(list, scope.Sealed, $"{c.Seq}:{c.Number}"),
                new RecordChangeNode(c, scope)))
            .ToList();
        var info = new PageInfo(found.Count > first, after is not null,
            edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null);
        return new Connection<RecordChangeNode>(edges, info, () => registry.CountChanges(scope.View.Code, afterSeq, scope.View.Vector.Seq));
    }

    internal static (int Seq, int Number) Position(string after, string list)
    {
        var parts = Cursor.Read(after, list, nameof(after)).Split(':');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (seq, number)
            : throw Cursor.Foreign(nameof(after));
    }
}
