using PlanRegistry.Intake;
using PlanRegistry.Records;
using PlanRegistry.Settlement;

namespace PlanRegistry.Rectification;

/// <summary>handouts.csv: a finding is named by its key, as in settlements.csv.</summary>
internal static class HandOutRows
{
    private static readonly RecordShape Shape = RecordShape.Of<HandOut>();
    private static readonly Column Finding = Shape.Of(nameof(HandOut.Finding));

    public static PackTable Table { get; } = new(Shape)
    {
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Finding] = (_, value) => FindingKeys.Read(Finding, (string)value),
        },
    };
}
