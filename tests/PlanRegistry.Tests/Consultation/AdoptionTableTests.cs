using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Consultation;

/// <summary>Round, opinion, handling and the table made from them, over GraphQL.</summary>
public sealed class AdoptionTableTests : ConsultationTest
{
    private const string Table = """
        { district(code: "500154") { plan(code: "SPE-2026-06") { adoptionTable { complete undone noOpinion rows { number
            opinion { clause suggestion reason agency { code } handling { result reason agreedValue } objection { reason }
                review { result reason } } } } } } }
        """;

    [Fact]
    public async Task What_came_of_each_opinion_is_told_a_row_each_and_who_had_none_is_counted()
    {
        var round = await Round();
        var opinion = await Opinion(round);
        await Say(Education, round, "无意见");

        (await Asked(Lead, Table)).At("data.district.plan.adoptionTable").ToString().Should().Be(
            """
            {"complete":false,"undone":1,"noOpinion":1,"rows":[{"number":1,"opinion":{"clause":"第三章第二节","suggestion":"补充岸线保护要求",
            "reason":"水法第三十七条","agency":{"code":"KZ-WRB"},"handling":null,"objection":null,"review":null}}]}
            """.ReplaceLineEndings(""));

        await Done(Lead, "handleOpinion", new
        {
            district = "500154", opinion, result = "PARTLY_ADOPTED", reason = "岸线已有专章", agreedValue = "增加引用条款",
        });

        var table = (await Asked(Lead, Table)).At("data.district.plan.adoptionTable");
        table.At("complete").GetBoolean().Should().BeTrue();
        table.At("rows")[0].At("opinion.handling").ToString()
            .Should().Be("""{"result":"PARTLY_ADOPTED","reason":"岸线已有专章","agreedValue":"增加引用条款"}""");
    }

    [Fact]
    public async Task A_plan_on_which_nobody_was_asked_has_no_table() =>
        (await Asked(Lead, Table)).At("data.district.plan.adoptionTable").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
}
