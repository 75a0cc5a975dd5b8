using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>A directory list is that of its title: no day above the heading chooses another. The sample has lists to 2026.</summary>
public sealed class ListYearTests
{
    private static readonly string Unknown = "附表1：标题所写2027年度的目录清单未登记，请选择随工作簿一并登记，或者指定已登记的清单（"
        + "SR-2020、SR-2021、SR-2022、SR-2024、SR-2026）。";

    private const string Made = "2027年度专项和区域规划编制目录清单（SR-2027）未登记，推定随本工作簿一并登记（据标题、类别）；制定、报送和批准均未录入。";

    [Theory]
    [InlineData("填报时间:2026年11月20日")]
    [InlineData("填报日期：2026年")]
    [InlineData("填报时间", "2026年")]
    [InlineData("（截至2026年11月）")]
    [InlineData("截至2026年底")]
    [InlineData("2026年12月20日")]
    [InlineData("2026 年 12 月")]
    [InlineData("2026—2030年")]
    [InlineData("开州府办发〔2026〕12号")]
    public void No_day_above_the_heading_chooses_a_list(params string[] above)
    {
        var unknown = Read(above, newList: false);
        var made = Read(above, newList: true);

        unknown.Problems.Select(p => p.Placed.Zh).Should().Equal(Unknown);
        unknown.Problems.Single().Placed.En.Should().StartWith("附表1: The directory list of 2027, which the title names, is not registered: "
            + "have it registered with it, or name one that is registered (");
        unknown.Inferred.Should().BeEmpty();
        made.Problems.Should().BeEmpty();
        made.Inferred.Select(r => r.Said.Zh).Should().Equal(Made);
        made.List.Should().Be("SR-2027");
    }

    [Fact]
    public void Where_the_title_names_no_year_a_day_names_none_either()
    {
        var sheet = Read(["填报时间:2026年11月20日"], newList: false, title: "开州区规划编制目录清单");

        sheet.Problems.Single().Placed.Zh.Should().StartWith("附表1：没有写明属于哪份目录清单，请指定已登记的清单（");
        sheet.List.Should().BeNull();
    }

    [Fact]
    public void A_code_above_the_heading_does_not_go_against_the_title()
    {
        Read(["参照SR-2026格式填写"], newList: false).Problems.Select(p => p.Placed.Zh).Should().Equal(Unknown);
        Read(["SR-2026"], newList: false, title: "开州区2026年度规划编制目录清单").List.Should().Be("SR-2026");
    }

    [Fact]
    public void That_a_new_list_was_wanted_of_one_that_is_registered_is_said()
    {
        var sheet = Read([], newList: true, title: "开州区2026年度规划编制目录清单");
        var said = Read([], newList: true, list: "SR-2026");

        sheet.Inferred.Single().Said.Should().Be(new PlanRegistry.Records.Text(
            "表中各行推定属于“SR-2026”（据表名、标题）；该清单已经登记，不另行登记新的清单。",
            "The rows are taken to belong to SR-2026, by the titles of the sheet, which is registered already: "
                + "no new list is registered."));
        said.Notices.First().Said.Should().Be(new PlanRegistry.Records.Text(
            "目录清单“SR-2026”已经登记，各行写入该清单，不另行登记新的清单。",
            "The directory list SR-2026 is registered already: the rows go into it, and no new list is registered."));
    }

    private static SheetRead Read(string[] above, bool newList, string title = "开州区2027年度专项规划和区域规划编制目录清单", string? list = null)
    {
        var book = new TestWorkbook().Sheet("附表1",
            [[title], [.. above], ["序号", "规划名称", "类别", "牵头单位"], [1, "开州区示例农村公路规划", "专项规划", "区水利局"]]);
        return WorkbookReading.Of(WorkbookFile.Read("book.xlsx", book.Bytes()), SampleFindings.View, new(list, NewList: newList))
            .Sheets.Single();
    }
}
