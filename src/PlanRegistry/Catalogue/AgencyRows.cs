using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>agencies.csv: known by code, name, alias and credit code; the name tells the role.</summary>
internal static class AgencyRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Agency>();
    private static readonly Column Code = Shape.Of(nameof(Agency.Code));
    private static readonly Column Name = Shape.Of(nameof(Agency.Name));
    private static readonly Column Aliases = Shape.Of(nameof(Agency.Aliases));
    private static readonly Column Uscc = Shape.Of(nameof(Agency.Uscc));

    public static PackTable Table { get; } = new(Shape)
    {
        Naming = new Naming<Agency>
        {
            Fold = AgencyRoles.Plain,
            CodesTravel = true,
            NearestWins = true,
            Recorded = view =>
                view.All<Agency>().Select(a => (a.Key, (IReadOnlyList<IEnumerable<string>>)[[a.Name], a.Aliases ?? [], Some(a.Uscc)])),
            OfRow = (_, row) =>
                (row[Code] ?? row[Name]) is { } code ? (code, [Some(row[Name]), row.Items(Aliases), Some(row[Uscc])]) : null,
        },
        Defaults =
        [
            (Code, row => row.GivenCode),
            (Shape.Of(nameof(Agency.Role)), row => row.Text(nameof(Agency.Name)) is { } name ? AgencyRoles.Of(name) : null),
            (Shape.Of(nameof(Agency.Tier)), row => DistrictRows.TierOf(row.Context)),
        ],
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>> { [Code] = (_, value) => Codes.Check(Code, value) },
    };

    internal static string[] Some(string? name) => name is null ? [] : [name];
}
