using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// A value as it was and as the entry left it; without a column the whole record was withdrawn, or recorded: then it became what its key
/// says.
/// </summary>
public sealed record OverwrittenValue(RecordId Id, Column? Column, string? Was, string? Became)
{
    public Text Told => Column is not null
        ? new Text($"{Tables.NameOf(Id.Table).Zh}“{Id.Code}”的{Column.Label}：{Was ?? "（空）"} → {Became ?? "（空）"}",
            $"{Id.Table} {Id.Code} {Column.Name}: {Was ?? "(empty)"} → {Became ?? "(empty)"}")
        : Became is null ? new Text($"{Tables.NameOf(Id.Table).Zh}“{Id.Code}”：撤销", $"{Id.Table} {Id.Code}: withdrawn")
        : new Text($"{Tables.NameOf(Id.Table).Zh}“{Id.Code}”：录入", $"{Id.Table} {Id.Code}: recorded");

    /// <summary>What a change overwrote, withdrew, or added to what was approved.</summary>
    public static IEnumerable<OverwrittenValue> Lost(RegistryView before, Change change) =>
        Overwritings.Added(before, change, (_, refusal) => refusal) is { Added: { } entry }
            ? change.Retired is null ? [Recorded(entry)] : Differing(change)
        : Overwritings.Of(change, (_, refusal) => refusal) is not { } lost ? []
        : lost.Columns.Count == 0 ? [new OverwrittenValue(lost.Old.Id, null, null, null)]
        : lost.Columns.Select(c => Of(c, change));

    /// <summary>What a change newly says, where it overwrites nothing and its record is asked for.</summary>
    public static IEnumerable<OverwrittenValue> Said(Change change, Func<Record, bool> isAskedFor) =>
        !isAskedFor(change.Recorded!) ? []
        : change.Retired is null ? [Recorded(change.Recorded!)]
        : Differing(change);

    private static IEnumerable<OverwrittenValue> Differing(Change change) => RecordShape.Of(change.Retired!.GetType()).Columns
        .Where(c => !c.Same(change.Retired, change.Recorded!)).Select(c => Of(c, change));

    private static OverwrittenValue Recorded(Record record) => new(record.Id, null, null, RecordShape.Of(record.GetType()).KeyOf(record));

    private static OverwrittenValue Of(Column column, Change change) => new(change.Retired!.Id, column,
        column.ReferenceWithin(change.Retired), column.ReferenceWithin(change.Recorded!));
}
