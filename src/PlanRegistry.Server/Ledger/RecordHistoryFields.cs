using GraphQLEngine;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

[Resolves("District")]
public static class DistrictRecordFields
{
    public static RecordHistoryNode? Record(DistrictNode district, string id) =>
        NodeId.TryParse(id, out var wanted) && Capabilities.TableOf(wanted.Type) is { } table
            && district.Scope.View.Find(new RecordId(table, wanted.Home, wanted.Code)) is { } record
            ? new RecordHistoryNode(record, district.Scope)
            : throw RequestErrors.NotFound("没有此标识的记录。", "There is no record of that id.");
}

/// <summary>A record as it is seen, and the entries by which it came to be so.</summary>
public sealed class RecordHistoryNode(Record record, Scope scope)
{
    internal Text Kind => Tables.NameOf(record.Id.Table);
    internal Text Named => RecordNames.Of(record, scope.View);

    public INode Record => scope.Node(record)!;

    public IReadOnlyList<FieldChangeNode> Fields => FieldsThat(isFilled: true);
    public IReadOnlyList<FieldChangeNode> Blanks => FieldsThat(isFilled: false);

    private IReadOnlyList<FieldChangeNode> FieldsThat(bool isFilled) =>
        [.. RecordShape.Of(record.GetType()).Columns.Where(c => c.Read(record) is not null == isFilled)
            .Select(c => new FieldChangeNode(c, (null, scope.View), (record, scope.View)))];

    public IReadOnlyList<EntryChangeNode> Changes
    {
        get
        {
            var (registry, changes) = (scope.Judgements.Registry, new List<EntryChangeNode>());
            for (int? seq = record.Seq; seq is { } at;)
            {
                var change = registry.Changes(record.Home, at, at).Last(c => c.Id == record.Id);
                changes.Add(new(change, new EntryStep(registry.Entry(record.Home, at)!, registry), scope));
                seq = change.Retires;
            }
            return changes;
        }
    }
}

[Resolves("RecordHistory")]
public static class RecordHistoryFields
{
    public static string Table(RecordHistoryNode history, Language? language, [Service] Reader reader) =>
        reader.Told(history.Kind, language);

    public static string Name(RecordHistoryNode history, Language? language, [Service] Reader reader) =>
        reader.Told(history.Named, language);
}
