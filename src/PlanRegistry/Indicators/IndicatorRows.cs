using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>indicators.csv: known by code, name and alias.</summary>
internal static class IndicatorRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Indicator>();
    private static readonly Column Code = Shape.Of(nameof(Indicator.Code));
    private static readonly Column Name = Shape.Of(nameof(Indicator.Name));
    private static readonly Column Aliases = Shape.Of(nameof(Indicator.Aliases));
    private static readonly Column Unit = Shape.Of(nameof(Indicator.Unit));

    public static PackTable Table { get; } = new(Shape)
    {
        Naming = new Naming<Indicator>
        {
            Fold = TitleKey.Of,
            CodesTravel = true,
            NearestWins = true,
            Recorded = view => view.All<Indicator>().Select(i => (i.Key, Called(i.Name, i.Aliases ?? [], i.Unit))),
            OfRow = (_, row) => row[Code] is { } code
                ? (code, row[Name] is { } name ? Called(name, row.Items(Aliases), row[Unit]) : [])
                : null,
        },
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Code] = (_, value) => Codes.Check(Code, value),
            [Unit] = UnitRows.Known(Unit),
        },
    };

    /// <summary>By name, then by alias, then as tables print it: 森林覆盖率(%).</summary>
    private static IReadOnlyList<IEnumerable<string>> Called(string name, IReadOnlyList<string> aliases, string? unit) =>
        [[name], aliases, aliases.Prepend(name).Select(n => $"{n}({unit})")];
}
