using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Gives the rows of plans.csv and superior_plans.csv their codes: the row's own, else that of a plan of equal title, kind and horizon, else the next free one.</summary>
internal sealed class PlanNaming(RegistryView view, Dictionary<SheetRow, string> codes, Action<Key<Plan>, string?, bool, bool> add)
{
    private readonly Dictionary<PlanLikeness, string> alike = [];
    private readonly HashSet<PlanLikeness> ambiguous = [];
    private readonly Dictionary<DistrictCode, HashSet<string>> taken = [];

    public void Name(IReadOnlyList<Sheet> sheets)
    {
        List<(Sheet Sheet, SheetRow Row, DistrictCode District)> rows = [.. sheets.SelectMany(PlanRows)];
        foreach (var (sheet, row, district) in rows)
        {
            if (RawCells.Cell(sheet, row, "code") is { } code)
            {
                Take(sheet, row, district, code);
            }
        }
        if (rows.Count == 0)
        {
            return;
        }
        foreach (var plan in view.All<Plan>())
        {
            var likeness = PlanLikeness.Of(plan);
            if (!Know(plan.Key, likeness))
            {
                ambiguous.Add(likeness);
            }
        }
        foreach (var stub in view.All<SuperiorPlan>())
        {
            Know(stub.Key, PlanLikeness.Of(stub));
        }
        foreach (var (sheet, row, district) in rows.Where(r => !codes.ContainsKey(r.Row)))
        {
            NameUncoded(sheet, row, district);
        }
    }

    private IEnumerable<(Sheet, SheetRow, DistrictCode)> PlanRows(Sheet sheet) => sheet.Table switch
    {
        "plans" => sheet.Rows.Select(r => (sheet, r, view.Code)),
        "superior_plans" => sheet.Rows
            .Select(r => (sheet, r, DistrictCode.TryParse(RawCells.Cell(sheet, r, "district"), out var d) ? d : default))
            .Where(r => r.Item3 != default),
        _ => [],
    };

    private void NameUncoded(Sheet sheet, SheetRow row, DistrictCode district)
    {
        // Which of two plans alike is meant, nobody may guess: the row then needs its code.
        if (RawCells.Likeness(sheet, row, district) is not { } likeness || ambiguous.Contains(likeness))
        {
            return;
        }
        var code = alike.GetValueOrDefault(likeness) ?? PlanCodes.Next(likeness.Kind, likeness.Horizon.From, TakenIn(district));
        Take(sheet, row, district, code);
    }

    private void Take(Sheet sheet, SheetRow row, DistrictCode district, string code)
    {
        codes[row] = code;
        TakenIn(district).Add(code);
        if (RawCells.Likeness(sheet, row, district) is { } likeness)
        {
            alike.TryAdd(likeness, code);
        }
        var own = sheet.Table == "plans";
        add(new(district, code), RawCells.Cell(sheet, row, "title"), own && RawCells.SaysSecret(sheet, row), own);
    }

    /// <summary>A recorded plan lends its code, unless a row of the pack has given the code its own content. False: another plan is alike.</summary>
    private bool Know(Key<Plan> key, PlanLikeness likeness) =>
        !TakenIn(key.District).Add(key.Code) || alike.TryAdd(likeness, key.Code);

    private HashSet<string> TakenIn(DistrictCode district)
    {
        if (!taken.TryGetValue(district, out var codesThere))
        {
            taken[district] = codesThere = new(StringComparer.Ordinal);
        }
        return codesThere;
    }
}
