using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Settlement;

/// <summary>grantWaiver and revokeWaiver on the sample, on 2026-06-30, and where what they write is read.</summary>
public sealed class WaiverMutationTests : AccessTest
{
    private readonly HttpClient commission;

    public WaiverMutationTests() => commission = Program(Role.ReformCommission);

    private const string Payload = "seq problems { code message path } opened { key verdict } cleared { key verdict } "
        + "waiver { code standing idle why lastDay rule { code } plan { code } waives { key verdict due sentence } }";

    private async Task<JsonElement> Grant(object input) => (await Asked(commission,
        $"mutation($input: GrantWaiverInput!) {{ grantWaiver(input: $input) {{ {Payload} }} }}", new { input })).At("data.grantWaiver");

    private async Task<JsonElement> Revoke(object input) => (await Asked(commission,
        $"mutation($input: RevokeWaiverInput!) {{ revokeWaiver(input: $input) {{ {Payload} }} }}", new { input })).At("data.revokeWaiver");

    private async Task<string> Refused(object input)
    {
        var payload = await Grant(input);
        payload.At("seq").ValueKind.Should().Be(JsonValueKind.Null);
        return payload.At("problems").EnumerateArray().Should().ContainSingle().Which.Text("message")!;
    }

    /// <summary>A breach that is mended and no more than ERROR, of a plan that an agency leads.</summary>
    private async Task<JsonElement> Breach(string more = "") => (await Asked(commission, $$"""
        { district(code: "500154") {
            findings(first: 100, filter: { verdicts: [FAIL], rules: ["REV-001", "REV-003", "REV-004", "HIE-001"] }) {
                nodes { id key rule { code } sentence plan { code title leadAgency { code } } {{more}} } } } }
        """)).At("data.district.findings.nodes").EnumerateArray().First(f => f.At("plan").ValueKind == JsonValueKind.Object);

    private async Task Document(string code, string issuer, string on, params string[] plans) => (await Asked(commission, """
        mutation($input: RegisterDocumentInput!) { registerDocument(input: $input) { problems { message } } }
        """, new
    {
        input = new { district = "500154", code, title = "关于暂缓整改的批复(示例)", issuer, issuedOn = on, plans },
    })).At("data.registerDocument.problems").GetArrayLength().Should().Be(0);

    private async Task<JsonElement> Summary(string? asOf = null) => (await Asked(commission, $$"""
        { district(code: "500154"{{(asOf is null ? "" : $", asOf: \"{asOf}\"")}}) {
          conformance { findings fail conditional toConfirm waived confirmed unknown bySeverity { count waived } byAgency { count waived } }
          waivers(first: 10) { totalCount } active: waivers(first: 10, filter: { inEffect: true }) { totalCount }
          idle: waivers(first: 10, filter: { idle: true }) { nodes { code standing why } }
          waived: findings(first: 10, filter: { waived: true }) { nodes { key verdict waiver { code } } } } }
        """)).At("data.district");

    [Fact]
    public async Task What_is_put_off_is_counted_apart_until_its_last_day_and_stands_in_the_list_of_the_idle_after()
    {
        var (breach, before) = (await Breach(), await Summary());
        var (key, plan) = (breach.Text("key")!, breach.Text("plan.code")!);
        await Document("W-1", "区政府", "2026-06-20", plan);

        var given = await Grant(new { district = "500154", finding = key, document = "W-1", from = "2026-06-20", to = "2026-09-30" });

        given.At("problems").GetArrayLength().Should().Be(0);
        given.At("cleared")[0].ToString().Should().Be($$"""{"key":"{{key}}","verdict":"FAIL"}""");
        given.At("opened")[0].ToString().Should().Be($$"""{"key":"{{key}}","verdict":"CONDITIONAL"}""");
        given.Text("waiver.standing").Should().Be("IN_EFFECT");
        given.Text("waiver.plan.code").Should().Be(plan);
        given.At("waiver.waives")[0].Text("due").Should().Be("2026-09-30");
        var now = await Summary();
        int Count(JsonElement of, string name) => of.At("conformance." + name).GetInt32();
        Count(now, "findings").Should().Be(Count(before, "findings"));
        Count(now, "fail").Should().Be(Count(before, "fail") - 1);
        Count(now, "conditional").Should().Be(Count(before, "conditional") + 1);
        Count(now, "toConfirm").Should().Be(Count(before, "toConfirm"));
        Count(now, "confirmed").Should().Be(Count(before, "confirmed"));
        Count(now, "waived").Should().Be(Count(before, "waived") + 1);
        now.At("conformance.byAgency").EnumerateArray().Sum(a => a.At("waived").GetInt32()).Should().Be(Count(now, "waived"));
        now.At("active.totalCount").GetInt32().Should().Be(before.At("active.totalCount").GetInt32() + 1);

        var after = await Summary("2026-10-01");
        after.At("waived.nodes").EnumerateArray().Should().NotContain(f => f.Text("key") == key);
        var idle = after.At("idle.nodes").EnumerateArray().Single(w => w.Text("code") == given.Text("waiver.code"));
        idle.Text("standing").Should().Be("EXPIRED");
        idle.Text("why").Should().Be("已于2026年9月30日到期，不再暂缓。");
    }

    [Fact]
    public async Task The_months_count_it_while_it_holds()
    {
        var breach = await Breach();
        await Document("W-1", "区政府", "2026-06-20", breach.Text("plan.code")!);
        async Task<int[]> Months() => [.. (await Asked(commission, """
            { district(code: "500154", asOf: "2026-11-30") { findingHistory(from: "2026-08-01", to: "2026-11-30") { month waived } } }
            """)).At("data.district.findingHistory").EnumerateArray().Select(m => m.At("waived").GetInt32())];
        var before = await Months();

        await Grant(new { district = "500154", finding = breach.Text("key"), document = "W-1", from = "2026-06-30", to = "2026-10-15" });

        (await Months()).Zip(before, (now, then) => now - then).Should().Equal(1, 1, 0, 0);
    }

    [Fact]
    public async Task It_is_revoked_before_its_time_and_what_was_stays_on_record()
    {
        var breach = await Breach();
        var plan = breach.Text("plan.code")!;
        await Document("W-1", "区政府", "2026-06-10", plan);
        await Document("W-2", "区政府", "2026-06-25", plan);
        var code = (await Grant(new { district = "500154", rule = breach.Text("rule.code"), plan, document = "W-1", from = "2026-06-10" }))
            .Text("waiver.code")!;

        (await Revoke(new { district = "500154", code, to = "2026-06-20", revocation = "W-2" })).At("problems")[0].Text("message").Should()
            .Be("最后一日2026年6月20日早于撤销文件的印发日期2026年6月25日。");
        (await Revoke(new { district = "500154", code, to = "2028-06-20", revocation = "W-2" })).At("problems")[0].Text("message").Should()
            .Be("撤销只能提前截止：最后一日2028年6月20日晚于原止日2027年6月10日。");
        var ended = await Revoke(new { district = "500154", code, to = "2026-06-29", revocation = "W-2" });

        ended.At("problems").GetArrayLength().Should().Be(0);
        ended.Text("waiver.standing").Should().Be("REVOKED");
        ended.Text("waiver.lastDay").Should().Be("2026-06-29");
        ended.At("opened").EnumerateArray().Should().Contain(f => f.Text("key") == breach.Text("key") && f.Text("verdict") == "FAIL");
        (await Summary("2026-06-29")).At("waived.nodes").EnumerateArray().Should().Contain(f => f.Text("waiver.code") == code);
        (await Revoke(new { district = "500154", code = "NONE", to = "2026-06-29", revocation = "W-2" })).At("problems")[0]
            .Text("message").Should().Be("没有暂缓整改“NONE”。");
    }

    [Fact]
    public async Task One_paper_gives_leave_once_under_whatever_code()
    {
        var breach = await Breach();
        var (key, plan, rule) = (breach.Text("key")!, breach.Text("plan.code")!, breach.Text("rule.code"));
        await Document("W-1", "区政府", "2026-06-20", plan);
        object Input(string? code, string from = "2026-06-20", string? to = "2026-09-30", string? finding = null) => finding is null
            ? new { district = "500154", code, rule, plan, document = "W-1", from, to }
            : new { district = "500154", code, finding, document = "W-1", from, to } as object;
        (await Grant(Input("W1"))).At("problems").GetArrayLength().Should().Be(0);

        const string twice = "该文件批准的这一范围的暂缓整改已登记为“W1”，同一文件不重复登记；确有错误的，用 correctRecord 说明原因后更正。";
        (await Refused(Input("W1B", to: "2026-12-31"))).Should().Be(twice);
        (await Refused(Input(null, "2027-01-01", "2027-06-30"))).Should().Be(twice);
        (await Refused(Input("W1C", finding: key))).Should().Be(twice, "one of what it puts off already");
    }

    [Fact]
    public async Task The_longest_term_counts_from_the_paper_and_a_rule_that_there_is_not_is_named()
    {
        var breach = await Breach();
        await Document("W-1", "区政府", "2026-06-20", breach.Text("plan.code")!);

        (await Refused(new { district = "500154", finding = breach.Text("key"), document = "W-1", from = "2028-11-20" })).Should().Be(
            "起日2028年11月20日超过最长期限，最迟为2027年6月20日（自批准文件印发之日起算，本系统默认，参数“暂缓整改的最长期限”）。");
        var plan = breach.Text("plan.code");
        (await Refused(new { district = "500154", rule = "QQQ-001", plan, document = "W-1", from = "2026-06-20" })).Should()
            .Be("没有代码为“QQQ-001”的规则。");
    }

    [Fact]
    public async Task It_is_revoked_once_by_another_paper_about_the_same_also_before_it_begins()
    {
        var breach = await Breach();
        var plan = breach.Text("plan.code")!;
        await Document("W-1", "区政府", "2026-06-10", plan);
        await Document("W-2", "区政府", "2026-06-25", plan);
        await Document("W-3", "区政府", "2026-06-25", plan == "SPE-2023-02" ? "SPE-2021-12" : "SPE-2023-02");
        var code = (await Grant(new { district = "500154", rule = breach.Text("rule.code"), plan, document = "W-1", from = "2026-08-01" }))
            .Text("waiver.code")!;
        async Task<string?> Refusal(string revocation, string to = "2026-06-29") =>
            (await Revoke(new { district = "500154", code, to, revocation })).At("problems")[0].Text("message");

        (await Refusal("W-1")).Should().Be("文件《关于暂缓整改的批复(示例)》是批准暂缓整改的文件，撤销须另有文件。");
        (await Refusal("W-3")).Should().StartWith("文件《关于暂缓整改的批复(示例)》未写明《");
        var ended = await Revoke(new { district = "500154", code, to = "2026-06-29", revocation = "W-2" });
        ended.At("problems").GetArrayLength().Should().Be(0, "what has not begun may be revoked");
        ended.Text("waiver.standing").Should().Be("REVOKED");
        (await Refusal("W-2", "2026-06-28")).Should().Be(
            $"暂缓整改“{code}”已由《关于暂缓整改的批复(示例)》撤销；确有错误的，用 correctRecord 说明原因后更正。");
    }

    [Fact]
    public async Task What_has_ended_is_not_revoked_any_more()
    {
        await Document("W-2", "区政府", "2026-06-25", "SPE-2022-03");
        var ended = (await Asked(commission, """
            { district(code: "500154") { waivers(first: 10, filter: { idle: true }) { nodes { code standing } } } }
            """)).At("data.district.waivers.nodes").EnumerateArray().First(w => w.Text("standing") == "EXPIRED").Text("code");

        (await Revoke(new { district = "500154", code = ended, to = "2026-05-01", revocation = "W-2" })).At("problems")[0]
            .Text("message").Should().Be("暂缓期限已于2026年5月31日届满，不须撤销。");
    }

    [Fact]
    public async Task Leave_that_is_not_given_by_who_may_or_for_what_is_past_or_too_long_is_refused_in_a_sentence()
    {
        var (breach, before) = (await Breach(), await Summary());
        var (key, plan) = (breach.Text("key")!, breach.Text("plan.code")!);
        await Document("W-DRC", "区发展改革委", "2026-06-20", plan);
        await Document("W-GOV", "区政府", "2026-06-20", plan);
        await Document("W-OTHER", "区政府", "2026-06-20");
        object Input(string document, string from = "2026-06-20", string? to = "2026-09-30", string? finding = null) =>
            new { district = "500154", finding = finding ?? key, document, from, to };

        (await Refused(Input("W-DRC"))).Should().Be("文件《关于暂缓整改的批复(示例)》不能作为暂缓整改的依据："
            + "重庆市开州区发展和改革委员会无权办理，应为区政府或者区委或者市级以上党委、政府和部门。");
        (await Refused(Input("W-OTHER"))).Should().Be($"文件《关于暂缓整改的批复(示例)》未写明《{breach.Text("plan.title")}》。");
        (await Refused(Input("W-GOV", "2026-06-01"))).Should().Be(
            "起日2026年6月1日早于批准文件的印发日期2026年6月20日，暂缓整改不溯及批准以前。");
        (await Refused(Input("W-GOV", to: "2027-06-21"))).Should().Be(
            "止日2027年6月21日超过最长期限，最迟为2027年6月20日（自批准文件印发之日起算，本系统默认，参数“暂缓整改的最长期限”）。");
        (await Refused(Input("W-GOV", to: "2026-06-29"))).Should().Be("暂缓期限已于2026年6月29日届满，不能事后补办。");
        (await Refused(Input("W-GOV", finding: "REV-001|500154/plans/SPE-2024-01|1"))).Should().Be(
            "没有这一范围的问题，或者已经消除，无须暂缓整改。");
        (await Refused(Input("W-GOV", finding: "随便"))).Should().StartWith("问题“随便”不是问题的标识");
        (await Refused(new { district = "500154", rule = "REV-001", document = "W-GOV", from = "2026-06-20" }))
            .Should().Be("暂缓整改针对一个规划或者一个目录清单，请填写其中一项。");
        await Document("W-01", "区政府", "2026-06-20", "SPE-2024-01");
        (await Refused(new { district = "500154", rule = "CAT-001", plan = "SPE-2024-01", document = "W-01", from = "2026-06-20" }))
            .Should().StartWith("已经发生的事项和不得突破的要求不能暂缓整改：");
        (await Summary()).ToString().Should().Be(before.ToString(), "nothing was written");
    }

    [Fact]
    public async Task A_department_sees_the_waivers_of_its_own_plans_and_gives_none_and_finance_sees_all()
    {
        var breach = await Breach();
        var plan = breach.Text("plan.code")!;
        await Document("W-1", "区政府", "2026-06-20", plan);
        var code = (await Grant(new { district = "500154", finding = breach.Text("key"), document = "W-1", from = "2026-06-20" }))
            .Text("waiver.code");
        async Task<IEnumerable<string?>> Seen(HttpClient client) => (await Asked(client,
            """{ district(code: "500154") { waivers(first: 50) { nodes { code } } } }"""))
            .At("data.district.waivers").Texts("nodes", "code");

        (await Seen(Program(Role.Department, breach.Text("plan.leadAgency.code")))).Should().Contain(code);
        (await Seen(Program(Role.Department, "KZ-EDU"))).Should().NotContain(code);
        (await Seen(Program(Role.Finance))).Should().Contain(code);
        CodeOf(await Asked(Program(Role.Department, breach.Text("plan.leadAgency.code")), $$"""
            mutation { grantWaiver(
                input: { district: "500154", rule: "REV-001", plan: "{{plan}}", document: "W-1", from: "2026-06-20" }) { seq } }
            """)).Should().Be("FORBIDDEN");
        CodeOf(await Asked(Program(Role.Audit), $$"""
            mutation { revokeWaiver(
                input: { district: "500154", code: "{{code}}", to: "2026-06-29", revocation: "W-1" }) { seq } }
            """)).Should().Be("FORBIDDEN");
    }
}
