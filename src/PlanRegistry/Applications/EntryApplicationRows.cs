using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>entry_applications.csv: known by code.</summary>
internal static class EntryApplicationRows
{
    private static readonly RecordShape Shape = RecordShape.Of<EntryApplication>();
    private static readonly Column Code = Shape.Of(nameof(EntryApplication.Code));

    public static PackTable Table { get; } = new(Shape)
    {
        Naming = new Naming<EntryApplication>
        {
            Fold = TitleKey.Of,
            Recorded = view => view.Of<EntryApplication>().Select(a => (a.Key, (IReadOnlyList<IEnumerable<string>>)[])),
            OfRow = (_, row) => row[Code] is { } code ? (code, []) : null,
        },
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>> { [Code] = (_, value) => Codes.Check(Code, value) },
    };
}
