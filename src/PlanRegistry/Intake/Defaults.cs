using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What an empty cell of a column stands for, where the pack's format says so. Everywhere else it means not recorded.</summary>
internal static class Defaults
{
    private delegate string? Default(ReadRow row, Desk desk);

    /// <summary>In order: a later default may rest on an earlier one.</summary>
    private static readonly Dictionary<string, (string Column, Default Value)[]> ByTable = new()
    {
        ["agencies"] = [("code", Code), ("role", (row, _) => row["name"] is { } name ? Names.Of(AgencyRoles.Of(name)) : null), ("tier", (_, desk) => Names.Of(desk.Tier))],
        ["documents"] = [("code", Code), ("secrecy", Secrecy)],
        ["directory_entries"] = [("code", (row, _) => Number(row.Ordinal))],
        ["plans"] = [("code", Code), ("tier", (_, desk) => Names.Of(desk.Tier)), ("importance", Always("ORDINARY")), ("secrecy", Secrecy)],
        ["superior_plans"] = [("code", Code)],
        ["links"] = [("kind", Always("OBEYS"))],
        ["indicators"] = [("direction", Always("HIGHER")), ("measure", Always("LEVEL")), ("extent", Always("RATIO"))],
        ["targets"] = [("version", Always("1")), ("target_year", LastYear)],
        ["allocations"] = [("nature", Always("BINDING"))],
        ["readings"] = [("source", Always("DEPARTMENT"))],
        ["acts"] = [("about", Always("PLAN")), ("agency", Actor), ("code", ActKey)],
    };

    public static bool Has(string table, string column) => ByTable.TryGetValue(table, out var list) && list.Any(d => d.Column == column);

    public static void Fill(ReadRow row, Desk desk)
    {
        foreach (var (column, value) in ByTable.GetValueOrDefault(row.Table.Table, []))
        {
            // A refused cell is not empty: nothing may be assumed in its place.
            if (row[column] is null && !row.IsRefusedIn(column) && row.Raw(column) != CellReader.Nobody)
            {
                row[column] = value(row, desk);
            }
        }
    }

    private static Default Always(string value) => (_, _) => value;

    private static string? Code(ReadRow row, Desk desk) => desk.Names.CodeOf(row.Source);

    private static string Secrecy(ReadRow row, Desk desk) => row.IsSecret ? "SECRET" : "PUBLIC";

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? LastYear(ReadRow row, Desk desk) => row.Key<Plan>("plan", desk.Home) is not { } key ? null
        // The plan's own row is refused, and said to be: its targets need no second complaint.
        : Number(desk.LastYearOf(key) ?? 2000);

    private static string? Actor(ReadRow row, Desk desk) =>
        row.Key<Plan>("plan", desk.Home) is { } plan
        && row["type"] is { } act && Names.TryParse<ActType>(act, out var type) && PartialDate.TryParse(row["on"], out var on)
            ? desk.AgencyOf(type, plan, on)?.ToString()
            : null;

    private static string? ActKey(ReadRow row, Desk desk) => row.IsRefused ? null
        : string.Join('|', row.Key<Plan>("plan", desk.Home)?.Within(desk.Home), row["type"], row["about"], row["year"], row["version"], row["on"],
            row.Key<Agency>("agency", desk.Home)?.Within(desk.Home));
}
