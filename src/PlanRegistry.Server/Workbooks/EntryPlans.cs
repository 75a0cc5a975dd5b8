using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// Proposes the plan of an entry that names none: the only plan of the district that has its title and agrees with it. That is inferred,
/// and to be confirmed. A plan that has ended, a secret one, and another district's is none of them; where two may be meant, none is.
/// </summary>
internal sealed class EntryPlans(WorkbookReading reading, RegistryView view, DateOnly today)
{
    private readonly ILookup<string, Plan> titled = view.Of<Plan>().Where(p => !p.IsSecret).ToLookup(p => TitleKey.Of(p.Title));

    public static void Propose(WorkbookReading reading, RegistryView view, DateOnly today)
    {
        var plans = new EntryPlans(reading, view, today);
        // Where codes of plans have a column of their own, an empty cell of it says that there is none.
        foreach (var sheet in reading.Written.Where(s => s.Use == SheetUse.Entries && s.Header!.Of("plan") is not { IsRead: true }))
        {
            plans.Propose(sheet);
        }
    }

    private void Propose(SheetRead sheet)
    {
        var proposed = sheet.Rows.Where(IsUnlinked).Select(r => (Row: r, Plan: PlanOf(sheet, r))).Where(p => p.Plan is not null).ToList();
        foreach (var rows in proposed.GroupBy(p => (p.Row.Texts["list"], p.Plan!.Key)))
        {
            foreach (var (row, plan) in rows)
            {
                var (at, title) = (row.At["title"], SheetWalk.Short(row.Texts["title"]!));
                if (rows.Count() > 1)
                {
                    sheet.Notice(row.Row, at, $"“{title}”有{rows.Count()}个条目，均与规划{plan!.Code}同名，未推定关联。",
                        $"\"{title}\" stands in {rows.Count()} entries, all with the title of the plan {plan.Code}: none is linked to it.");
                    continue;
                }
                (row.Texts["plan"], row.At["plan"]) = (plan!.Code, at);
                sheet.Infer(row.Row, at, $"“{title}”推定关联已登记的规划{plan.Code}（{plan.Horizon.InWords.Zh}，名称相同）。",
                    $"\"{title}\" is taken to be linked to the registered plan {plan.Code} ({plan.Horizon}), by its title.");
            }
        }
    }

    /// <summary>Neither dropped nor linked, here or as it is recorded.</summary>
    private bool IsUnlinked(RowRead row) => row.Texts.GetValueOrDefault("title") is not null
        && row.Texts.GetValueOrDefault("dropped") != "yes"
        && !(view.Own.FindByKey(typeof(DirectoryEntry), $"{row.Texts["list"]}|{row.Texts["code"]}") is DirectoryEntry old
            && (old.Plan is not null || old.Dropped == true));

    private Plan? PlanOf(SheetRead sheet, RowRead row)
    {
        var title = row.Texts["title"]!;
        var called = titled[TitleKey.Of(title)].Where(p => p.IsCalled(title) && IsRunning(p)).ToList();
        if (called.Count == 0 || EntryOf(row) is not { } entry)
        {
            return null;
        }
        var agreeing = called.Where(p => !Differences(entry, p).Any()).ToList();
        if (agreeing is [var one])
        {
            return one;
        }
        var (at, shown) = (row.At["title"], SheetWalk.Short(title));
        if (agreeing.Count > 1)
        {
            var codes = agreeing.Select(p => p.Code).Order(StringComparer.Ordinal).Take(5).ToList();
            sheet.Notice(row.Row, at, $"与“{shown}”同名的规划有{agreeing.Count}项（{string.Join('、', codes)}），未推定关联。",
                $"{agreeing.Count} plans have the title \"{shown}\" ({string.Join(", ", codes)}): it is linked to none.");
        }
        else if (called is [var other])
        {
            var why = Text.Join(Differences(entry, other));
            sheet.Notice(row.Row, at, $"“{shown}”与规划{other.Code}同名，但{why.Zh}，未推定关联。",
                $"\"{shown}\" has the title of the plan {other.Code}, but {why.En}: it is not linked to it.");
        }
        return null;
    }

    private bool IsRunning(Plan plan) =>
        !view.History(plan.Key).StatusOn(today).IsOver();

    /// <summary>A lead agency that one of them lacks does not speak against it.</summary>
    private IEnumerable<Text> Differences(DirectoryEntry entry, Plan plan) => EntryLink.Differences(view,
        entry with { LeadAgency = plan.LeadAgency is null ? null : entry.LeadAgency ?? plan.LeadAgency }, plan, today);

    /// <summary>What the row says of itself that a plan can contradict; null where its kind cannot be read.</summary>
    private DirectoryEntry? EntryOf(RowRead row) =>
        !PlanRegistry.Records.Names.TryParse<PlanKind>(row.Texts.GetValueOrDefault("kind") ?? "", out var kind) ? null : new()
        {
            Home = view.Code, List = new Key<DirectoryList>(view.Code, row.Texts["list"] ?? ""), Code = row.Texts["code"] ?? "",
            Title = row.Texts["title"]!, Kind = kind,
            LeadAgency = row.Texts.GetValueOrDefault("lead_agency") is { } lead ? reading.Agencies.Named(lead)?.Key : null,
            HorizonFrom = row.Year("horizon_from"), HorizonTo = row.Year("horizon_to"),
        };
}
