using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>What a spreadsheet shows, and LibreOffice writes otherwise than Excel.</summary>
public sealed class CellsAsShownTests
{
    private const string Struck = "<rPr><strike/></rPr>";
    private const string Plain = "<rPr><b/></rPr>";

    private static readonly string Heading = RawWorkbook.Row(1, "", RawWorkbook.Words("序号"), RawWorkbook.Words("规划名称"),
        RawWorkbook.Words("牵头单位"), RawWorkbook.Words("完成时限"));

    private static string Row(int number, string attributes = "", string? title = null, string? agency = null, string? due = null) =>
        RawWorkbook.Row(number, attributes, RawWorkbook.Figure($"{number}"), title ?? RawWorkbook.Words($"第{number}项专项规划"),
            agency ?? RawWorkbook.Words("重庆市开州区水利局"), due ?? "");

    private static SheetRead Read(string rows, string? strings = null, string book = "", string? styles = null) => WorkbookReading.Of(
        WorkbookFile.Read("book.xlsx", RawWorkbook.Bytes(rows, strings: strings, book: book, styles: styles)), SampleFindings.View,
        new("SR-2024")).Sheets.Single();

    private static IEnumerable<string?> Titles(SheetRead sheet) => sheet.Rows.Select(r => r.Texts["title"]);

    private static IEnumerable<(string, string)> Problems(SheetRead sheet) =>
        sheet.Rows.SelectMany(r => r.Problems).Select(p => (p.Placed.Zh, p.Placed.En));

    [Theory]
    [InlineData("hidden=\"1\"")]
    [InlineData("hidden=\"true\"")]
    [InlineData("customHeight=\"1\" ht=\"0\"")]
    [InlineData("customHeight=\"true\" ht=\"0\"")]
    public void A_hidden_row_is_not_read_whoever_saved_it(string hidden)
    {
        var sheet = Read(Heading + Row(2) + Row(3, hidden) + Row(4, "hidden=\"false\" ht=\"15\" customHeight=\"true\""));

        Titles(sheet).Should().Equal("第2项专项规划", "第4项专项规划");
        sheet.Notices.Select(n => (n.Said.Zh, n.Said.En)).Should().Equal(
            ("第3行已隐藏，未读入（共1行）。", "Rows 3 are hidden and were not read (1 in all)."));
    }

    [Fact]
    public void A_hidden_line_of_a_finance_sheet_is_not_asked()
    {
        var heading = RawWorkbook.Row(1, "", RawWorkbook.Words("项目名称"), RawWorkbook.Words("金额（元）"));
        string Line(int number, string attributes) =>
            RawWorkbook.Row(number, attributes, RawWorkbook.Words($"第{number}个项目"), RawWorkbook.Figure("100"));

        Read(heading + Line(2, "hidden=\"false\"") + Line(3, "hidden=\"true\"")).Rows.Select(r => r.Texts["project"])
            .Should().Equal("第2个项目");
    }

    [Theory]
    [InlineData("<workbookPr date1904=\"1\"/>", "2027-03-16")]
    [InlineData("<workbookPr date1904=\"true\"/>", "2027-03-16")]
    [InlineData("<workbookPr date1904=\"false\"/>", "2023-03-15")]
    [InlineData("", "2023-03-15")]
    public void Days_are_counted_from_1904_where_the_workbook_says_so_whoever_saved_it(string book, string day)
    {
        Read(Heading + Row(2, due: RawWorkbook.Figure("45000", 2)), book: book, styles: RawWorkbook.Styles("yyyy-mm-dd"))
            .Rows.Single().Texts["due"].Should().Be(day);
    }

    [Theory]
    [InlineData("0%", "0.54", "54")]
    [InlineData("0.00%;[Red]-0.00%", "-0.05", "-5")]
    [InlineData("[=0]\"-\";0.0%", "0.541", "54.1")]
    [InlineData("[<1]0%;0.00", "54.5", "54.50")]
    [InlineData("0\"%\"", "54", "54")]
    [InlineData("0\\%", "54", "54")]
    [InlineData("\"约\"0\"%左右\"", "54", "54")]
    [InlineData("0;\\-0\"%\"", "-54", "-54")]
    [InlineData("0.00", "2027.1", "2027.10")]
    [InlineData("0.00_ ;[Red]\\-0.00\\ ", "2027.1", "2027.10")]
    [InlineData("#,##0.00", "1234.5", "1234.50")]
    [InlineData("#,##0.##", "2027.1", "2027.1")]
    [InlineData("0.0", "2027.15", "2027.15")]
    [InlineData("0.00E+00", "2027.1", "2027.1")]
    [InlineData("0.00", "2027", "2027")]
    [InlineData("General", "2027.1", "2027.1")]
    public void A_figure_is_that_which_its_format_shows(string format, string value, string shown) =>
        Shown(format, value).Should().Be(shown);

    [Theory]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\";@", "2025-12")]
    [InlineData("yyyy\"年\"m\"月\"", "2025-12")]
    [InlineData("[Red]yyyy\"年\"m\"月\"", "2025-12")]
    [InlineData("[$-804]yyyy\"年 (due)\"", "2025")]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "2025-12-09")]
    [InlineData("yyyy/m/d;@", "2025-12-09")]
    public void A_day_has_as_many_parts_as_its_format_shows(string format, string shown) => Shown(format, "46000").Should().Be(shown);

    [Fact]
    public void A_month_written_as_a_figure_is_the_month_that_is_shown_and_is_to_be_confirmed()
    {
        var sheet = Read(Heading + Row(2, due: RawWorkbook.Figure("2027.1", 2)), styles: RawWorkbook.Styles("0.00"));

        sheet.Rows.Single().Texts["due"].Should().Be("2027-10");
        sheet.Inferred.Select(i => (i.Said.Zh, i.Said.En)).Should().Contain(
            ("“2027.10”推定为“2027-10”。", "\"2027.10\" is taken for \"2027-10\"."));
    }

    [Fact]
    public void A_title_whose_words_are_all_struck_out_is_a_row_that_is_struck_out()
    {
        var sheet = Read(Heading + Row(2) + Row(3, title: RawWorkbook.Rich((Struck, "划去"), (Struck, "专项规划")))
            + Row(4, title: "<c t=\"s\"><v>1</v></c>") + Row(5, title: "<c s=\"1\" t=\"s\"><v>0</v></c>")
            + Row(6, title: "<c t=\"s\"><v>2</v></c>"),
            strings: $"<si><t>照常专项规划</t></si><si>{RawWorkbook.Runs((Struck, "划去专项规划"), ("", " "))}</si>"
                + "<si><t>注音专项规划</t><rPh sb=\"0\" eb=\"1\"><t>zhuyin</t></rPh></si>");

        Titles(sheet).Should().Equal("第2项专项规划", "注音专项规划");
        sheet.Notices.Select(n => (n.Said.Zh, n.Said.En)).Should().Equal(
            ("第3、4、5行已划去，未读入（共3行）。", "Rows 3, 4, 5 are struck out and were not read (3 in all)."));
    }

    [Fact]
    public void A_cell_of_which_a_part_is_struck_out_is_an_error_and_never_read_as_one_text()
    {
        var sheet = Read(Heading + Row(2, agency: RawWorkbook.Rich((Struck, "重庆市开州区财政局"), (Plain, "重庆市开州区水利局")))
            + Row(3, title: "<c t=\"s\"><v>0</v></c>")
            + Row(4, agency: RawWorkbook.Rich(("<rPr><strike val=\"false\"/></rPr>", "重庆市开州区"), (Plain, "水利局"))),
            strings: $"<si>{RawWorkbook.Runs(("", "开州区"), (Struck, "示例"), (Plain, "专项规划"))}</si>");

        Problems(sheet).Should().Equal(
            ("附表1!C2：“重庆市开州区财政局重庆市开州区水利局”中有文字已划去，何者有效无法认定；请删去划去的文字，或者取消删除线。",
                "附表1!C2: Part of \"重庆市开州区财政局重庆市开州区水利局\" is struck out, and what holds cannot be told: "
                    + "delete that part or take the line away."),
            ("附表1!B3：“开州区示例专项规划”中有文字已划去，何者有效无法认定；请删去划去的文字，或者取消删除线。",
                "附表1!B3: Part of \"开州区示例专项规划\" is struck out, and what holds cannot be told: "
                    + "delete that part or take the line away."));
        sheet.Rows[2].Texts["lead_agency"].Should().Be("重庆市开州区水利局");
    }

    private static string? Shown(string format, string value) => WorkbookFile.Read("book.xlsx", RawWorkbook.Bytes(
        RawWorkbook.Row(1, "", RawWorkbook.Figure(value, 2)), styles: RawWorkbook.Styles(format))).Grids[0].Rows[0][0].Text;
}
