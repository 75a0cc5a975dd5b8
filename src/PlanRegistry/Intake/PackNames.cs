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

    public PackNames(RegistryView view, IReadOnlyList<Sheet> sheets)
    {
        this.view = view;
        Agencies = new(view.Code, TitleKey.Of) { CodesTravel = true, NearestWins = true };
        Documents = new(view.Code, DocumentStubs.NameOf) { CodesTravel = true, NearestWins = true };
        Lists = new(view.Code, TitleKey.Of);
        Plans = new(view.Code, TitleKey.Of);
        Indicators = new(view.Code, TitleKey.Of) { CodesTravel = true, NearestWins = true };
        Units = [.. UnitTable.Shipped.Select(u => u.Unit), .. view.All<Unit>().Select(u => u.Code)];
        NameRows(sheets);
        new PlanNaming(view, codes, AddPlan).Name(sheets);
        AddRecorded();
    }

    public NameIndex<Agency> Agencies { get; }
    public NameIndex<Document> Documents { get; }
    public NameIndex<DirectoryList> Lists { get; }
    public NameIndex<Plan> Plans { get; }
    public NameIndex<Indicator> Indicators { get; }
    public HashSet<string> Units { get; }

    /// <summary>Plans whose row or record says SECRET.</summary>
    public HashSet<Key<Plan>> SecretPlans { get; } = [];

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
            case "documents" when DocumentStubs.CodeOf(view, cell("document"), cell("number")) is { } code:
                codes[row] = code;
                Documents.Add(new(view.Code, code), [.. Some(cell("number")), .. Some(cell("document"))]);
                break;
            case "directory_lists" when cell("list") is { } list:
                Lists.Add(new(view.Code, list));
                break;
            case "indicators" when cell("indicator") is { } code:
                Indicators.Add(new(view.Code, code), Some(cell("name")), RawCells.Items(sheet, row, "aliases"));
                break;
            case "units" when cell("unit") is { } unit:
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
            SecretPlans.Add(key);
        }
    }

    private void AddRecorded()
    {
        foreach (var agency in view.All<Agency>())
        {
            Agencies.Add(agency.Key, [agency.Name], agency.Aliases ?? [], Some(agency.Uscc));
        }
        foreach (var document in view.All<Document>())
        {
            Documents.Add(document.Key, Some(document.Number));
        }
        foreach (var list in view.Own.Of<DirectoryList>())
        {
            Lists.Add(list.Key);
        }
        foreach (var indicator in view.All<Indicator>())
        {
            Indicators.Add(indicator.Key, [indicator.Name], indicator.Aliases ?? []);
        }
        foreach (var plan in view.Plans)
        {
            AddPlan(plan.Key, plan.Title, plan.IsSecret, false);
        }
        foreach (var stub in view.All<SuperiorPlan>())
        {
            AddPlan(stub.Key, stub.Title, false, false);
        }
    }

    private static string[] Some(string? name) => name is null ? [] : [name];
}
