namespace PlanRegistry.Tests.Workbooks;

/// <summary>What is broken within a cell to fit the column is recorded in one line; names that a break parts stay apart.</summary>
public sealed class BrokenCellTests
{
    [Fact]
    public void A_text_is_put_together_again()
    {
        var sheet = WorkbookReadingTests.Read(new TestWorkbook().Sheet("附表1",
            [["序号", "规划\n名称", "类别", "牵头单位", "配合单位", "规划期限"], ["一、重点\n专项规划（1个）"],
                ["1\n", "开州区\n历史文化名城 \r\n保护规划", "专项\n规划", "区水\n利局", "区教委\n区水利局", "2026—\n2030年"],
                [2, "开州区 5G\nNetwork 规划", "专项规划", "区教委", null, "2026-2030"]], ["A2:F2"]), list: "SR-2024").Sheets.Single();

        WorkbookReadingTests.Rows(sheet).Should().Equal(
            "list=SR-2024 code=1 title=开州区历史文化名城保护规划 kind=SPECIAL category=重点专项规划 lead_agency=区水\n利局 "
                + "co_lead_agencies=区教委;区水利局 horizon_from=2026 horizon_to=2030",
            "list=SR-2024 code=2 title=开州区 5G Network 规划 kind=SPECIAL category=重点专项规划 lead_agency=区教委 "
                + "horizon_from=2026 horizon_to=2030");
    }
}
