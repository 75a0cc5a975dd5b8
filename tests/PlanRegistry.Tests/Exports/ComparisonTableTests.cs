using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Exports;

/// <summary>约束性指标比对表: a column for each plan, weaker figures in words, what cannot be compared too.</summary>
public sealed class ComparisonTableTests : AccessTest
{
    private const string Asking = """
        { district(code: "500154") { vector comparison { year indicator { name unit } isAllocationMissing allocations { value }
            targets { value unit nature plan { code title kind } comparisons { isWeaker unclear demanded superior { title } } } } } }
        """;

    private static async Task<HttpResponseMessage> Send(HttpClient client, object form) =>
        await client.PostAsJsonAsync("/export/comparison-table", form);

    private async Task<Spreadsheet> Table(object? form = null)
    {
        using var answer = await Send(Http, form ?? new { district = "500154" });
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return new Spreadsheet(await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Its cells from the head on: title and five lines stand above.</summary>
    private static List<List<string>> Cells(Spreadsheet book) =>
        [.. book.RowsAsWritten().Skip(6).SkipLast(2).Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList())];

    [Fact]
    public async Task Each_indicator_and_year_is_a_row_and_each_plan_a_column_the_outlines_first()
    {
        var rows = (await Ask(Asking)).At("district.comparison").EnumerateArray().ToList();
        var plans = rows.SelectMany(r => r.At("targets").EnumerateArray()).Select(t => t.Text("plan.code")!).Distinct().ToList();

        using var book = await Table();
        var cells = Cells(book);

        book.Names.Should().Equal("约束性指标比对表");
        cells[0].Take(5).Should().Equal("指标", "计量单位", "指标方向", "年度", "分解下达值");
        cells[0].Should().HaveCount(5 + plans.Count + 1);
        cells[0][5].Should().Contain("DEV-2026").And.Contain("发展规划");
        cells[0].Skip(5).SkipLast(1).Select(h => plans.Single(p => h.Contains($"，{p}）", StringComparison.Ordinal))).Should()
            .BeEquivalentTo(plans);
        cells.Skip(1).Select(r => $"{r[0]} {r[3]}").Should().Equal(rows.Select(r => $"{r.Text("indicator.name")} {r.Text("year")}"));
    }

    [Fact]
    public async Task What_is_weaker_says_so_in_words_and_by_what_and_is_marked()
    {
        const string day = "2026-11-22"; // The outline has been amended by then.
        var asked = Asking.Replace("code: \"500154\"", $"code: \"500154\", asOf: \"{day}\"", StringComparison.Ordinal);
        var rows = (await Ask(asked)).At("district.comparison").EnumerateArray().ToList();
        var (row, target) = rows.SelectMany((r, i) => r.At("targets").EnumerateArray().Select(t => (i, t)))
            .First(x => x.t.At("comparisons").EnumerateArray().Any(c => c.At("isWeaker").GetBoolean()));
        var weaker = target.At("comparisons").EnumerateArray().First(c => c.At("isWeaker").GetBoolean());

        using var book = await Table(new { district = "500154", asOf = day });
        var cells = Cells(book);
        var column = cells[0].FindIndex(h => h.Contains($"，{target.Text("plan.code")}）", StringComparison.Ordinal));

        cells[row + 1][column].Should().Contain($"弱于要求：{weaker.Text("demanded")}");
        cells[row + 1][^1].Should().StartWith($"{target.Text("plan.title")}：弱于{weaker.Text("superior.title")}");
        var style = book.StyleOf(book.RowsAsWritten()[7 + row].Elements<Cell>().ElementAt(column));
        (style.FillId!.Value, style.FontId!.Value).Should().Be((3U, 1U), "it is seen at once, and said too");
    }

    [Fact]
    public async Task A_missing_allocation_is_to_be_checked_and_a_figure_is_a_number()
    {
        var rows = (await Ask(Asking)).At("district.comparison").EnumerateArray().ToList();
        using var book = await Table();
        var cells = Cells(book);

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].At("isAllocationMissing").GetBoolean())
            {
                cells[i + 1][4].Should().StartWith("待核实");
            }
            else if (rows[i].At("allocations").GetArrayLength() == 0)
            {
                cells[i + 1][4].Should().BeEmpty();
            }
        }
        book.RowsAsWritten()[7].Elements<Cell>().ElementAt(3).DataType!.Value.Should().Be(CellValues.Number);
    }

    [Fact]
    public async Task Its_head_says_of_which_day_and_ledger_it_is_and_stays_in_sight_with_the_indicator()
    {
        var vector = (await Ask(Asking)).Text("district.vector")!;
        using var book = await Table(new { district = "500154", vector });
        var lines = book.RowsAsWritten().Skip(1).Take(5).Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList()).ToList();

        book.RowsAsWritten()[0].InnerText.Should().Be("开州区约束性指标比对表");
        lines.Select(l => l[0]).Should().Equal("行政区", "评估日", "所知时点", "台账", "说明");
        (lines[0][1], lines[1][1], lines[3][1]).Should().Be(("开州区 500154", "2026年6月30日", vector));
        var pane = book.PaneOf(0)!;
        (pane.HorizontalSplit!.Value, pane.VerticalSplit!.Value, pane.TopLeftCell!.Value).Should().Be((4, 7, "E8"));
        book.DefinedNames.Should().Contain(("Print_Titles", 0U, "'约束性指标比对表'!$A:$D,'约束性指标比对表'!$7:$7"));
        book.Of<PageSetup>()!.Orientation!.Value.Should().Be(OrientationValues.Landscape);
        book.Of<PageSetup>()!.PaperSize!.Value.Should().Be(9U);
        book.Source().Should().StartWith("规划登记册·开州区；评估日2026年6月30日");
    }

    [Fact]
    public async Task All_indicators_are_another_table_and_a_title_that_looks_like_a_formula_stays_text()
    {
        await Ask("""
            mutation { registerPlan(input: { district: "500154", code: "SPE-F", title: "=1+1规划", kind: SPECIAL, leadAgency: "KZ-WRB",
                horizon: { from: 2026, to: 2030 } }) { seq problems { message } } }
            """);
        await Ask("""
            mutation { setTargets(input: { district: "500154", plan: "SPE-F", targets: [
                { indicator: "FOREST-COVER", nature: BINDING, targetYear: 2030, targetValue: "57" }] }) { seq problems { message } } }
            """);

        using var book = await Table(new { district = "500154", bindingOnly = false });
        var cells = Cells(book);
        var head = book.RowsAsWritten()[6].Elements<Cell>().Single(c => c.InnerText.StartsWith("=1+1规划", StringComparison.Ordinal));

        book.Names.Should().Equal("指标比对表");
        cells.Should().HaveCountGreaterThan((await Ask(Asking)).At("district.comparison").GetArrayLength());
        book.StyleOf(head).QuotePrefix!.Value.Should().BeTrue();
        book.FormulasIn(0).Should().Be(0);
    }

    [Fact]
    public async Task It_is_refused_to_who_may_not_see_it_where_it_has_changed_and_where_it_is_not_understood()
    {
        (await Send(Http, new { district = "500154", vector = "500154:0 500000:1 000000:1" })).StatusCode
            .Should().Be(HttpStatusCode.Conflict);
        (await Send(Http, new { district = "500154", asOf = "gestern" })).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await Send(Http, new { district = "999999" })).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_department_gets_what_it_sees_and_the_journal_notes_it()
    {
        var client = Program(Role.Department, "KZ-WRB");
        var seen = (await Asked(client, Asking)).At("data.district.comparison").EnumerateArray()
            .SelectMany(r => r.At("targets").EnumerateArray()).Select(t => t.Text("plan.code")!).Distinct().ToList();
        using var answer = await Send(client, new { district = "500154" });
        using var book = new Spreadsheet(await answer.Content.ReadAsByteArrayAsync());

        Cells(book)[0].Should().HaveCount(5 + seen.Count + 1);
        answer.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("约束性指标比对表-500154-2026-06-30.xlsx");
        var told = await Asked(Program(Role.Audit), "{ accessJournal(first: 20) { nodes { event aboutName } } }");
        told.At("data.accessJournal.nodes").EnumerateArray().Where(e => e.Text("event") == "EXPORTED").Select(e => e.Text("aboutName"))
            .Should().ContainSingle().Which.Should().StartWith("约束性指标比对表");
    }
}
