using Dapper;
using Microsoft.Data.Sqlite;

namespace PlanRegistry.Tests.GraphQL;

public sealed class FundingTests : ServerTest
{
    private const string Fields = "fundingCertificate { number verifyCode status verdict verification seq vector hash validUntil reasons { code sentence } eligibleNow { verdict } plan { code } }";

    private Task<System.Text.Json.JsonElement> Issue(string plan, string? replaces = null, string reviewer = "乙", string purpose = "IMPLEMENTATION", string money = "DISTRICT") =>
        Run("issueFundingCertificate", new { district = "500154", plan, purpose, money, project = "道路(示例)", amount = "120000.50", preparedBy = "甲", reviewedBy = reviewer, replaces }, Fields);

    private async Task<System.Text.Json.JsonElement> Read(string number) => (await Ask($"query($n: String!) {{ {Fields.Replace("fundingCertificate", "fundingCertificate(number: $n)")} }}", new { n = number })).At("fundingCertificate");

    [Fact]
    public async Task A_certificate_is_numbered_and_verified_by_judging_again()
    {
        var payload = await Issue("SPE-2024-01");

        payload.Texts("problems", "message").Should().BeEmpty();
        payload.Text("fundingCertificate.number").Should().Be("500154-2026-000001");
        payload.Text("fundingCertificate.verdict").Should().Be("NOT_ELIGIBLE");
        payload.Text("fundingCertificate.status").Should().Be("VALID");
        payload.Text("fundingCertificate.verification").Should().Be("VERIFIED");
        payload.Text("fundingCertificate.validUntil").Should().Be("2026-12-31");
        payload.Text("fundingCertificate.vector").Should().Be("500154:1 500000:1 000000:1", "it is decided on the view before its own entry");
        payload.At("fundingCertificate.seq").GetInt32().Should().Be(2);
        (await Issue("SPE-2024-01")).Text("fundingCertificate.number").Should().Be("500154-2026-000002");
    }

    [Fact]
    public async Task A_certificate_stays_verified_after_later_changes_and_tells_today()
    {
        var number = (await Issue("SPE-2024-01")).Text("fundingCertificate.number")!;
        await Run("approveDirectoryList", new { district = "500154", code = "SR-LATER", track = "SPECIAL_AND_REGIONAL", year = 2026, approvedOn = "2026-06-29", entries = new[] { new { title = "数字经济", kind = "SPECIAL", plan = "SPE-2024-01" } } }, "directoryList { code }");

        var certificate = await Read(number);

        certificate.Text("verification").Should().Be("VERIFIED");
        certificate.Text("verdict").Should().Be("NOT_ELIGIBLE");
        certificate.Text("eligibleNow.verdict").Should().Be("ELIGIBLE");
    }

    [Fact]
    public async Task A_wrong_verify_code_finds_nothing()
    {
        var issued = await Issue("SPE-2024-01");
        var (number, code) = (issued.Text("fundingCertificate.number"), issued.Text("fundingCertificate.verifyCode"));

        code.Should().MatchRegex("^[A-Z2-7]{8}$");
        (await Ask("query($n: String!, $c: String) { fundingCertificate(number: $n, verifyCode: $c) { number } }", new { n = number, c = code })).Text("fundingCertificate.number").Should().Be(number);
        (await Ask("query($n: String!, $c: String) { fundingCertificate(number: $n, verifyCode: $c) { number } }", new { n = number, c = "AAAAAAAA" })).Text("fundingCertificate").Should().BeNull();
    }

    [Fact]
    public async Task Preparer_and_reviewer_differ()
    {
        var payload = await Issue("SPE-2024-01", reviewer: " 甲 ");

        payload.Text("problems.0.code").Should().Be("SAME_PERSON");
        payload.Text("problems.0.message").Should().Be("经办人与审核人都是“甲”,须由不同的人担任。");
    }

    [Fact]
    public async Task A_certificate_is_revoked_once()
    {
        var number = (await Issue("SPE-2024-01")).Text("fundingCertificate.number");

        var revoked = await Run("revokeFundingCertificate", new { district = "500154", number, reason = "资金用途变更" }, Fields);
        var again = await Run("revokeFundingCertificate", new { district = "500154", number, reason = "再次" }, Fields);

        revoked.Text("fundingCertificate.status").Should().Be("REVOKED");
        again.Text("problems.0.code").Should().Be("CERTIFICATE_CLOSED");
        again.Text("problems.0.message").Should().Be("核验单500154-2026-000001已撤销。");
    }

    [Fact]
    public async Task A_certificate_that_another_replaces_is_closed()
    {
        var number = (await Issue("SPE-2024-01")).Text("fundingCertificate.number")!;
        var second = await Issue("SPE-2024-01", replaces: number);

        second.Texts("problems", "message").Should().BeEmpty();
        (await Read(number)).Text("status").Should().Be("REPLACED");
        (await Issue("SPE-2024-01", replaces: number)).Text("problems.0.code").Should().Be("CERTIFICATE_CLOSED");
    }

    [Fact]
    public async Task A_row_changed_behind_the_registrys_back_shows_as_tampered()
    {
        var number = (await Issue("SPE-2024-01")).Text("fundingCertificate.number")!;
        using (var raw = new SqliteConnection($"Data Source={File};Pooling=false"))
        {
            raw.Open();
            raw.Execute("drop trigger certificates_change_nothing; update certificates set verdict = 'ELIGIBLE'");
        }
        Clock.Advance(TimeSpan.FromMinutes(2));

        (await Read(number)).Text("verification").Should().Be("TAMPERED");
    }

    [Fact]
    public async Task A_superiors_tail_cut_after_the_issue_shows_as_tampered()
    {
        await Run("recordAct", new { district = "500000", plan = "DEV-2026", type = "CORRECTION", on = "2026-06-25" }, "act { id }");
        var number = (await Issue("SPE-2024-01")).Text("fundingCertificate.number")!;
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

        (await Read(number)).Text("verification").Should().Be("TAMPERED");
    }

    [Theory]
    [InlineData("SPE-2024-01", "2026-06-30", "IMPLEMENTATION", "DISTRICT", "NOT_ELIGIBLE", "UNLISTED")]
    [InlineData("SPE-2024-01", "2026-06-30", "IMPLEMENTATION", "UPPER_TRANSFER", "ELIGIBLE", "OTHER_MONEY")]
    [InlineData("SPE-2024-01", "2026-06-30", "PRELIMINARY_STUDY", "DISTRICT", "ELIGIBLE", "NOT_SUBJECT")]
    [InlineData("SPE-2025-01", "2026-06-30", "DRAFTING", "DISTRICT", "CONDITIONAL", "EXEMPTED")]
    [InlineData("DEV-2026", "2026-06-30", "IMPLEMENTATION", "DISTRICT", "ELIGIBLE", "NOT_SUBJECT")]
    public async Task Eligibility_on_a_day_is_explained(string plan, string on, string purpose, string money, string verdict, string reason)
    {
        var data = await Ask($"{{ district(code: \"500154\") {{ plan(code: \"{plan}\") {{ fundingEligibility(on: \"{on}\", purpose: {purpose}, money: {money}) {{ verdict on reasons {{ code sentence basis {{ clause }} }} }} }} }} }}");

        data.Text("district.plan.fundingEligibility.verdict").Should().Be(verdict);
        data.Texts("district.plan.fundingEligibility.reasons", "code").Should().Contain(reason);
    }

    [Fact]
    public async Task An_expired_plan_gets_money_for_its_evaluation_only_after_a_check()
    {
        var data = await Ask("""
            { district(code: "500154") { plan(code: "DEV-2021") {
              a: fundingEligibility(purpose: EVALUATION) { verdict reasons { code } } b: fundingEligibility(purpose: IMPLEMENTATION) { verdict reasons { code } } } } }
            """);
        data.Text("district.plan.a.verdict").Should().Be("CONDITIONAL");
        data.Text("district.plan.b.verdict").Should().Be("NOT_ELIGIBLE");
    }

    [Fact]
    public async Task Unknown_money_matters_only_where_district_money_would_not_be_eligible()
    {
        var data = await Ask("""
            { district(code: "500154") { fundingCheck(requests: [{ plan: "SPE-2025-01" }, { plan: "DEV-2026" }, { plan: "数字经济" }, { plan: "没有这个规划" }]) { request plan { code } candidates { code } eligibility { verdict reasons { code } } } } }
            """);
        data.Text("district.fundingCheck.0.eligibility.verdict").Should().Be("UNKNOWN");
        data.Texts("district.fundingCheck.0.eligibility.reasons", "code").Should().Contain("MONEY_UNKNOWN");
        data.Text("district.fundingCheck.1.eligibility.verdict").Should().Be("ELIGIBLE");
        data.Text("district.fundingCheck.3.plan").Should().BeNull();
        data.At("district.fundingCheck.3.candidates").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task More_than_200_questions_are_refused()
    {
        var requests = Enumerable.Repeat(new { plan = "DEV-2026" }, 201);

        (await Refused("query($r: [FundingRequestInput!]!) { district(code: \"500154\") { fundingCheck(requests: $r) { request } } }", new { r = requests }))
            .Should().Be("Argument \"District.fundingCheck(requests:)\" must have at most 200 items, as literal or variable, but has 201.");
    }

    [Fact]
    public async Task Unlisted_with_unknown_money_is_unknown_and_no_refusal()
    {
        var data = await Ask("{ district(code: \"500154\") { fundingCheck(requests: [{ plan: \"SPE-2024-01\" }]) { eligibility { verdict reasons { code } } } } }");

        data.Text("district.fundingCheck.0.eligibility.verdict").Should().Be("UNKNOWN");
        data.Texts("district.fundingCheck.0.eligibility.reasons", "code").Should().Equal("UNLISTED", "MONEY_UNKNOWN");
    }

    [Fact]
    public async Task A_certificate_for_a_day_to_come_or_already_past_its_end_is_refused()
    {
        var future = await Run("issueFundingCertificate", new { district = "500154", plan = "DEV-2026", on = "2030-01-01", purpose = "IMPLEMENTATION", money = "DISTRICT", preparedBy = "甲", reviewedBy = "乙" }, Fields);
        var past = await Run("issueFundingCertificate", new { district = "500154", plan = "DEV-2026", validUntil = "2020-01-01", purpose = "IMPLEMENTATION", money = "DISTRICT", preparedBy = "甲", reviewedBy = "乙" }, Fields);

        future.Text("problems.0.message").Should().Be("审核日2030-01-01尚未到来。");
        past.Text("problems.0.message").Should().Be("有效期至2020-01-01,早于今日。");
    }
}
