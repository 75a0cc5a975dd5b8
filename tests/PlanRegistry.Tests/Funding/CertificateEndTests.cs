using System.Net.Http;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Funding;

/// <summary>核验单: what is not signed any more, what ends one, and what is told of it.</summary>
public sealed class CertificateEndTests : CertificateReviewTest
{
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
    public async Task The_record_of_a_plan_stays_while_a_certificate_of_it_waits()
    {
        await HaveTwo();
        var commission = Program(Role.ReformCommission);
        var plan = (await Asked(commission, "mutation($input: RegisterPlanInput!) { registerPlan(input: $input) { plan { id } } }", new
        {
            input = new { district = "500154", code = "SPE-2026-99", title = "开州区夜间经济规划(示例)", kind = "SPECIAL",
                horizon = new { from = 2026, to = 2030 } },
        })).Text("data.registerPlan.plan.id");
        await Prepared(Line("SPE-2026-99", anyVerdict: true, on: null));

        var withdrawn = await Asked(commission,
            "mutation($input: CorrectRecordInput!) { correctRecord(input: $input) { problems { message } } }",
            new { input = new { district = "500154", id = plan, reason = "重复登记", document = "更正说明(示例)" } });

        withdrawn.Text("data.correctRecord.problems.0.message").Should()
            .Be("规划的记录“500154:SPE-2026-99”不能撤销或改名：规划目录核验单中仍有记录引用它。");
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

    [Fact, Trait("Home", "SQLite")]
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
