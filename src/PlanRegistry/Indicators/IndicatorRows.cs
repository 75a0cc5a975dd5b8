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
            Recorded = view => view.All<Indicator>().Select(i => (i.Key, (IReadOnlyList<IEnumerable<string>>)[[i.Name], i.Aliases ?? []])),
            OfRow = (_, row) => row[Code] is { } code ? (code, [AgencyRows.Some(row[Name]), row.Items(Aliases)]) : null,
        },
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Code] = (_, value) => Codes.Check(Code, value),
            [Unit] = UnitRows.Known(Unit),
        },
    };
}
