using PlanRegistry.Ledger;

namespace PlanRegistry.Intake;

/// <summary>What a cell stands for, or why it is refused; neither where it is not recorded.</summary>
public readonly record struct CellValue(object? Value, Problem? Refusal)
{
    public static CellValue Of(object value) => new(value, null);

    public static implicit operator CellValue(Problem refusal) => new(null, refusal);
}
