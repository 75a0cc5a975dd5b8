using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Intake;

/// <summary>Of a figure or day that is refused it is said what would be right.</summary>
public sealed class FigureAndDayTests : IntakeTest
{
    private static Problem? Amount(string cell) => Refusal("funding", "amount", cell);

    private static Problem? Day(string cell) => Refusal("funding", "arranged_on", cell);

    private static Problem? Refusal(string table, string column, string cell)
    {
        var sheet = new Sheet(table, $"{table}.csv", ["code", "plan", "project", "purpose", "amount", column],
            [new SheetRow(2, ["F-1", "WATER-2021", "甲", "DRAFTING", column == "amount" ? cell : "1", cell])]);
        return RowIntake.Set(Kai(), [column == "amount" ? sheet with { Columns = ["code", "plan", "project", "purpose", "amount"],
            Rows = [new SheetRow(2, ["F-1", "WATER-2021", "甲", "DRAFTING", cell])] } : sheet]).Problems.SingleOrDefault();
    }

    [Theory]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("12,345,678", "12345678")]
    [InlineData("１，２３４", "1234")]
    [InlineData("1 234.5", "1234.5")]
    [InlineData("1'234", "1234")]
    public void Separators_between_thousands_are_told_with_the_figure_without_them(string cell, string plain)
    {
        var problem = Amount(cell)!;

        problem.Message.Zh.Should().Be($"金额“{Width.Fold(cell)}”带有千位分隔符，请写作{plain}。");
        problem.Message.En.Should().Be($"amount \"{Width.Fold(cell)}\" has separators between its thousands: write {plain}.");
    }

    [Theory]
    [InlineData("1,23")]
    [InlineData("1234,567")]
    [InlineData("一千")]
    public void What_is_no_figure_so_parted_is_none(string cell) => Amount(cell)!.Message.Zh.Should().Be($"金额“{cell}”不是数字。");

    [Theory]
    [InlineData("2021/2/30", "2021年2月只有28天", "2021-02 has 28 days")]
    [InlineData("2020-02-30", "2020年2月只有29天", "2020-02 has 29 days")]
    [InlineData("2021年4月31日", "2021年4月只有30天", "2021-04 has 30 days")]
    [InlineData("20210229", "2021年2月只有28天", "2021-02 has 28 days")]
    [InlineData("2021/13/1", "没有13月", "there is no month 13")]
    [InlineData("2021-00", "没有0月", "there is no month 0")]
    public void A_day_that_its_month_does_not_have_is_told(string cell, string zh, string en)
    {
        var problem = Day(cell)!;

        problem.Message.Zh.Should().Be($"安排日期“{cell}”不是日期：{zh}。");
        problem.Message.En.Should().Be($"arranged_on \"{cell}\" is no date: {en}.");
    }

    [Theory]
    [InlineData("2021/2/3")]
    [InlineData("2021年2月3日")]
    [InlineData("20210203")]
    public void A_day_as_a_spreadsheet_writes_it_is_read(string cell) => Day(cell).Should().BeNull();

    [Fact]
    public void What_is_written_like_no_day_is_told_how_to() => Day("去年底")!.Message.Zh
        .Should().Be("安排日期“去年底”不是日期，请写作2021-03-26、2021-03或2021。");
}
