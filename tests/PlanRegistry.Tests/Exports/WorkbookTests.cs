using DocumentFormat.OpenXml.Spreadsheet;
using PlanRegistry.Records;
using PlanRegistry.Server.Exports;
using Cell = PlanRegistry.Server.Exports.Cell;
using Sheet = PlanRegistry.Server.Exports.Sheet;
using Text = PlanRegistry.Records.Text;
using Workbook = PlanRegistry.Server.Exports.Workbook;

namespace PlanRegistry.Tests.Exports;

/// <summary>What a workbook holds is what is recorded: no formula, no digit more or less.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public void The_head_is_bold_and_stays_in_sight()
    {
        using var book = Written([(Cell)"开州区水利局"]);

        book.Names.Should().Equal("问题台");
        book.CellAt("A1").InnerText.Should().Be("甲");
        book.StyleOf(book.CellAt("A1")).FontId!.Value.Should().Be(1);
        book.PaneOf(0)!.State!.Value.Should().Be(PaneStateValues.Frozen);
        book.Source().Should().Be("来源");
    }

    /// <summary>Printed as it comes: no column on a second sheet of paper, no line cut off, no page without its heads.</summary>
    [Fact]
    public void A_list_is_ready_for_the_printer()
    {
        using var book = new Spreadsheet(Workbook.Write(
        [
            new Sheet("问题台", ["规划", "一句话"], [20, 90],
                [["甲", "开州区水安全保障规划没有按期评估。"], ["乙", new string('长', 100)]], "来源"),
            new Sheet("目录清单条目", ["序号", "规划名称"], [6, 40], [[(int?)1, "乙规划"]], "来源", "开州区2026年度目录清单"),
        ], Language.Zh));

        book.DefinedNames.Should().Equal(
            ("Print_Area", 0U, "'问题台'!$A$1:$B$5"), ("Print_Titles", 0U, "'问题台'!$1:$1"),
            ("Print_Area", 1U, "'目录清单条目'!$A$1:$B$5"), ("Print_Titles", 1U, "'目录清单条目'!$2:$2"));
        book.Of<PageSetupProperties>()!.FitToPage!.Value.Should().BeTrue();
        var (wide, narrow) = (book.Of<PageSetup>()!, book.Of<PageSetup>(1)!);
        (wide.FitToWidth!.Value, wide.FitToHeight!.Value, wide.PaperSize!.Value).Should().Be((1U, 0U, 9U), "as wide as A4");
        (wide.Orientation!.Value, narrow.Orientation!.Value).Should().Be((OrientationValues.Landscape, OrientationValues.Portrait));
        (book.Of<OddHeader>()!.Text, book.Of<OddFooter>()!.Text).Should().Be(("&C&14&B&A", "&C第&P页，共&N页"));
        book.RowsAsWritten().Select(r => r.Height!.Value).Should().Equal(18, 18, 48, 18, 18);
        foreach (var cell in new[] { "A1", "A2", "B2" })
        {
            book.BorderOf(book.CellAt(cell)).BottomBorder!.Style!.Value.Should().Be(BorderStyleValues.Thin);
            book.StyleOf(book.CellAt(cell)).Alignment!.WrapText!.Value.Should().BeTrue();
        }
        (book.Title(), book.Title(1)).Should().Be((null, "开州区2026年度目录清单"));
        book.Of<MergeCells>(1)!.Elements<MergeCell>().Select(m => m.Reference!.Value).Should().Equal("A1:B1", "A5:B5");
        book.PaneOf(1)!.TopLeftCell!.Value.Should().Be("A3");
        book.Of<AutoFilter>(1)!.Reference!.Value.Should().Be("A2:B3");
    }

    [Fact]
    public void The_foot_is_in_the_language_of_the_reader()
    {
        using var book = new Spreadsheet(Workbook.Write([new Sheet("Plans", ["Title"], [20], [["甲"]], "Source")], Language.En));

        book.Of<OddFooter>()!.Text.Should().Be("&CPage &P of &N");
    }

    /// <summary>225 characters of Latin script fill A4 across in letters of about 6.5 points, which is 小六.</summary>
    [Fact]
    public void No_list_is_so_wide_that_its_print_cannot_be_read() =>
        SheetForms.All.Where(f => f.Value.Widths.Sum() > 225).Select(f => f.Key).Should().BeEmpty();

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-")]
    [InlineData("@SUM(A1)")]
    public void What_looks_like_a_formula_is_text_and_stays_text_when_it_is_edited(string text)
    {
        using var book = Written([(Cell)text]);

        var cell = book.CellAt("A2");
        (cell.DataType!.Value, cell.InnerText).Should().Be((CellValues.InlineString, text));
        book.StyleOf(cell).QuotePrefix!.Value.Should().BeTrue();
        book.FormulasIn(0).Should().Be(0);
    }

    [Fact]
    public void A_figure_has_the_digits_that_are_recorded_and_a_day_is_a_day()
    {
        using var book = Written([(Cell)(decimal?)1234.50m], [(Cell)(decimal?)0.12345678901234567m],
            [(Cell)(PartialDate?)PartialDate.Parse("2026-11-22")],
            [(Cell)(PartialDate?)PartialDate.Parse("2021-03")], [(Cell)(int?)2030], [default(Cell)]);

        (book.CellAt("A2").InnerText, book.FormatOf(book.CellAt("A2"))).Should().Be(("1234.50", "#,##0.00"));
        book.CellAt("A3").DataType!.Value.Should().Be(CellValues.InlineString, "a spreadsheet would round 17 digits");
        (book.CellAt("A4").InnerText, book.FormatOf(book.CellAt("A4"))).Should().Be(("46348", "yyyy-mm-dd"));
        book.CellAt("A5").InnerText.Should().Be("2021-03");
        (book.CellAt("A6").InnerText, book.FormatOf(book.CellAt("A6"))).Should().Be(("2030", "0"));
        book.CellAt("A7").InnerText.Should().BeEmpty();
    }

    [Fact]
    public void What_no_workbook_can_say_is_left_out_and_the_rest_is_kept()
    {
        using var book = Written([(Cell)"甲\u0001乙\U00020000\uD800丙"]);

        book.CellAt("A2").InnerText.Should().Be("甲乙\U00020000丙");
    }

    private static Spreadsheet Written(params IReadOnlyList<Cell>[] rows) =>
        new(Workbook.Write([new Sheet("问题台", ["甲"], [20], rows, "来源")], Language.Zh));
}
