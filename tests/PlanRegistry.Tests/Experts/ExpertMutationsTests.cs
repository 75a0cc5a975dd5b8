using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Experts;

/// <summary>The pool of the sample district: registered by the commission, drawn from by who drafts a plan.</summary>
public sealed class ExpertMutationsTests : AccessTest
{
    private const string Forest = "SPE-2022-02";
    private readonly HttpClient commission;
    private readonly HttpClient forestry;

    public ExpertMutationsTests()
    {
        commission = Program(Role.ReformCommission);
        forestry = Program(Role.Department, "区林业局");
    }

    private static async Task<JsonElement> Do(HttpClient client, string mutation, object input, string subject) =>
        (await Asked(client, $$"""
            mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) {
                seq problems { code message path clause } {{subject}} } }
            """, new { input })).At($"data.{mutation}");

    private async Task Register(string code, string name, string employer, string? form = null, string[]? fields = null) =>
        (await Do(commission, "registerExpert", new
        {
            district = "500154", code, name, form, employer, fields = fields ?? ["森林经理"], from = "2026-01-01",
        }, "expert { code isInPool }")).At("problems").GetArrayLength().Should().Be(0);

    private async Task Pool(int people)
    {
        for (var n = 1; n <= people; n++)
        {
            await Register($"E{n}", $"专家{n}", "西部某大学");
        }
        await Register("E-OWN", "局内专家", "区林业局");
    }

    private static Task<JsonElement> Draw(
        HttpClient client, int count, string[]? fields = null, bool dryRun = false, string? reason = null) =>
        Do(client, "drawExperts", new { district = "500154", plan = Forest, count, fields = fields ?? ["森林经理"], dryRun, reason },
            "draws { id expert { code name } about on lotOf lot time reason }");

    private static string[] Said(JsonElement payload) => [.. payload.Texts("problems", "message").OfType<string>()];

    [Fact]
    public async Task The_lot_falls_on_those_without_an_interest_and_can_be_drawn_again_from_the_ledger()
    {
        await Pool(6);
        var seq = (await Asked(commission, """{ district(code: "500154") { seq } }""")).At("data.district.seq").GetInt32();
        var hash = Registry.Entry(Registry.Districts().Single(d => d.ToString() == "500154"), seq)!.Hash;

        var drawn = await Draw(forestry, 3);

        drawn.At("problems").GetArrayLength().Should().Be(0);
        drawn.Texts("draws", "on").Should().Equal("2026-06-30", "2026-06-30", "2026-06-30");
        drawn.At("draws")[0].At("lotOf").GetInt32().Should().Be(seq);
        var lot = drawn.Text("draws.0.lot");
        drawn.At("draws").EnumerateArray().Select(d => d.Text("expert.code")).Should().BeEquivalentTo(
            Enumerable.Range(1, 6).Select(n => $"E{n}").OrderBy(code => Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{hash}|{lot}|500154:{Forest}|PLAN|{code}"))), StringComparer.Ordinal).Take(3));
    }

    [Fact]
    public async Task To_draw_again_takes_a_reason_that_stays_and_a_circle_to_draw_from()
    {
        await Pool(7);
        var first = await Draw(forestry, 3);

        Said(await Draw(forestry, 2)).Should().Equal("《开州区林业发展与森林保护规划(2022—2030年)(示例)》（论证）已随机抽取1次，再次抽取须说明理由。");
        var again = await Draw(forestry, 2, reason: "两名专家因故不能参加");
        Said(await Draw(forestry, 2, reason: "一名专家因故不能参加")).Should().Equal(
            "库内与《开州区林业发展与森林保护规划(2022—2030年)(示例)》无利害关系、符合条件且尚未抽取的只有2名，不足2名的2倍，不能随机抽取；"
            + "请补充专家库，或者说明理由指定。");

        first.At("draws").EnumerateArray().Select(d => d.At("time").GetInt32()).Should().Equal(1, 1, 1);
        again.At("draws").EnumerateArray().Select(d => (d.At("time").GetInt32(), d.Text("reason")))
            .Should().Equal((2, "两名专家因故不能参加"), (2, "两名专家因故不能参加"));
        (await Asked(forestry, $$"""
            { district(code: "500154") { plan(code: "{{Forest}}") { experts { expert { name } draw { time } } } } }
            """)).At("data.district.plan.experts").GetArrayLength().Should().Be(5);
    }

    [Fact]
    public async Task A_word_and_a_draw_are_corrected_by_the_commission_and_not_by_who_drafts_the_plan()
    {
        await Pool(2);
        var draw = (await Draw(forestry, 1)).At("draws")[0];
        var (id, expert) = (draw.Text("id")!, draw.Text("expert.code")!);
        var opinion = (await Do(forestry, "recordExpertOpinion", new
        {
            district = "500154", plan = Forest, expert, on = "2026-06-30", conclusion = "NOT_AGREED", word = "不同意，未留防火通道。",
        }, "opinion { id }")).Text("opinion.id")!;
        object Correcting(string record, string document, params (string Field, string Value)[] values) => new
        {
            district = "500154", id = record, reason = "录入有误，予以更正", document,
            values = values.Length == 0 ? null : values.Select(v => new { field = v.Field, value = v.Value }),
        };
        const string refused = "专家抽取结果和专家意见由区发展改革委凭文件更正或者撤销，编制部门不能更正。";

        Said(await Do(forestry, "correctRecord", Correcting(opinion, "开林函〔2026〕9号", ("conclusion", "AGREED")), "record { id }"))
            .Should().Equal(refused);
        Said(await Do(forestry, "correctRecord", Correcting(opinion, "开林函〔2026〕9号"), "record { id }")).Should().Equal(refused);
        Said(await Do(forestry, "correctRecord", Correcting(id, "开林函〔2026〕9号"), "record { id }")).Should().Equal(refused);
        Said(await Do(commission, "correctRecord", Correcting(opinion, "", ("conclusion", "AGREED")), "record { id }"))
            .Should().Equal("更正或者撤销专家抽取结果、专家意见，须写明依据文件。");
        Said(await Do(commission, "correctRecord", Correcting(id, "开发改函〔2026〕9号", ("expert", "E-004")), "record { id }"))
            .Should().Equal("专家登记后不能更正：登记有误的，请撤销这一记录后重新抽取、指定或者登记。");
        Said(await Do(commission, "correctRecord", Correcting(opinion, "开发改函〔2026〕9号", ("word", "不同意：未留防火通道。")),
            "record { id }")).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, "抽取人数“0”应为1至50。")]
    [InlineData(51, "抽取人数“51”应为1至50。")]
    public async Task How_many_is_bounded(int count, string said) => Said(await Draw(commission, count)).Should().Equal(said);

    [Fact]
    public async Task Fields_are_found_however_they_are_typed_and_a_plan_that_is_none_is_refused()
    {
        await Register("E1", "专家一", "西部某大学", fields: ["生态学", "湿 地"]);
        await Register("E2", "专家二", "西部某大学");
        await Register("E3", "专家三", "西部某大学", fields: ["湿地"]);

        (await Draw(commission, 1, ["湿地"])).At("draws")[0].Text("expert.code").Should().BeOneOf("E1", "E3");
        var unknown = await Do(commission, "drawExperts", new { district = "500154", plan = "SPE-9", count = 1 }, "draws { id }");
        unknown.At("problems.0.code").GetString().Should().Be("UNKNOWN_PLAN");
        Said(unknown).Should().Equal("规划“SPE-9”未登记。");
    }

    [Fact]
    public async Task One_is_appointed_for_a_reason_but_not_with_an_interest()
    {
        await Pool(1);
        object Input(string expert, string reason) =>
            new { district = "500154", plan = Forest, expert, on = "2026-06-20", reason };

        (await Do(forestry, "appointExpert", Input("专家1", "该领域全市只有一名专家。"), "draw { reason lotOf }"))
            .At("draw").ToString().Should().Be("""{"reason":"该领域全市只有一名专家。","lotOf":null}""");
        var refused = await Do(commission, "appointExpert", Input("E-OWN", "熟悉情况，便于组织。"), "draw { id }");
        Said(refused).Should().Equal("不能指定局内专家：所在单位是本规划的编制部门重庆市开州区林业局；请另选无利害关系的专家或者机构。");
        refused.At("problems.0.clause").GetString().Should().Be("重大行政决策程序暂行条例 第十九条、第二十条");
        Said(await Do(commission, "appointExpert", Input("E1", "无"), "draw { id }")).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_word_is_given_by_one_who_was_asked_in_writing_and_not_before()
    {
        await Pool(1);
        object Input(string on, string? word) =>
            new { district = "500154", plan = Forest, expert = "E1", on, conclusion = "AGREED_WITH_CHANGES", word };

        Said(await Do(forestry, "recordExpertOpinion", Input("2026-06-30", "同意，宜补充防火内容。"), "opinion { id }"))
            .Should().Equal("专家1未就此事项抽取或者指定，请先抽取或者指定。");
        await Do(forestry, "appointExpert", new
        {
            district = "500154", plan = Forest, expert = "E1", on = "2026-06-30", reason = "该领域全市只有一名专家。",
        }, "draw { id }");
        Said(await Do(forestry, "recordExpertOpinion", Input("2026-06-29", "同意，宜补充防火内容。"), "opinion { id }"))
            .Should().Equal("意见日期2026年6月29日早于抽取日期2026年6月30日。");
        Said(await Do(forestry, "recordExpertOpinion", Input("2026-06-30", null), "opinion { id }"))
            .Should().Equal("专家意见应当书面提出，请填写意见或者登记文件。");
        (await Do(forestry, "recordExpertOpinion", Input("2026-06-30", "同意，宜补充防火内容。"), "opinion { conclusion word }"))
            .At("opinion").ToString().Should().Be("""{"conclusion":"AGREED_WITH_CHANGES","word":"同意，宜补充防火内容。"}""");
    }

    [Fact]
    public async Task A_department_draws_for_its_own_plans_and_keeps_no_pool()
    {
        await Pool(2);
        var education = Program(Role.Department, "区教委");

        Said(await Draw(education, 1)).Should().ContainSingle();
        CodeOf(await Asked(education, """
            mutation { registerExpert(input: { district: "500154", code: "X", name: "某人", fields: ["教育"], from: "2026-01-01" }) { seq } }
            """)).Should().Be("FORBIDDEN");
        (await Asked(education, """
            { district(code: "500154") { experts(first: 10, filter: { text: "专家2" }) { totalCount nodes { code } } } }
            """))
            .At("data.district.experts").ToString().Should().Be("""{"totalCount":1,"nodes":[{"code":"E2"}]}""");
    }

    [Fact]
    public async Task A_draw_that_is_only_tried_writes_nothing()
    {
        await Pool(2);

        var tried = await Draw(commission, 1, dryRun: true);

        (tried.At("seq").ValueKind, tried.At("draws").ValueKind).Should().Be((JsonValueKind.Null, JsonValueKind.Null));
    }
}
