using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>A row belongs to the section that it stands in, or to none: never to the one before.</summary>
public sealed class SectionTests
{
    [Theory]
    [InlineData("二、区域规划（共1个，其中新增1个）", "区域规划", "REGIONAL")]
    [InlineData("二．区域规划（1个）", "区域规划", "REGIONAL")]
    [InlineData("二 、 区域规划：", "区域规划", "REGIONAL")]
    [InlineData("（二）空间规划（1项，含1项跨区）", "空间规划", "SPATIAL")]
    [InlineData("(二)、区域规划(十二个)", "区域规划", "REGIONAL")]
    [InlineData("第二部分 区域规划", "区域规划", "REGIONAL")]
    [InlineData("二、区域规划（含跨区）", "区域规划（含跨区）", "REGIONAL")]
    [InlineData("区域规划（1个）", "区域规划", "REGIONAL")]
    public void A_section_is_read_however_its_line_is_written(string line, string category, string kind)
    {
        var sheet = Read(line);

        sheet.Rows.Select(r => (r.Texts.GetValueOrDefault("category"), r.Texts.GetValueOrDefault("kind"))).Should().Equal(
            ("重点专项规划", "SPECIAL"), (category, kind));
        sheet.Notices.Should().BeEmpty();
    }

    [Theory]
    [InlineData("区域规划部分")]
    [InlineData("第2部分 区域规划")]
    [InlineData("——以下为区域规划——")]
    public void A_line_that_is_not_understood_ends_the_section_and_says_so(string line)
    {
        var sheet = Read(line);

        sheet.Rows.Select(r => (r.Texts.GetValueOrDefault("category"), r.Texts.GetValueOrDefault("kind"))).Should().Equal(
            ("重点专项规划", "SPECIAL"), (null, null));
        sheet.Notices.Single().Should().Be(new WorkbookRemark("附表1!A4", new(
            $"“{line}”未读入，其下各行不再归入“重点专项规划”。",
            $"\"{line}\" is not read, and the rows below it are no longer taken for those of \"重点专项规划\".")));
    }

    [Theory]
    [InlineData("注：以下为结转项目。")]
    [InlineData("小计")]
    [InlineData("13")]
    public void A_note_a_sum_and_a_bare_number_end_none(string line)
    {
        Read(line).Rows.Select(r => r.Texts.GetValueOrDefault("category")).Should().Equal("重点专项规划", "重点专项规划");
    }

    /// <summary>Rows without a kind of their own, of a list that takes any.</summary>
    private static SheetRead Read(string line) => WorkbookReadingTests.Read(new TestWorkbook().Sheet("附表1",
        [["序号", "规划名称", "牵头单位"], ["一、重点专项规划（1个）"], [1, "开州区示例甲方案", "区水利局"], [line], [2, "开州区示例乙方案", "区水利局"]],
        ["A2:C2", "A4:C4"]), list: "SR-2024").Sheets.Single();
}
