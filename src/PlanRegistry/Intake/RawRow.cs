using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>A row of a sheet as it is written, to learn what it is called before it is read.</summary>
public readonly record struct RawRow(Sheet Sheet, SheetRow Row)
{
    /// <summary>The cell under a heading without surrounding blanks; null when there is none, or nothing in it.</summary>
    public string? this[string heading] =>
        Sheet.PositionOf(heading) is >= 0 and var at && at < Row.Cells.Count ? Cells.Trim(Row.Cells[at]) : null;

    public string? this[Column column] => this[column.Name];

    /// <summary>A refusal, at the cell where it stands.</summary>
    public Problem At(string? heading, Problem refusal) =>
        refusal.At(Sheet.File, Row.Line, heading) is var placed && Row.IsOfInput ? placed with { Path = Row.PathOf(heading) } : placed;

    public string[] Items(Column column) => this[column] is { } text ? Cells.Items(text) : [];
}
