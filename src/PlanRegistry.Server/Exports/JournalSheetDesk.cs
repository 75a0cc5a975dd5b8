using System.Globalization;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;
using static PlanRegistry.Server.Exports.Departure;
using Calendar = PlanRegistry.Records.Calendar;

namespace PlanRegistry.Server.Exports;

/// <summary>What the page 访问日志 asks to be exported: its filter.</summary>
public sealed record JournalSheetForm(
    IReadOnlyList<string>? Events = null, string? Who = null, string? From = null, string? To = null);

/// <summary>
/// The access journal as a workbook: every entry that fits the filter and that the caller sees, the last first, with its place in the
/// chain. The export is itself the journal's next entry.
/// </summary>
public sealed class JournalSheetDesk(Reach reach, Accounts accounts, Departure departure, Reader reader, TimeProvider clock)
{
    private static readonly Text Name = new("访问日志", "Access journal");

    private static readonly IReadOnlyList<SheetColumn<JournalEntryNode>> Columns =
    [
        new("序号", "No.", 8, e => e.Seq),
        new("时刻（北京时间）", "When (Beijing time)", 20, e => e.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        new("事项", "What", 14, e => Cell.Of(e.Event)),
        new("姓名", "Name", 16, e => e.Name),
        new("操作账户", "Account", 18, e => e.Actor),
        new("所涉账户或内容", "Concerns", 36, e => e.Told),
        new("日志原文", "As the journal keeps it", 24, e => e.About),
        new("行政区", "District", 10, e => e.District),
        new("网络地址", "Network address", 18, e => e.Address),
        new("上一条散列值", "Hash of the one before", 24, e => e.PreviousHash),
        new("散列值", "Hash", 24, e => e.Hash),
    ];

    public Exported Export(JournalSheetForm form, string? address)
    {
        if (Read(form) is not { } filter)
        {
            return Refuse(StatusCodes.Status400BadRequest, new("导出请求不完整，请从页面导出。", "The request is not whole: export from a page."));
        }
        if (!reach.Caller.May("Query.accessJournal"))
        {
            return NotTheirs(reach.Caller);
        }
        var found = accounts.Journal(reach.Caller.Account, int.MaxValue, ExportDesk.MostRows + 1, filter);
        if (found.Count > ExportDesk.MostRows)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, new($"一次最多导出{ExportDesk.MostRows}行，请先筛选。",
                $"At most {ExportDesk.MostRows} rows are exported at once: filter first."));
        }
        var now = clock.GetUtcNow().ToTheSecond().InWords();
        var by = reach.Caller.Actor.Name;
        var source = new Text($"规划登记册·访问日志；{by}于{now.Zh}导出；所列{found.Count}行，为符合筛选条件的全部。",
            $"Plan registry · access journal; exported by {by}, {now.En}; {found.Count} rows, all that fit the filter.");
        var sheet = new Sheet(Name.In(reader.Language), [.. Columns.Select(c => c.Head.In(reader.Language))],
            [.. Columns.Select(c => c.Width)], [.. found.Select(e => (IReadOnlyList<Cell>)[.. Columns.Select(c => c.Cell(e))])],
            source.In(reader.Language));
        var content = Workbook.Write([sheet], reader.Language);
        return departure.Note($"accessJournal:{found.Count}", district: null, address)
            ?? new Exported(new MemoryStream(content), string.Create(CultureInfo.InvariantCulture,
                $"{sheet.Name}-{Calendar.Today(clock):yyyy-MM-dd}.xlsx"));
    }

    private static JournalFilter? Read(JournalSheetForm form)
    {
        List<AccessEvent> events = [];
        foreach (var text in form.Events ?? [])
        {
            if (!Names.TryParse<AccessEvent>(text, out var happened))
            {
                return null;
            }
            events.Add(happened);
        }
        return TryDay(form.From, out var from) && TryDay(form.To, out var to)
            ? new AccessJournalFilter { Events = events, Who = form.Who, From = from, To = to }.Read() : null;
    }
}
