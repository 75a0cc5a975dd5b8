namespace PlanRegistry.Tests.Workbooks;

/// <summary>Sums and notes are told and never taken for rows; what only begins like a note is a row.</summary>
public sealed class SumsAndNotesTests
{
    [Theory]
    [InlineData("合计")]
    [InlineData("合 计（万元）")]
    [InlineData("本页小计")]
    [InlineData("全区合计")]
    [InlineData("重点专项规划小计：")]
    [InlineData("总计12个")]
    [InlineData("区级部门合计（3个）")]
    public void A_sum_is_no_entry_in_whichever_column_it_stands(string sum)
    {
        var sheet = WorkbookReadingTests.Read(new TestWorkbook().Sheet("附表1", [["序号", "规划名称", "类别"],
            [1, "开州区示例甲规划", "专项规划"], [sum, "3个", null], [2, sum, "3个"], [null, sum, null]]), list: "SR-2024").Sheets.Single();

        sheet.Rows.Select(r => r.Texts["title"]).Should().Equal("开州区示例甲规划");
        WorkbookReadingTests.Said(sheet.Notices).Should().Equal(
            $"附表1!A3：“{sum}”未读入。", $"附表1!B4：“{sum}”未读入。", $"附表1!B5：“{sum}”未读入。");
    }

    [Fact]
    public void A_sum_of_money_is_no_line_in_the_column_of_plans_or_of_projects()
    {
        var sheet = WorkbookReadingTests.Read(new TestWorkbook().Sheet("预算", [["规划名称", "项目名称", "金额（万元）"],
            ["数字经济规划", "规划编制", 48], [null, "本规划小计", 48], ["资金合计", null, 100], ["合计金额", null, 100]])).Sheets.Single();

        sheet.Rows.Select(r => r.Texts["amount"]).Should().Equal("480000");
    }

    [Fact]
    public void Who_filled_a_sheet_in_is_a_note_and_a_name_that_begins_so_is_none()
    {
        var sheet = WorkbookReadingTests.Read(new TestWorkbook().Sheet("预算", [["项目名称", "规划名称", "金额（万元）"],
            ["填报系统升级项目", "数字经济规划", 1], ["联系人平台项目", "数字经济规划", 2], ["总计划编制项目", "数字经济规划", 3],
            ["审核人员培训项目", "数字经济规划", 4], ["综合计量改造项目", "数字经济规划", 5], ["填报人：张三", "审核人：李四", null],
            ["填报单位 区水利局", null, null], ["联系电话：", "12345678", null], ["注：以上为初步意见。", null, null]])).Sheets.Single();

        sheet.Rows.Select(r => r.Texts["project"]).Should().Equal(
            "填报系统升级项目", "联系人平台项目", "总计划编制项目", "审核人员培训项目", "综合计量改造项目");
        WorkbookReadingTests.Said(sheet.Notices).Should().Equal("预算!A7：“填报人：张三”未读入。", "预算!A8：“填报单位 区水利局”未读入。",
            "预算!A9：“联系电话：”未读入。", "预算!A10：“注：以上为初步意见。”未读入。");
    }
}
