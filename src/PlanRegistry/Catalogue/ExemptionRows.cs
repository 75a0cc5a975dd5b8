using System.Text.RegularExpressions;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>exemptions.csv: the rules that one covers are written as rule codes.</summary>
internal static partial class ExemptionRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Exemption>();
    private static readonly Column Rules = Shape.Of(nameof(Exemption.Rules));

    public static PackTable Table { get; } = new(Shape)
    {
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Rules] = (_, value) => CheckRule(Rules, value, [.. (IEnumerable<string>)value]),
        },
    };

    /// <summary>Whether the codes in a cell are those of rules.</summary>
    internal static CellValue CheckRule(Column column, object value, params string[] codes) =>
        codes.FirstOrDefault(code => !RuleCode().IsMatch(code)) is { } wrong
            ? Refusals.NotA(column, wrong, "不是规则编号，请写作CAT-001", "is no rule code: write it like CAT-001")
            : CellValue.Of(value);

    [GeneratedRegex("^[A-Z]{3}-[0-9]{3}$")]
    private static partial Regex RuleCode();
}
