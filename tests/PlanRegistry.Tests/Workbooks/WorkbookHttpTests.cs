using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>A workbook over HTTP: sent, inspected, confirmed, imported; and the registry's own list in again.</summary>
public sealed class WorkbookHttpTests : WorkbookTest
{
    private const string Selection =
        "confirmation recorded corrected withdrawn inferred { place said } problems { path message } opened { sentence }";

    private static byte[] ThreeColumns =>
        new TestWorkbook().Sheet("附表1", [["序号", "规划名称", "类别"], [91, "开州区示例甲规划", "专项规划"]]).Bytes();

    [Fact]
    public async Task A_workbook_is_inspected_and_imported_once_what_was_inferred_is_confirmed()
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表1",
            [["序号", "规划名称", "类别", "牵头单位"], [91, "开州区示例甲规划", "专项规划", "水利局"]]).Bytes());
        var head = Registry.Head(Sample);
        var (reason, document) = ("补录", "开州示例发〔2024〕2号");

        var inspected = await Run("inspectWorkbook", new { district = "500154", workbook = id, list = "SR-2024", reason, document });
        var refused = await Run("importWorkbook", new { district = "500154", workbook = id, list = "SR-2024", reason, document });

        inspected.At("recorded").GetInt32().Should().Be(1);
        inspected.At("inferred")[0].Text("said").Should().Be("“水利局”推定为“重庆市开州区水利局”。");
        refused.At("problems")[0].Text("message").Should().Be("有推定事项尚未确认，或者与所确认的不同；请核对后以confirmation确认。");
        Registry.Head(Sample).Should().Be(head);

        var imported = await Run("importWorkbook", new
        {
            district = "500154", workbook = id, list = "SR-2024", reason, document, confirmation = inspected.Text("confirmation"),
        });

        imported.At("problems").GetArrayLength().Should().Be(0);
        Registry.Entry(Sample, head + 1)!.Command.Should().Be("importWorkbook");
    }

    [Fact]
    public async Task A_column_is_what_its_sender_says_it_is()
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表1",
            [["序号", "规划名称", "类别", "负责的局", "备注"], [91, "开州区示例甲规划", "专项规划", "重庆市开州区水利局", "水利局"]]).Bytes());
        var (reason, document) = ("补录", "开州示例发〔2024〕2号");
        async Task<JsonElement> Inspected(params object[] columns) => (await Ask("""
            mutation($input: InspectWorkbookInput!) { inspectWorkbook(input: $input) {
              sheets { columns { place heading field } fields { field heading } rows(first: 1) { values { column text } } }
            } }
            """, new { input = new { district = "500154", workbook = id, list = "SR-2024", reason, document, columns } }))
            .At("inspectWorkbook");

        var asWritten = (await Inspected()).At("sheets")[0];
        var said = (await Inspected(new { place = "附表1!D1", field = "lead_agency" }, new { place = "附表1!A1", field = (string?)null }))
            .At("sheets")[0];

        asWritten.At("columns")[3].GetRawText().Should().Be("""{"place":"附表1!D1","heading":"负责的局","field":null}""");
        asWritten.At("fields").EnumerateArray().Select(f => (f.Text("field"), f.Text("heading"))).Should().Contain(("lead_agency", "牵头单位"));
        said.At("columns").EnumerateArray().Select(c => c.Text("field")).Should().Equal(null, "title", "kind", "lead_agency", null);
        said.At("rows")[0].At("values").EnumerateArray().Select(v => (v.Text("column"), v.Text("text")))
            .Should().Contain([("lead_agency", "重庆市开州区水利局"), ("code", "3")]);
    }

    [Fact]
    public async Task What_is_said_of_a_column_that_is_not_there_or_cannot_be_is_refused_and_not_passed_over()
    {
        var id = await Sent(Http, ThreeColumns);
        async Task<string?> Refusal(params object[] columns) =>
            (await Run("inspectWorkbook", new { district = "500154", workbook = id, list = "SR-2024", columns }))
                .Text("problems.0.message");

        (await Refusal(new { place = "附表1!B9", field = "title" })).Should().Be("“附表1!B9”不是所读各表的列名所在单元格。");
        (await Refusal(new { place = "附表1!C1", field = "nonsense" })).Should().Be("列“类别”不能对应“nonsense”，可以对应的见fields。");
        (await Refusal(new { place = "附表1!C1", field = "year" })).Should().Be("列“类别”不能对应“year”，可以对应的见fields。");
        (await Refusal(new { place = "附表1!C1", field = "kind" }, new { place = "附表1!C1", field = "title" }))
            .Should().Be("同一列写了两次对应的内容，请只写一次。");
    }

    [Fact]
    public async Task Where_a_heading_tells_nothing_yet_its_columns_can_still_be_said()
    {
        var id = await Sent(Http, ThreeColumns);
        async Task<JsonElement> Sheet(string? field) => (await Ask("""
            mutation($input: InspectWorkbookInput!) { inspectWorkbook(input: $input) {
              sheets { use columns { place } fields { field } }
            } }
            """, new
        {
            input = new { district = "500154", workbook = id, list = "SR-2024", columns = new[] { new { place = "附表1!B1", field } } },
        })).At("inspectWorkbook.sheets.0");

        var unread = await Sheet(null);

        unread.Text("use").Should().BeNull();
        unread.At("columns").GetArrayLength().Should().Be(3);
        unread.Texts("fields", "field").Should().Contain(["title", "name", "amount"]);
        (await Sheet("title")).Text("use").Should().NotBeNull("and said again it is read");
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task The_registrys_own_list_goes_in_again_and_changes_nothing(string language)
    {
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        await Ask("""
            mutation { approveDirectoryList(input: {
                district: "500154", code: "SR-2027", track: SPECIAL_AND_REGIONAL, year: 2027, entries: [
                { code: "1", title: "开州区示例专项规划", kind: SPECIAL, leadAgency: "KZ-WRB", coLeadAgencies: ["KZ-AGR", "KZ-DRC"],
                  horizon: { from: 2026, to: 2030 }, category: "重点专项规划", due: "2026-12-31", eiaNeeded: true },
                { code: "2", title: "开州区另一示例专项规划", kind: SPECIAL, due: "2027-06-30" }] }) { seq } }
            """);
        var list = (await Ask("{ district(code: \"500154\") { directoryLists { code entries { id } } } }"))
            .At("district.directoryLists").EnumerateArray().Single(l => l.Text("code") == "SR-2027");
        using var exported = await Http.PostAsJsonAsync("/export", new
        {
            district = "500154", sheets = new[]
            {
                new { kind = "entries", list = list.Text("code"), rows = list.At("entries").EnumerateArray().Select(e => e.Text("id")) },
            },
        });
        var id = await Sent(Http, await exported.Content.ReadAsByteArrayAsync());

        var again = await Run("inspectWorkbook", new { district = "500154", workbook = id });

        again.At("problems").GetRawText().Should().Be("[]");
        again.Texts("inferred", "said").Should().BeEmpty("what the registry writes it need not guess");
        (again.At("recorded").GetInt32(), again.At("corrected").GetInt32()).Should().Be((0, 0));
    }

    [Fact]
    public async Task The_registrys_own_plans_go_in_again_and_change_nothing()
    {
        var plans = (await Ask("{ district(code: \"500154\") { plans(first: 100) { nodes { code } } } }"))
            .At("district.plans.nodes").EnumerateArray().Select(p => p.Text("code")).ToList();

        var again = await Run("inspectWorkbook", new { district = "500154", workbook = await Out("plans", plans!) });

        plans.Should().HaveCountGreaterThan(40);
        again.At("problems").GetRawText().Should().Be("[]");
        (again.At("recorded").GetInt32(), again.At("corrected").GetInt32()).Should().Be((0, 0));
    }

    [Theory]
    [InlineData("duties", "duties(first: 100) { nodes { key } }", "待办事项")]
    [InlineData("reviews", "reviewDuties(first: 100) { nodes { key } }", "评估任务")]
    public async Task A_list_of_ours_that_says_nothing_to_be_recorded_is_not_taken_for_plans(string kind, string selection, string name)
    {
        var rows = (await Ask($"{{ district(code: \"500154\") {{ {selection} }} }}")).At("district").EnumerateObject().Single().Value
            .At("nodes").EnumerateArray().Select(n => n.Text("key")).ToList();

        var again = await Inspected(Http, await Out(kind, rows!));

        again.Texts("problems", "message").Should().Equal("工作簿中没有可以读入的表。");
        again.Texts("notices", "said").Should().Contain(
            $"该表是从登记册导出的“{name}”，不能导入，未读入；可以导入的是规划目录和目录清单条目。");
    }

    private async Task<string> Out(string kind, IEnumerable<string> rows)
    {
        using var exported = await Http.PostAsJsonAsync("/export", new { district = "500154", sheets = new[] { new { kind, rows } } });
        return await Sent(Http, await exported.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_workbook_is_its_senders_alone()
    {
        var id = await Sent(Program(Role.ReformCommission), new TestWorkbook().Sheet("清单", [["规划名称", "类别"]]).Bytes());

        (await Program(Role.Department, "KZ-WRB").GetAsync($"/workbooks/{id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await Program(Role.Finance).GetAsync($"/workbooks/{id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await Client().GetAsync($"/workbooks/{id}")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    private async Task<JsonElement> Run(string mutation, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        return (await Ask($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {Selection} }} }}", new { input })).At(mutation);
    }
}
