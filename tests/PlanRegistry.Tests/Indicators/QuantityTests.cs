using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Indicators;

/// <summary>GB/T 15835: large amounts in 万 and 亿, exactly; no sign of share left out of a range.</summary>
public sealed class QuantityTests
{
    [Theory]
    [InlineData("880000", "亩", "88万亩", "880000亩")]
    [InlineData("9999", "亩", "9999亩", "9999亩")]
    [InlineData("123456789.5", "元", "123456789.5元", "123456789.5元")]
    [InlineData("-20000", "人", "-2万人", "-20000人")]
    [InlineData("88", "万亩", "88万亩", "88万亩")]
    [InlineData("120000", "岁", "120000岁", "120000岁")]
    [InlineData("24.10", "%", "24.1%", "24.1%")]
    public void An_amount(string value, string unit, string zh, string en) =>
        Quantity.InWords(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit).Should().Be(new Text(zh, en));

    [Fact]
    public void A_range()
    {
        Quantity.Range(4.5m, 5, "%").Should().Be(new Text("4.5%—5%", "4.5-5%"));
        Quantity.Range(10, 12, "岁").Should().Be(new Text("10—12岁", "10-12岁"));
    }

    [Theory]
    [InlineData("2025-12-31", "2025年12月31日")]
    [InlineData("2021-03", "2021年3月")]
    [InlineData("2021", "2021年")]
    public void A_day_as_much_of_it_as_the_record_says(string day, string zh) =>
        PartialDate.Parse(day).InWords().Should().Be(new Text(zh, day));

    [Fact]
    public void A_span_and_a_title()
    {
        Wording.Span(2021, 2025).Should().Be(new Text("2021—2025年", "2021-2025"));
        Wording.Span(2021, 2021).Should().Be(new Text("2021年", "2021-2021"));
        Wording.Title("开州区“十四五”规划").Should().Be(new Text("《开州区“十四五”规划》", "开州区“十四五”规划"));
    }
}
