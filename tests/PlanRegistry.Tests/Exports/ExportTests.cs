using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Exports;

/// <summary>导出Excel: the rows that a page shows, from the registry's own answers, to whom may see them.</summary>
public sealed class ExportTests : AccessTest
{
    [Theory]
    [InlineData("plans", "plans(first: 100) { nodes { key: code shown: code } }", "代码")]
    [InlineData("findings", "findings(first: 100) { nodes { key: id shown: sentence } }", "一句话")]
    [InlineData("duties", "duties(first: 100) { nodes { key shown: reason } }", "为何此日")]
    [InlineData("reviews", "reviewDuties(first: 100) { nodes { key shown: reason } }", "为何此日")]
    [InlineData("amendments", "amendments(first: 100) { nodes { key: id shown: reason } }", "理由")]
    [InlineData("amendmentDuties", "amendmentDuties(first: 100) { nodes { key shown: reason } }", "为何此日")]
    [InlineData("ledger", "ledger(first: 50) { nodes { key: seq shown: hash } }", "校验值")]
    [InlineData("policy", "policy { key: id shown: label }", "参数")]
    [InlineData("waivers", "waivers(first: 100) { nodes { key: id shown: reason } }", "理由")]
    public async Task A_list_is_exported_with_the_rows_that_are_shown_in_their_order(string kind, string selection, string head)
    {
        var shown = await Shown(selection);
        shown.Reverse();

        using var book = await Export([new { kind, rows = shown.Select(s => s.Key) }]);

        shown.Should().NotBeEmpty();
        book.Column(head).Should().Equal(shown.Select(s => s.Shown ?? ""));
        (await Export([new { kind, rows = shown.Take(1).Select(s => s.Key) }])).Rows().Should().ContainSingle("the filter left one row");
    }

    [Fact]
    public async Task The_rules_are_exported_as_they_are_shown()
    {
        var rules = (await Ask("{ rules { code sentence } }")).At("rules").EnumerateArray().ToList();

        using var book = await Export([new { kind = "rules", rows = rules.Select(r => r.Text("code")) }]);

        rules.Should().NotBeEmpty();
        book.Column("规则").Should().Equal(rules.Select(r => r.Text("code")!));
        book.Column("规则内容").Should().Equal(rules.Select(r => r.Text("sentence")!));
    }

    [Fact]
    public async Task A_list_and_its_difference_are_two_sheets_of_one_workbook()
    {
        var list = (await Ask("""
            { district(code: "500154") { directoryLists { code entries { id title }
                difference { from { code } entries { entry { id title } former { id title } } } } } }
            """)).At("district.directoryLists").EnumerateArray().Last(l => l.At("difference").ValueKind == JsonValueKind.Object);
        var entries = list.At("entries").EnumerateArray().ToList();
        var differences = list.At("difference.entries").EnumerateArray().ToList();
        var code = list.Text("code");

        using var book = await Export(
        [
            new { kind = "entries", list = code, rows = entries.Select(e => e.Text("id")) },
            new
            {
                kind = "difference", list = code, from = list.Text("difference.from.code"),
                rows = differences.Select(d => $"{(d.At("entry").ValueKind == JsonValueKind.Null ? "" : d.Text("entry.id"))} "
                    + string.Join(',', d.At("former").EnumerateArray().Select(f => f.Text("id")))),
            },
        ]);

        book.Names.Should().Equal("目录清单条目", "与另一份清单的差异");
        book.Column("规划名称").Should().Equal(entries.Select(e => e.Text("title")!));
        book.Rows(1).Should().HaveCount(differences.Count).And.NotBeEmpty();
    }

    /// <summary>The usual layout: a title, then the columns of an office's own 目录清单, and what the registry knows of each last.</summary>
    [Fact]
    public async Task A_directory_list_leaves_in_the_layout_of_the_office_under_its_title_and_its_code()
    {
        var list = (await Ask("""
            mutation { approveDirectoryList(input: {
                district: "500154", code: "SR-2027", track: SPECIAL_AND_REGIONAL, year: 2027, entries: [
                { code: "1", title: "开州区示例专项规划", kind: SPECIAL, leadAgency: "KZ-WRB", coLeadAgencies: ["KZ-AGR", "KZ-DRC"],
                  horizon: { from: 2026, to: 2030 }, category: "重点专项规划", due: "2026-12-31", eiaNeeded: true }] })
              { directoryList { entries { id } } } }
            """)).At("approveDirectoryList.directoryList.entries");
        object[] sheets = [new { kind = "entries", list = "SR-2027", rows = list.EnumerateArray().Select(e => e.Text("id")) }];

        using var answer = await Send(Http, sheets);
        using var book = new Spreadsheet(await answer.Content.ReadAsByteArrayAsync());
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var english = await Export(sheets);

        answer.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("目录清单条目-SR-2027-500154-2026-06-30.xlsx");
        book.Title().Should().Be("开州区2027年度专项和区域规划编制目录清单（SR-2027）");
        english.Title().Should().Be("开州区: the 2027 directory list of special and regional plans (SR-2027)");
        book.Heads().Should().Equal("序号", "规划名称", "规划类别", "板块", "规划期限", "牵头单位", "配合单位", "完成时限", "需环评", "需水资源论证",
            "移出", "移出理由", "清单", "规划代码", "灯");
        book.Rows().Single().Should().Equal("1", "开州区示例专项规划", "专项规划", "重点专项规划", "2026—2030", "重庆市开州区水利局",
            "重庆市开州区农业农村委员会、重庆市开州区发展和改革委员会", "46387", "是", "", "", "", "SR-2027", "", "");
        english.Heads().Take(8).Should().Equal("No.", "Title", "Kind", "Category", "Horizon", "Lead agency", "Co-lead agencies", "Due");
    }

    [Fact]
    public async Task The_comparison_is_exported_with_its_figures_and_which_plans_are_weaker()
    {
        var rows = (await Ask("""
            { district(code: "500154") { comparison { year indicator { code name } targets { plan { title } comparisons { isWeaker } } } } }
            """)).At("district.comparison").EnumerateArray().ToList();

        using var book = await Export(
            [new { kind = "comparison", rows = rows.Select(r => $"{r.Text("indicator.code")} {r.Text("year")}") }]);

        book.Column("指标").Should().Equal(rows.Select(r => r.Text("indicator.name")!));
        book.Column("弱于上位规划要求").Should().Equal(rows.Select(r => string.Join('\n', r.At("targets").EnumerateArray()
            .Where(t => t.At("comparisons").EnumerateArray().Any(c => c.At("isWeaker").GetBoolean())).Select(t => t.Text("plan.title")))));
    }

    [Fact]
    public async Task The_ledger_names_roles_as_the_page_does()
    {
        Have("张三", Role.ReformCommission);
        var client = await SignedIn("张三");
        var seq = (await Asked(client, """
            mutation { registerDocument(input: { district: "500154", code: "DOC-NEW", title: "后来的文件（示例）", issuer: "区政府",
                issuedOn: "2026-06-29" }) { seq problems { message } } }
            """, null)).Text("data.registerDocument.seq");

        using var book = new Spreadsheet(await Content(client, [new { kind = "ledger", rows = new[] { "1", seq } }]));

        book.Column("角色").Should().Equal("", "发改委经办");
    }

    [Fact]
    public async Task The_source_line_says_where_and_when_it_comes_from()
    {
        using var book = await Export([new { kind = "plans", rows = new[] { "SPE-2021-11" } }]);

        book.Source().Should().Be("规划登记册·开州区；评估日2026年6月30日；所知时点2026年6月30日10:00:00（北京时间）；"
            + $"台账{(await District("vector")).Vector}；officer于2026年6月30日10:00:00（北京时间）导出；所列1行，共{await Plans()}行。");
    }

    [Fact]
    public async Task A_row_that_is_not_there_any_more_is_told_and_nothing_is_exported() =>
        (await Refusal(Http, [new { kind = "plans", rows = new[] { "SPE-2021-11", "SPE-1999-01" } }]))
            .Should().Be((HttpStatusCode.Conflict, "所列内容已有变化，请更新页面后再导出。"));

    [Fact]
    public async Task A_list_that_there_is_not_names_no_file()
    {
        (await Refusal(Http, [new { kind = "entries", list = "甲 乙:丙", rows = Array.Empty<string>() }])).Status
            .Should().Be(HttpStatusCode.Conflict);
        (await Refusal(Http, [new { kind = "plans", list = "甲 乙:丙", rows = new[] { "SPE-2021-11" } }])).Status
            .Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_a_page_does_not_ask_is_refused()
    {
        (await Refusal(Http, [new { kind = "passwords", rows = new[] { "1" } }])).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Refusal(Http, [new { kind = "plans" }])).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Refusal(Http, [])).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Refusal(Http, [new { kind = "plans", rows = Enumerable.Repeat("SPE-2021-11", 20_001) }])).Status
            .Should().Be(HttpStatusCode.RequestEntityTooLarge);
        using var plain = await Http.PostAsync("/export", new StringContent("{}", mediaType: new("text/plain")));
        plain.StatusCode.Should().Be(HttpStatusCode.BadRequest, "a form of another page can send such a body");
    }

    [Fact]
    public async Task Nobody_exports_what_they_do_not_see()
    {
        object[] plan = [new { kind = "plans", rows = new[] { "SPE-2021-11" } }];
        object[] ledger = [new { kind = "ledger", rows = new[] { "1" } }];
        var finance = Program(Role.Finance);
        var department = Program(Role.Department, "KZ-WRB");

        (await Refusal(Client(), plan)).Should().Be((HttpStatusCode.Unauthorized, "请先登录。"));
        (await Refusal(finance, ledger)).Should().Be((HttpStatusCode.NotFound, "没有该内容，或不在您的范围内。"));
        (await Refusal(Program(Role.Admin), plan)).Status.Should().Be(HttpStatusCode.NotFound);
        (await Refusal(finance, plan, "500000")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Refusal(department, plan)).Status.Should().Be(HttpStatusCode.Conflict, "a plan of another agency is not there for it");
        using var own = new Spreadsheet(await Content(department, [new { kind = "plans", rows = new[] { "SPE-2021-12" } }]));
        own.Column("代码").Should().Equal("SPE-2021-12");
    }

    [Fact]
    public async Task A_page_of_another_site_exports_nothing()
    {
        Have("张三", Role.ReformCommission);
        var browser = await SignedIn("张三");
        browser.DefaultRequestHeaders.Remove("Origin");
        browser.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        using var answer = await Send(browser, [new { kind = "plans", rows = new[] { "SPE-2021-11" } }]);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_access_journal_tells_who_exported_what()
    {
        Have("张三", Role.ReformCommission);
        await Content(await SignedIn("张三"), [new { kind = "plans", rows = new[] { "SPE-2021-11", "SPE-2021-12" } }]);

        var told = Storage.Read(rows => rows.LastEntry())!;

        (told.Event, told.Name, told.About, told.District!.Value.Value).Should().Be((AccessEvent.Exported, "张三", "plans:2", "500154"));
    }

    [Fact, Trait("Home", "SQLite")]
    public async Task Where_the_access_journal_cannot_be_written_to_nothing_is_exported()
    {
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        using var writing = other.BeginTransaction(deferred: false);

        (await Refusal(Http, [new { kind = "plans", rows = new[] { "SPE-2021-11" } }])).Should().Be((HttpStatusCode.ServiceUnavailable,
            "访问日志暂时无法写入，未导出；请稍后重试。"));
    }

    [Fact]
    public async Task The_rows_are_those_of_the_view_that_was_shown()
    {
        var before = (await District("vector")).Vector;
        await Write(new RegisterDocument("DOC-NEW", "区政府") { Title = "后来的文件（示例）", IssuedOn = "2026-06-29" });

        using var book = new Spreadsheet(await Content(Http, [new { kind = "plans", rows = new[] { "SPE-2021-11" } }], vector: before));

        book.Source().Should().Contain($"台账{before}；");
        (await Refusal(Http, [new { kind = "plans", rows = new[] { "SPE-2021-11" } }], vector: "500154:999 500000:1 000000:1")).Status
            .Should().Be(HttpStatusCode.Conflict);
    }

    private async Task<int> Plans() => (await Ask("""{ district(code: "500154") { plans(first: 1) { totalCount } } }"""))
        .At("district.plans.totalCount").GetInt32();

    private async Task<List<(string Key, string? Shown)>> Shown(string selection)
    {
        var list = (await Ask($"{{ district(code: \"500154\") {{ {selection} }} }}")).At("district").EnumerateObject().Single().Value;
        var nodes = list.ValueKind == JsonValueKind.Array ? list : list.At("nodes");
        return [.. nodes.EnumerateArray().Select(n => (n.Text("key")!, n.Text("shown")))];
    }

    private async Task<Spreadsheet> Export(object[] sheets) => new(await Content(Http, sheets));

    private static async Task<byte[]> Content(HttpClient client, object[] sheets, string? vector = null)
    {
        using var answer = await Send(client, sheets, vector: vector);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "it is answered, not: {0}", await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<(HttpStatusCode Status, string? Message)> Refusal(
        HttpClient client, object[] sheets, string district = "500154", string? vector = null)
    {
        using var answer = await Send(client, sheets, district, vector);
        return (answer.StatusCode, await Message(answer));
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, object[] sheets, string district = "500154", string? vector = null) =>
        client.PostAsJsonAsync("/export", new { district, vector, sheets });
}
