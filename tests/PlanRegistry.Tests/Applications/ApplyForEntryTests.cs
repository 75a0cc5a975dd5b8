using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Applications;

/// <summary>applyForEntry: a department applies for itself, the reform commission for anybody.</summary>
public sealed class ApplyForEntryTests : ApplicationTest
{
    [Fact]
    public async Task A_department_applies_for_itself_and_sees_it_screened()
    {
        var roads = Department("KZ-TRA");

        var payload = await Apply(roads, Roads(("horizon", new { from = 2027, to = 2028 }), ("justification", null)));

        Written(payload, "application.code").Should().Be("SB-2026-003");
        payload.Text("application.applicant.code").Should().Be("KZ-TRA");
        payload.Text("application.leadAgency.code").Should().Be("KZ-TRA");
        payload.Text("application.state").Should().Be("APPLIED");
        payload.Text("application.stateSince").Should().Be("2026-06-30");
        payload.Text("application.verdict").Should().Be("FAIL");
        payload.At("application").Texts("screening", "sentence").Should().Equal(
            "《开州区公路养护规划(2027—2030年)》规划期2027—2028年，首尾年份均计入为2年，末年减首年为1年，少于3年，原则上不编制规划。",
            "《开州区公路养护规划(2027—2030年)》未说明需要政府发挥作用的理由。");
        (await Codes(roads)).Should().Equal("SB-2026-003");
    }

    [Fact]
    public async Task What_the_screening_would_doubt_is_told_when_it_is_only_tried()
    {
        var tried = (await Asked(Department("KZ-TRA"), """
            mutation($input: ApplyForEntryInput!) { applyForEntry(input: $input) {
                seq application { code } screening { verdict sentence } } }
            """, new { input = Roads(("dryRun", true), ("horizon", new { from = 2027, to = 2028 })) })).At("data.applyForEntry");

        tried.At("seq").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        tried.At("application").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        tried.Texts("screening", "sentence").Should().Equal(
            "《开州区公路养护规划(2027—2030年)》规划期2027—2028年，首尾年份均计入为2年，末年减首年为1年，少于3年，原则上不编制规划。");
    }

    [Fact]
    public async Task What_a_registered_plan_says_is_not_asked_again()
    {
        var payload = await Apply(Department("KZ-COM"), new { district = "500154", plan = "SPE-2025-02" });

        Written(payload, "application.title").Should().Be("开州区滨湖夜间经济发展规划(2025—2029年)(示例)");
        payload.At("application.horizon").ToString().Should().Be("""{"from":2025,"to":2029}""");
        payload.At("application").Texts("screening", "sentence").Should().Contain(
            "《开州区滨湖夜间经济发展规划(2025—2029年)(示例)》与申报SB-2026-001《开州区夜间经济发展规划(2026—2030年)(示例)》可能重复："
                + "同一牵头单位、规划期重叠（2026—2030年）、领域相同、名称相似。");
    }

    [Fact]
    public async Task The_reform_commission_applies_for_anybody_and_a_department_for_no_other()
    {
        Written(await Apply(Commission, Roads(("leadAgency", "区交通运输委"))), "application.applicant.code").Should().Be("KZ-TRA");

        Refusal(await Apply(Department("KZ-EDU"), Roads(("applicant", "区交通运输委"), ("leadAgency", "区交通运输委"))))
            .Should().Be(("部门只为本单位申报：重庆市开州区教育委员会不能代重庆市开州区交通运输委员会申报。", "本系统默认"));
        Refusal(await Apply(Department("KZ-EDU"), Roads(("leadAgency", "区交通运输委"))))
            .Should().Be(("申报单位重庆市开州区教育委员会既不是牵头单位，也不是会同单位。", "本系统默认"));
    }

    [Fact]
    public async Task What_cannot_stand_on_the_list_is_not_applied_for()
    {
        await Draft("SP-2027", Spatial);
        var roads = Department("KZ-TRA");

        Refusal(await Apply(roads, Roads(("kind", "DEVELOPMENT")))).Should().Be(("发展规划不须列入目录清单，不必申报。", "开州府办发〔2020〕95号 三、（一）"));
        Refusal(await Apply(roads, Roads(("list", "SP-2027"))))
            .Should().Be(("目录清单SP-2027是空间规划清单，不列专项规划。", "开州府办发〔2020〕95号 三、（一）"));
        Refusal(await Apply(roads, Roads(("list", "SR-2026"))))
            .Should().Be(("目录清单SR-2026已经批准，不再增列；须先建新一版清单，再列入新清单。", "开州府办发〔2020〕95号 三、（一）"));
        Refusal(await Apply(roads, Roads(("title", null)))).Message.Should().Be("名称未填写。");
        Refusal(await Apply(roads, Roads(("appliedOn", "2026-07-01")))).Message.Should().Contain("晚于今天");
    }

    [Fact]
    public async Task One_that_was_returned_is_made_again_under_its_code_and_no_other_is()
    {
        var roads = Department("KZ-TRA");
        await Apply(roads, Roads(("justification", null), ("appliedOn", "2026-06-01")));
        Refusal(await Apply(roads, Roads(("code", "SB-2026-003"))))
            .Message.Should().Be("申报SB-2026-003的状态为已申报，只有退回补正的才能再次申报；另有规划的，请另行申报。");
        await Decide(Commission, new
        {
            district = "500154", application = "SB-2026-003", outcome = "RETURNED", on = "2026-06-10", reason = "请说明编制理由。",
        });

        var again = await Apply(roads, new { district = "500154", code = "SB-2026-003", justification = "市场投入不足。" });

        Written(again, "application.state").Should().Be("APPLIED");
        again.Text("application.stateSince").Should().Be("2026-06-30");
        again.At("application.screening").GetArrayLength().Should().Be(0);
        again.Text("application.title").Should().Be("开州区公路养护规划(2027—2030年)", "what is not said stays");
    }

    [Fact]
    public async Task A_department_sees_its_own_the_two_bureaus_all_and_the_spatial_bureau_what_it_decides()
    {
        string[] all = ["SB-2026-002", "SB-2026-001", "SB-2025-001"];
        (await Codes(Commission)).Should().Equal(all);
        (await Codes(Department("KZ-COM"))).Should().Equal("SB-2026-001");
        (await Codes(Department("KZ-EDU"))).Should().BeEmpty();
        (await Codes(Department("KZ-EEB"))).Should().Equal(all);
        (await Codes(Department("KZ-WRB"))).Should().Equal(all);
        (await Codes(Department("KZ-NRB"))).Should().BeEmpty();
        (await Codes(Program(Role.Audit))).Should().Equal(all);

        await Apply(Commission, Roads(("kind", Spatial), ("leadAgency", "区交通运输委")));
        (await Codes(Department("KZ-NRB"))).Should().Equal("SB-2026-003");
        CodeOf(await Asked(Client(), """{ district(code: "500154") { entryApplications(first: 1) { totalCount } } }"""))
            .Should().Be("UNAUTHENTICATED");
    }

    [Fact]
    public async Task They_are_filtered_by_state_kind_agency_and_title()
    {
        (await Codes(Commission, ", filter: { states: [LISTED] }")).Should().Equal("SB-2025-001");
        (await Codes(Commission, ", filter: { states: [APPLIED], agencies: [\"区商务委\"] }")).Should().Equal("SB-2026-001");
        (await Codes(Commission, ", filter: { kinds: [REGIONAL] }")).Should().BeEmpty();
        (await Codes(Commission, ", filter: { title: \"容貌\" }")).Should().Equal("SB-2026-002");
        (await Codes(Commission, ", filter: { codes: [\"SB-2025-001\"] }")).Should().Equal("SB-2025-001");
    }

    [Fact]
    public async Task Each_is_told_whose_turn_it_is()
    {
        async Task<string> Mine(HttpClient client) => (await Asked(client, """
            { district(code: "500154") { opinionMatters
                entryApplications(first: 9, filter: { states: [APPLIED] }) { nodes { mayDecide } } } }
            """)).At("data.district").ToString();

        (await Mine(Commission)).Should().Be("""{"opinionMatters":["EIA","WATER"],"entryApplications":{"nodes":[{"mayDecide":true}]}}""");
        (await Mine(Department("KZ-EEB"))).Should()
            .Be("""{"opinionMatters":["EIA"],"entryApplications":{"nodes":[{"mayDecide":false}]}}""");
        (await Mine(Department("KZ-COM"))).Should().Be("""{"opinionMatters":[],"entryApplications":{"nodes":[{"mayDecide":false}]}}""");
        (await Mine(Program(Role.Audit))).Should().Be("""{"opinionMatters":[],"entryApplications":{"nodes":[{"mayDecide":false}]}}""");
    }

    [Theory]
    [InlineData(Role.Finance)]
    [InlineData(Role.Audit)]
    public async Task Others_do_not_apply(Role role) => CodeOf(await Asked(Program(role), """
        mutation { applyForEntry(input: { district: "500154", plan: "SPE-2025-02" }) { seq } }
        """)).Should().Be("FORBIDDEN");

    [Fact]
    public async Task A_body_that_has_ended_applies_for_nothing_and_nobody_applies_for_lists_of_old()
    {
        Refusal(await Apply(Commission, Roads(("leadAgency", "重庆市开州区大数据应用发展管理局")))).Should().Be(
            ("重庆市开州区大数据应用发展管理局已于2024年6月30日撤销，不能申报或者牵头：请改由重庆市开州区数据局申报。", "本系统默认"));
        Refusal(await Apply(Commission, Roads(("leadAgency", "区交通运输委"), ("appliedOn", "2019-01-01")))).Should().Be(
            ("申报日期2019年1月1日早于资料录入完整之日（2021年1月1日），此后已有清单批准：历史申报请以资料包导入，现提出的申报请填写实际日期。", "本系统默认"));
    }
}
