using System.Net;
using PlanRegistry.Access;
using PlanRegistry.Server.Workbooks;
using PlanRegistry.Tests.GraphQL;
using PlanRegistry.Tests.Workbooks;

namespace PlanRegistry.Tests.Exports;

/// <summary>经费审核表: finance's own sheet read for the funding check, and given back with 结论, 理由 and 核验单号.</summary>
public sealed class FundingSheetTests : FundingSheetTest
{
    /// <summary>Two projects of one plan, a plan by its code, one listed nowhere; a sum, a hidden row, no amount.</summary>
    private static byte[] Sheet => new TestWorkbook().Sheet("2026年经费",
    [
        ["2026年规划经费申请表"], ["单位：万元"], ["序号", "规划名称", "项目名称", "申请资金", "资金来源", "日期", "经办"],
        [1, Water, "=堤防工程", 120.5m, "区级", "2026.6.1", "甲"],
        [2, null, "水库工程", 30, "上级转移支付", null, "甲"],
        [3, "SPE-2025-01", "编制", "两千", "区级财政资金", null, "乙"],
        [4, "无此规划", "示例", 5, "彩票", null, "乙"],
        [5, "DEV-2026", "藏起来的", 5, "区级", null, "乙"],
        ["合计", null, null, 155.5m],
    ], merged: ["B4:B5"], hidden: [8]).Bytes();

    [Fact]
    public async Task A_finance_sheet_becomes_the_lines_of_the_funding_check_and_what_cannot_be_read_is_told_by_its_cell()
    {
        var sheet = await Read(Http, await Sent(Http, Sheet));

        var lines = sheet.At("lines").EnumerateArray().ToList();
        lines.Select(l => ($"{l.Text("place")} {l.Text("plan")} {l.Text("project")} {l.Text("amount")} "
            + $"{l.Text("money")} {l.Text("on")}").TrimEnd())
            .Should().Equal(
                $"2026年经费!B4 {Water} =堤防工程 1205000 DISTRICT 2026-06-01", $"2026年经费!B5 {Water} 水库工程 300000 UPPER_TRANSFER",
                "2026年经费!B6 SPE-2025-01 编制  DISTRICT", "2026年经费!B7 无此规划 示例 50000");
        lines[2].At("problems")[0].Text("message").Should().Be("“两千”不是大于零的金额，未采用。");
        lines[2].At("problems.0.path").GetRawText().Should().Be("""["2026年经费","D6"]""");
        lines[3].At("problems")[0].Text("message").Should().Be("资金来源“彩票”看不懂，应为区级财政资金、上级转移支付、其他资金。");
        Remarks(sheet, "notices").Should().BeEquivalentTo("2026年经费!G3 列“经办”未读入。", "2026年经费!A9 “合计”未读入。",
            "2026年经费 第8行已隐藏，未读入（共1行）。");
        Remarks(sheet, "inferred").Should().Contain("2026年经费!E4 “区级”推定为“区级财政资金”。");
    }

    [Fact]
    public async Task The_same_workbook_comes_back_with_three_columns_in_the_words_of_the_funding_check_each_on_its_own_row()
    {
        var id = await Sent(Http, Sheet);
        var asked = await Asked(Http, id);

        var content = await Exported(Http, asked.Lines, id);

        var grid = Grid(content);
        grid.Rows[2].Cells.Select(c => c.Text).Should().Equal("序号", "规划名称", "项目名称", "申请资金", "资金来源", "日期", "经办", "结论", "理由",
            "核验单号");
        grid.Rows.Skip(3).Take(4).Select(r => (r[7].Text!, r[8].Text!)).Should().Equal(asked.Checks.Select((c, i) => (
            i >= 2 ? "待核实" : c.Verdict,
            (i == 2 ? "2026年经费!D6：“两千”不是大于零的金额，未采用。\n"
                : i == 3 ? "2026年经费!E7：资金来源“彩票”看不懂，应为区级财政资金、上级转移支付、其他资金。\n" : "") + c.Reasons)));
        grid.Rows[3][2].Text.Should().Be("=堤防工程");
        grid.MergeAt(4, 1).Should().NotBeNull("what was merged is merged");
        (grid.Rows[7].IsHidden, grid.Rows[7][7].Text, grid.Rows[8][7].Text).Should().Be((true, null, null));
        new Spreadsheet(content).Dispose();
    }

    [Fact]
    public async Task What_goes_out_goes_in_again_as_the_same_lines_and_its_answers_are_no_facts()
    {
        var id = await Sent(Http, Sheet);
        var filled = await Exported(Http, (await Asked(Http, id)).Lines, id);
        var again = await Sent(Http, filled);
        var sheet = await Read(Http, again);

        sheet.At("lines").GetRawText().Should().Be((await Read(Http, id)).At("lines").GetRawText());
        Remarks(sheet, "notices").Should().NotContain(n => n.Contains("结论") || n.Contains("理由") || n.Contains("核验单号"));
        var twice = Grid(await Exported(Http, (await Asked(Http, again)).Lines, again));
        twice.Rows[2].Cells.Should().HaveCount(10, "the columns that there are are filled, and no second ones made");
        twice.Rows.Select(r => r[8].Text).Should().Equal(Grid(filled).Rows.Select(r => r[8].Text));
    }

    [Fact]
    public async Task Lines_that_were_pasted_leave_in_the_usual_layout_which_goes_in_again()
    {
        object[] lines =
        [
            new { plan = "SPE-2021-12", project = "=1+1", amount = "1200.50", money = "DISTRICT",
                purpose = "IMPLEMENTATION", on = "2026-06-01" },
            new { plan = "无此规划", project = "示例" },
        ];

        using var book = new Spreadsheet(await Exported(Http, lines));

        book.Column("规划名称").Should().Equal(Water, "无此规划");
        book.Column("规划代码").Should().Equal("SPE-2021-12", "");
        book.StyleOf(book.CellAt("D2")).QuotePrefix!.Value.Should().BeTrue();
        book.Column("结论").Should().HaveCount(2).And.HaveElementAt(1, "待核实");
        var sheet = await Read(Http, await Sent(Http, await Exported(Http, lines)));
        sheet.At("lines")[0].Text("plan").Should().Be("SPE-2021-12");
        sheet.At("lines")[0].Text("project").Should().Be("=1+1");
        sheet.At("lines")[0].Text("amount").Should().Be("1200.5");
        sheet.At("lines")[0].Text("on").Should().Be("2026-06-01");
        Remarks(sheet, "notices").Should().ContainSingle("the source line alone is passed over").Which.Should().Contain("规划登记册·");
    }

    [Fact]
    public async Task A_csv_comes_back_as_a_workbook_in_the_usual_layout()
    {
        var id = await Sent(Http, System.Text.Encoding.UTF8.GetBytes("规划代码,项目名称,金额（元）,资金来源\nSPE-2021-12,道路,1200,区级\n"), "表.csv");

        using var answer = await Send(Http, (await Asked(Http, id)).Lines, id);

        answer.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("表-经费审核-2026-06-30.xlsx");
        using var book = new Spreadsheet(await answer.Content.ReadAsByteArrayAsync());
        book.Column("项目名称").Should().Equal("道路");
    }

    [Fact]
    public async Task A_certificate_is_told_by_its_number_once_it_is_signed_and_till_then_as_awaiting_signature()
    {
        Have("钱一", Role.Finance);
        Have("孙二", Role.Finance);
        var (first, second) = (await SignedIn("钱一"), await SignedIn("孙二"));
        var id = await Sent(first, new TestWorkbook().Sheet("表", [["规划名称", "项目名称", "金额（元）", "资金来源"],
            [Water, "道路", 1200, "区级财政资金"], [Water, "桥梁", 300, "区级财政资金"], [Water, "道路", 1200, "区级财政资金"]]).Bytes());
        async Task<IEnumerable<string?>> Numbers() =>
            Grid(await Exported(first, (await Asked(first, id)).Lines, id)).Rows.Skip(1).Select(r => r[6].Text);

        (await Numbers()).Should().Equal(null, null, null);
        var number = (await Run(first, "issueFundingCertificates", new
        {
            district = "500154", lines = new[]
            {
                new { plan = "SPE-2021-12", project = "道路", amount = "1200", money = "DISTRICT",
                    purpose = "IMPLEMENTATION", anyVerdict = true },
            },
        })).Text("fundingCertificates.0.number");
        (await Numbers()).Should().Equal("待复核", null, null);
        await Run(second, "signFundingCertificates", new { district = "500154", numbers = new[] { number } });
        (await Numbers()).Should().Equal([number, null, null], "a second line that is alike has none of its own");
    }

    [Fact]
    public async Task Who_may_not_ask_gets_no_sheet_and_a_sheet_is_its_senders_alone()
    {
        object[] line = [new { plan = "SPE-2021-12" }];
        var finance = Program(Role.Finance);
        var id = await Sent(finance, Sheet);

        (await Refusal(Client(), line)).Should().Be((HttpStatusCode.Unauthorized, "请先登录。"));
        (await Refusal(Program(Role.Department, "KZ-WRB"), line)).Should().Be((HttpStatusCode.NotFound, "没有该内容，或不在您的范围内。"));
        (await Refusal(Program(Role.Audit), line, id)).Should().Be((HttpStatusCode.NotFound, "没有该工作簿，或者上传已逾一小时，请重新上传。"));
        (await Refusal(finance, [new { plan = "SPE-2021-12", place = "2026年经费!B99" }], id)).Should().Be((HttpStatusCode.Conflict,
            "所列内容已有变化，请更新页面后再导出。"));
        (await Refusal(finance, [.. Enumerable.Repeat(line[0], 201)])).Should().Be((HttpStatusCode.RequestEntityTooLarge,
            "一次最多导出200行，请分次核对。"));
        (await Refusal(finance, [new { plan = "SPE-2021-12", amount = "-1" }])).Status.Should().Be(HttpStatusCode.BadRequest);
        await Exported(finance, line);
        Storage.Read(rows => rows.LastEntry())!.About.Should().Be("funding-sheet:1");
    }

    [Fact]
    public async Task A_workbook_without_such_a_sheet_is_told()
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表", [["规划名称", "类别"], ["甲规划", "专项规划"]]).Bytes());

        var answer = await Asked(Http, $$"""{ district(code: "500154") { fundingSheet(workbook: "{{id}}") { lineCount } } }""", null);

        answer.Text("errors.0.message").Should().Be("工作簿中没有经费审核表：表头应有“金额”，以及“规划名称”或者“项目名称”。");
    }
}
