using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// Gives the rows of plans.csv and superior_plans.csv their codes: the row's own,
/// else that of a plan of equal title, kind and horizon, else the next free one.
/// </summary>
internal sealed class PlanNaming(RegistryView view, Dictionary<SheetRow, string> codes,
    Action<Key<Plan>, IReadOnlyList<IEnumerable<string>>, bool, bool> add)
{
    // The columns of both files that tell one plan from another have the same names.
    private static readonly RecordShape Shape = RecordShape.Of<Plan>();
    private static readonly Column Code = Shape.Of(nameof(Plan.Code));
    private static readonly Column Title = Shape.Of(nameof(Plan.Title));
    private static readonly Column Secrecy = Shape.Of(nameof(Plan.Secrecy));
    private static readonly RecordShape StubShape = RecordShape.Of<SuperiorPlan>();
    private static readonly Column District = StubShape.Of(nameof(SuperiorPlan.District));

    private readonly Dictionary<PlanLikeness, string> alike = [];
    private readonly HashSet<PlanLikeness> ambiguous = [];
    private readonly Dictionary<DistrictCode, HashSet<string>> taken = [];

    public void Name(IReadOnlyList<Sheet> sheets)
    {
        List<(RawRow Row, DistrictCode District)> rows = [.. sheets.SelectMany(RowsOf)];
        foreach (var (row, district) in rows)
        {
            if (row[Code] is { } code)
            {
                Take(row, district, code);
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
        foreach (var (row, district) in rows.Where(r => !codes.ContainsKey(r.Row.Row)))
        {
            NameUncoded(row, district);
        }
    }

    private IEnumerable<(RawRow, DistrictCode)> RowsOf(Sheet sheet) =>
        sheet.Table == Shape.Table ? sheet.Rows.Select(r => (new RawRow(sheet, r), view.Code))
        : sheet.Table == StubShape.Table ? sheet.Rows.Select(r => new RawRow(sheet, r))
            .Select(r => (r, DistrictCode.TryParse(r[District], out var d) ? d : default)).Where(r => r.Item2 != default)
        : [];

    private void NameUncoded(RawRow row, DistrictCode district)
    {
        // Which of two plans alike is meant, nobody may guess: the row then needs its code.
        if (Likeness(row, district) is not { } likeness || ambiguous.Contains(likeness))
        {
            return;
        }
        var code = alike.GetValueOrDefault(likeness) ?? PlanCodes.Next(likeness.Kind, likeness.Horizon.From, TakenIn(district));
        Take(row, district, code);
    }

    private void Take(RawRow row, DistrictCode district, string code)
    {
        codes[row.Row] = code;
        TakenIn(district).Add(code);
        var likeness = Likeness(row, district);
        if (likeness is { } known)
        {
            alike.TryAdd(known, code);
        }
        var own = row.Sheet.Table == Shape.Table;
        add(new(district, code), row[Title] is { } title ? PlanRows.Called(title, likeness?.Horizon) : [],
            own && Secrets.SaysSecret(row, Secrecy), own);
    }

    /// <summary>Null when the row's title, kind or horizon cannot be read.</summary>
    private static PlanLikeness? Likeness(RawRow row, DistrictCode district) =>
        Names.TryParse<PlanKind>(row[Shape.Of(nameof(Plan.Kind))] ?? "", out var kind)
        && int.TryParse(row[Shape.Of(nameof(Plan.HorizonFrom))], out var from)
        && int.TryParse(row[Shape.Of(nameof(Plan.HorizonTo))], out var to)
            ? new PlanLikeness(district, TitleKey.Of(row[Title] ?? (Secrets.SaysSecret(row, Secrecy) ? Secrets.Title : "")),
                kind, new Horizon(from, to))
            : null;

    /// <summary>
    /// A recorded plan lends its code, unless a row of the pack has given the code its own content. False: another plan is alike.
    /// </summary>
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
