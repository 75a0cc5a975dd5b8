using System.Text.RegularExpressions;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>settlements.csv: a finding is named by its key, rule and subjects, as confirmExemption and settleFinding record it.</summary>
internal static partial class SettlementRows
{
    private static readonly RecordShape Shape = RecordShape.Of<FindingSettlement>();
    private static readonly Column Finding = Shape.Of(nameof(FindingSettlement.Finding));

    public static PackTable Table { get; } = new(Shape)
    {
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Finding] = (_, value) => FindingKey().IsMatch((string)value)
                ? CellValue.Of(value)
                : Refusals.NotA(Finding, (string)value, "不是问题的标识，应写作FUN-001|500154/plans/SPE-1|500154/funding/F-1",
                    "is no key of a finding: write it like FUN-001|500154/plans/SPE-1|500154/funding/F-1"),
        },
    };

    [GeneratedRegex(@"^[A-Z]{3}-[0-9]{3}(\|[^|]+)+$")]
    private static partial Regex FindingKey();
}
