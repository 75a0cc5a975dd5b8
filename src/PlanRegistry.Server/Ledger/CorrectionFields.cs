using System.Globalization;
using GraphQLEngine;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

[Resolves("District")]
public static class DistrictCorrectionFields
{
    /// <summary>By the days on which they were recorded, up to the snapshot's own entry, latest first.</summary>
    public static Connection<CorrectionNode> Corrections(DistrictNode district, PartialDate? from, PartialDate? to, int? first,
        string? after)
    {
        var (scope, registry) = (district.For("District.corrections"), district.Scope.Judgements.Registry);
        var list = $"corrections {scope.View.Code} {from} {to}";
        var all = CorrectionEntry.Of(registry, OnceJudged(scope), scope.View.Code, from?.First, to?.Last, scope.View.Vector.Seq);
        var below = scope.Own(after, nameof(after)) is { } cursor ? Position(Cursor.Read(cursor, list, nameof(after))) : int.MaxValue;
        var found = all.Where(c => c.Entry.Seq < below).Take(first!.Value + 1).ToList();
        var edges = found.Take(first.Value)
            .Select(c => new Edge<CorrectionNode>(Cursor.Write(list, scope.Sealed, $"{c.Entry.Seq}"),
            new CorrectionNode(c, scope)))
            .ToList();
        var info = new PageInfo(found.Count > edges.Count, after is not null,
            edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null);
        return new Connection<CorrectionNode>(edges, info, all.Count);
    }

    private static Func<Snapshot, Judgement> OnceJudged(Scope scope) =>
        asked => scope.Judgements.Of(scope.Judgements.Snapshot(asked.View, asked.AsOf.Unwatched));

    private static int Position(string seq) =>
        int.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var below) ? below : throw Cursor.Foreign("after");
}

public sealed class CorrectionNode(CorrectionEntry correction, Scope scope)
{
    public LedgerEntryNode Entry => LedgerEntryNode.Alone(correction.Entry, scope);

    public IReadOnlyList<OverwrittenValueNode> Values => [.. correction.Values.Select(v => new OverwrittenValueNode(v, scope))];

    public IReadOnlyList<FindingNode> Cleared => On(correction.Before).FindingsNotIn(On(correction.After));

    private Scope On(PlanRegistry.Ledger.RegistryView view) =>
        scope.On(scope.Judgements.Snapshot(view, correction.Day), null, null);
}

public sealed class OverwrittenValueNode(OverwrittenValue value, Scope scope)
{
    public string Id => RecordChangeNode.IdOf(value.Id, scope);
    public string? Field => value.Column is { } column ? Names.Camel(column.Name) : null;
    public string? Was => value.Was;
    public string? Became => value.Became;
}
