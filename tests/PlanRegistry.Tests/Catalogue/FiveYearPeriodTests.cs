using PlanRegistry.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

public sealed class FiveYearPeriodTests
{
    [Theory]
    [InlineData(2021, 2025, 14)]
    [InlineData(2025, 2030, 15)]
    [InlineData(2021, 2026, 14)]
    [InlineData(2021, 2035, 14)]
    [InlineData(2024, 2028, 15)]
    [InlineData(2024, 2027, 14)]
    [InlineData(2026, 2026, 15)]
    public void A_horizon_is_of_the_period_that_holds_most_of_its_first_five_years(int from, int to, int number) =>
        FiveYearPeriod.Of(new Horizon(from, to)).Number.Should().Be(number);

    [Theory]
    [InlineData("开州区“十四五”茶产业规划", 14)]
    [InlineData("第十五个五年规划和二〇四〇年远景目标纲要", 15)]
    [InlineData("第二十个五年规划", 20)]
    [InlineData("茶产业规划（2021—2025年）", 14)]
    [InlineData("茶产业规划2026年至2030年", 15)]
    [InlineData("从“十四五”到“十五五”", 14, 15)]
    [InlineData("十五分钟生活圈规划")]
    [InlineData("2035年远景目标")]
    public void A_title_names_its_periods(string title, params int[] numbers) =>
        FiveYearPeriod.NamedIn(title).Select(p => p.Number).Should().Equal(numbers);
}
