using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>units.csv, and the units that a cell may name: shipped, recorded, or the pack's own.</summary>
internal static class UnitRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Unit>();
    private static readonly Column Code = Shape.Of(nameof(Unit.Code));
    private static readonly Column Factor = Shape.Of(nameof(Unit.Factor));

    private static readonly Naming<Unit> Names = new()
    {
        Fold = TitleKey.Of,
        Recorded = view => UnitTable.Shipped.Select(u => u.Unit).Concat(view.All<Unit>().Select(u => u.Code))
            .Select(code => (new Key<Unit>(view.Code, code), (IReadOnlyList<IEnumerable<string>>)[[code]])),
        OfRow = (_, row) => row[Code] is { } code ? (code, [[code]]) : null,
    };

    public static PackTable Table { get; } = new(Shape)
    {
        Naming = Names,
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Factor] = (_, value) => (decimal)value > 0
                ? CellValue.Of(value)
                : Refusals.NotA(Factor, Factor.Write(value)!, "不是正数", "is no positive number"),
        },
    };

    /// <summary>What a column of units must say: a unit, in whose own spelling it is kept.</summary>
    public static Func<IntakeContext, object, CellValue> Known(Column column) => (context, value) =>
        Names.Find(context, column, (string)value) is { Value: Key<Unit> unit } ? CellValue.Of(unit.Code)
            : Refusals.NotKnown(column, (string)value);
}
