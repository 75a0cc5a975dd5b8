using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Catalogue;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// The rows of a reading as those of a pack, so that they go the one way into the registry. What a workbook leaves out, or leaves empty,
/// stays as it is recorded: a workbook adds and corrects, and takes nothing back.
/// </summary>
internal sealed partial class WorkbookRows(WorkbookReading reading, RegistryView view)
{
    private readonly Dictionary<(string File, int Line), (SheetRead Sheet, RowRead Row)> places = [];

    private static PackTable ListTable => Tables.ByName(RecordShape.Of<DirectoryList>().Table)!;

    /// <param name="without">Rows that are given back.</param>
    public IReadOnlyList<Sheet> Sheets(IReadOnlySet<RowRead> without)
    {
        places.Clear();
        List<Sheet> sheets = [.. Lists()];
        foreach (var use in reading.Written.GroupBy(s => s.Use!))
        {
            var rows = use.SelectMany(s => s.Rows.Where(r => !without.Contains(r)).Select(r => (s, r))).ToList();
            if (rows.Count > 0)
            {
                sheets.Add(SheetOf(use.Key.Table!, rows, r => use.Key == SheetUse.Targets ? Targets(r.Sheet, r.Row)
                    : use.Key == SheetUse.Opinions ? [r.Row.Texts]
                    : use.Key == SheetUse.Entries ? [Filled(r.Row, EntryOf(r.Row))] : [Filled(r.Row, PlanOf(r.Row))]));
            }
            var links = rows.Where(r => use.Key == SheetUse.Plans && r.r.Links.Count > 0).ToList();
            if (links.Count > 0)
            {
                sheets.Add(SheetOf(RecordShape.Of<PlanLink>().Table, links, r => r.Row.Links.Select(l => Link(r.Row, l))));
            }
        }
        return sheets;
    }

    /// <summary>The sheet, row and cell that a problem of a pack's row speaks of; the row is null for one of the whole.</summary>
    public (Problem Problem, RowRead? Row) Placed(Problem told)
    {
        var problem = told.Code == ProblemCode.Duplicate
            ? told with { Message = new(Twin(told.Message.Zh), Twin(told.Message.En)) } : told;
        if (problem.File == ListTable.File)
        {
            return (WorkbookProblems.At(problem, reading.Sheets.First(s => s.NewList is not null).Grid), null);
        }
        if (problem.File is not { } file || !places.TryGetValue((file, problem.Line), out var place))
        {
            return (problem, null);
        }
        var at = problem.Column is { } column && place.Row.At.TryGetValue(column, out var own) ? own
            : problem.Column == "superior" && place.Row.At.TryGetValue("links", out var links) ? links
            : TitleOf(place.Row);
        return (WorkbookProblems.At(problem, place.Sheet.Grid, place.Row.Row, at), place.Row);
    }

    /// <summary>Where a sentence says that another row stands: its cell, and not the line of a pack that there is not.</summary>
    private string Twin(string sentence) => PackLine().Replace(sentence, match =>
        match.Groups["file"].Value == ListTable.File ? reading.Sheets.First(s => s.NewList is not null).Grid.Name
        : places.TryGetValue((match.Groups["file"].Value,
            int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)), out var twin)
            ? twin.Sheet.Grid.Place(twin.Row.Row, twin.Row.At.GetValueOrDefault("code", TitleOf(twin.Row)))
        : match.Value);

    /// <summary>Where it stands what a row is about.</summary>
    internal static int TitleOf(RowRead row) =>
        row.At.GetValueOrDefault("title", row.At.GetValueOrDefault("indicator", row.At.GetValueOrDefault("suggestion")));

    [GeneratedRegex(@"(?<file>[a-z_]+\.csv):(?<line>[0-9]+)")]
    private static partial Regex PackLine();

    /// <summary>The lists that are registered with their entries.</summary>
    private IEnumerable<Sheet> Lists()
    {
        var lists = reading.Sheets.Select(s => s.NewList).OfType<NewList>().Distinct().ToList();
        return lists.Count == 0 ? [] : [new Sheet(ListTable.Shape.Table, ListTable.File, ["code", "track", "year"],
            [.. lists.Select((l, i) => new SheetRow(i + 1, [l.Code, Names.Of(l.Track), $"{l.Year}"]))])];
    }

    private Sheet SheetOf(string table, IReadOnlyList<(SheetRead Sheet, RowRead Row)> rows,
        Func<(SheetRead Sheet, RowRead Row), IEnumerable<Dictionary<string, string?>>> texts)
    {
        var pack = Tables.ByName(table)!;
        List<(SheetRead, RowRead, Dictionary<string, string?> Texts)> all =
            [.. rows.SelectMany(r => texts(r).Select(t => (r.Sheet, r.Row, t)))];
        var columns = pack.Columns.Where(c => all.Exists(r => r.Texts.ContainsKey(c))
            || pack.Required.Any(q => q.Name == c)).ToList();
        List<SheetRow> made = [];
        foreach (var (sheet, row, said) in all)
        {
            made.Add(new SheetRow(made.Count + 1, [.. columns.Select(said.GetValueOrDefault)]));
            places[(pack.File, made.Count)] = (sheet, row);
        }
        return new Sheet(table, pack.File, columns, made);
    }

    /// <summary>The row's texts, and of what is recorded already those that it does not say.</summary>
    private static Dictionary<string, string?> Filled(RowRead row, Record? old)
    {
        var texts = new Dictionary<string, string?>(row.Texts, StringComparer.Ordinal);
        texts.Remove("direction");
        foreach (var column in old is null ? [] : RecordShape.Of(old.GetType()).Columns)
        {
            texts[column.Name] = texts.GetValueOrDefault(column.Name) ?? column.Read(old!);
        }
        return texts;
    }

    private DirectoryEntry? EntryOf(RowRead row) =>
        row.Texts.GetValueOrDefault("list") is { } list && row.Texts.GetValueOrDefault("code") is { } code
        ? view.Own.FindByKey(typeof(DirectoryEntry), $"{list}|{code}") as DirectoryEntry : null;

    private Plan? PlanOf(RowRead row) => row.Texts.GetValueOrDefault("code") is { } code
        ? view.Own.FindByKey(typeof(Plan), code) as Plan
        : row.Texts.GetValueOrDefault("title") is { } title && Titled[TitleKey.Of(title)].Where(p => p.IsCalled(title)
            && (row.Texts.GetValueOrDefault("horizon_from") ?? $"{p.HorizonFrom}") == $"{p.HorizonFrom}"
            && (row.Texts.GetValueOrDefault("horizon_to") ?? $"{p.HorizonTo}") == $"{p.HorizonTo}").ToList() is [var one] ? one : null;

    private ILookup<string, Plan> Titled => field ??= view.Of<Plan>().ToLookup(p => TitleKey.Of(p.Title));

    private ILookup<string, Indicator> Named => field ??=
        view.All<Indicator>().SelectMany(i => (i.Aliases ?? []).Append(i.Name).Append(i.Code).Select(n => (Name: TitleKey.Of(n), i)))
            .ToLookup(n => n.Name, n => n.i);

    /// <summary>One for each year that the row has a figure of.</summary>
    private IEnumerable<Dictionary<string, string?>> Targets(SheetRead sheet, RowRead row)
    {
        var indicator = row.Texts.GetValueOrDefault("indicator") is { } name
            ? Named[TitleKey.Of(Bare(name))].Concat(Named[TitleKey.Of(name)]).FirstOrDefault() : null;
        foreach (var years in row.Links.Prepend(row.Texts))
        {
            var texts = new Dictionary<string, string?>(row.Texts, StringComparer.Ordinal) { ["plan"] = sheet.Plan, ["version"] = "1" };
            foreach (var (column, text) in years)
            {
                texts[column] = text;
            }
            if (indicator is not null)
            {
                texts["indicator"] = indicator.Key.ToString();
            }
            if (texts.GetValueOrDefault("direction") is { } direction && indicator is not null
                && direction != PlanRegistry.Records.Names.Of(indicator.Direction) && indicator.Direction != Direction.Range)
            {
                row.Problems.Add(sheet.Bad(row.Row, row.At.GetValueOrDefault("target_value"), new(
                    $"“{texts.GetValueOrDefault("wording")}”与指标“{indicator.Name}”的方向不一致。",
                    $"\"{texts.GetValueOrDefault("wording")}\" goes against the direction of the indicator {indicator.Name}.")));
            }
            texts.Remove("direction");
            yield return texts;
        }
    }

    /// <summary>森林覆盖率 of 森林覆盖率(%).</summary>
    private static string Bare(string name) =>
        Width.Fold(name) is var n && n.EndsWith(')') && n.LastIndexOf('(') is > 0 and var at ? n[..at] : n;

    private static Dictionary<string, string?> Link(RowRead row, Dictionary<string, string?> link) => new(link, StringComparer.Ordinal)
    {
        ["subordinate"] = row.Texts.GetValueOrDefault("code") ?? row.Texts.GetValueOrDefault("title"),
    };
}
