using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Intake;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("开州府办发〔2020〕95号", "开州府办发〔2020〕95号")]
    [InlineData("中发【2018】44号", "中发〔2018〕44号")]
    [InlineData("宁政发[2006]275号", "宁政发〔2006〕275号")]
    [InlineData("渝府发（2021） 6 号", "渝府发〔2021〕6号")]
    [InlineData("渝府发［２０２１］６号", "渝府发〔2021〕6号")]
    public void Brackets_and_width_are_normalised(string text, string number)
    {
        DocumentNumber.TryParse(text, out var read).Should().BeTrue();
        read.ToString().Should().Be(number);
        DocumentNumber.LooksDamaged(text).Should().BeFalse();
    }

    [Theory]
    [InlineData("开州府办发〔202095", "开州府办发〔2020〕95号")]
    [InlineData("开州府办发202095号", "开州府办发〔2020〕95号")]
    [InlineData("开州府办发〔2020〕第95号", "开州府办发〔2020〕95号")]
    [InlineData("开州府办发〔2020〕095号", "开州府办发〔2020〕95号")]
    [InlineData("开州府办发〔2020〕95", "开州府办发〔2020〕95号")]
    [InlineData("开州府办发〔20〕95号", null)]
    public void A_damaged_number_is_no_number_and_its_repair_is_only_suggested(string text, string? suggestion)
    {
        DocumentNumber.TryParse(text, out _).Should().BeFalse();
        DocumentNumber.LooksDamaged(text).Should().BeTrue();
        DocumentNumber.Suggest(text).Should().Be(suggestion);
    }

    [Theory]
    [InlineData("专家评审会纪要")]
    [InlineData("国务院令第713号")]
    [InlineData("川渝万达开总体方案")]
    public void A_title_is_no_damaged_number(string text)
    {
        DocumentNumber.TryParse(text, out _).Should().BeFalse();
        DocumentNumber.LooksDamaged(text).Should().BeFalse();
    }

    [Fact]
    public void Titles_that_differ_in_width_quotes_and_spaces_are_equal() =>
        TitleKey.Of("“三区三线”　规划（２０２１）ＡＢ").Should().Be(TitleKey.Of("「三区三线」规划(2021) ab"));
}
