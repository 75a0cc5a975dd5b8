using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Amendments;

/// <summary>What of an approved content reads otherwise now: a column of a record, or the whole record that came or went.</summary>
/// <param name="Column">Null where the record came or went.</param>
/// <param name="On">The day on which that was recorded.</param>
public sealed record ContentChange(Record Record, Column? Column, Record? Then, Record? Now, DateOnly On)
{
    private static readonly Text Nothing = new("未录入", "nothing");

    /// <summary>义务教育巩固率2025年的目标值由“96%”改为“94%”.</summary>
    public Text InWords(RegistryView view)
    {
        var of = RecordNames.Of(Record, view);
        var (was, became) = (Was(view) ?? Nothing, Became(view) ?? Nothing);
        return Column is not { } column
            ? Now is null ? new($"{of.Zh}的记录已撤销", $"{of.En} was withdrawn") : new($"新增{of.Zh}", $"{of.En} was added")
            : new($"{of.Zh}的{column.Label}由“{was.Zh}”改为“{became.Zh}”",
                $"{column.Name.Replace('_', ' ')} of {of.En}: {was.En} became {became.En}");
    }

    /// <summary>As it was approved; null where nothing was recorded, or the whole record came or went.</summary>
    public Text? Was(RegistryView view) => Said(Then, view);

    public Text? Became(RegistryView view) => Said(Now, view);

    private Text? Said(Record? record, RegistryView view) =>
        record is null || Column is not { } column ? (Text?)null
        : record is Target target && column.Value(record) is decimal figure
            ? Quantity.InWords(figure, target.Unit ?? view.Indicator(target.Indicator)?.Unit ?? "")
        : RecordNames.Of(column, record, view);
}
