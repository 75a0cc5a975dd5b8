using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>From the cells of a row to the texts of a pack's row; what was derived is noted beside its cell.</summary>
internal sealed class RowForms(RegistryView view, AgencyFinder agencies)
{
    /// <summary>A break within these cells parts names, or lines of a reason.</summary>
    private static readonly string[] Parted =
        ["lead_agency", "co_lead_agencies", "approver", "links", "dropped_reason", "reasons", "suggestion"];

    public RowRead Make(SheetRead sheet, int row, Dictionary<int, string?> said, string? category)
    {
        var read = new RowRead(row, new(StringComparer.Ordinal), new(StringComparer.Ordinal)) { Category = category };
        foreach (var column in sheet.Header!.Columns.Where(c => c.IsRead))
        {
            var (field, to) = (column.Meaning!.Value.Field, sheet.Use!.Columns[column.Meaning.Value.Field]);
            read.At.TryAdd(to, column.Index);
            if (said.GetValueOrDefault(column.Index) is { } text)
            {
                Fill(sheet, read, column, field, to, Parted.Contains(field) ? text : OneLine.Of(text));
            }
        }
        if (sheet.Use == SheetUse.Entries || sheet.Use == SheetUse.Plans)
        {
            Derive(sheet, read);
        }
        return read;
    }

    private void Fill(SheetRead sheet, RowRead read, MappedColumn column, string field, string to, string text)
    {
        switch (field)
        {
            case "horizon" when ValueForms.Horizon(text) is var (begin, until):
                Set(sheet, read, column.Index, "horizon_from", text,
                    begin with { Shown = $"{begin.Text}-{until.Text}", Refusal = ValueForms.HorizonDoubt(text) });
                Set(sheet, read, column.Index, "horizon_to", text, until.Text);
                return;
            case "links":
                read.Links.AddRange(Superiors(text).Select(s => new Dictionary<string, string?> { ["superior"] = s }));
                return;
            case "base_value" or "target_value" or "year":
                Aims(sheet, read, column, field, text);
                return;
        }
        Set(sheet, read, column.Index, to, text, field switch
        {
            "kind" => ValueForms.Kind(text),
            "lead_agency" when sheet.Use == SheetUse.Targets => text,
            "lead_agency" or "approver" or "agency" => agencies.Find(sheet, text, many: false),
            "co_lead_agencies" => agencies.Find(sheet, text, many: true),
            "horizon_from" or "horizon_to" => ValueForms.HorizonYear(text),
            "due" or "approved_on" or "published_on" or "on" => ValueForms.Day(text),
            "approval_level" => ValueForms.Level(text),
            "approval_document" => ValueForms.Number(text),
            "eia_needed" or "water_needed" or "dropped" => ValueForms.YesOrNo(text),
            "nature" => ValueForms.Nature(text),
            "amount" => ValueForms.Yuan(text, MoneyUnits.Of(column.Meaning!.Value.Bracket, sheet.Unit)),
            "money" => FundingForms.Money(text),
            "purpose" => FundingForms.Purpose(text),
            "budget_year" => ValueForms.Year(text) ?? text,
            _ => text,
        });
    }

    private static void Set(SheetRead sheet, RowRead read, int column, string to, string text, Formed formed)
    {
        read.At[to] = column;
        read.Texts[to] = formed.Text;
        if (formed.Refusal is { } refusal)
        {
            read.Problems.Add(sheet.Bad(read.Row, column, refusal));
        }
        if (formed.IsInferred)
        {
            var (cell, shown) = (SheetWalk.Short(text), formed.Shown ?? (Text)formed.Text!);
            var said = formed.By is { } by
                ? new Text($"“{cell}”{by.Zh}认定为“{shown.Zh}”。", $"\"{cell}\" is \"{shown.En}\", {by.En}.")
                : new Text($"“{cell}”推定为“{shown.Zh}”。", $"\"{cell}\" is taken for \"{shown.En}\".");
            sheet.Infer(read.Row, column, said.Zh, said.En);
        }
    }

    /// <summary>《…》、《…》, or names parted by what parts names.</summary>
    private static IEnumerable<string> Superiors(string text) => text.Contains('《', StringComparison.Ordinal)
        ? text.Split('《').Skip(1).Select(t => t.Split('》')[0].Trim()).Where(t => t.Length > 0)
        : text.Split(['、', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A figure of a year's column is a target of that year, or the base where it is the first of them.</summary>
    private static void Aims(SheetRead sheet, RowRead read, MappedColumn column, string field, string text)
    {
        var years = sheet.Header!.Columns.Where(c => c.IsRead && c.Meaning?.Field == "year").ToList();
        var aim = ValueForms.Aim(text);
        if (field == "base_value" || (field == "year" && years.Count > 1 && years[0] == column))
        {
            read.At["base_value"] = column.Index;
            read.Texts["base_value"] = aim.Value ?? text;
            read.Texts["base_year"] = column.Meaning!.Value.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return;
        }
        var target = new Dictionary<string, string?>
        {
            ["target_value"] = aim.Value, ["target_low"] = aim.Low, ["target_high"] = aim.High, ["wording"] = aim.Wording,
            ["target_year"] = column.Meaning!.Value.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["direction"] = aim.Direction is { } direction ? PlanRegistry.Records.Names.Of(direction) : null,
        };
        if (read.Texts.ContainsKey("target_value"))
        {
            read.Links.Add(target);
            return;
        }
        foreach (var (name, value) in target)
        {
            read.Texts[name] = value;
            read.At[name] = column.Index;
        }
    }

    /// <summary>What a title, a section or the list tells where the row's own cells do not.</summary>
    private void Derive(SheetRead sheet, RowRead read)
    {
        if (read.Texts.GetValueOrDefault("title") is not { } title)
        {
            return;
        }
        var at = read.At["title"];
        if (read.Texts.GetValueOrDefault("horizon_from") is null && read.Texts.GetValueOrDefault("horizon_to") is null
            && !read.At.ContainsKey("horizon_from") && ValueForms.Horizon(title) is var (begin, until))
        {
            (read.Texts["horizon_from"], read.Texts["horizon_to"]) = (begin.Text, until.Text);
            (read.At["horizon_from"], read.At["horizon_to"]) = (at, at);
            sheet.Infer(read.Row, at, $"规划期推定为{begin.Text}—{until.Text}年（据名称）。",
                $"The horizon is taken from the title: {begin.Text} to {until.Text}.");
        }
        if (sheet.Use == SheetUse.Entries && read.Category is { } category && !read.Texts.ContainsKey("category"))
        {
            read.Texts["category"] = category;
            read.At["category"] = at;
        }
        if (read.Texts.GetValueOrDefault("kind") is null && !read.At.ContainsKey("kind") && KindOf(read, title, sheet.List) is { } kind)
        {
            read.Texts["kind"] = kind;
            read.At["kind"] = at;
            sheet.Infer(read.Row, at, $"类型推定为“{KindNamed(kind).Zh}”。", $"The kind is taken to be {KindNamed(kind).En}.");
        }
    }

    private string? KindOf(RowRead read, string title, string? list) =>
        read.Category is { } category && ValueForms.Kind(category).Text is var told && told != category ? told
        : list is not null && view.List(new Key<DirectoryList>(view.Code, list))?.Track == ListTrack.Spatial ? "SPATIAL"
        : ValueForms.Kind(title) is { IsInferred: true, Text: var said } ? said : null;

    private static Text KindNamed(string kind) => Terms.Of(Enum.GetValues<PlanKind>().First(k => PlanRegistry.Records.Names.Of(k) == kind));
}
