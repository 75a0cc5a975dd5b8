using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Indicators;

/// <summary>settleReadings and setAnnualTargets on the sample, on 2026-06-30.</summary>
public sealed class SettleReadingsTests : AccessTest
{
    private const string Care = "SPE-2023-02";
    private readonly HttpClient commission;

    public SettleReadingsTests() => commission = Program(Role.ReformCommission);

    private static object Input(string plan = Care, string indicator = "KZ-CARE-BEDS", int year = 2025, string source = "SURVEY",
        string reason = "部门统计含停用床位，以入户调查核减后的数为准。", string? agency = null, string? on = null) =>
        new { district = "500154", plan, indicator, year, source, reason, agency, on };

    private static async Task<JsonElement> Settle(HttpClient client, object input) => (await Asked(client, """
        mutation($input: SettleReadingsInput!) { settleReadings(input: $input) { seq problems { code message path clause }
            readingSettlement { source on holds agency { name } } cleared { rule { code } } } }
        """, new { input })).At("data.settleReadings");

    private static async Task<string> Refused(HttpClient client, object input)
    {
        var payload = await Settle(client, input);
        payload.At("seq").ValueKind.Should().Be(JsonValueKind.Null);
        payload.At("problems")[0].Text("clause").Should().Be("本系统默认");
        return payload.Texts("problems", "message").First()!;
    }

    private static async Task<JsonElement> Beds(HttpClient client) => (await Asked(client, $$"""
        { district(code: "500154") { plan(code: "{{Care}}") { indicators { indicator { code } nature grade gradeReason gradeYear gradeValue
            gradeSteps conflicts { year gap tolerance readings { source value } } } } } }
        """)).At("data.district.plan.indicators").EnumerateArray().Single(i => i.Text("indicator.code") == "KZ-CARE-BEDS");

    [Fact]
    public async Task Annual_targets_are_of_the_plans_own_indicators_and_years()
    {
        var refused = await Asked(commission, """
            mutation { setAnnualTargets(input: { district: "500154", plan: "DEV-2026", annualTargets: [
                { indicator: "KZ-AIR", year: 2031, targetValue: "94" }, { indicator: "KZ-SPORT", year: 2027, targetValue: "3" }] }) {
                seq problems { message path clause } } }
            """);

        refused.At("data.setAnnualTargets").Texts("problems", "message").Should().Equal(
            "年度“2031”不在《重庆市开州区国民经济和社会发展第十五个五年规划纲要(示例)》的规划期2026—2030年之内。",
            "“人均体育场地面积”不是《重庆市开州区国民经济和社会发展第十五个五年规划纲要(示例)》的指标，请先设定其目标值，或者更正指标。");
        refused.Text("data.setAnnualTargets.problems.0.clause").Should().Be("开州府办发〔2020〕95号 三、（四）");
        refused.At("data.setAnnualTargets.problems")[1].At("path").ToString().Should().Be("""["annualTargets","1","indicator"]""");
    }

    [Fact]
    public async Task The_source_that_is_settled_counts_and_a_correction_opens_the_conflict_again()
    {
        var open = await Beds(commission);
        open.At("conflicts").GetArrayLength().Should().Be(1);
        open.Text("grade").Should().BeNull();
        open.Text("gradeReason").Should().StartWith("各来源的监测值不一致");
        open.Text("conflicts.0.gap").Should().Be("9.1%");

        var payload = await Settle(commission, Input());
        payload.At("problems").GetArrayLength().Should().Be(0);
        payload.Text("readingSettlement.source").Should().Be("SURVEY");
        payload.Text("readingSettlement.agency.name").Should().Be("重庆市开州区发展和改革委员会");
        payload.Texts("cleared", "rule.code").Should().Contain("IND-001");
        var settled = await Beds(commission);
        (settled.Text("grade"), settled.Text("gradeValue")).Should().Be(("IN_DIFFICULTY", "30"));
        settled.At("conflicts").GetArrayLength().Should().Be(0);

        (await Refused(commission, Input())).Should().Contain("没有待核定的不一致");
        var reading = (await Asked(commission, $$"""
            { district(code: "500154") { plan(code: "{{Care}}") { readings { id year source } } } }
            """)).At("data.district.plan.readings").EnumerateArray().Single(r => r.Text("source") == "SURVEY").Text("id");
        var corrected = (await Asked(commission, """
            mutation($input: CorrectRecordInput!) { correctRecord(input: $input) { seq problems { message } } }
            """, new { input = new { district = "500154", id = reading, reason = "录入有误", document = "更正说明",
                values = new[] { new { field = "value", value = "29" } } } })).At("data.correctRecord");
        corrected.At("problems").GetArrayLength().Should().Be(0);
        (await Beds(commission)).At("conflicts").GetArrayLength().Should().Be(1);
        (await Settle(commission, Input())).At("problems").GetArrayLength().Should().Be(0, "the same words settle it anew");
        (await Beds(commission)).At("conflicts").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task What_is_not_to_be_settled_is_refused_by_a_sentence()
    {
        (await Refused(commission, Input(reason: "可以"))).Should().Be("核定理由“可以”过于简单，应当写明采用该来源的依据（至少6个字）。");
        (await Refused(commission, Input(year: 2024))).Should()
            .Be("2026年6月30日“每千名老年人养老床位数”2024年的监测值没有待核定的不一致：各来源相差不超过容差，或者只有一个来源，或者已经核定。");
        (await Refused(commission, Input(source: "WEB"))).Should()
            .Be("2025年没有来源为“网络数据”的监测值，可以采用的是：部门统计33张、问卷调查30张。");
        (await Refused(commission, Input(indicator: "KZ-AIR"))).Should().Contain("没有指标“空气质量优良天数比率”的目标");
        (await Refused(commission, Input(agency: "区教委"))).Should().Be("监测值由重庆市开州区发展和改革委员会或者规划的牵头单位核定，不由重庆市开州区教育委员会核定。");
    }

    [Fact]
    public async Task The_lead_department_settles_for_its_plan_but_not_in_favour_of_its_own_number()
    {
        var civil = Program(Role.Department, "KZ-CIV");

        (await Refused(civil, Input(source: "DEPARTMENT"))).Should().Be("重庆市开州区民政局不得核定采用本单位提供的监测值，请重庆市开州区发展和改革委员会核定。");
        (await Settle(civil, Input(agency: "区发展改革委"))).Text("problems.0.code").Should().Be("NOT_ALLOWED");
        (await Refused(civil, Input())).Should().StartWith("重庆市开州区民政局不得核定采用本单位提供的监测值", "nobody else is named for the survey");
    }

    [Fact]
    public async Task A_department_records_readings_in_its_own_name_alone()
    {
        var civil = Program(Role.Department, "KZ-CIV");
        async Task<JsonElement> Read(string source, string? agency) => (await Asked(civil, """
            mutation($input: RecordReadingInput!) { recordReading(input: $input) { problems { code } reading { agency { code } } } }
            """, new
        {
            input = new { district = "500154", plan = Care, indicator = "KZ-CARE-BEDS", year = 2024, source, value = "31", agency },
        })).At("data.recordReading");

        (await Read("SPATIAL", "区规划自然资源局")).Text("problems.0.code").Should().Be("NOT_ALLOWED");
        (await Read("WEB", null)).Text("reading.agency.code").Should().Be("KZ-CIV");
    }

    [Fact]
    public async Task Annual_targets_are_set_and_clear_what_did_not_come_out()
    {
        var payload = (await Asked(commission, """
            mutation { setAnnualTargets(input: { district: "500154", plan: "DEV-2026", reason: "与规划目标衔接",
                annualTargets: [{ indicator: "KZ-EXPRESSWAY", year: 2030, targetValue: "236" }] }) {
                problems { message } annualTargets { targetValue } cleared { rule { code } sentence } } }
            """)).At("data.setAnnualTargets");

        payload.At("problems").GetArrayLength().Should().Be(0, payload.ToString());
        payload.At("annualTargets")[0].Text("targetValue").Should().Be("236");
        payload.At("cleared")[0].Text("sentence").Should().Contain("2030年的年度目标230公里，低于目标值236公里");
    }
}
