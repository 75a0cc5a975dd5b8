using PlanRegistry.Records;
using PlanRegistry.Server.Exports;

namespace PlanRegistry.Server.Workbooks;

/// <summary>退回表: the rows that were not accepted as they were written, with a column of reasons; mended, it goes in again.</summary>
internal static class ReturnedRows
{
    public static byte[] Write(IReadOnlyList<ReturnedRow> rows, Language language) => Workbook.Write(
        [.. rows.GroupBy(r => r.Sheet).Select(g => SheetOf(g.Key, [.. g], language))], language);

    private static Exports.Sheet SheetOf(SheetRead sheet, IReadOnlyList<ReturnedRow> rows, Language language)
    {
        var isOfList = sheet.List is not null;
        var columns = sheet.Header!.Columns;
        var reasons = new Text("退回原因", "Why it is returned");
        // What stood above the heading, and a section's line, is written into the rows: the sheet stands by itself.
        List<string> heads = [.. isOfList ? new[] { "清单", "板块" } : [], .. columns.Select(c => HeadOf(c, sheet)), reasons.In(language)];
        return new Exports.Sheet(sheet.Grid.Name, heads, [.. heads.Select((h, i) => i == heads.Count - 1 ? 60 : 18)],
            [.. rows.Select(r => (IReadOnlyList<Cell>)[
                .. isOfList ? new Cell[] { sheet.List, r.Row.Category } : [],
                .. columns.Select(c => (Cell)TextOf(sheet, r.Row, c)),
                Cell.Lines(r.Problems.Select(p => p.Placed).Distinct())])],
            new Text($"退回表：以上{rows.Count}行未写入，改正后可重新导入。",
                $"Returned: the {rows.Count} rows above were not written; mend them and import this workbook.").In(language),
            Lines: sheet.Head is not { } head ? null :
            [
                (OpinionLines.Round.In(language), head.Round.Code), (OpinionLines.Agency.In(language), head.Agency),
                (OpinionLines.On.In(language), head.On),
            ]);
    }

    /// <summary>As it stands there; that there is no opinion stands above the columns, and is given back in its own.</summary>
    private static string? TextOf(SheetRead sheet, RowRead row, MappedColumn column) =>
        row.Row > sheet.Header!.Last ? sheet.Grid.At(row.Row, column.Index).Text
        : column.IsRead ? row.Texts.GetValueOrDefault(sheet.Use!.Columns[column.Meaning!.Value.Field]) : null;

    /// <summary>As it stood; what its sender said of a column, or a row above it, is said by the usual heading.</summary>
    private static string HeadOf(MappedColumn column, SheetRead sheet) =>
        column is { IsRead: true, Meaning: { Year: null } said } && Headings.Of(column.Heading)?.Field != said.Field
            && Headings.First(said.Field) is { } usual ? usual
        : column.Meaning is { Field: "amount", Bracket: null } && sheet.Unit is { } unit ? $"{column.Heading}({unit})" : column.Heading;
}
