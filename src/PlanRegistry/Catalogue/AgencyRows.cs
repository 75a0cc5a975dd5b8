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

    private static readonly Naming<Agency> Names = new()
    {
        Fold = AgencyRoles.Plain,
        CodesTravel = true,
        NearestWins = true,
        Recorded = view =>
            view.All<Agency>().Select(a => (a.Key, (IReadOnlyList<IEnumerable<string>>)[[a.Name], a.Aliases ?? [], Some(a.Uscc)])),
        OfRow = (_, row) =>
            (row[Code] ?? row[Name]) is { } code ? (code, [Some(row[Name]), row.Items(Aliases), Some(row[Uscc])]) : null,
    };

    public static PackTable Table { get; } = new(Shape)
    {
        Naming = Names,
        Defaults =
        [
            (Code, row => row.GivenCode),
            (Shape.Of(nameof(Agency.Role)), row => row.Text(nameof(Agency.Name)) is { } name ? AgencyRoles.Of(name) : null),
            (Shape.Of(nameof(Agency.Tier)), row => DistrictRows.TierOf(row.Context)),
        ],
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>> { [Code] = (_, value) => Codes.Check(Code, value) },
        CheckRow = BearsNoNameOfAnother,
    };

    /// <summary>From then on whatever that name did would be in doubt.</summary>
    private static void BearsNoNameOfAnother(ReadRow row)
    {
        if (row.Text(nameof(Agency.Code)) is not { } code)
        {
            return;
        }
        var recorded = row.Context.View.Own.FindByKey(typeof(Agency), code) as Agency;
        foreach (var (column, name) in Written(row).Where(n => !row.IsRefusedIn(n.Column) && !Bears(recorded, n.Name)).ToList())
        {
            if (Names.IndexOf(row.Context).OwnCalled(name, ofRanks: 2).FirstOrDefault(k => k.Code != code) is { Code: { } other })
            {
                row.Refuse(column, Refusals.NameOfAnother(column, name, other));
            }
        }
    }

    private static IEnumerable<(Column Column, string Name)> Written(ReadRow row) =>
        [.. Some(row.AsWritten[Name]).Select(n => (Name, n)), .. row.AsWritten.Items(Aliases).Select(n => (Aliases, n))];

    private static bool Bears(Agency? agency, string name) =>
        agency is not null && (agency.Aliases ?? []).Prepend(agency.Name).Any(n => AgencyRoles.Plain(n) == AgencyRoles.Plain(name));

    internal static string[] Some(string? name) => name is null ? [] : [name];
}
