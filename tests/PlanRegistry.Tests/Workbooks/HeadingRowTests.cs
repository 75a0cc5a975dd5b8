using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>What stands above a heading, however it is merged, is no part of it; on the sample district.</summary>
public sealed class HeadingRowTests
{
    private static readonly object?[][] TwoRows =
    [
        ["序号", "规划名称", "规划类别", "牵头单位", "规划期限", null, "完成时限"], [null, null, null, null, "起", "止", null],
        [1, "开州区示例公路规划", "专项规划", "区水利局", "2026", "2030", "2026年12月"],
    ];

    private static readonly string[] Merged = ["A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4", "G4:G5"];

    public static TheoryData<object?[], string[]> Above() => new()
    {
        { ["填报单位:区发展改革委", null, null, null, null, "填报时间:2026年11月20日"], ["A3:C3", "F3:G3"] },
        { ["填报单位:区发展改革委", null, null, null, null, "单位:万元"], ["F3:G3"] },
        { ["填报单位:区发展改革委", null, null, null, null, "单位:万元"], ["A3:E3", "F3:G3"] },
        { ["填报单位:区发展改革委", null, null, null, null, "填报时间:2026年11月20日"], [] },
        { ["单位", "区发展改革委", null, null, "日期", "2026年11月20日"], [] },
        { ["单位：", null, "区发展改革委", null, "日期：", null, "2026年11月20日"], ["A3:B3", "C3:D3", "E3:F3"] },
    };

    [Theory]
    [MemberData(nameof(Above))]
    public void What_stands_above_a_heading_of_two_rows_is_no_row_of_it(object?[] above, string[] merged)
    {
        var sheet = Read([["附件1"], ["开州区2026年度规划编制目录清单"], above, .. TwoRows], ["A2:G2", .. merged, .. Merged]);

        (sheet.Header!.First, sheet.Header.Last).Should().Be((3, 4));
        sheet.Header.Columns.Select(c => c.Heading).Should().Equal("序号", "规划名称", "规划类别", "牵头单位", "规划期限/起", "规划期限/止", "完成时限");
        WorkbookReadingTests.Rows(sheet).Should().Equal("list=SR-2026 code=1 title=开州区示例公路规划 kind=SPECIAL lead_agency=区水利局 "
            + "horizon_from=2026 horizon_to=2030 due=2026-12");
        sheet.Titles.Should().StartWith(["附件1", "开州区2026年度规划编制目录清单"]);
    }

    [Theory]
    [MemberData(nameof(Above))]
    public void Nor_is_it_of_one_row(object?[] above, string[] merged)
    {
        var sheet = Read([["附件1"], ["开州区2026年度规划编制目录清单"], above, ["序号", "规划名称", "规划类别", "牵头单位", "规划期限", "完成时限", "备注"],
            [1, "开州区示例公路规划", "专项规划", "区水利局", "2026-2030", "2026年12月"]], ["A2:G2", .. merged]);

        (sheet.Header!.First, sheet.Header.Last).Should().Be((3, 3));
        sheet.Rows.Single().Texts["title"].Should().Be("开州区示例公路规划");
    }

    [Fact]
    public void A_unit_beside_another_merged_block_is_that_of_the_sheet()
    {
        var sheet = Read([["规划编制经费申请表"], ["填报单位:区农业农村委", null, null, null, "单位:万元"],
            ["序号", "规划名称", "项目名称", "申请资金", "资金来源", "备注"], [1, "数字经济规划", "规划编制", 48, "区级"]], ["A1:F1", "A2:D2", "E2:F2"]);

        sheet.Header!.First.Should().Be(2);
        WorkbookReadingTests.Rows(sheet).Should().Equal("plan=数字经济规划 project=规划编制 amount=480000 money=DISTRICT");
    }

    [Fact]
    public void Groups_over_columns_that_say_nothing_are_no_part_of_their_names()
    {
        var sheet = Read([["开州区2026年度规划编制目录清单"], ["基本情况", null, null, "时间要求", null], ["序号", "规划名称", "规划类别", "规划期限", "完成时限"],
            [1, "开州区示例公路规划", "专项规划", "2026-2030", "2026年12月"]], ["A1:E1", "A2:C2", "D2:E2"]);

        sheet.Header!.Columns.Select(c => c.Meaning?.Field).Should().Equal("entry", "title", "kind", "horizon", "due");
        sheet.Rows.Single().Texts["title"].Should().Be("开州区示例公路规划");
    }

    private static SheetRead Read(object?[][] rows, string[] merged) => WorkbookReading.Of(
        WorkbookFile.Read("book.xlsx", new TestWorkbook().Sheet("附表1", rows, merged).Bytes()), SampleFindings.View, new()).Sheets.Single();
}
