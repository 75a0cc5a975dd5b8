using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>readings.csv: in a unit that is known.</summary>
internal static class ReadingRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Reading>();
    private static readonly Column Unit = Shape.Of(nameof(Reading.Unit));

    public static PackTable Table { get; } = new(Shape)
    {
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>> { [Unit] = UnitRows.Known(Unit) },
    };
}
