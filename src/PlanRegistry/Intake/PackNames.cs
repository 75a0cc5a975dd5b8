using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What every row of the pack is called, learnt before any row is read, so that files may name each other in any order.</summary>
internal sealed class PackNames
{
    private readonly RegistryView view;
    private readonly Dictionary<SheetRow, string> codes = [];
    private readonly HashSet<Key<Plan>> packPlans = [];
    private readonly HashSet<Key<Plan>> secretPlans = [];

    public PackNames(RegistryView view, IReadOnlyList<Sheet> sheets)
    {
        this.view = view;
        Agencies = new(view.Code, TitleKey.Of, view.Names.Agencies) { CodesTravel = true, NearestWins = true };
        Documents = new(view.Code, DocumentStubs.NameOf, view.Names.Documents) { CodesTravel = true, NearestWins = true };
        Lists = new(view.Code, TitleKey.Of, view.Names.Lists);
        Plans = new(view.Code, TitleKey.Of, view.Names.Plans);
        Indicators = new(view.Code, TitleKey.Of, view.Names.Indicators) { CodesTravel = true, NearestWins = true };
        Units = [.. UnitTable.Shipped.Select(u => u.Unit), .. view.All<Unit>().Select(u => u.Code)];
        NameRows(sheets);
        new PlanNaming(view, codes, AddPlan).Name(sheets);
    }

    public NameIndex<Agency> Agencies { get; }
    public NameIndex<Document> Documents { get; }
    public NameIndex<DirectoryList> Lists { get; }
    public NameIndex<Plan> Plans { get; }
    public NameIndex<Indicator> Indicators { get; }
    public HashSet<string> Units { get; }

    /// <summary>Its row or its record says SECRET.</summary>
    public bool IsSecret(Key<Plan> key) => secretPlans.Contains(key) || view.Names.SecretPlans.Contains(key);

    /// <summary>The code that the row's record will have, given, matched or generated; null when it cannot be told.</summary>
    public string? CodeOf(SheetRow row) => codes.GetValueOrDefault(row);

    public bool IsInPack(Key<Plan> key) => packPlans.Contains(key);

    private void NameRows(IReadOnlyList<Sheet> sheets)
    {
        foreach (var sheet in sheets.Where(s => s.Table is "agencies" or "documents" or "directory_lists" or "indicators" or "units"))
        {
            foreach (var row in sheet.Rows)
            {
                NameRow(sheet, row, column => RawCells.Cell(sheet, row, column));
            }
        }
    }

    private void NameRow(Sheet sheet, SheetRow row, Func<string, string?> cell)
    {
        switch (sheet.Table)
        {
            case "agencies" when (cell("code") ?? cell("name")) is { } code:
                codes[row] = code;
                Agencies.Add(new(view.Code, code), Some(cell("name")), RawCells.Items(sheet, row, "aliases"), Some(cell("uscc")));
                break;
            case "documents" when DocumentStubs.CodeOf(view, cell("code"), cell("number")) is { } code:
                codes[row] = code;
                Documents.Add(new(view.Code, code), [.. Some(cell("number")), .. Some(cell("code"))]);
                break;
            case "directory_lists" when cell("code") is { } list:
                Lists.Add(new(view.Code, list));
                break;
            case "indicators" when cell("code") is { } code:
                Indicators.Add(new(view.Code, code), Some(cell("name")), RawCells.Items(sheet, row, "aliases"));
                break;
            case "units" when cell("code") is { } unit:
                Units.Add(unit);
                break;
        }
    }

    private void AddPlan(Key<Plan> key, string? title, bool secret, bool isOwnRow)
    {
        Plans.Add(key, Some(title));
        if (isOwnRow)
        {
            packPlans.Add(key);
        }
        if (secret)
        {
            secretPlans.Add(key);
        }
    }

    internal static string[] Some(string? name) => name is null ? [] : [name];
}
