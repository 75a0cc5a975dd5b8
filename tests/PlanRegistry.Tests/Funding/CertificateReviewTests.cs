using System.Net.Http;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Access;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Funding;

/// <summary>核验单: one account prepares it, another signs or returns it; until then it proves nothing.</summary>
public sealed class CertificateReviewTests : AccessTest
{
    private const string Shown = "number verifyCode status verdict verification preparedBy reviewedBy preparedAt issuedAt seq "
        + "planTitle review { result by reason } revocation { on reason } replacedBy qrCode { address size path }";

    private HttpClient preparer = null!, reviewer = null!;

    private async Task HaveTwo(string one = "王建国", string other = "李明")
    {
        Have(one, Role.Finance);
        Have(other, Role.Finance);
        (preparer, reviewer) = (await SignedIn(one), await SignedIn(other));
    }

    private static object Line(string plan = "SPE-2021-12", bool? anyVerdict = null, string purpose = "IMPLEMENTATION",
        string? on = "2026-06-30", string? replaces = null) =>
        new { plan, purpose, money = "DISTRICT", project = "道路(示例)", amount = "120000.50", on, anyVerdict, replaces };

    private static async Task<JsonElement> Run(HttpClient client, string mutation, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = await Asked(client, $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ seq problems {{ code message path }} "
            + $"fundingCertificates {{ {Shown} }} }} }}", new { input });
        return answer.TryGetProperty("errors", out var errors) ? errors[0] : answer.At("data." + mutation);
    }

    private Task<JsonElement> Prepare(params object[] lines) =>
        Run(preparer, "issueFundingCertificates", new { district = "500154", lines });

    private static Task<JsonElement> Sign(HttpClient client, params string?[] numbers) =>
        Run(client, "signFundingCertificates", new { district = "500154", numbers });

    private async Task<string> Prepared(params object[] lines) =>
        (await Prepare(lines is [] ? [Line()] : lines)).Text("fundingCertificates.0.number")!;

    private static async Task<JsonElement> Certificates(HttpClient client, string filter) => (await Asked(client,
        $"{{ district(code: \"500154\") {{ certificates(first: 100, filter: {{ {filter} }}) {{ totalCount nodes {{ {Shown} }} }} }} }}"))
        .At("data.district.certificates");

    [Fact]
    public async Task Many_are_prepared_in_one_entry_wait_and_are_valid_once_another_account_has_signed_them()
    {
        await HaveTwo();

        var prepared = await Prepare(Line(), Line("DEV-2026"), Line());

        prepared.At("problems").GetArrayLength().Should().Be(0);
        var numbers = prepared.Texts("fundingCertificates", "number").ToArray();
        numbers.Should().Equal("500154-2026-000001", "500154-2026-000002", "500154-2026-000003");
        prepared.Texts("fundingCertificates", "seq").Distinct().Should().Equal(prepared.Text("seq"));
        prepared.Texts("fundingCertificates", "status").Should().AllBe("PREPARED");
        prepared.Texts("fundingCertificates", "verification").Should().AllBe("NOT_SIGNED");
        prepared.At("fundingCertificates.0.qrCode").ValueKind.Should().Be(JsonValueKind.Null, "there is no paper before it is signed");
        prepared.At("fundingCertificates.0.issuedAt").ValueKind.Should().Be(JsonValueKind.Null);
        (await Certificates(reviewer, "statuses: [PREPARED]")).At("totalCount").GetInt32().Should().Be(3);

        var signed = await Sign(reviewer, numbers);

        signed.At("problems").GetArrayLength().Should().Be(0);
        signed.Texts("fundingCertificates", "status").Should().AllBe("VALID");
        signed.Texts("fundingCertificates", "verification").Should().AllBe("VERIFIED");
        var first = signed.At("fundingCertificates.0");
        (first.Text("preparedBy"), first.Text("reviewedBy"), first.Text("review.result")).Should().Be(("王建国", "李明", "SIGNED"));
        first.Text("qrCode.address").Should().Be($"{Origin}/verify/500154-2026-000001#{first.Text("verifyCode")}");
        first.Text("qrCode.path").Should().MatchRegex(@"^(M\d+ \d+h1v1h-1z)+$");
        (await Certificates(reviewer, "statuses: [PREPARED]")).At("totalCount").GetInt32().Should().Be(0);
        (await Certificates(reviewer, "numbers: [\"500154-2026-000002\"]")).Texts("nodes", "number").Should().Equal("500154-2026-000002");
    }

    [Fact]
    public async Task Who_prepared_a_certificate_does_not_sign_it()
    {
        await HaveTwo();
        var number = await Prepared();

        var refused = await Sign(preparer, number);

        refused.Text("problems.0.code").Should().Be("SAME_PERSON");
        refused.Text("problems.0.message").Should().Be($"核验单{number}由“王建国”经办，须由另一人的账户复核。");
        refused.At("problems.0.path").ToString().Should().Be("""["numbers","0"]""");
        (await Run(preparer, "returnFundingCertificates", new { district = "500154", numbers = new[] { number }, reason = "金额有误" }))
            .Text("problems.0.code").Should().Be("SAME_PERSON");
    }

    [Fact]
    public async Task A_second_account_of_the_same_person_is_no_second_person()
    {
        await HaveTwo("张三", "张三（审核）");

        (await Sign(reviewer, await Prepared())).Text("problems.0.code").Should().Be("SAME_PERSON");
    }

    [Fact]
    public async Task A_program_prepares_and_a_person_signs()
    {
        await HaveTwo();
        var program = preparer = Program(Role.Finance);

        var number = await Prepared();

        (await Sign(Program(Role.Finance), number)).Text("problems.0.message").Should().Be("核验单须由人员登录复核，程序的令牌不能签发或退回。");
        (await Sign(program, number)).Text("problems.0.code").Should().Be("NOT_ALLOWED");
        (await Sign(reviewer, number)).Text("fundingCertificates.0.status").Should().Be("VALID");
    }

    [Fact]
    public async Task Before_there_are_accounts_certificates_wait()
    {
        preparer = Client();
        var number = await Prepared();

        var refused = await Sign(Client(), number);

        refused.Text("problems.0.code").Should().Be("NOT_ALLOWED");
        refused.Text("problems.0.message").Should().Be("复核须由另一账户登录办理。登记册还没有账户，本机操作人只有一个，不能既经办又复核；"
            + "请先用plan-registry user add建立账户。");
        await HaveTwo();
        (await Sign(reviewer, number)).Text("fundingCertificates.0.status").Should().Be("VALID");
    }

    [Fact]
    public async Task Only_what_is_eligible_is_issued_unless_its_line_says_otherwise()
    {
        await HaveTwo();

        var refused = await Prepare(Line(), Line("SPE-2024-01"), Line("NONE"));

        refused.Text("seq").Should().BeNull("all, or none");
        refused.Texts("problems", "message").Should().Equal(
            "《开州区数字经济发展规划(2024—2028年)(示例)》2026年6月30日的审核结论为“不得安排”，不是“可以安排”，未予出具；确需出具的，请对该行注明。",
            "没有代码为“NONE”的规划。");
        refused.At("problems").EnumerateArray().Select(p => p.At("path").ToString()).Should().Equal(
            """["lines","1","anyVerdict"]""", """["lines","2","plan"]""");
        (await Prepare(Line(), Line("SPE-2024-01", anyVerdict: true))).Texts("fundingCertificates", "verdict").Should()
            .Equal("ELIGIBLE", "NOT_ELIGIBLE");
    }

    [Fact]
    public async Task A_retry_gets_the_certificates_of_the_first_time()
    {
        await HaveTwo();
        var input = new { district = "500154", idempotencyKey = "forty-lines", lines = new[] { Line(), Line("DEV-2026") } };

        var first = await Run(preparer, "issueFundingCertificates", input);
        var again = await Run(preparer, "issueFundingCertificates", input);

        again.Texts("fundingCertificates", "number").Should().Equal(first.Texts("fundingCertificates", "number")).And.HaveCount(2);
        (await Certificates(reviewer, "statuses: [PREPARED]")).At("totalCount").GetInt32().Should().Be(2);
    }

    [Theory]
    [InlineData(0, "字段“input.lines”有0条，应为1至200条。")]
    [InlineData(201, "字段“input.lines”有201条，应为1至200条。")]
    public async Task One_to_two_hundred_lines_at_once(int count, string sentence)
    {
        await HaveTwo();

        (await Prepare([.. Enumerable.Repeat(Line(), count)])).Text("message").Should().Be(sentence);
        (await Prepare([.. Enumerable.Repeat(Line(), 200)])).At("fundingCertificates").GetArrayLength().Should().Be(200);
    }

    [Fact]
    public async Task What_is_returned_says_why_and_is_closed()
    {
        await HaveTwo();
        var number = await Prepared();
        object Back(string reason) => new { district = "500154", numbers = new[] { number }, reason };

        (await Run(reviewer, "returnFundingCertificates", Back("无"))).Text("problems.0.message").Should()
            .Be("退回理由应当用文字写明，至少两个字。");
        var returned = (await Run(reviewer, "returnFundingCertificates", Back("金额与申请不符"))).At("fundingCertificates.0");

        (returned.Text("status"), returned.Text("verification"), returned.Text("review.reason"), returned.Text("reviewedBy")).Should()
            .Be(("RETURNED", "NOT_SIGNED", "金额与申请不符", null));
        (await Sign(reviewer, number)).Text("problems.0.message").Should().Be($"核验单{number}已退回。");
    }

    [Fact]
    public async Task What_is_signed_or_past_its_end_is_not_signed_again()
    {
        await HaveTwo();
        var number = await Prepared();
        var old = await Prepared(Line(on: "2025-03-14"));
        await Sign(reviewer, number);

        (await Sign(reviewer, number, old, old, "500154-2026-000099")).Texts("problems", "message").Should().Equal(
            $"核验单{number}已签发。", $"核验单{old}的有效期已于2025年12月31日届满，不能签发。", $"核验单{old}列了不止一次。",
            "没有编号为500154-2026-000099的核验单。");
    }

    [Fact]
    public async Task Whose_grounds_have_become_worse_is_not_signed_and_is_told_why()
    {
        await HaveTwo();
        var number = await Prepared(Line("SPE-2025-01", anyVerdict: true, purpose: "DRAFTING"));
        var commission = Program(Role.ReformCommission);
        var exemption = (await Asked(commission, "{ district(code: \"500154\") { plan(code: \"SPE-2025-01\") { exemptions { id } } } }"))
            .Text("data.district.plan.exemptions.0.id");
        (await Asked(commission, "mutation($input: CorrectRecordInput!) { correctRecord(input: $input) { problems { message } } }",
            new { input = new { district = "500154", id = exemption, reason = "该函并无此件", document = "更正说明(示例)" } }))
            .At("data.correctRecord.problems").GetArrayLength().Should().Be(0);

        var refused = await Sign(reviewer, number);

        refused.Text("problems.0.message").Should().StartWith(
            $"核验单{number}的依据已变化，不能签发：按现在所知，2026年6月30日的结论为“不得安排”，单上为“核实后安排”。《");
        refused.Text("problems.0.message").Should().Contain("未列入规划编制目录清单");
    }

    [Fact]
    public async Task What_ended_a_certificate_is_told_to_whoever_has_the_paper()
    {
        await HaveTwo();
        var (number, replaced) = (await Prepared(), await Prepared());
        var signed = await Sign(reviewer, number, replaced);
        await Asked(preparer, "mutation($input: RevokeFundingCertificateInput!) { revokeFundingCertificate(input: $input) { seq } }",
            new { input = new { district = "500154", number, reason = "资金用途变更" } });
        var later = await Prepared(Line(replaces: replaced));
        await Sign(reviewer, later);

        async Task<JsonElement> Paper(int place) => (await Asked(Client(), $$"""
            { fundingCertificate(number: "{{signed.Text($"fundingCertificates.{place}.number")}}",
                verifyCode: "{{signed.Text($"fundingCertificates.{place}.verifyCode")}}") { {{Shown}} } }
            """)).At("data.fundingCertificate");
        var revoked = await Paper(0);
        (revoked.Text("status"), revoked.Text("revocation.on"), revoked.Text("revocation.reason")).Should()
            .Be(("REVOKED", "2026-06-30", "资金用途变更"));
        ((await Paper(1)).Text("status"), (await Paper(1)).Text("replacedBy")).Should().Be(("REPLACED", later));
    }

    [Fact]
    public async Task Departments_and_auditors_neither_prepare_nor_sign()
    {
        await HaveTwo();
        var number = await Prepared();

        foreach (var other in new[] { Program(Role.Department, "KZ-WRB"), Program(Role.Audit), Program(Role.ReformCommission) })
        {
            (await Sign(other, number)).Text("extensions.code").Should().Be("FORBIDDEN");
            (await Run(other, "issueFundingCertificates", new { district = "500154", lines = new[] { Line() } }))
                .Text("extensions.code").Should().Be("FORBIDDEN");
        }
    }

    [Fact]
    public async Task A_certificate_from_before_there_were_accounts_is_signed_by_the_name_that_it_has()
    {
        await HaveTwo();
        await Prepared();
        var actor = Actor.Named("officer");
        var header = new CommandHeader { District = DistrictCode.Parse("500154"), Actor = actor, Command = "issueFundingCertificate" };
        Registry.Execute(header, view =>
        {
            var form = PlanRegistry.Funding.Certificates.Find(view, "500154-2026-000001")! with
            {
                Number = "500154-2026-000009", RecordCode = "", Preparer = null, PreparedBy = "甲", ReviewedBy = "乙",
                Vector = view.Vector.ToString(),
            };
            var judgement = Judgements.Of(Judgements.Snapshot(view, form.On.First));
            var statement = CertificateStatement.Of(FundingReview.Of(judgement, judgement.Snapshot.Plan(form.Plan)!, form.Question), form);
            statement.Should().NotContain("preparer").And.Contain("\"reviewedBy\":\"乙\"");
            return Decision.Write([Change.Record(form with { Statement = statement, Hash = CertificateStatement.HashOf(statement) })]);
        }).Problems.Should().BeEmpty();

        var old = (await Certificates(reviewer, "numbers: [\"500154-2026-000009\"]")).At("nodes.0");

        (old.Text("status"), old.Text("verification"), old.Text("preparedBy"), old.Text("reviewedBy")).Should()
            .Be(("VALID", "VERIFIED", "甲", "乙"));
        old.Text("issuedAt").Should().Be(old.Text("preparedAt"));
    }

    [Fact]
    public async Task A_print_stands_in_the_access_journal_or_nothing_is_printed()
    {
        await HaveTwo();
        var (signed, waiting) = (await Prepared(), await Prepared());
        await Sign(reviewer, signed);
        async Task<JsonElement> Print(HttpClient client, string number) => await Asked(client,
            "mutation($input: NotePrintInput!) { notePrint(input: $input) { problems { message } } }",
            new { input = new { district = "500154", numbers = new[] { number } } });

        (await Print(reviewer, signed)).At("data.notePrint.problems").GetArrayLength().Should().Be(0);
        (await Print(reviewer, waiting)).Text("data.notePrint.problems.0.message").Should().Be($"没有编号为{waiting}的已签发核验单。");
        (await Print(Program(Role.Department, "KZ-WRB"), signed)).Text("errors.0.extensions.code").Should().Be("FORBIDDEN");
        using (var other = new SqliteConnection($"Data Source={File};Pooling=false"))
        {
            other.Open();
            other.Execute("begin immediate");
            var busy = await Print(reviewer, signed);
            busy.Text("errors.0.extensions.code").Should().Be("STORAGE_BUSY");
            busy.At("data").ValueKind.Should().Be(JsonValueKind.Null);
            other.Execute("rollback");
        }

        var noted = Storage.Read(rows => rows.Journal(int.MaxValue, 100, null)).Where(e => e.Event == AccessEvent.CertificatePrinted);
        noted.Select(e => (e.Name, e.About)).Should().Equal(("李明", signed));
    }
}
