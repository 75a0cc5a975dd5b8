using System.Text;
using PlanRegistry.Records;
using PlanRegistry.Server.Packs;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>A .csv is read as a spreadsheet shows it, or is refused by its line.</summary>
public sealed class CsvTests
{
    private static Text Refusal(string text, string name = "清单.csv") => FluentActions.Invoking(() =>
        WorkbookFile.Read(name, Encoding.UTF8.GetBytes(text))).Should().Throw<PackException>().Which.Sentence;

    private static SheetRead Read(string text) => WorkbookReading.Of(
        WorkbookFile.Read("清单.csv", Encoding.UTF8.GetBytes(text)), SampleFindings.View, new("SR-2024")).Sheets.Single();

    private static IEnumerable<string?> Titles(SheetRead sheet) => sheet.Rows.Select(r => r.Texts["title"]);

    [Fact]
    public void Blank_lines_count_as_a_spreadsheet_counts_them()
    {
        var sheet = Read("开州区2024年度规划编制目录清单\n\n序号,规划名称,牵头单位\r\n\r\n901,甲专项规划,水务集团\n,,\n902,乙专项规划,水务集团\n");

        sheet.Rows.SelectMany(r => r.Problems).Select(p => p.File).Should().Equal("清单!C5", "清单!C7");
        sheet.Grid.Rows.Should().HaveCount(7);
    }

    [Theory]
    [InlineData("序号,规划名称,牵头单位\n901,\"甲专项规划,区水利局\n902,乙专项规划,区水利局\n903,丙专项规划,区水利局\n", 2)]
    [InlineData("序号,规划名称,牵头单位\n901,甲专项规划,区水利局\n902,\"乙专项规划,区水利局\n903,\"丙专项规划\",区水利局\n", 3)]
    [InlineData("序号,规划名称,牵头单位\n\n901,\"甲\"专项规划,区水利局\n", 3)]
    public void A_quotation_mark_that_is_not_closed_is_refused_and_swallows_no_row(string text, int line) =>
        Refusal(text).Should().Be(new Text(
            $"“清单.csv”第{line}行的引号没有成对，其后的内容属于哪一格、哪一行无法认定；请补上或者删去引号后再导入。",
            $"'清单.csv' has a quotation mark in line {line} that is not closed, and to which cell or row what follows belongs cannot "
                + "be told: close or delete it and import again."));

    [Fact]
    public void Quotation_marks_that_are_in_order_are_read()
    {
        Titles(Read("序号,规划名称,牵头单位\n901,\"甲专项规划\n（草案）\",区水利局\n902,开州区\"十四五\"水利专项规划,区水利局\n903,\"\"\"丙\"\"专项规划\",区水利局\n"))
            .Select(t => t!.Replace("\n", "")).Should().Equal("甲专项规划（草案）", "开州区\"十四五\"水利专项规划", "\"丙\"专项规划");
    }

    [Fact]
    public void Cells_parted_by_tabs_are_read_below_a_title_too()
    {
        Titles(Read("开州区2024年度规划编制目录清单\n填报单位：区发展改革委,2024年\n序号\t规划名称\t牵头单位\n901\t甲专项规划\t区水利局\n")).Should().Equal("甲专项规划");
        Titles(Read("序号,规划名称,牵头单位\n901,\"甲\t专项规划\",区水利局\n")).Should().Equal("甲\t专项规划");
    }

    [Fact]
    public void Rows_and_cells_have_their_limits()
    {
        Refusal(new string('\n', WorkbookLimits.Rows + 1)).Should().Be(
            new Text("“清单.csv”超过50000行，即可以读取的上限。", "'清单.csv' has more than 50000 rows, the most that is read."));
        Refusal(new string(',', 250) + "x").Zh.Should().Be("“清单.csv”超过每行200格、每格32767字，即可以读取的上限。");
        Refusal(new string('长', WorkbookLimits.CellLength + 1)).Zh.Should().Be("“清单.csv”超过每行200格、每格32767字，即可以读取的上限。");
        Read("序号,规划名称" + new string(',', 300) + "\n901,甲专项规划\n").Rows.Should().HaveCount(1);
    }

    [Fact]
    public void What_cannot_be_declared_is_not_asked_to_be_declared()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("big5").GetBytes("序號,規劃名稱,牽頭單位\n901,甲專項規劃,區水利局\n");
        Text Said(bool isCommand) => FluentActions.Invoking(() => WorkbookFile.Read("清单.csv", bytes, isCommand: isCommand))
            .Should().Throw<PackException>().Which.Sentence;

        Said(isCommand: false).Zh.Should().StartWith("“清单.csv”不能读取：编码不明：按GB18030读作“")
            .And.EndWith("”，按Big5读作“序號,規劃名稱,牽頭單位”。请另存为UTF-8编码的.csv，或者另存为.xlsx。");
        Said(isCommand: false).En.Should().EndWith("as Big5 \"序號,規劃名稱,牽頭單位\". Save it as .csv in UTF-8, or as .xlsx.");
        Said(isCommand: true).Zh.Should().EndWith("请另存为UTF-8，或以--encoding注明编码。");
        Said(isCommand: true).En.Should().EndWith("Save it as UTF-8, or name the encoding by --encoding.");
    }
}
