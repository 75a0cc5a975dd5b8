using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>funding.csv: an amount is more than nothing, a project's code is a code.</summary>
public static class FundingRows
{
    private static readonly RecordShape Shape = RecordShape.Of<FundingLine>();
    private static readonly Column Amount = Shape.Of(nameof(FundingLine.Amount));

    private static readonly Column Code = Shape.Of(nameof(FundingLine.ProjectCode));

    public static PackTable Table { get; } = new(Shape)
    {
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Amount] = (_, value) => (decimal)value > 0
                ? CellValue.Of(value)
                : Refusals.NotA(Amount, Amount.Write(value)!, "不是正数", "is no positive number"),
            [Code] = (_, value) => Codes.Check(Code, value),
        },
    };

    /// <summary>Whether a line could hold it.</summary>
    public static bool IsAmount(decimal amount) => amount > 0 && Cells.Read(Amount, Amount.Write(amount)!).Refusal is null;
}
