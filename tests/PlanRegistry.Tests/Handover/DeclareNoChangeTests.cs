using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Handover;

/// <summary>declareNoChange on the sample, on 2026-06-30: one signature for many plans, all of them or none.</summary>
public sealed class DeclareNoChangeTests : AccessTest
{
    private readonly HttpClient commission;

    public DeclareNoChangeTests() => commission = Program(Role.ReformCommission);

    private static async Task<JsonElement> Declare(HttpClient client, object input) => (await Asked(client, """
        mutation($input: DeclareNoChangeInput!) { declareNoChange(input: $input) {
            seq problems { code message path clause }
            acts { plan { code } type agency { code } document { code } against }
            cleared { rule { code } plan { code } } opened { rule { code } } } }
        """, new { input })).At("data.declareNoChange");

    private static async Task<string[]> Refused(HttpClient client, object input)
    {
        var payload = await Declare(client, input);
        payload.At("seq").ValueKind.Should().Be(JsonValueKind.Null);
        return [.. payload.At("problems").EnumerateArray()
            .Select(p => $"{string.Join('.', p.At("path").EnumerateArray().Select(s => s.ToString()))}: {p.Text("message")}")];
    }

    private async Task<string> Paper(string issuer, string code = "DECLARED", string on = "2026-06-20")
    {
        var answer = await Asked(commission, $$"""
            mutation { registerDocument(input: { district: "500154", code: "{{code}}", title: "无需调整的说明（示例）", issuer: "{{issuer}}",
                issuedOn: "{{on}}" }) { seq problems { message } } }
            """, null);
        answer.At("data.registerDocument.problems").GetArrayLength().Should().Be(0);
        return code;
    }

    private async Task<int> Seq() =>
        (await Asked(commission, """{ district(code: "500154") { seq } }""")).At("data.district.seq").GetInt32();

    [Fact]
    public async Task One_document_of_who_approved_them_declares_for_many_in_one_entry_of_the_ledger()
    {
        var (paper, before) = (await Paper("区政府"), await Seq());

        var payload = await Declare(commission, new
        {
            district = "500154", plans = new[] { "SPE-2021-12", "SPE-2023-02" }, against = "DEV-2026", on = "2026-06-20", agency = "区政府",
            document = paper,
        });

        payload.At("problems").GetArrayLength().Should().Be(0);
        payload.At("seq").GetInt32().Should().Be(before + 1);
        payload.Texts("acts", "plan.code").Should().Equal("SPE-2021-12", "SPE-2023-02");
        payload.Texts("acts", "type").Should().AllBe("NO_CHANGE_DECLARED");
        payload.Texts("acts", "against").Should().AllBe("DEV-2026");
        payload.Texts("acts", "document.code").Should().AllBe("DECLARED");
        payload.At("cleared").EnumerateArray().Select(f => (f.Text("rule.code"), f.Text("plan.code"))).Should()
            .BeEquivalentTo([("HIE-006", "SPE-2021-12"), ("HIE-006", "SPE-2023-02")]);
        var owed = await Asked(commission, """
            { district(code: "500154") { handover { plans(first: 100, filter: { continuations: [OWED, OVERDUE] }) { totalCount } } } }
            """);
        owed.At("data.district.handover.plans.totalCount").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task Where_one_is_refused_none_is_written_and_all_that_is_wrong_is_told()
    {
        var (paper, before) = (await Paper("KZ-WRB"), await Seq());

        (await Refused(commission, new
        {
            district = "500154", plans = new[] { "SPE-2021-12", "SPE-2023-02", "SPE-2021-04", "SPE-1999-09" }, against = "DEV-2026",
            on = "2026-06-20", agency = "KZ-WRB", document = paper,
        })).Should().ContainSingle().Which.Should().StartWith("plans.3: ").And.Contain("SPE-1999-09");
        (await Refused(commission, new
        {
            district = "500154", plans = new[] { "SPE-2021-12", "SPE-2023-02", "SPE-2021-04" }, against = "DEV-2026",
            on = "2026-06-20", agency = "KZ-WRB", document = paper,
        })).Should().Equal(
            "plans.1: 《开州区养老服务设施规划(2023—2027年)(示例)》：重庆市开州区水利局无权办理，应为规划牵头单位或者规划审批单位，登记了也不算数。",
            "plans.2: 《开州区“十四五”教育事业发展规划(示例)》规划期（2021—2025年）与《重庆市开州区国民经济和社会发展第十五个五年规划纲要(示例)》（2026—2030年）没有重合，没有需要声明的。");
        (await Seq()).Should().Be(before);
    }

    [Fact]
    public async Task None_and_too_many_are_refused()
    {
        object Of(int count) => new
        {
            district = "500154", plans = Enumerable.Range(0, count).Select(i => $"P{i}"), against = "DEV-2026", on = "2026-06-20",
            document = "开州府办发〔2020〕95号",
        };

        (await Refused(commission, Of(0))).Should().Equal("plans: 一次声明1至200个规划，现为0个。");
        (await Refused(commission, Of(201))).Should().Equal("plans: 一次声明1至200个规划，现为201个。");
    }

    [Fact]
    public async Task Before_the_outline_was_approved_and_on_a_day_to_come_nothing_is_declared_not_by_recordAct_either()
    {
        var paper = await Paper("KZ-WRB");
        object On(string day) => new
        {
            district = "500154", plans = new[] { "SPE-2021-12" }, against = "DEV-2026", on = day, document = paper,
        };

        (await Refused(commission, On("2026-01-05"))).Should().ContainSingle().Which.Should().StartWith("on: 声明日期2026年1月5日不能确定在");
        (await Refused(commission, On("2026-07-05"))).Should().ContainSingle().Which.Should().StartWith("on: ");
        var single = await Asked(commission, """
            mutation { recordAct(input: { district: "500154", plan: "SPE-2021-12", type: NO_CHANGE_DECLARED, on: "2026-01-05",
                against: "DEV-2026", document: "DECLARED" }) { seq problems { message } } }
            """, null);
        single.At("data.recordAct.problems")[0].Text("message").Should().StartWith("声明日期2026年1月5日不能确定在");
    }

    [Fact]
    public async Task A_plan_that_is_named_twice_is_told_so_at_its_place()
    {
        var paper = await Paper("KZ-WRB");

        (await Refused(commission, new
        {
            district = "500154", plans = new[] { "SPE-2021-12", "SPE-2021-12" }, against = "DEV-2026", on = "2026-06-20", document = paper,
        })).Should().Equal("plans.1: SPE-2021-12列了不止一次。");
    }

    [Fact]
    public async Task A_retry_under_its_key_writes_nothing_more_and_a_trial_nothing_at_all()
    {
        var paper = await Paper("KZ-WRB");
        object Input(bool dryRun) => new
        {
            district = "500154", plans = new[] { "SPE-2021-12" }, against = "DEV-2026", on = "2026-06-20", document = paper,
            idempotencyKey = dryRun ? null : "declared-1", dryRun,
        };

        (await Declare(commission, Input(dryRun: true))).Texts("cleared", "rule.code").Should().Equal("HIE-006");
        var before = await Seq();
        var first = (await Declare(commission, Input(dryRun: false))).At("seq").GetInt32();
        (await Declare(commission, Input(dryRun: false))).At("seq").GetInt32().Should().Be(first).And.Be(before + 1);
        (await Seq()).Should().Be(first);
    }

    [Fact]
    public async Task A_department_declares_for_its_own_plans_and_knows_of_no_other()
    {
        var paper = await Paper("KZ-WRB");
        var water = Program(Role.Department, "KZ-WRB");
        object Of(params string[] plans) => new { district = "500154", plans, against = "DEV-2026", on = "2026-06-20", document = paper };

        (await Refused(water, Of("SPE-2021-12", "SPE-2023-02"))).Should().ContainSingle().Which.Should().StartWith("plans.1: ");
        (await Declare(water, Of("SPE-2021-12"))).At("problems").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData(Role.Finance)]
    [InlineData(Role.Audit)]
    public async Task Nobody_else_declares(Role role) => CodeOf(await Asked(Program(role), """
        mutation { declareNoChange(input: { district: "500154", plans: ["SPE-2021-12"], against: "DEV-2026", on: "2026-06-20",
            document: "开州府办发〔2020〕95号" }) { seq } }
        """)).Should().Be("FORBIDDEN");
}
