using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>核验单: issued, looked up, revoked, replaced, and judged again.</summary>
public sealed class CertificateTests : ServerTest
{
    private static readonly ListedPlan Digital = new("开州区数字经济发展规划(2024—2028年)(示例)", "SPE-2024-01") { LeadAgency = "区数据局" };

    private static readonly IssueFundingCertificate OfUnlisted = new("SPE-2024-01");

    private Task<CertificateAnswer> Issued() => Issued(OfUnlisted);

    private async Task<CertificateAnswer> Issued(IssueFundingCertificate certificate)
    {
        var prepared = (await Write(certificate)).FundingCertificate;
        Sign(prepared.Number);
        return await Certificate(prepared.Number, prepared.VerifyCode);
    }

    /// <summary>As another account does.</summary>
    private void Sign(string number)
    {
        var header = new CommandHeader
        {
            District = DistrictCode.Parse("500154"), Actor = new Actor("person-2", "乙", "FINANCE"), Command = "signFundingCertificates",
        };
        Registry.Execute(header, view => CertificateReviews.Sign(
            view, day => Judgements.Of(Judgements.Snapshot(view, day)), [number], header.Actor, Judgements.Today))
            .Problems.Should().BeEmpty();
    }

    private const string ByItsPaper = "query($number: String!, $verifyCode: String!) { "
        + $"fundingCertificate(number: $number, verifyCode: $verifyCode) {{ {Selections.Certificate} }} }}";

    /// <summary>As whoever holds the paper finds it.</summary>
    private async Task<CertificateAnswer> Certificate(string number, string? verifyCode = null)
    {
        verifyCode ??= CertificateStatement.VerifyCode(Certificates.Find(Registry.View(DistrictCode.Parse("500154"))!, number)!.Hash);
        return (await Read(ByItsPaper, new { number, verifyCode })).FundingCertificate;
    }

    [Fact]
    public async Task A_certificate_is_numbered_and_verified_by_judging_again()
    {
        var certificate = await Issued();

        certificate.Number.Should().Be("500154-2026-000001");
        certificate.Verdict.Should().Be("NOT_ELIGIBLE");
        certificate.Status.Should().Be("VALID");
        certificate.Verification.Should().Be("VERIFIED");
        certificate.ValidUntil.Should().Be("2026-12-31");
        certificate.Vector.Should().Be("500154:1 500000:1 000000:1", "it is decided on the view before its own entry");
        certificate.Seq.Should().Be(2);
        certificate.ReviewedBy.Should().Be("乙");
        (await Issued()).Number.Should().Be("500154-2026-000002");
    }

    [Fact]
    public async Task A_certificate_stays_verified_after_later_changes_and_tells_today()
    {
        var number = (await Issued()).Number;
        await ApproveByTheGovernment(new ApproveDirectoryList("SR-LATER", 2026, Digital), "2026-06-29");

        var certificate = await Certificate(number);

        certificate.Verification.Should().Be("VERIFIED");
        certificate.Verdict.Should().Be("NOT_ELIGIBLE");
        certificate.EligibleNow.Verdict.Should().Be("ELIGIBLE");
    }

    [Theory]
    [InlineData("无")]
    [InlineData("待补")]
    public async Task A_placeholder_is_no_project(string project)
    {
        var problem = (await Run(OfUnlisted with { Project = project })).Problems.Single();

        problem.Path.Should().Equal("project");
        problem.Message.Should().Contain($"“{project}”");
    }

    [Fact]
    public async Task A_certificate_is_for_no_day_on_which_the_plan_was_not_there() =>
        (await Run(OfUnlisted with { On = "1999-02-18" })).Problems.Single().Message.Should()
            .StartWith("审核日1999年2月18日早于《开州区数字经济发展规划(2024—2028年)(示例)》的最早记录（");

    [Fact]
    public async Task A_stranger_learns_only_whether_number_and_verify_code_belong_together()
    {
        var issued = await Issued();

        issued.VerifyCode.Should().MatchRegex("^[A-Z2-7]{8}$");
        foreach (var code in new[] { issued.VerifyCode, $" {issued.VerifyCode.ToLowerInvariant()}" })
        {
            (await Certificate(issued.Number, code)).Number.Should().Be(issued.Number);
        }
        (string Number, string Code)[] wrong =
            [(issued.Number, "AAAAAAAA"), ("500154-2026-000099", issued.VerifyCode), ("500999-2026-000001", "x")];
        foreach (var (number, code) in wrong)
        {
            var answer = await Post(ByItsPaper, new { number, verifyCode = code }, "zh");
            answer.At("data.fundingCertificate").ValueKind.Should().Be(JsonValueKind.Null);
            answer.GetProperty("errors")[0].Text("message").Should().Be("核验单编号与校验码不符，请按纸质核验单核对后重新填写。");
        }
    }

    [Fact]
    public async Task What_a_certificate_says_is_held_to_its_columns()
    {
        var payload = await Run(OfUnlisted with
        {
            Project = "道\u0007路", Amount = "1000000000000000",
        });

        payload.Problems.Select(p => (string.Join('.', p.Path), p.Message)).Should().Equal(
            ("project", "项目含有看不见的字符 U+0007，请删去后重新填写。"),
            ("amount", "金额“1000000000000000”位数过多，无法精确保存，整数部分最多15位，小数部分最多10位。"));
    }

    [Fact]
    public async Task The_reason_of_a_revocation_is_held_to_its_column()
    {
        var number = (await Issued()).Number;

        var payload = await Run(new RevokeFundingCertificate(number, new string('错', 4001)));

        payload.Problem.Message.Should().Be("理由有4001个字符，最多4000个。");
        payload.Problem.Path.Should().Equal("reason");
    }

    [Fact]
    public async Task A_certificate_is_revoked_once()
    {
        var number = (await Issued()).Number;

        var revoked = await Run(new RevokeFundingCertificate(number, "资金用途变更"));
        var again = await Run(new RevokeFundingCertificate(number, "再次"));

        revoked.FundingCertificate.Status.Should().Be("REVOKED");
        again.Problem.Code.Should().Be("CERTIFICATE_CLOSED");
        again.Problem.Message.Should().Be("核验单500154-2026-000001已撤销。");
    }

    [Fact]
    public async Task A_certificate_that_another_replaces_is_closed()
    {
        var number = (await Issued()).Number;

        var later = await Write(OfUnlisted with { Replaces = number });
        (await Certificate(number)).Status.Should().Be("VALID", "what takes its place waits to be signed");
        Sign(later.FundingCertificate.Number);

        (await Certificate(number)).Status.Should().Be("REPLACED");
        (await Run(OfUnlisted with { Replaces = number })).Problem.Code.Should().Be("CERTIFICATE_CLOSED");
    }

    [Fact, Trait("Home", "SQLite")]
    public async Task A_row_changed_behind_the_registrys_back_shows_as_tampered()
    {
        var number = (await Issued()).Number;
        using (var raw = new SqliteConnection($"Data Source={File};Pooling=false"))
        {
            raw.Open();
            raw.Execute("drop trigger certificates_change_nothing; update certificates set verdict = 'ELIGIBLE'");
        }
        Clock.Advance(TimeSpan.FromMinutes(2));

        (await Certificate(number)).Verification.Should().Be("TAMPERED");
    }

    [Fact, Trait("Home", "SQLite")]
    public async Task A_superiors_tail_cut_after_the_issue_shows_as_tampered()
    {
        await Run(new RecordAct("DEV-2026", "CORRECTION", "2026-06-25") { District = "500000" });
        var number = (await Issued()).Number;
        using (var raw = new SqliteConnection($"Data Source={File};Pooling=false;Foreign Keys=false"))
        {
            raw.Open();
            raw.Execute("""
                drop trigger acts_stay;
                drop trigger ledger_stay;
                drop trigger ledger_changes_stay;
                delete from acts where home = '500000' and recorded_seq = 2;
                delete from ledger_changes where district = '500000' and seq = 2;
                delete from ledger where district = '500000' and seq = 2;
                """);
        }

        (await Certificate(number)).Verification.Should().Be("TAMPERED");
    }

    [Fact]
    public async Task A_certificate_holds_no_longer_than_its_budget_year()
    {
        var payload = await Run(OfUnlisted with { ValidUntil = "2099-12-31" });

        payload.Problems.Select(p => p.Message).Should().Equal("有效期至2099年12月31日，晚于预算年度的最后一日（2026年12月31日）。");
    }

    [Fact]
    public async Task A_certificate_whose_day_is_judged_worse_as_known_now_has_lost_its_grounds()
    {
        var number = (await Issued(new IssueFundingCertificate("SPE-2025-01") { Purpose = "DRAFTING" })).Number;
        (await Certificate(number)).Verification.Should().Be("VERIFIED");
        var exemption = (await Ask("{ district(code: \"500154\") { plan(code: \"SPE-2025-01\") { exemptions { id } } } }"))
            .At("district.plan.exemptions")[0].At("id").GetString()!;

        await Write(new CorrectRecord(exemption, "该函并无此件", null));

        var certificate = await Certificate(number);
        (certificate.Verification, certificate.Verdict, certificate.EligibleNow.Verdict)
            .Should().Be(("GROUNDS_CHANGED", "CONDITIONAL", "NOT_ELIGIBLE"));
    }

    [Fact]
    public async Task A_certificate_of_a_verdict_that_is_better_as_known_now_stays_verified()
    {
        var number = (await Issued(OfUnlisted with { Purpose = "DRAFTING" })).Number;
        await ApproveByTheGovernment(new ApproveDirectoryList("SR-EARLIER", 2024, Digital), "2026-06-29");

        (await Certificate(number)).Verification.Should().Be("VERIFIED");
    }

    [Fact]
    public async Task A_certificate_for_a_day_to_come_or_already_past_its_end_is_refused()
    {
        var certificate = new IssueFundingCertificate("DEV-2026") { Project = null, Amount = null };

        var future = await Run(certificate with { On = "2030-01-01" });
        var past = await Run(certificate with { ValidUntil = "2020-01-01" });

        future.Problem.Message.Should().Be("审核日2030年1月1日尚未到来。");
        past.Problem.Message.Should().Be("有效期至2020年1月1日，早于审核日2026年6月30日。");
    }

    [Fact]
    public async Task A_certificate_is_valid_to_the_end_of_the_year_of_the_day_it_is_for_unless_the_form_says_otherwise()
    {
        var certificate = new IssueFundingCertificate("DEV-2021") { Project = null, Amount = null };

        var past = await Write(certificate with { On = "2025-03-14" });
        var today = await Write(certificate);

        past.FundingCertificate.ValidUntil.Should().Be("2025-12-31");
        today.FundingCertificate.ValidUntil.Should().Be("2026-12-31");
    }
}
