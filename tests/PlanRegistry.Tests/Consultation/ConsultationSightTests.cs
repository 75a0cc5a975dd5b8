using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Consultation;

/// <summary>Who sees what of a consultation.</summary>
public sealed class ConsultationSightTests : ConsultationTest
{
    private static async Task<JsonElement> Rounds(HttpClient client, string filter = "") => (await Asked(client, $$"""
        { district(code: "500154") { consultations(first: 9, filter: { plan: "SPE-2026-06" {{filter}} }) { nodes { code plan { title }
            statistics { replied } silent { code } opinions(first: 9) { totalCount nodes { code handling { result } } } } } } }
        """)).At("data.district.consultations.nodes");

    [Fact]
    public async Task An_asked_agency_sees_the_round_and_its_own_part_and_the_lead_all_of_it()
    {
        var round = await Round();
        var opinion = await Opinion(round);
        await Say(Education, round, "无意见");
        await Done(Lead, "handleOpinion", new { district = "500154", opinion, result = "ADOPTED" });

        var water = (await Rounds(Water))[0];
        water.Text("plan.title").Should().Be("开州区“十五五”文化旅游发展规划(示例)");
        water.At("opinions").ToString().Should().Be(
            $$$"""{"totalCount":1,"nodes":[{"code":"{{{opinion}}}","handling":{"result":"ADOPTED"}}]}""");
        (water.At("statistics").ValueKind, water.At("silent").ValueKind).Should().Be((JsonValueKind.Null, JsonValueKind.Null));
        (await Asked(Water, """{ district(code: "500154") { plan(code: "SPE-2026-06") { adoptionTable { complete } } } }"""))
            .At("data.district.plan.adoptionTable").ValueKind.Should().Be(JsonValueKind.Null);

        var lead = (await Rounds(Lead))[0];
        lead.At("opinions.totalCount").GetInt32().Should().Be(2);
        lead.At("statistics.replied").GetInt32().Should().Be(2);
        foreach (var role in new[] { Role.ReformCommission, Role.Finance, Role.Audit })
        {
            (await Rounds(Program(role)))[0].At("opinions.totalCount").GetInt32().Should().Be(2);
        }
    }

    [Fact]
    public async Task An_asked_agency_reads_its_own_opinion_with_what_came_of_it_and_alone_may_object()
    {
        const string Own = """
            { district(code: "500154") { plan(code: "SPE-2026-06") { isOwn consultations { ownOpinions { suggestion state mayObject
                handling { result reason } } } } } }
            """;
        var round = await Round();
        var opinion = await Opinion(round);
        await Done(Lead, "handleOpinion", new { district = "500154", opinion, result = "REJECTED", reason = "另有专章" });

        var water = (await Asked(Water, Own)).At("data.district.plan");
        water.At("isOwn").GetBoolean().Should().BeFalse();
        water.At("consultations")[0].At("ownOpinions").ToString().Should().Be(
            """[{"suggestion":"补充岸线保护要求","state":"HANDLED","mayObject":true,"handling":{"result":"REJECTED","reason":"另有专章"}}]""");
        var lead = (await Asked(Lead, Own)).At("data.district.plan");
        (lead.At("isOwn").GetBoolean(), lead.At("consultations")[0].At("ownOpinions").GetArrayLength()).Should().Be((true, 0));
        (await Asked(Program(Role.ReformCommission), """
            { district(code: "500154") { plan(code: "SPE-2026-06") { adoptionTable { rows { opinion { mayObject } } } } } }
            """)).At("data.district.plan.adoptionTable.rows")[0].At("opinion.mayObject").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task Who_is_not_asked_sees_neither_round_nor_plan()
    {
        await Round();
        var other = Program(Role.Department, "KZ-CIV");

        (await Asked(other, """
            { district(code: "500154") { consultations(first: 9) { nodes { plan { code } } } plan(code: "SPE-2026-06") { code } } }
            """)).At("data.district").ToString().Should()
            .NotContain("SPE-2026-06").And.Contain("\"plan\":null");
    }

    [Fact]
    public async Task What_waits_for_an_agency_can_be_asked_for()
    {
        var round = await Round();
        (await Rounds(Water, """, toAnswerBy: "区水利局" """)).EnumerateArray().Select(r => r.Text("code")).Should().Equal(round);

        await Opinion(round);

        (await Rounds(Water, """, toAnswerBy: "区水利局" """)).GetArrayLength().Should().Be(0);
        (await Rounds(Program(Role.ReformCommission), """, toAnswerBy: "区教委" """)).GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Finance_replies_for_itself_and_handles_nothing()
    {
        var round = (await Done(Lead, "openConsultation", new
        {
            district = "500154", plan = Tourism, audience = "AGENCIES", agencies = new[] { "区财政局" }, openedOn = "2026-06-01",
        }, "round { code }")).Text("round.code");
        var finance = Program(Role.Finance);

        await Done(finance, "recordOpinion", new { district = "500154", round, suggestion = "无意见" });

        CodeOf(await Asked(finance, $$"""mutation { closeConsultation(input: { district: "500154", code: "{{round}}" }) { seq } }"""))
            .Should().Be("FORBIDDEN");
    }
}
