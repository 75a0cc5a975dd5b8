using PlanRegistry.Records;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>同上 is the cell above, of a row that is read; below one that is not it is an error, and never another row's.</summary>
public sealed class DittoTests
{
    private static readonly object?[] Heading = ["序号", "规划名称", "类别", "牵头单位"];

    private static object?[] Row(object title, string agency) => [null, title, "专项规划", agency];

    [Fact]
    public void Below_a_hidden_a_struck_out_or_an_unread_row_nobody_knows_what_it_means()
    {
        Refused(Row("开州区示例乙规划", "区教委"), hidden: true).Should().Be(new Text(
            "附表1!D4：“同上”之上的第3行已隐藏、未读入，所指的内容无法认定；请写明。",
            "附表1!D4: Row 3 above \"同上\" is hidden and was not read, and what is meant cannot be told: write it out."));
        Refused(Row(Odd.Struck("开州区示例乙规划"), "区教委")).Should().Be(new Text(
            "附表1!D4：“同上”之上的第3行已划去、未读入，所指的内容无法认定；请写明。",
            "附表1!D4: Row 3 above \"同上\" is struck out and was not read, and what is meant cannot be told: write it out."));
        Refused(["小计", null, null, "1个"]).Should().Be(new Text(
            "附表1!D4：“同上”之上的第3行未读入，所指的内容无法认定；请写明。",
            "附表1!D4: Row 3 above \"同上\" was not read, and what is meant cannot be told: write it out."));
        Refused([null, null, null, "区教委"]).Should().Be(new Text(
            "附表1!D4：“同上”之上的第3行未读入，所指的内容无法认定；请写明。",
            "附表1!D4: Row 3 above \"同上\" was not read, and what is meant cannot be told: write it out."));
        Refused(["二、一般专项规划"])!.Value.Zh.Should().Be("附表1!D4：“同上”之上没有内容。");
    }

    [Fact]
    public void Below_an_empty_row_and_the_heading_once_more_it_is_the_row_before()
    {
        Refused([]).Should().BeNull();
        Refused(Heading).Should().BeNull();
    }

    private static Text? Refused(object?[] between, bool hidden = false)
    {
        var sheet = WorkbookReadingTests.Read(new TestWorkbook().Sheet("附表1",
            [Heading, Row("开州区示例甲规划", "区水利局"), between, Row("开州区示例丙规划", "同上")], hidden: hidden ? [3] : []), list: "SR-2024")
            .Sheets.Single();
        sheet.Rows.Should().HaveCount(2);
        sheet.Rows[1].Texts.GetValueOrDefault("lead_agency").Should().Be(sheet.Rows[1].Problems.Count > 0 ? null : "区水利局");
        return sheet.Rows[1].Problems.SingleOrDefault()?.Placed;
    }
}
