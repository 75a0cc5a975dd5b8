using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Evidence;

/// <summary>审计取证: proof that needs no program of ours.</summary>
public sealed class EvidenceTests : AccessTest
{
    private const string PlanCode = "SPE-2021-12";

    [Fact]
    public async Task Evidence_of_a_plan_is_checked_by_python_alone()
    {
        using var evidence = await Evidence("plan", PlanCode);

        evidence.Files.Should().Equal("about.json", "answer.json", "check.py", "evidence.html", "ledger/000000.jsonl",
            "ledger/500000.jsonl", "ledger/500154.jsonl", "manifest.txt", "query.graphql", "records.jsonl");
        var (code, said) = evidence.Check();
        said.Where(s => s.StartsWith("不符", StringComparison.Ordinal)).Should().BeEmpty();
        said[^1].Should().Be("ok");
        code.Should().Be(0);
        said.Should().Contain(s => s.Contains("评判本身", StringComparison.Ordinal));
        evidence.Check(evidence.Zip).Said[^1].Should().Be("ok", "it need not be unpacked");
    }

    [Fact]
    public async Task The_answer_is_what_graphql_answers_and_the_records_are_those_of_the_plan()
    {
        using var evidence = await Evidence("plan", PlanCode);

        var plan = await Plan(PlanCode, "title status findings { key }");
        var answer = evidence.Json("answer.json").At("data.node");
        answer.Text("title").Should().Be(plan.Title);
        answer.Text("status").Should().Be(plan.Status);
        var tables = evidence.Lines("records.jsonl").Select(r => r.Text("table_name")).Distinct().ToList();
        tables.Should().Contain(["plans", "acts", "agencies", "documents", "districts", "policy"]);
        evidence.Text("evidence.html").Should().Contain(plan.Title).And.NotContain("<script");
    }

    [Fact]
    public async Task A_finding_has_evidence_on_its_day()
    {
        var key = (await Ask("""{ district(code: "500154", asOf: "2026-03-31") { findings(first: 1) { nodes { key } } } }"""))
            .Text("district.findings.nodes.0.key")!;

        using var evidence = await Evidence("finding", key, asOf: "2026-03-31");

        evidence.Check().Said[^1].Should().Be("ok");
        evidence.Json("about.json").Text("asOf").Should().Be("2026-03-31");
        evidence.Json("answer.json").Text("data.node.key").Should().Be(key);
    }

    [Fact]
    public async Task A_certificate_has_evidence_of_the_state_that_it_was_decided_on()
    {
        var number = await Issue();
        await Write(new RegisterDocument("DOC-LATER", "区政府") { Title = "后来的文件（示例）", IssuedOn = "2026-06-29" });

        using var evidence = await Evidence("certificate", number);

        evidence.Check().Said[^1].Should().Be("ok");
        evidence.Json("about.json").At("vectors").EnumerateArray().Should().HaveCount(2);
        evidence.Change("records.jsonl", text => text.Replace("\\\"verdict\\\":\\\"", "\\\"verdict\\\":\\\"X", StringComparison.Ordinal));
        evidence.RenewManifest();
        evidence.Check().Said.Should().Contain(s => s.Contains("的核验内容与其散列值不符", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_of_twenty_altered_bytes_fails()
    {
        using var evidence = await Evidence("plan", PlanCode);
        var chance = new Random(20261129);
        // The script itself is what it says it cannot check.
        var files = evidence.Files.Where(f => f != "check.py").ToList();

        for (var i = 0; i < 20; i++)
        {
            var file = Path.Combine(evidence.Root, files[i % files.Count]);
            var whole = await System.IO.File.ReadAllBytesAsync(file);
            var altered = (byte[])whole.Clone();
            var at = chance.Next(altered.Length);
            altered[at] ^= (byte)(1 << chance.Next(8));
            await System.IO.File.WriteAllBytesAsync(file, altered);

            var (code, said) = evidence.Check();

            code.Should().Be(1, "byte {0} of {1} was altered", at, file);
            said[^1].Should().StartWith("不符 FAILED: ");
            await System.IO.File.WriteAllBytesAsync(file, whole);
        }
        evidence.Check().Said[^1].Should().Be("ok");
        evidence.Check().Said.Should().Contain("无法核对 Cannot check: check.py本身：请与另行取得的同版本脚本比对。 "
            + "check.py itself: compare it with a copy from elsewhere.");
    }

    [Theory]
    [InlineData("ledger/500154.jsonl", "\"actor_name\":\"tests\"", "\"actor_name\":\"others\"",
        "Entry 1 of 500154 was changed: its hash does not match.")]
    [InlineData("records.jsonl", "\"secrecy\":\"PUBLIC\"", "\"secrecy\":\"INTERNAL\"", "was changed: its content does not match its hash.")]
    [InlineData("about.json", "SPE-2021-12", "SPE-2021-11", "The answer is about something else, or from another vector.")]
    [InlineData("about.json", "2026-06-30", "2026-05-31", "The answer is of another district or day than about.json says.")]
    public async Task Who_renews_the_manifest_too_is_found_by_the_chain(string file, string told, string forged, string said)
    {
        using var evidence = await Evidence("plan", PlanCode);

        evidence.Change(file, text => text.Replace(told, forged, StringComparison.Ordinal));
        evidence.RenewManifest();

        var check = evidence.Check();
        check.Code.Should().Be(1);
        check.Said.Should().Contain(s => s.EndsWith(said, StringComparison.Ordinal));
    }

    /// <summary>A stored file is what its name says, and one that a record names: no other than the registry gave out.</summary>
    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.pdf", "is not what its name, a SHA-256, says.")]
    [InlineData("letter.pdf", "is not what its name, a SHA-256, says.")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.pdf", "is recorded by none of the rows.")]
    public async Task A_document_that_was_put_in_is_found(string name, string said)
    {
        using var evidence = await Evidence("plan", PlanCode);

        Directory.CreateDirectory(Path.Combine(evidence.Root, "documents"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(evidence.Root, "documents", name), "abc");
        evidence.RenewManifest();

        var check = evidence.Check();
        check.Code.Should().Be(1);
        check.Said.Should().ContainSingle(s => s.StartsWith("不符", StringComparison.Ordinal)).Which.Should().EndWith(said);
    }

    [Fact]
    public async Task What_is_not_compared_is_told_in_the_script_and_on_the_page()
    {
        using var evidence = await Evidence("plan", PlanCode);

        evidence.Check().Said.Should().Contain(
            "无法核对 Cannot check: answer.json、evidence.html和about.json所写的名称、单位、记录和评估日：未与记录逐项比对，请对照records.jsonl。 "
                + "Titles, agencies, records and day as answer.json, evidence.html and about.json say them: "
                + "they are not compared with the records; look at records.jsonl.").And.Contain(
            "无法核对 Cannot check: manifest.txt没有签章：能同时改动文件和manifest.txt的人，可以改动上述内容；请将取证文件的SHA-256与访问日志所记的核对。 "
                + "manifest.txt bears no seal: who changes a file and the manifest can change the above; "
                + "compare the SHA-256 of the evidence file with the access journal.");
        evidence.Text("evidence.html").Should().Contain("本页和answer.json所写的名称、单位、日期、记录和结论，脚本未与记录逐项比对，请对照records.jsonl。")
            .And.Contain("整个取证文件的SHA-256记在访问日志中，请据以核对。");
    }

    [Fact]
    public async Task The_hash_that_the_access_journal_tells_is_printed_of_a_zip()
    {
        using var evidence = await Evidence("plan", PlanCode);
        var sha256 = Storage.Read(rows => rows.LastEntry())!.About!.Split(' ')[^1];

        evidence.Check(evidence.Zip).Said[0].Should().Be($"取证文件 This file: SHA-256 {sha256}");
    }

    [Fact]
    public async Task The_page_of_a_certificate_tells_what_was_asked_for_and_when_it_was_signed()
    {
        using var evidence = await Evidence("certificate", await Issue());

        foreach (var head in new[] { "项目", "金额", "预算年度", "签发时刻" })
        {
            evidence.Text("evidence.html").Should().Contain($"<th>{head}</th>");
        }
    }

    [Fact]
    public async Task What_was_noted_on_paper_must_stand_in_the_ledger()
    {
        await Write(new RegisterDocument("DOC-NEW", "区政府") { Title = "后来的文件（示例）", IssuedOn = "2026-06-29" });
        using var evidence = await Evidence("plan", PlanCode);
        var head = evidence.Lines("ledger/500154.jsonl").Last().Text("hash")!;

        evidence.Check("--expect", $"500154:{head}").Said[^1].Should().Be("ok");
        evidence.Check(evidence.Root, "--expect", "500154:0").Said.Should()
            .Contain("不符 FAILED: 台账中没有应有的散列值500154:0。 No entry has the hash that was expected: 500154:0.");

        evidence.Change("ledger/500154.jsonl", text => text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)]);
        evidence.RenewManifest();
        evidence.Check().Said.Should().Contain(s => s.Contains("The ledger of 500154 must reach entry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moment_of_knowledge_shows_what_was_known_then()
    {
        var then = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Write(new RegisterDocument("DOC-NEW", "区政府") { Title = "后来的文件（示例）", IssuedOn = "2026-06-29", Plans = [PlanCode] });

        using var before = await Evidence("plan", PlanCode, knownAt: then.ToString("O"));
        using var now = await Evidence("plan", PlanCode);

        before.Text("records.jsonl").Should().NotContain("DOC-NEW");
        now.Text("records.jsonl").Should().Contain("DOC-NEW");
        before.Check().Said[^1].Should().Be("ok");
    }

    [Fact]
    public async Task It_is_for_who_reads_the_ledger_and_holds_no_ledger_that_is_not_theirs()
    {
        var commission = Program(Role.ReformCommission);

        (await Refusal(Client(), "plan", PlanCode)).Should().Be((HttpStatusCode.Unauthorized, "请先登录。"));
        (await Refusal(Program(Role.Finance), "plan", PlanCode)).Should().Be((HttpStatusCode.NotFound, "没有该内容，或不在您的范围内。"));
        (await Refusal(Program(Role.Department, "KZ-WRB"), "plan", PlanCode)).Status.Should().Be(HttpStatusCode.NotFound);
        (await Refusal(Program(Role.Audit), "plan", PlanCode, "500000")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Refusal(commission, "plan", "SPE-1999-01")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Refusal(commission, "list", PlanCode)).Status.Should().Be(HttpStatusCode.NotFound);
        using var evidence = await Evidence("plan", PlanCode, client: commission);
        evidence.Files.Where(f => f.StartsWith("ledger/", StringComparison.Ordinal)).Should().Equal("ledger/500154.jsonl");
        var said = evidence.Check().Said;
        said[^1].Should().Be("ok");
        said.Should().Contain(s => s.Contains("rows of 500000: its ledger is not within reach", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_access_journal_tells_about_what_and_the_hash_of_the_file()
    {
        var zip = await Content(Program(Role.Audit), "plan", PlanCode);

        var told = Storage.Read(rows => rows.LastEntry())!;

        (told.Event, told.About).Should().Be((AccessEvent.Exported, $"evidence:plan:{PlanCode} "
            + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(zip))));
    }

    [Fact]
    public async Task A_request_that_is_not_whole_is_told_in_a_sentence()
    {
        using var answer = await Http.PostAsJsonAsync("/evidence",
            new { district = "500154", kind = "plan", code = PlanCode, asOf = "gestern" });

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await Message(answer)).Should().Be("取证请求不完整，请从页面取证。");
    }

    private async Task<string> Issue()
    {
        var payload = await Write(new IssueFundingCertificate("SPE-2025-01") { Purpose = "DRAFTING" });
        return JsonDocument.Parse(payload.Json).RootElement.Text("fundingCertificate.number")!;
    }

    private async Task<EvidenceFolder> Evidence(string kind, string code, string? asOf = null, string? knownAt = null,
        HttpClient? client = null) => new(await Content(client ?? Http, kind, code, asOf, knownAt));

    private static async Task<byte[]> Content(HttpClient client, string kind, string code, string? asOf = null, string? knownAt = null)
    {
        using var answer = await Send(client, kind, code, "500154", asOf, knownAt);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "it is answered, not: {0}", await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<(HttpStatusCode Status, string? Message)> Refusal(HttpClient client, string kind, string code,
        string district = "500154")
    {
        using var answer = await Send(client, kind, code, district);
        return (answer.StatusCode, await Message(answer));
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string kind, string code, string district, string? asOf = null,
        string? knownAt = null) => client.PostAsJsonAsync("/evidence", new { district, kind, code, asOf, knownAt });
}
