using System.Text.RegularExpressions;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>How a cell names a finding: by its rule and its subjects.</summary>
internal static partial class FindingKeys
{
    public static CellValue Read(Column column, string value) => Form().IsMatch(value)
        ? CellValue.Of(value)
        : Refusals.NotA(column, value, "不是问题的标识，应写作FUN-001|500154/plans/SPE-1|500154/funding/F-1",
            "is no key of a finding: write it like FUN-001|500154/plans/SPE-1|500154/funding/F-1");

    [GeneratedRegex(@"^[A-Z]{3}-[0-9]{3}(\|[^|]+)+$")]
    private static partial Regex Form();
}
