namespace PlanRegistry.Tests.Workbooks;

/// <summary>An amount is in the unit that is written for it, in whichever form; where none is, or two are, it is refused.</summary>
public sealed class MoneyUnitTests
{
    [Theory]
    [InlineData("金额（单位：万元）")]
    [InlineData("金额（单位:万元）")]
    [InlineData("金额（人民币万元）")]
    [InlineData("金额（单位：人民币万元）")]
    [InlineData("金额（人民币，万元）")]
    [InlineData("申请资金\n（万元）")]
    [InlineData("金额", "金额单位：人民币万元")]
    [InlineData("金额", "单位：万元")]
    [InlineData("金额", "（单位：万元，期限：年）")]
    [InlineData("金额", "货币单位 万元")]
    [InlineData("金额", "填报单位：元坝镇人民政府", "单位：万元")]
    [InlineData("金额（含税）", "填报单位：区财政局　　单位：万元")]
    public void It_is_read_in_ten_thousand_yuan(string heading, params string[] titles)
    {
        var row = Read(heading, titles);

        row.Problems.Should().BeEmpty();
        row.Texts["amount"].Should().Be("500000");
    }

    [Theory]
    [InlineData("金额（单位：元）", "50")]
    [InlineData("金额（元）", "50", "单位：万元")]
    [InlineData("金额（人民币千元）", "50000")]
    [InlineData("金额", "5000000000", "编制单位：元坝镇 金额单位：亿元")]
    public void The_heading_goes_before_the_title_row(string heading, string yuan, params string[] titles) =>
        Read(heading, titles).Texts["amount"].Should().Be(yuan);

    [Theory]
    [InlineData("金额", "填报单位：元坝镇人民政府")]
    [InlineData("金额", "填报单位：元")]
    [InlineData("金额", "单位：万元/元")]
    [InlineData("金额", "单位：元", "单位：万元")]
    [InlineData("金额（美元）", "单位：万元")]
    public void Where_no_unit_is_certain_it_is_refused(string heading, params string[] titles) =>
        Read(heading, titles).Problems.Single().Message.Should().Be(new PlanRegistry.Records.Text(
            "金额“50”没有写明单位，请在表头或表上方注明“单位：万元”。",
            "The amount \"50\" names no unit: write 单位：万元 into the heading or above it."));

    private static Server.Workbooks.RowRead Read(string heading, string[] titles) => WorkbookReadingTests.Read(new TestWorkbook()
        .Sheet("预算", [["经费申请表"], .. titles.Select(t => new object?[] { t }), ["规划名称", "项目名称", heading], ["数字经济规划", "规划编制", 50]]))
        .Sheets.Single().Rows.Single();
}
