using System.Globalization;
using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Workbooks;
using static PlanRegistry.Server.Exports.Departure;

namespace PlanRegistry.Server.Exports;

/// <summary>What a page asks to be exported: which rows it shows of which lists, and the view that it read them in.</summary>
/// <param name="Vector">The ledgers' heads, by which nothing else is exported than was shown.</param>
/// <param name="Workbook">Of the findings that it would open, instead of what is recorded; of today.</param>
public sealed record ExportForm(string District, IReadOnlyList<SheetChoice> Sheets, string? AsOf = null, string? KnownAt = null,
    string? Vector = null, WorkbookAsked? Workbook = null);

/// <summary>
/// Makes workbooks of what the caller sees: the page says which rows and in which order, the registry what stands in them.
/// </summary>
public sealed class ExportDesk(Reach reach, Departure departure, Reader reader, WorkbookTrials trials)
{
    public const int MostRows = 20_000;
    private const int MostSheets = 4;

    public Exported Export(ExportForm form, string? address)
    {
        if (Forms(form) is not { } forms || !TryDay(form.AsOf, out var asOf) || !TryMoment(form.KnownAt, out var knownAt)
            || !DistrictCode.TryParse(form.District, out var district) || !IsOfOneState(form))
        {
            return Refuse(StatusCodes.Status400BadRequest, new("导出请求不完整，请从页面导出。", "The request is not whole: export from a page."));
        }
        if (form.Sheets.Sum(s => s.Rows.Count) > MostRows)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, new($"一次最多导出{MostRows}行，请先筛选。",
                $"At most {MostRows} rows are exported at once: filter first."));
        }
        if (!forms.All(f => reach.Caller.May(f.Coordinate)) || reach.Scope(district, asOf, knownAt) is not { } now)
        {
            return NotTheirs(reach.Caller);
        }
        var (trial, refusal) = form.Workbook is { } workbook ? trials.Of(district, workbook) : default;
        return refusal ?? ((trial?.Scope ?? departure.AsShown(now, form.Vector)) is { } scope
            && Fill(scope, trial, form, forms) is { } sheets ? Note(sheets, form, scope, address)
            : Refuse(StatusCodes.Status409Conflict, new("所列内容已有变化，请更新页面后再导出。",
                "What is listed has changed: refresh the page and export again.")));
    }

    /// <summary>What a workbook would open is findings of today, and nothing that a page has shown before.</summary>
    private static bool IsOfOneState(ExportForm form) => form.Workbook is not { } workbook
        || (workbook.IsWhole && (form.AsOf ?? form.KnownAt ?? form.Vector) is null && form.Sheets.All(s => s.Kind == "findings"));

    private static List<SheetForm>? Forms(ExportForm form)
    {
        if (form is not { Sheets: { Count: >= 1 and <= MostSheets }, District: not null }
            || form.Sheets.Any(s => s is null || s.Rows is null || s.Rows.Contains(null)))
        {
            return null;
        }
        var found = form.Sheets.Select(s => SheetForms.All.GetValueOrDefault(s.Kind ?? "")).OfType<SheetForm>().ToList();
        return found.Count == form.Sheets.Count ? found : null;
    }

    private List<Sheet>? Fill(Scope scope, WorkbookTrial? trial, ExportForm form, List<SheetForm> forms)
    {
        List<Sheet> sheets = [];
        foreach (var (choice, sheet) in form.Sheets.Zip(forms))
        {
            // What names no list stands in no file's name and in no journal.
            if ((choice.List is { } list && scope.List(new Key<DirectoryList>(scope.View.Code, list)) is null)
                || sheet.Fill(scope, choice) is not var (rows, all))
            {
                return null;
            }
            var source = departure.SourceOf(scope, rows.Count, all, trial?.Ledger);
            sheets.Add(new Sheet(sheet.Name.In(reader.Language), [.. sheet.Heads.Select(h => h.In(reader.Language))], sheet.Widths, rows,
                source.In(reader.Language), sheet.Title(scope, choice)?.In(reader.Language)));
        }
        return sheets;
    }

    /// <summary>Nothing leaves that the access journal does not tell.</summary>
    private Exported Note(List<Sheet> sheets, ExportForm form, Scope scope, string? address)
    {
        var content = Workbook.Write(sheets, reader.Language);
        var mark = form.Workbook is null ? "" : WorkbookTrial.Mark.In(reader.Language);
        var of = form.Sheets[0].List is { } list ? $"-{list}" : "";
        var about = string.Join(' ', form.Sheets.Select(s => $"{s.Kind}:{s.Rows.Count}{(s.List is { } l ? $":{l}" : "")}"))
            + form.Workbook?.About;
        return departure.Note(about, scope.View.Code, address)
            ?? new Exported(new MemoryStream(content), string.Create(CultureInfo.InvariantCulture,
                $"{sheets[0].Name}{of}{mark}-{scope.View.Code}-{scope.Snapshot.AsOf.Unwatched:yyyy-MM-dd}.xlsx"));
    }
}
