using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PlanRegistry.Access;
using PlanRegistry.Tests.Exports;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>一张表体检: what a workbook would open, as Excel and as letters, while nothing is recorded.</summary>
public sealed class WorkbookCheckTests : WorkbookTest
{
    /// <summary>Plans that were approved without standing on a list, of two agencies.</summary>
    private static byte[] Plans => new TestWorkbook().Sheet("规划",
    [
        ["规划名称", "规划类别", "牵头单位", "规划期限", "审批主体", "批准日期", "发布形式"],
        ["开州区河道整治专项规划", "专项规划", "区水利局", "2026-2030", "区政府", "2026-03-02", "区政府"],
        ["开州区农村公路专项规划", "专项规划", "区交通局", "2026-2030", "区政府", "2026-03-03", "区政府"],
    ]).Bytes();

    [Fact]
    public async Task What_a_workbook_would_open_leaves_as_a_list_and_as_a_letter_for_each_agency_and_nothing_is_written()
    {
        var id = await Sent(Http, Plans);
        var (head, rows, vector) = (Registry.Head(Sample), Rows(), (await District("vector")).Vector);

        var opened = await Opened(Http, id);
        var (listName, bytes) = await Exported(Http, id, [.. opened.Select(f => f.Text("id")!)]);
        using var list = new Spreadsheet(bytes);
        var (lettersName, letters) = await Letters(Http, id);

        opened.Select(f => f.Text("responsible.name")).Distinct().Should()
            .BeEquivalentTo("重庆市开州区水利局", "重庆市开州区交通运输委员会");
        opened.Select(f => f.Text("sentence")).Should().Contain("《开州区河道整治专项规划》未列入规划编制目录清单，不得编制或批准实施。");
        listName.Should().Be("问题台（体检，未记入）-500154-2026-06-30.xlsx");
        list.Column("一句话").Should().Equal(opened.Select(f => f.Text("sentence")));
        list.Source().Should().Contain($"台账{vector}（工作簿“book.xlsx”体检，未记入台账）；");
        lettersName.Should().Be("提醒函（体检，未记入）-500154-2026-06-30.zip");
        letters.Keys.Should().BeEquivalentTo("提醒函（体检，未记入）-重庆市开州区水利局-2026-06-30.docx",
            "提醒函（体检，未记入）-重庆市开州区交通运输委员会-2026-06-30.docx");
        foreach (var agency in opened.GroupBy(f => f.Text("responsible.name")))
        {
            var letter = letters[$"提醒函（体检，未记入）-{agency.Key}-2026-06-30.docx"];
            letter.Should().Contain($"经核对“book.xlsx”所列情况（尚未记入规划登记册），截至2026年6月30日，由你单位负责的规划工作有以下{agency.Count()}项事项需要办理。"
                + "请逐项核实，按所列期限办结，并将办理情况连同有关文件书面报送我单位。"
                + "所列规划尚未记入规划登记册的，办理建议所称登记、录入、补录，均为将有关内容书面报送我单位，由我单位统一记入。");
            letter.Where(p => p.StartsWith("问题：", StringComparison.Ordinal)).Should()
                .BeEquivalentTo(agency.Select(f => $"问题：{f.Text("sentence")}"));
            letter[^1].Should().Contain($"台账{vector}（工作簿“book.xlsx”体检，未记入台账）");
        }
        Registry.Head(Sample).Should().Be(head);
        Rows().Should().Equal(rows, "nothing is written but into the access journal");
        var told = Storage.Read(r => r.LastEntry())!;
        (told.Event, told.About).Should().Be((AccessEvent.Exported,
            $"reminder:2:重庆市开州区交通运输委员会、重庆市开州区水利局 workbook:{id[..16]}"));
    }

    [Fact]
    public async Task Old_findings_of_the_district_stand_in_no_letter_of_a_check()
    {
        var id = await Sent(Http, Plans);
        var before = (await Ask("""{ district(code: "500154") { findings(first: 100) { nodes { sentence } } } }"""))
            .At("district.findings.nodes").EnumerateArray().Select(f => $"问题：{f.Text("sentence")}").ToList();

        var (_, letters) = await Letters(Http, id);

        before.Should().NotBeEmpty();
        letters.Values.SelectMany(p => p).Should().NotIntersectWith(before);
    }

    [Fact]
    public async Task A_list_that_is_not_registered_is_registered_with_its_entries_where_that_is_wanted_and_nothing_is_guessed()
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表1", [["开州区2029年度规划编制目录清单"], ["序号", "规划名称", "类别", "牵头单位"],
            [1, "开州区示例甲规划", "专项规划", "区水利局"], [2, "开州区示例乙规划", "专项规划", "区交通局"]]).Bytes());

        var refused = await Inspected(Http, id);
        var inspected = await Inspected(Http, id, new { newList = true });
        var imported = await Ask("""
            mutation($input: ImportWorkbookInput!) { importWorkbook(input: $input) { recorded problems { message } } }
            """, new { input = new { district = "500154", workbook = id, newList = true, confirmation = inspected.Text("confirmation") } });

        refused.Text("problems.0.message").Should().StartWith("标题所写2029年度的目录清单未登记，请选择随工作簿一并登记，或者指定已登记的清单（")
            .And.EndWith("）。");
        inspected.Texts("inferred", "said").Should().Equal("2029年度专项和区域规划编制目录清单（SR-2029）未登记，推定随本工作簿一并登记（据标题、类别）；"
            + "制定、报送和批准均未录入。");
        inspected.Texts("notices", "said").Should().Contain("2个条目没有关联规划：评判的是规划和已报送、批准的清单，条目本身不评判。")
            .And.Contain("清单没有录入报送和批准日期，其制定程序和各项意见暂不评判；登记后请补录。");
        inspected.At("opened").GetArrayLength().Should().Be(0);
        imported.At("importWorkbook").GetRawText().Should().Be("""{"recorded":3,"problems":[]}""");
        (await Ask("""
            { district(code: "500154") { directoryLists {
                code track year drafter { name } approvedOn submittedOn entries { title } } } }
            """))
            .At("district.directoryLists").EnumerateArray().Single(l => l.Text("code") == "SR-2029").GetRawText().Should().Be("""
                {"code":"SR-2029","track":"SPECIAL_AND_REGIONAL","year":2029,"drafter":null,"approvedOn":null,"submittedOn":null,
                "entries":[{"title":"开州区示例甲规划"},{"title":"开州区示例乙规划"}]}
                """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("规划编制目录清单", "标题没有写明清单的年度，不能一并登记；请先登记该清单。")]
    [InlineData("开州区2024年度规划编制目录清单", null)]
    public async Task Of_a_list_no_second_one_is_made_and_without_a_year_none(string title, string? refusal)
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表1",
            [[title], ["序号", "规划名称", "类别"], [91, "开州区示例甲规划", "专项规划"]]).Bytes());

        var inspected = await Inspected(Http, id, new { newList = true, reason = "补录", document = "开州示例发〔2024〕2号" });

        inspected.Texts("problems", "message").Should().Equal(refusal is null ? [] : [refusal]);
        inspected.Texts("inferred", "said").Should().NotContain(s => s!.Contains("一并登记"));
    }

    [Theory]
    [InlineData("开州区2029年度规划编制目录清单（含2028年度未完成清单）", null,
        "标题写有2个年度（2028、2029），清单属于哪一年无法认定；请在标题中只写一个年度，或者先登记该清单。")]
    [InlineData("2026—2030年规划编制目录清单", null, "标题没有写明清单的年度，不能一并登记；请先登记该清单。")]
    [InlineData("开州区2029年度规划编制目录清单", "SR-2028", "所写的目录清单代码“SR-2028”与标题的年度2029年不一致，请改正其中之一。")]
    [InlineData("开州区2029年度规划编制目录清单", "SR|2029;x", "目录清单代码“SR|2029;x”不能使用：请写50个字以内的字母、汉字、数字和连字符，如SR-2029。")]
    [InlineData("开州区2029年度规划编制目录清单（填报日期：2028年12月3日）", "甲-2029", null)]
    public async Task A_list_is_made_of_one_year_under_a_code_that_goes_with_it(string title, string? list, string? refusal)
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表1",
            [[title], ["序号", "规划名称", "类别"], [1, "开州区示例甲规划", "专项规划"]]).Bytes());

        var inspected = await Inspected(Http, id, new { newList = true, list });

        inspected.Texts("problems", "message").Should().Equal(refusal is null ? [] : [refusal]);
        inspected.At("recorded").GetInt32().Should().Be(refusal is null ? 2 : 0);
    }

    [Fact]
    public async Task An_entry_that_ends_before_the_year_of_a_new_list_and_one_that_stands_twice_are_told_by_sheet_and_cell()
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表1", [["开州区2029年度规划编制目录清单"], ["序号", "规划名称", "类别", "规划期限"],
            [1, "开州区示例甲规划", "专项规划", "2021-2025"], [2, "开州区示例乙规划", "专项规划", "2026-2030"],
            [2, "开州区示例丙规划", "专项规划", "2026-2030"]]).Bytes());

        var problems = (await Inspected(Http, id, new { newList = true })).At("problems").EnumerateArray()
            .Select(p => $"{string.Join('!', p.At("path").EnumerateArray().Select(x => x.GetString()))}：{p.Text("message")}").ToList();

        problems.Should().HaveCount(2);
        problems[0].Should().Be("附表1!D3：规划期至2025年，在清单年度2029年之前已经结束；请核对标题的年度或者规划期限。");
        problems[1].Should().StartWith("附表1!A5：").And.EndWith("与附表1!A4重复。").And.NotContain(".csv");
    }

    [Fact]
    public async Task Without_anything_to_remind_of_there_is_no_letter_and_it_is_said()
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表1", [["开州区2029年度规划编制目录清单"], ["序号", "规划名称", "类别"],
            [1, "开州区示例甲规划", "专项规划"]]).Bytes());

        (await Refusal(Http, "/papers", new { district = "500154", paper = "reminder", workbook = new { id, newList = true } }))
            .Should().Be((HttpStatusCode.NotFound, "各单位在该日没有需要提醒的问题。"));
    }

    [Fact]
    public async Task What_cannot_be_checked_is_refused_in_one_sentence()
    {
        var id = await Sent(Http, Plans);
        var bad = await Sent(Http, new TestWorkbook().Sheet("规划", [["规划名称", "规划类别", "牵头单位", "规划期限"],
            ["开州区示例甲规划", "专项规划", "天文台", "2026-2030"]]).Bytes());
        object[] findings = [new { kind = "findings", rows = Array.Empty<string>() }];

        (await Refusal(Http, "/papers", new { district = "500154", paper = "reminder", workbook = new { id = "0123" } }))
            .Should().Be((HttpStatusCode.NotFound, "没有该工作簿，或者上传已逾一小时，请重新上传。"));
        (await Refusal(Http, "/papers", new { district = "500154", paper = "reminder", workbook = new { id = bad } }))
            .Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Refusal(Http, "/papers", new { district = "500154", paper = "reminder", workbook = new { id = bad } }))
            .Message.Should().StartWith("工作簿有1处错误，请先在导入页改正：规划!C2：单位“天文台”未登记");
        (await Refusal(Http, "/export", new { district = "500154", sheets = findings, workbook = new { id = bad } }))
            .Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Refusal(Http, "/papers", new { district = "500154", paper = "briefing", workbook = new { id } }))
            .Should().Be((HttpStatusCode.BadRequest, "工作簿体检只生成提醒函（reminder）和问题清单（findings）。"));
        (await Refusal(Http, "/papers", new { district = "500154", paper = "reminder", asOf = "2026-01-01", workbook = new { id } }))
            .Should().Be((HttpStatusCode.BadRequest, "文书请求不完整，请从页面生成。"));
        var nowhere = new { id, columns = new[] { new { place = (string?)null, field = "title" } } };
        (await Refusal(Http, "/papers", new { district = "500154", paper = "reminder", workbook = nowhere }))
            .Status.Should().Be(HttpStatusCode.BadRequest);
        (await Refusal(Http, "/export", new { district = "500154", workbook = new { id },
            sheets = new object[] { new { kind = "plans", rows = Array.Empty<string>() } } })).Status
            .Should().Be(HttpStatusCode.BadRequest);
        (await Refusal(Http, "/export", new { district = "500154", workbook = new { id },
            sheets = new object[] { new { kind = "findings", rows = new[] { "nothing" } } } })).Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Who_may_not_import_has_no_check_and_a_department_sees_its_own_alone()
    {
        var id = await Sent(Program(Role.ReformCommission), Plans);
        var department = Program(Role.Department, "KZ-WRB");
        var own = await Sent(department, Plans);
        object Of(string workbook) => new { district = "500154", paper = "reminder", workbook = new { id = workbook } };

        (await Refusal(Client(), "/papers", Of(id))).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await Refusal(Program(Role.Audit), "/papers", Of(id))).Should().Be((HttpStatusCode.NotFound, "没有该内容，或不在您的范围内。"));
        (await Refusal(Program(Role.Audit), "/papers", Of(id))).Status.Should().Be(HttpStatusCode.NotFound);
        (await Refusal(department, "/papers", Of(id))).Should()
            .Be((HttpStatusCode.NotFound, "没有该工作簿，或者上传已逾一小时，请重新上传。"), "it is its sender's alone");
        (await Refusal(department, "/papers", Of(own))).Message.Should().Contain("只能办理本单位规划和本单位的事项。");
    }

    [Fact]
    public async Task A_department_that_imports_what_is_not_its_own_is_told_the_row()
    {
        var department = Program(Role.Department, "KZ-WRB");
        var id = await Sent(department, new TestWorkbook().Sheet("附表1",
            [["序号", "规划名称", "类别"], [91, "开州区示例甲规划", "专项规划"]]).Bytes());

        var problem = (await Inspected(department, id, new { list = "SR-2024", reason = "补录", document = "开州示例发〔2024〕2号" }))
            .At("problems.0");

        problem.Text("message").Should().Be("只能办理本单位规划和本单位的事项。");
        problem.At("path").EnumerateArray().Select(p => p.GetString()).Should().Equal("附表1", "B2");
    }

    /// <summary>How many rows each table has, but for those of accounts and the access journal.</summary>
    private List<(string Table, long Rows)> Rows()
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False;Mode=ReadOnly");
        connection.Open();
        return [.. Dapper.SqlMapper.Query<string>(connection,
                "select name from pragma_table_list where schema = 'main' and strict = 1 and name not like 'access%' order by name")
            .Select(t => (t, Dapper.SqlMapper.ExecuteScalar<long>(connection, $"select count(*) from {t}")))];
    }

    private static async Task<(string Name, byte[] Content)> Exported(HttpClient client, string id, string[] rows)
    {
        using var answer = await client.PostAsJsonAsync("/export",
            new { district = "500154", sheets = new[] { new { kind = "findings", rows } }, workbook = new { id } });
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "it is answered, not: {0}", await answer.Content.ReadAsStringAsync());
        return (answer.Content.Headers.ContentDisposition!.FileNameStar!, await answer.Content.ReadAsByteArrayAsync());
    }

    private static async Task<(string Name, Dictionary<string, IReadOnlyList<string>> Letters)> Letters(HttpClient client, string id)
    {
        using var answer = await client.PostAsJsonAsync("/papers", new { district = "500154", paper = "reminder", workbook = new { id } });
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "it is answered, not: {0}", await answer.Content.ReadAsStringAsync());
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var letters = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            await entry.Open().CopyToAsync(content);
            letters[entry.Name] = LetterFile.Paragraphs(content.ToArray());
        }
        return (answer.Content.Headers.ContentDisposition!.FileNameStar!, letters);
    }

    private static async Task<(HttpStatusCode Status, string? Message)> Refusal(HttpClient client, string path, object form)
    {
        using var answer = await client.PostAsJsonAsync(path, form);
        return (answer.StatusCode, await Message(answer));
    }

    private static async Task<List<JsonElement>> Opened(HttpClient client, string id) =>
        [.. (await Inspected(client, id)).At("opened").EnumerateArray()];
}
