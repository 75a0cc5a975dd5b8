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
