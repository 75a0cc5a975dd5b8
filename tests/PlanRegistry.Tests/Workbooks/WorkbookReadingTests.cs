using System.Runtime.CompilerServices;
using System.Text;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>Workbooks as offices have them, and the rows that are expected of them; on the sample district.</summary>
public sealed class WorkbookReadingTests
{
    private static readonly object?[] Heading = ["序号", "规划名称", "类别", "牵头单位", "规划期限", "完成时限", "是否环评"];

    [Fact]
    public void A_plain_list_has_its_title_rows_sections_sums_and_notes()
    {
        var sheet = Read(new TestWorkbook().Sheet("附表1",
        [
            ["开州区2024年度规划编制目录清单"],
            ["填报单位：区发展改革委"],
            Heading,
            ["一、重点专项规划（2个）"],
            [1, "开州区示例数字规划", "专项规划", "水利局", "2021—2025年", "2025年6月", "是"],
            [2, "开州区示例水利规划", "重点专项", "〃", "十四五", "同上", "/"],
            ["合计", 2],
            ["注：本表由区发改委汇总。"],
        ], ["A1:G1", "A2:G2", "A4:G4", "A8:G8"]), list: "SR-2024").Sheets.Single();

        sheet.Titles.Should().Equal("开州区2024年度规划编制目录清单", "填报单位：区发展改革委");
        Rows(sheet).Should().Equal(
            "list=SR-2024 code=1 title=开州区示例数字规划 kind=SPECIAL category=重点专项规划 lead_agency=KZ-WRB "
                + "horizon_from=2021 horizon_to=2025 due=2025-06 eia_needed=yes",
            "list=SR-2024 code=2 title=开州区示例水利规划 kind=SPECIAL category=重点专项规划 lead_agency=KZ-WRB "
                + "horizon_from=2021 horizon_to=2025 due=2025-06");
        Said(sheet.Notices).Should().Equal("附表1!A7：“合计”未读入。", "附表1!A8：“注：本表由区发改委汇总。”未读入。");
        Said(sheet.Inferred).Should().Equal(
            "附表1!D5：“水利局”推定为“重庆市开州区水利局”。", "附表1!C6：“重点专项”推定为“专项规划”。",
            "附表1!D6：“水利局”推定为“重庆市开州区水利局”。", "附表1!E6：“十四五”推定为“2021-2025”。");
    }

    [Fact]
    public void A_section_that_says_more_than_it_has_is_reported_and_numbers_that_start_again_are_told_apart()
    {
        var sheet = Read(new TestWorkbook().Sheet("清单",
        [
            ["序号", "规划名称", "类别"], ["一、重点专项规划(3个)"], [1, "甲规划", "专项规划"], ["二、一般专项规划"], [1, "乙规划", "专项规划"],
        ]), list: "SR-2024").Sheets.Single();

        sheet.Rows.Select(r => r.Texts["code"]).Should().Equal("1-1", "2-1");
        Said(sheet.Notices).Should().Equal("清单!A2：“重点专项规划”写明3个，读到1行。");
        Said(sheet.Inferred).First().Should().Be("清单!A3：序号“1”在各部分中重复，条目编号推定为“1-1”。");
    }

    [Fact]
    public void Two_rows_of_a_heading_are_joined()
    {
        var sheet = Read(new TestWorkbook().Sheet("规划",
        [
            ["序号", "规划名称", "类型", "规划期限", null, "牵头\n单位"],
            [null, null, null, "起", "止"],
            [1, "开州区示例规划", "专项规划", "二〇二一", 2025, "区水利局"],
        ], ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"])).Sheets.Single();

        Rows(sheet).Should().Equal("title=开州区示例规划 kind=SPECIAL horizon_from=2021 horizon_to=2025 lead_agency=区水利局");
    }

    [Fact]
    public void Merged_cells_are_filled_down_but_one_title_is_not_two_plans()
    {
        var sheet = Read(new TestWorkbook().Sheet("清单",
        [
            ["序号", "规划名称", "类别", "牵头单位"], [1, "甲规划", "专项规划", "区水利局"], [2, "乙规划", null, null], [3, null, "专项规划", "区教委"],
        ], ["C2:C3", "D2:D3", "B3:B4"]), list: "SR-2024").Sheets.Single();

        sheet.Rows.Select(r => r.Texts.GetValueOrDefault("kind")).Should().Equal("SPECIAL", "SPECIAL", "SPECIAL");
        sheet.Rows[1].Texts["lead_agency"].Should().Be("区水利局");
        sheet.Rows[1].Problems.Select(p => p.Placed.Zh).Should().Contain(
            "清单!B3：合并单元格跨越第3—4行，无法认定属于哪一行；请取消合并后分别填写。");
        sheet.Rows[2].Problems.Select(p => p.Placed.Zh).First().Should().StartWith("清单!B4：合并单元格跨越第3—4行");
    }

    [Fact]
    public void Hidden_rows_and_sheets_and_struck_out_rows_are_reported_and_not_read()
    {
        var reading = Read(new TestWorkbook()
            .Sheet("清单", [["序号", "规划名称", "类别"], [1, "甲规划", "专项规划"], [2, "乙规划", "专项规划"], [3, Odd.Struck("丙规划"), "专项规划"]],
                hidden: [3])
            .Sheet("旧表", [["序号", "规划名称"], [1, "丁规划"]], isHidden: true), list: "SR-2024");

        reading.Rows.Select(r => r.Texts["title"]).Should().Equal("甲规划");
        Said(reading.Notices).Should().Equal("清单：第3行已隐藏，未读入（共1行）。", "清单：第4行已划去，未读入（共1行）。", "旧表：该表已隐藏，未读入。");
    }

    [Fact]
    public void Errors_and_formulas_without_a_value_are_never_read_as_empty()
    {
        var sheet = Read(new TestWorkbook().Sheet("清单",
        [
            ["序号", "规划名称", "牵头单位", "完成时限"],
            [1, Odd.Formed("A1&\"x\"", null), Odd.Error, Odd.Day(new DateOnly(2025, 6, 30))],
            [2, "乙规划", null, null],
        ]), list: "SR-2024").Sheets.Single();

        sheet.Rows[0].Texts["due"].Should().Be("2025-06-30");
        sheet.Rows[0].Problems.Select(p => p.Placed.Zh).Should().Equal(
            "清单!B2：公式没有保存计算结果；请用Excel打开、保存后再导入。", "清单!C2：单元格是错误值，请改正后再导入。");
        sheet.Rows[1].Problems.Should().BeEmpty();
    }

    [Fact]
    public void Targets_have_their_years_in_the_heading_and_their_qualifiers_in_the_wording()
    {
        var sheet = Read(new TestWorkbook().Sheet("指标",
        [
            ["开州区水安全保障“十四五”规划主要指标表"],
            ["指标名称", "单位", "2020年", "2025年", "属性"],
            ["森林覆盖率（%）", "%", 52.1, "≥54", "约束性"],
            ["示例指标", "%", 0.1 + 0.2, "4.5—5左右", "预期性"],
        ]), plan: "SPE-2021-12").Sheets.Single();

        Rows(sheet).Should().Equal(
            "indicator=森林覆盖率（%） unit=% base_value=52.1 base_year=2020 target_value=54 wording=≥54 target_year=2025 "
                + "direction=HIGHER nature=BINDING",
            "indicator=示例指标 unit=% base_value=0.3 base_year=2020 target_low=4.5 target_high=5 wording=4.5—5左右 target_year=2025 "
                + "nature=EXPECTED");
    }

    [Fact]
    public void A_sheet_of_finance_is_in_yuan_and_written_nowhere()
    {
        var reading = Read(new TestWorkbook().Sheet("2025年预算",
        [
            ["规划编制经费申请表"], ["单位：万元"], ["序号", "规划名称", "项目名称", "申请资金", "资金来源"],
            [1, "数字经济规划", "规划编制", 48, "区级财政"], [2, "中药材产业规划", "规划编制", "0.5亿元", "市级补助"],
        ]));

        Rows(reading.Sheets.Single()).Should().Equal(
            "plan=数字经济规划 project=规划编制 amount=480000 money=DISTRICT",
            "plan=中药材产业规划 project=规划编制 amount=50000000 money=UPPER_TRANSFER");
        reading.Written.Should().BeEmpty();
    }

    [Fact]
    public void An_amount_without_a_unit_is_refused()
    {
        var sheet = Read(new TestWorkbook().Sheet("预算", [["规划名称", "金额"], ["数字经济规划", 48]])).Sheets.Single();

        sheet.Rows.Single().Problems.Single().Placed.Zh.Should().Be(
            "预算!B2：金额“48”没有写明单位，请在表头或表上方注明“单位：万元”。");
    }

    [Fact]
    public void An_agency_that_is_not_known_is_never_guessed()
    {
        var sheet = Read(new TestWorkbook().Sheet("清单", [["规划名称", "牵头单位"], ["甲规划", "水务集团"]]), list: "SR-2024").Sheets.Single();

        sheet.Rows.Single().Problems.Single().Placed.Zh.Should().StartWith("清单!B2：单位“水务集团”未登记，可能是").And.EndWith("；请写其全称。");
        sheet.Inferred.Should().BeEmpty();
    }

    [Theory]
    [InlineData("大数据局", 2027, true)]
    [InlineData("区大数据局", 2027, true)]
    [InlineData("区数据局", 2027, false)]
    [InlineData("区大数据局", 2024, false)]
    public void An_agency_that_had_ended_before_the_list_is_told_with_who_succeeded_it(string agency, int year, bool isTold)
    {
        var book = new TestWorkbook().Sheet("附表1", [[$"开州区{year}年度规划编制目录清单"], ["规划名称", "类别", "牵头单位", "配合单位"],
            ["开州区示例甲规划", "专项规划", agency, $"区教委、{agency}"]]);
        var sheet = WorkbookReading.Of(WorkbookFile.Read("book.xlsx", book.Bytes()), SampleFindings.View, new(NewList: true))
            .Sheets.Single();

        var told = sheet.Inferred.Where(r => r.Said.Zh.Contains("终止")).ToList();
        told.Select(r => r.Place).Should().Equal(isTold ? ["附表1!C3", "附表1!D3"] : []);
        told.Select(r => r.Said).Distinct().Should().Equal(!isTold ? [] : [new PlanRegistry.Records.Text(
            "“重庆市开州区大数据应用发展管理局”已于2024年6月30日终止，早于清单年度2027年，职责由“重庆市开州区数据局”承接；推定仍按所写登记，有误请改写。",
            "重庆市开州区大数据应用发展管理局 ended on 2024-06-30, before 2027, the list's year, and was succeeded by 重庆市开州区数据局: "
                + "it is taken to be meant as written; mend it where it is not.")]);
        sheet.Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("批准时间", "2026年3月2日", "approved_on")]
    [InlineData("审批时间", "2026年3月2日", "approved_on")]
    [InlineData("发布时间", "2026年3月2日", "published_on")]
    public void A_day_is_known_by_the_headings_that_offices_use(string heading, string text, string column) =>
        Read(new TestWorkbook().Sheet("规划", [["规划名称", "类别", heading], ["开州区示例甲规划", "专项规划", text]])).Rows.Single()
            .Texts[column].Should().Be("2026-03-02");

    [Theory]
    [InlineData("区本级", "DISTRICT")]
    [InlineData("区本级财政资金", "DISTRICT")]
    [InlineData("区级财政预算资金", "DISTRICT")]
    [InlineData("上级", "UPPER_TRANSFER")]
    [InlineData("市级转移支付", "UPPER_TRANSFER")]
    [InlineData("中央财政专项补助资金", "UPPER_TRANSFER")]
    [InlineData("省级", "UPPER_TRANSFER")]
    [InlineData("市本级", null)]
    [InlineData("上级和区级", null)]
    public void Whose_money_it_is_is_known_by_the_words_that_offices_use(string text, string? money)
    {
        var row = Read(new TestWorkbook().Sheet("预算", [["规划名称", "金额（万元）", "资金来源"], ["数字经济规划", 48, text]])).Rows.Single();

        row.Texts.GetValueOrDefault("money").Should().Be(money);
        row.Problems.Should().HaveCount(money is null ? 1 : 0);
    }

    [Fact]
    public void A_csv_of_GB18030_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("GB18030").GetBytes("序号,规划名称,规划类别\n1,开州区示例水利发展规划,专项规划\n");

        var reading = WorkbookReading.Of(WorkbookFile.Read("目录清单.csv", bytes), SampleFindings.View, new("SR-2024"));

        Rows(reading.Sheets.Single()).Should().Equal("list=SR-2024 code=1 title=开州区示例水利发展规划 kind=SPECIAL");
    }

    /// <summary>Both saved by LibreOffice.</summary>
    [Theory]
    [InlineData("list.xls")]
    [InlineData("list.xlsx")]
    public void A_list_is_read_alike_in_either_form_and_an_xls_says_what_cannot_be_checked(string name)
    {
        var reading = WorkbookReading.Of(WorkbookFile.Read(name, File.ReadAllBytes(Beside(name))), SampleFindings.View, new("SR-2024"));

        Rows(reading.Sheets.Single()).Should().Equal(
            "list=SR-2024 code=1 title=开州区示例数字规划 kind=SPECIAL category=重点专项规划 lead_agency=KZ-WRB "
                + "horizon_from=2021 horizon_to=2025 due=2025-06 eia_needed=yes",
            "list=SR-2024 code=2 title=开州区示例水利规划 kind=SPECIAL category=重点专项规划 lead_agency=KZ-WRB "
                + "horizon_from=2021 horizon_to=2025 due=2025-06 eia_needed=no");
        Said(reading.Notices).Any(n => n.EndsWith(".xls文件中的错误值、未保存结果的公式和删除线无法核查，空格请人工复核。", StringComparison.Ordinal))
            .Should().Be(name == "list.xls");
    }

    internal static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);

    internal static WorkbookReading Read(TestWorkbook workbook, string? list = null, string? plan = null) =>
        WorkbookReading.Of(WorkbookFile.Read("book.xlsx", workbook.Bytes()), SampleFindings.View, new(list, plan));

    internal static IEnumerable<string> Rows(SheetRead sheet)
    {
        var order = sheet.Rows.Select(r => r.Texts.Where(t => t.Value is not null));
        string[] first = ["list", "code", "title", "kind", "category"];
        return order.Select(t => string.Join(' ', t.OrderBy(p => Array.IndexOf(first, p.Key) is >= 0 and var at ? at : 99)
            .Select(p => $"{p.Key}={p.Value}")));
    }

    internal static IEnumerable<string> Said(IEnumerable<WorkbookRemark> remarks) => remarks.Select(r => $"{r.Place}：{r.Said.Zh}");
}
