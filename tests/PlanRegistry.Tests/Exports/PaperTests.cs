using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PlanRegistry.Access;
using PlanRegistry.Tests.Funding;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Exports;

/// <summary>文书: letters and tables as .docx, made of what the caller sees, noted before they leave.</summary>
public sealed class PaperTests : CertificateReviewTest
{
    [Fact]
    public async Task A_letter_tells_an_agency_each_of_its_findings_with_clause_facts_remedy_and_day()
    {
        var own = await Findings("KZ-WRB");

        var (name, letter) = await Letter("reminder", "KZ-WRB");

        name.Should().Be("提醒函-重庆市开州区水利局-2026-06-30.docx");
        var late = own.Count(f => f.Text("urgency") == "OVERDUE");
        late.Should().BePositive();
        letter.Should().Contain("重庆市开州区水利局：").And.Contain($"经核对规划登记册，截至2026年6月30日，由你单位负责的规划工作有以下{own.Count}项事项需要办理，"
            + $"其中{late}项已逾期。请逐项核实，按所列期限办结，已逾期的立即办理并函告拟办结日期，并将办理情况录入规划登记册。");
        letter.Count(p => p.StartsWith("期限：", StringComparison.Ordinal) && p.EndsWith("（已逾期）", StringComparison.Ordinal)).Should().Be(late);
        letter.Where(p => p.StartsWith("事实：", StringComparison.Ordinal) || p.StartsWith("办理建议：", StringComparison.Ordinal))
            .Should().OnlyContain(p => p.EndsWith('。'));
        letter.Should().ContainInOrder("重庆市开州区发展和改革委员会", "（印章）", "2026年6月30日");
        letter.Where(p => p.StartsWith("问题：", StringComparison.Ordinal)).Should()
            .BeEquivalentTo(own.Select(f => $"问题：{f.Text("sentence")}"));
        letter.Where(p => p.StartsWith("结论：", StringComparison.Ordinal)).Should().BeEquivalentTo(own.Select(f =>
            f.Text("verdict") == "UNKNOWN" ? "结论：待核实（缺资料）" : "结论：不符合"), "what is not known yet is not told as a fault");
        letter.Where(p => p.StartsWith("办理建议：", StringComparison.Ordinal)).Should().HaveCount(own.Count);
        letter[^1].Should().Be("来源：规划登记册·开州区；评估日2026年6月30日；所知时点2026年6月30日10:00:00（北京时间）；"
            + $"台账{(await District("vector")).Vector}；officer于2026年6月30日10:00:00（北京时间）出具。");
    }

    [Fact]
    public async Task All_agencies_have_their_letters_in_one_zip()
    {
        var agencies = (await Findings()).Select(f => f.Text("responsible.name")).OfType<string>().Distinct().ToList();

        using var answer = await Send(Http, "reminder");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());

        answer.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("提醒函-500154-2026-06-30.zip");
        zip.Entries.Select(e => e.Name).Should().BeEquivalentTo(agencies.Select(a => $"提醒函-{a}-2026-06-30.docx"));
        agencies.Should().HaveCountGreaterThan(1);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            await entry.Open().CopyToAsync(content);
            LetterFile.Paragraphs(content.ToArray()).Should().Contain(p => p.StartsWith("问题：", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_table_of_findings_holds_the_rows_that_are_shown_in_their_order()
    {
        var all = await Findings();
        all.Reverse();

        var (_, table) = await Letter("findings", [.. all.Select(f => f.Text("id")!)]);

        table.Should().Contain($"开州区，截至2026年6月30日，共{all.Count}项。");
        table.Where(p => p.StartsWith('【')).Select(p => p[(p.IndexOf('】') + 1)..]).Should().Equal(all.Select(f =>
            System.Text.RegularExpressions.Regex.Replace(f.Text("sentence")!, "（[A-Z]{3}-[0-9]{3}）", "")));
    }

    [Fact]
    public async Task A_certificate_has_its_foot_its_code_and_its_lines_and_is_noted_as_printed()
    {
        await HaveTwo();
        Clock.Advance(TimeSpan.FromMilliseconds(493));
        var number = await Prepared();
        (await Refusal(preparer, "certificate", number)).Should().Be((HttpStatusCode.NotFound, $"没有编号为{number}的已签发核验单。"));
        var signed = (await Sign(reviewer, number)).At("fundingCertificates.0");

        var (name, paper) = await LetterFor(preparer, "certificate", number);

        name.Should().Be($"规划目录核验单-{number}-2026-06-30.docx");
        paper.Should().ContainInOrder($"编号：{number}　　状态：有效", "120,000.5元", "王建国", "李明", $"校验码：{signed.Text("verifyCode")}",
            "经办人签名：", "审核人签名：", "（单位印章）　　　　年　　月　　日", "本单仅证明规划目录核验结果，不代替预算批复和资金拨付审批");
        paper.Should().Contain("2026年6月30日10:00:00（北京时间）", "no office tells thousandths of a second");
        var told = Storage.Read(rows => rows.LastEntry())!;
        (told.Event, told.Name, told.About).Should().Be((AccessEvent.CertificatePrinted, "王建国", number));
    }

    [Fact]
    public async Task A_report_goes_with_its_recipients_its_copies_and_what_it_lacks()
    {
        var duty = (await Ask("""
            { district(code: "500154") { reviewDuties(first: 100, filter: { states: [OVERDUE] }) { nodes {
                key reason missing recipients { name } copies { name } plan { title } } } } }
            """)).At("district.reviewDuties.nodes").EnumerateArray().First(d => d.At("recipients").GetArrayLength() > 0);

        var (_, paper) = await Letter("report", duty.Text("key")!);

        paper.Should().Contain($"《{duty.Text("plan.title")}》").And.Contain(duty.Text("reason"))
            .And.Contain(string.Join('\n', duty.Texts("recipients", "name"))).And.Contain("（签名）　　　　　　年　　月　　日");
        var missing = string.Join('\n', duty.At("missing").EnumerateArray().Select(m => m.GetString()));
        paper.Should().Contain(missing == "" ? "不缺。" : missing);
    }

    /// <summary>An outsider knows no rule by its code, and need not read each list that was looked through.</summary>
    [Fact]
    public async Task A_letter_speaks_as_an_office_does()
    {
        var letters = new List<string>();
        foreach (var agency in (await Findings()).Select(f => f.Text("responsible.code")).OfType<string>().Distinct())
        {
            letters.AddRange((await Letter("reminder", agency)).Letter);
        }

        letters.Where(p => System.Text.RegularExpressions.Regex.IsMatch(p, "^(问题|事实|办理建议)：.*([A-Z]{3}-[0-9]{3}）|参数|本系统默认)"))
            .Should().BeEmpty();
        letters.Should().Contain(p => p.Contains("经核对各年度目录清单，共5份。", StringComparison.Ordinal))
            .And.Contain(p => p.Contains("年度监测分析期限（次年）按6月30日计（登记册默认）", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_bears_the_name_of_who_sends_it()
    {
        (await LetterFor(Program(Role.Finance), "reminder", "KZ-WRB")).Letter.Should().ContainInOrder("重庆市开州区财政局", "（印章）");
        (await LetterFor(Program(Role.Audit), "missing", "SPE-2024-01")).Letter.Should().ContainInOrder("重庆市开州区审计局", "（印章）");
    }

    /// <summary>What clears a finding in one of several ways is one thing to mend; what others do is none of this agency's.</summary>
    [Fact]
    public async Task What_a_plan_lacks_is_listed_finding_by_finding_for_its_lead_agency_alone()
    {
        var (_, paper) = await Letter("missing", "SPE-2024-01");

        paper.Should().Contain("重庆市开州区数据局：");
        paper.Should().Contain("下列办法按实际情况选办一项：\n"
            + "（1）由重庆市开州区数据局申请将《开州区数字经济发展规划(2024—2028年)(示例)》列入规划编制目录清单，经区政府批准。\n"
            + "（2）市级相关部门或区委、区政府对编制《开州区数字经济发展规划(2024—2028年)(示例)》有明确要求的，由重庆市开州区数据局提交该文件。\n"
            + "（3）不再编制或者实施的，由重庆市开州区数据局终止《开州区数字经济发展规划(2024—2028年)(示例)》并录入终止记录和文件。");
        var items = paper.Count(p => int.TryParse(p, out _));
        paper.Should().Contain($"经核对规划登记册，截至2026年6月30日，《开州区数字经济发展规划(2024—2028年)(示例)》有以下{items}项需要补正。");
        paper.Where(p => p.Contains("审计局", StringComparison.Ordinal)).Should().Equal(
            "请按所列期限补正，已逾期的立即补正，并将办理情况录入规划登记册。另有2项问题须由重庆市开州区审计局办理，不在本清单内。");
        paper.Should().NotContain(p => p.Contains("CAT-001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_plan_on_its_way_to_approval_each_missing_paper_is_named_and_no_parameter_stands_for_a_law()
    {
        var (_, paper) = await Letter("missing", "SPE-2026-06");

        paper.Should().Contain("补充审批要件：起草说明（由重庆市开州区文化和旅游发展委员会提供）。")
            .And.Contain("开州府办发〔2020〕95号 三、(三)");
        paper.Should().NotContain(p => p.Contains("本系统默认", StringComparison.Ordinal) || p.Contains("funding", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Steps_that_are_all_missing_are_all_asked_for()
    {
        var (_, paper) = await Letter("missing", "DEV-2021-2035");

        paper.Should().Contain(p => p.StartsWith("下列各项均须办理：\n（1）由重庆市开州区发展和改革委员会补办或补录", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_all_is_for_others_to_mend_it_is_said_so() =>
        (await Refusal(Http, "missing", "SPE-2025-01")).Should().Be((HttpStatusCode.NotFound,
            "《开州区中药材产业发展规划(2025—2030年)(示例)》没有须由牵头单位补正的内容。"
                + "另有2项问题须由重庆市开州区发展和改革委员会、重庆市开州区财政局办理，不在本清单内。"));

    /// <summary>What it sees of another agency is not what that agency has to mend: neither "nothing" nor a part of it is true.</summary>
    [Fact]
    public async Task A_department_has_no_letter_to_another_agency_and_is_not_told_that_there_is_nothing()
    {
        var department = Program(Role.Department, "KZ-WRB");

        (await Refusal(department, "reminder", "KZ-AGR")).Should().Be((HttpStatusCode.NotFound, "没有该内容，或不在您的范围内。"));
        (await LetterFor(department, "reminder")).Name.Should().Be("提醒函-重庆市开州区水利局-2026-06-30.docx", "its own, and no other");
    }

    [Fact]
    public async Task The_briefing_says_the_counts_of_the_page()
    {
        var counts = (await Ask("""{ district(code: "500154") { conformance { plans red } } }""")).At("district.conformance");

        var (name, paper) = await Letter("briefing");

        name.Should().Be("领导一页-500154-2026-06-30.docx");
        paper.Should().ContainInOrder($"截至2026年6月30日，纳入评判的规划{counts.At("plans")}个。", "红灯", counts.At("red").ToString());
        var due = paper.SkipWhile(p => p != "二、期限").TakeWhile(p => p != "三、各单位").Skip(2).ToList();
        due.Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.OnlyContain(p => p.EndsWith('）'), "it says whose it is");
        due.Should().NotContain(p => p.Contains("问题或待核实事项", StringComparison.Ordinal), "it says what is due");
    }

    [Fact]
    public async Task What_there_is_no_paper_of_is_told_in_one_sentence()
    {
        (await Refusal(Http, "invoice")).Should().Be((HttpStatusCode.BadRequest,
            "没有名为“invoice”的文书；有：reminder、certificate、report、findings、missing、briefing、adoption、"
            + "submission、reportLetter、alignment、alignmentRequest、amendment。"));
        (await Refusal(Http, "findings", "nothing")).Should().Be((HttpStatusCode.NotFound, "没有该内容，或不在您的范围内。"));
        (await Refusal(Http, "reminder", "KZ-NONE")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Refusal(Http, "report")).Should().Be((HttpStatusCode.BadRequest, "文书请求不完整，请从页面生成。"));
        using var stale = await Http.PostAsJsonAsync("/papers",
            new { district = "500154", paper = "briefing", vector = "500154:999 500000:1 000000:1" });
        (stale.StatusCode, await Message(stale)).Should().Be((HttpStatusCode.Conflict, "所列内容已有变化，请更新页面后再生成。"));
    }

    [Fact]
    public async Task An_agency_without_findings_is_told_so()
    {
        var named = (await Findings()).Select(f => f.Text("responsible.code")).ToHashSet();
        var other = (await Ask("""{ district(code: "500154") { agencies { code name } } }"""))
            .At("district.agencies").EnumerateArray().First(a => !named.Contains(a.Text("code")));

        (await Refusal(Http, "reminder", other.Text("code")!)).Should()
            .Be((HttpStatusCode.NotFound, $"{other.Text("name")}在该日没有需要提醒的问题。"));
    }

    [Fact]
    public async Task Nobody_has_a_paper_of_what_they_do_not_see()
    {
        var others = (await Findings()).First(f => f.Text("responsible.code") is { } code && code != "KZ-WRB").Text("id")!;
        var department = Program(Role.Department, "KZ-WRB");

        (await Refusal(Client(), "briefing")).Should().Be((HttpStatusCode.Unauthorized, "请先登录。"));
        (await Refusal(department, "findings", others)).Status.Should().Be(HttpStatusCode.NotFound);
        (await Refusal(department, "certificate", "500154-2026-000001")).Status.Should().Be(HttpStatusCode.NotFound);
        (await LetterFor(department, "reminder", "KZ-WRB")).Letter.Should().Contain("重庆市开州区水利局：");
        var told = Storage.Read(rows => rows.LastEntry())!;
        (told.Event, told.About).Should().Be((AccessEvent.Exported, "reminder:1:重庆市开州区水利局"));
    }

    [Fact]
    public async Task Where_the_access_journal_cannot_be_written_to_no_paper_leaves()
    {
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        using var writing = other.BeginTransaction(deferred: false);

        (await Refusal(Http, "briefing")).Should().Be((HttpStatusCode.ServiceUnavailable, "访问日志暂时无法写入，未导出；请稍后重试。"));
    }

    private async Task<List<JsonElement>> Findings(string? agency = null) => [.. (await Ask("""
        { district(code: "500154") { findings(first: 100) { nodes { id sentence verdict urgency responsible { code name } } } } }
        """)).At("district.findings.nodes").EnumerateArray().Where(f => agency is null || f.Text("responsible.code") == agency)];

    private Task<(string Name, IReadOnlyList<string> Letter)> Letter(string paper, params string[] of) => LetterFor(Http, paper, of);

    private static async Task<(string Name, IReadOnlyList<string> Letter)> LetterFor(HttpClient client, string paper, params string[] of)
    {
        using var answer = await Send(client, paper, of);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "it is answered, not: {0}", await answer.Content.ReadAsStringAsync());
        var content = await answer.Content.ReadAsByteArrayAsync();
        return (answer.Content.Headers.ContentDisposition!.FileNameStar!, LetterFile.Paragraphs(content));
    }

    private static async Task<(HttpStatusCode Status, string? Message)> Refusal(HttpClient client, string paper, params string[] of)
    {
        using var answer = await Send(client, paper, of);
        return (answer.StatusCode, await Message(answer));
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string paper, params string[] of) =>
        client.PostAsJsonAsync("/papers", new { district = "500154", paper, of });
}
