using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>settlements.csv: a finding is named by its key, rule and subjects, as confirmExemption and settleFinding record it.</summary>
internal static class SettlementRows
{
    private static readonly RecordShape Shape = RecordShape.Of<FindingSettlement>();
    private static readonly Column Finding = Shape.Of(nameof(FindingSettlement.Finding));

    public static PackTable Table { get; } = new(Shape)
    {
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Finding] = (_, value) => FindingKeys.Read(Finding, (string)value),
        },
    };
}
