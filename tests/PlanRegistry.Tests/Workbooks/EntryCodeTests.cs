using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>Rows without 序号 in a list that is registered: one that is there keeps its number, a new one takes nobody's.</summary>
public sealed class EntryCodeTests
{
    [Fact]
    public void A_new_entry_takes_the_first_number_that_no_other_has_and_one_that_is_there_keeps_its_own()
    {
        var entries = SampleFindings.View.EntriesIn[new(SampleFindings.View.Code, "SR-2026")].ToList();
        var (known, numbers) = (entries.Single(e => e.Code == "1"), entries.Select(e => e.Code).ToHashSet());
        var book = new TestWorkbook().Sheet("附表1",
            [["开州区2026年度专项规划和区域规划编制目录清单"], ["规划名称", "类别", "牵头单位"],
            ["开州区示例甲规划", "专项规划", "区水利局"], [known.Title, "专项规划", "区水利局"], ["开州区示例乙规划", "专项规划", "区水利局"]]);

        var rows = WorkbookReading.Of(WorkbookFile.Read("book.xlsx", book.Bytes()), SampleFindings.View, new("SR-2026", NewList: false))
            .Sheets.Single().Rows.Select(r => r.Texts["code"]!).ToList();

        rows.Should().OnlyHaveUniqueItems();
        rows[1].Should().Be(known.Code);
        numbers.Should().NotContain(rows[0]).And.NotContain(rows[2]);
        rows[0].Should().Be(Enumerable.Range(1, 100).Select(n => $"{n}").First(n => !numbers.Contains(n)));
    }
}
