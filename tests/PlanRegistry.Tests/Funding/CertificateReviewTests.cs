using System.Text.Json;
using Dapper;
using PlanRegistry.Access;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Funding;

/// <summary>核验单: one account prepares it, another signs or returns it; until then it proves nothing.</summary>
public sealed class CertificateReviewTests : CertificateReviewTest
{
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

    [Fact]
    public async Task One_to_two_hundred_lines_at_once()
    {
        await HaveTwo();

        (await Prepare([])).Text("message").Should().Be("字段“input.lines”有0条，应为1至200条。");
        (await Prepare([.. Enumerable.Repeat(Line(), 201)])).Text("message").Should().Be("字段“input.lines”有201条，应为1至200条。");
        (await Prepare([.. Enumerable.Repeat(Line(), 200)])).At("fundingCertificates").GetArrayLength().Should().Be(200);
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
}
