using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Amendments;

/// <summary>What of an approved content reads otherwise now: a column of a record, or the whole record that came or went.</summary>
/// <param name="Column">Null where the record came or went.</param>
/// <param name="On">The day on which that was recorded.</param>
public sealed record ContentChange(Record Record, Column? Column, Record? Then, Record? Now, DateOnly On)
{
    /// <summary>义务教育巩固率2025年的目标值由96改为94.</summary>
    public Text InWords(RegistryView view)
    {
        var of = RecordNames.Of(Record, view);
        return Column is not { } column
            ? Now is null ? new($"{of.Zh}的记录已撤销", $"{of.En} was withdrawn") : new($"新增{of.Zh}", $"{of.En} was added")
            : new($"{of.Zh}的{column.Label}由“{Said(column, Then, view).Zh}”改为“{Said(column, Now, view).Zh}”",
                $"{column.Name.Replace('_', ' ')} of {of.En}: {Said(column, Then, view).En} became {Said(column, Now, view).En}");
    }

    private static Text Said(Column column, Record? record, RegistryView view) =>
        record is not null && RecordNames.Of(column, record, view) is { } words ? words : new("未录入", "nothing");
}
