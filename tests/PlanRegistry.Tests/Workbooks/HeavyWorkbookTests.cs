using System.IO.Compression;
using System.Text;
using PlanRegistry.Records;
using PlanRegistry.Server.Packs;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>
/// Small files that would grow, and such as no spreadsheet makes: each is refused in one sentence before it takes room or time.
/// </summary>
public sealed class HeavyWorkbookTests
{
    private static readonly string Heading = RawWorkbook.Row(1, "", RawWorkbook.Words("序号"), RawWorkbook.Words("规划名称"));

    private static Text Refusal(byte[] bytes) =>
        FluentActions.Invoking(() => WorkbookFile.Read("book.xlsx", bytes)).Should().Throw<PackException>().Which.Sentence;

    private static string Merged(IEnumerable<string> all) =>
        $"<mergeCells>{string.Concat(all.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>";

    private static string Many(string element, long times) => new StringBuilder().Insert(0, element, (int)times).ToString();

    [Fact]
    public void Merged_cells_that_overlap_are_refused_however_many_they_are()
    {
        var overlap = new Text("“book.xlsx”的表“附表1”有相互重叠的合并单元格，不能读取；请取消合并后再导入。",
            "'book.xlsx' has merged cells that overlap on the sheet \"附表1\": unmerge them and import again.");
        var rows = Heading + RawWorkbook.Row(20_000, "");

        Refusal(RawWorkbook.Bytes(rows, Merged(Enumerable.Repeat("A1:B20000", 2_000)))).Should().Be(overlap);
        Refusal(RawWorkbook.Bytes(rows, Merged(["A1:B3", "D1:E2", "B3:C4"]))).Should().Be(overlap);
    }

    [Fact]
    public void Merged_cells_are_counted_and_none_stands_before_the_first()
    {
        var apart = Enumerable.Range(1, WorkbookLimits.Merges + 1).Select(i => $"A{i}:B{i}");

        Refusal(RawWorkbook.Bytes(Heading, Merged(apart))).Should().Be(new Text("“book.xlsx”超过50000处合并单元格，即可以读取的上限。",
            "'book.xlsx' has more than 50000 merged cells, the most that is read."));
        Refusal(RawWorkbook.Bytes(Heading, Merged(["A0:B3"]))).Zh.Should().Be("“book.xlsx”已损坏或不完整，不能读取；请用Excel打开后另存为.xlsx。");
    }

    [Fact]
    public void Merged_cells_that_lie_apart_are_each_found_in_their_own_rows()
    {
        var grid = WorkbookFile.Read("book.xlsx", RawWorkbook.Bytes(
            Heading + RawWorkbook.Row(2, "", RawWorkbook.Words("甲")) + RawWorkbook.Row(4, "", RawWorkbook.Words("乙"))
            + RawWorkbook.Row(9, ""), Merged(["A4:B8", "A2:A3", "C1:C9"]))).Grids.Single();

        Enumerable.Range(0, 9).Select(row => grid.At(row, 0).Text).Should().Equal("序号", "甲", "甲", "乙", "乙", "乙", "乙", "乙", null);
        grid.At(5, 1).Text.Should().Be("乙");
        grid.MergeAt(0, 0).Should().BeNull();
        grid.MergeAt(8, 2).Should().Be(new Merge(0, 2, 8, 2));
    }

    [Fact]
    public void Styles_and_names_without_end_are_refused()
    {
        var refusal = new Text("“book.xlsx”的样式、名称等附属内容过多，不能读取；请将表格复制到新建的工作簿，另存为.xlsx后再导入。",
            "'book.xlsx' has too many styles, names and the like to be read: copy its cells into a new workbook, save it as .xlsx and "
                + "import that.");

        var styles = RawWorkbook.Styles().Replace("<cellXfs>", $"<cellXfs>{Many("<xf/>", WorkbookLimits.OtherTags)}");

        Refusal(RawWorkbook.Bytes(Heading, styles: styles)).Should().Be(refusal);
        Refusal(RawWorkbook.Bytes(Heading, book: Many("<a/>", WorkbookLimits.OtherTags))).Should().Be(refusal);
    }

    [Fact]
    public void Cells_without_end_are_refused()
    {
        Refusal(RawWorkbook.Bytes(RawWorkbook.Row(1, "", Many("<c/>", WorkbookLimits.SheetTags)))).Should().Be(new Text(
            "“book.xlsx”各表的单元格过多，不能读取；请删去不用的行、列和表后再导入。",
            "'book.xlsx' has too many cells on its sheets to be read: delete the rows, columns and sheets that are not used and "
                + "import again."));
    }

    [Fact]
    public void A_text_of_more_parts_than_a_cell_has_characters_is_refused()
    {
        var refusal = new Text("“book.xlsx”超过每行200格、每格32767字，即可以读取的上限。",
            "'book.xlsx' has more than 200 cells in a row or 32767 characters in a cell, the most that is read.");
        var parts = Many("<r><t></t></r>", 2 * WorkbookLimits.CellLength + 1);

        Refusal(RawWorkbook.Bytes(Heading, strings: $"<si>{parts}</si>")).Should().Be(refusal);
        Refusal(RawWorkbook.Bytes(RawWorkbook.Row(1, "", $"<c t=\"inlineStr\"><is>{parts}</is></c>"))).Should().Be(refusal);
    }

    [Fact]
    public void Two_sheets_of_one_name_are_refused()
    {
        Refusal(RawWorkbook.Bytes(Heading, names: ["清单", "清单"])).Should().Be(new Text("“book.xlsx”有两张表都叫“清单”，无法区分；请改名后再导入。",
            "'book.xlsx' has two sheets called \"清单\", which cannot be told apart: rename one and import again."));
        Refusal(RawWorkbook.Bytes(Heading, names: ["List", "其他", "LIST"])).Zh.Should().Be("“book.xlsx”有两张表都叫“LIST”，无法区分；请改名后再导入。");
    }

    [Fact]
    public void A_part_whose_bytes_changed_is_a_damage_and_one_that_stands_twice_too()
    {
        var damaged = new Text("“book.xlsx”已损坏或不完整，不能读取；请用Excel打开后另存为.xlsx。",
            "'book.xlsx' is damaged or not whole and cannot be read: open it in a spreadsheet and save it as .xlsx.");
        var whole = Stored(RawWorkbook.Bytes(Heading + RawWorkbook.Row(2, "", RawWorkbook.Figure("1"), RawWorkbook.Words("2026—2030"))));
        var at = whole.AsSpan().IndexOf("2026—2030"u8);
        byte[] changed = [.. whole];
        "2026—2035"u8.CopyTo(changed.AsSpan(at));

        WorkbookFile.Read("book.xlsx", whole).Grids[0].Rows[1][1].Text.Should().Be("2026—2030");
        Refusal(changed).Should().Be(damaged);
        Refusal(Stored(whole, "xl/WORKBOOK.xml")).Should().Be(damaged);
    }

    /// <summary>The same parts, not packed.</summary>
    private static byte[] Stored(byte[] book, params string[] more)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        return RawWorkbook.Zip(CompressionLevel.NoCompression,
            [.. zip.Entries.Select(e => (e.FullName, Text(e))), .. more.Select(n => (n, ""))]);

        static string Text(ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
    }
}
