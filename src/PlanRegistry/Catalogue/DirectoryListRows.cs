using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>directory_lists.csv: known by code.</summary>
internal static class DirectoryListRows
{
    private static readonly RecordShape Shape = RecordShape.Of<DirectoryList>();
    private static readonly Column Code = Shape.Of(nameof(DirectoryList.Code));

    public static PackTable Table { get; } = new(Shape)
    {
        Naming = new Naming<DirectoryList>
        {
            Fold = TitleKey.Of,
            Recorded = view => view.Of<DirectoryList>().Select(l => (l.Key, (IReadOnlyList<IEnumerable<string>>)[])),
            OfRow = (_, row) => row[Code] is { } code ? (code, []) : null,
        },
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>> { [Code] = (_, value) => Codes.Check(Code, value) },
    };
}
