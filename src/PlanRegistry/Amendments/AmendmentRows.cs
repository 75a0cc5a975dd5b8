using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Amendments;

/// <summary>amendments.csv: what was approved first is version 1; an amendment makes another.</summary>
internal static class AmendmentRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Amendment>();
    private static readonly Column Version = Shape.Of(nameof(Amendment.Version));

    public static PackTable Table { get; } = new(Shape)
    {
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Version] = (_, value) => (int)value > 1
                ? CellValue.Of(value)
                : Refusals.NotA(Version, Version.Write(value)!, "是规划原文本，调整修订从第2版起",
                    "is the plan as it was first approved: amendments begin with version 2"),
        },
    };
}
