using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Consultation;

/// <summary>The mutations: what they write, and every sentence by which they refuse.</summary>
public sealed class ConsultationMutationTests : ConsultationTest
{
    /// <summary>The round of a new plan's lead, with what a test changes.</summary>
    private static object Asking(string[]? agencies = null, string audience = "AGENCIES", string openedOn = "2026-06-01",
        string? dueOn = null, string? shorterBecause = null) =>
        new { district = "500154", plan = Tourism, audience, agencies, openedOn, dueOn, shorterBecause };

    [Fact]
    public async Task An_agency_is_asked_once_and_nobody_asks_oneself_nor_a_body_that_is_no_more()
    {
        (await Done(Lead, "openConsultation", Asking(["区水利局", "区水利局", "重庆市开州区水利局"]),
            "round { agencies { code } statistics { asked replied } }")).At("round").ToString()
            .Should().Be("""{"agencies":[{"code":"KZ-WRB"}],"statistics":{"asked":1,"replied":0}}""");
        (await Refused(Lead, "openConsultation", Asking(["区文化旅游委", "区水利局"]))).Should().Equal(
            """INVALID_VALUE ["agencies"] 重庆市开州区文化和旅游发展委员会是本规划的编制单位，不向本单位征求意见。""");
        (await Refused(Lead, "openConsultation", Asking(["重庆市开州区大数据应用发展管理局"]))).Should().Equal(
            """INVALID_VALUE ["agencies"] 重庆市开州区大数据应用发展管理局已于2024年6月30日撤销，不能征求其意见：请改为征求重庆市开州区数据局的意见。""");
    }

    [Fact]
    public async Task Nothing_is_asked_before_the_plan_was_begun_nor_for_no_day_at_all()
    {
        (await Refused(Lead, "openConsultation", Asking(["区水利局"], openedOn: "2019-10-10"))).Should().ContainSingle()
            .Which.Should().StartWith("""INVALID_VALUE ["openedOn"] 开始日期2019年10月10日早于""");
        (await Refused(Lead, "openConsultation", Asking(audience: "PUBLIC", dueOn: "2026-06-01", shorterBecause: "汛期临近"))).Should().Equal(
            """INVALID_VALUE ["dueOn"] 公开征求意见的期限为0日，缩短后也不得少于1日。""");
    }

    [Fact]
    public async Task No_person_is_named_by_number_or_address()
    {
        var round = (await Done(Lead, "openConsultation", Asking(audience: "PUBLIC", openedOn: "2026-05-20"), "round { code }"))
            .Text("round.code");
        object Input(string participant) =>
            new { district = "500154", round, participant, clause = "第五章", suggestion = "增加停车场", reason = "节假日拥堵" };

        foreach (var told in new[] { "市民 138-0013-8000", "50023419900101123X", "公众（电话52222222）", "王先生" })
        {
            (await Refused(Lead, "recordOpinion", Input(told))).Should().Equal(
                """INVALID_VALUE ["participant"] 提出方只写单位或者“公众”，不写个人的姓名、电话和证件号码。""");
        }
        await Done(Lead, "recordOpinion", Input("公众（2026年第3批来信）"));
        await Done(Lead, "recordOpinion", Input("市民"));
    }

    [Fact]
    public async Task An_agency_does_not_have_an_opinion_and_none_in_one_round()
    {
        var round = await Round();
        var opinion = await Opinion(round);
        object None() => new { district = "500154", round, suggestion = "我局无修改意见" };

        (await Refused(Water, "recordOpinion", None())).Should().Equal(
            $"""INVALID_VALUE ["suggestion"] 重庆市开州区水利局在本轮已提出意见“{opinion}”，不再答复“无意见”：不再坚持的，请先更正或者撤销该意见。""");
        await Done(Education, "recordOpinion", None());
        (await Refused(Education, "recordOpinion",
            new { district = "500154", round, clause = "第二章", suggestion = "补充研学内容", reason = "教育规划" })).Should().Equal(
            $"""INVALID_VALUE ["suggestion"] 重庆市开州区教育委员会在本轮已答复“无意见”（{round}-002）：另有意见的，请先撤销该答复，再登记意见。""");
    }

    private object Handled(string opinion, string result, string? reason = null, string? agreedValue = null) =>
        new { district = "500154", opinion, result, reason, agreedValue };

    [Fact]
    public async Task A_round_lasts_as_long_as_is_usual_where_no_day_is_said()
    {
        var agencies = await Done(Lead, "openConsultation", new
        {
            district = "500154", plan = Tourism, audience = "AGENCIES", agencies = new[] { "区水利局" }, openedOn = "2026-06-01",
        }, "round { code dueOn state agencies { code } }");
        var notice = await Done(Lead, "openConsultation",
            new { district = "500154", plan = Tourism, audience = "PUBLIC", openedOn = "2026-06-01" }, "round { code dueOn state }");

        agencies.At("round").ToString().Should().Be(
            """{"code":"SPE-2026-06-C1","dueOn":"2026-06-08","state":"HANDLING","agencies":[{"code":"KZ-WRB"}]}""");
        notice.At("round").ToString().Should().Be("""{"code":"SPE-2026-06-C2","dueOn":"2026-07-01","state":"COLLECTING"}""");
    }

    [Fact]
    public async Task Fewer_than_thirty_days_for_the_public_take_a_reason()
    {
        object Input(string? because) => new
        {
            district = "500154", plan = Tourism, audience = "PUBLIC", openedOn = "2026-06-01", dueOn = "2026-06-15",
            shorterBecause = because,
        };

        (await Refused(Lead, "openConsultation", Input(null))).Should().Equal(
            """INVALID_VALUE ["dueOn"] 公开征求意见的期限为14日，一般不少于30日：请将截止日期定在2026年7月1日或者以后，因情况紧急等原因缩短的，请说明理由。""");
        (await Ask(Lead, "openConsultation", Input(null))).At("problems")[0].Text("clause").Should().Be("重大行政决策程序暂行条例 第十五条");
        await Done(Lead, "openConsultation", Input("汛期临近，须尽快定稿。"));
    }

    [Fact]
    public async Task Agencies_are_named_where_they_are_asked_and_a_secret_plan_is_not_consulted_on()
    {
        (await Refused(Lead, "openConsultation", new { district = "500154", plan = Tourism, audience = "AGENCIES" }))
            .Should().Equal("""INVALID_VALUE ["agencies"] 征求部门和单位的意见，应当写明被征求单位。""");
        (await Refused(Program(Role.ReformCommission), "openConsultation",
            new { district = "500154", plan = "SPE-2026-S1", audience = "PUBLIC" }))
            .Should().Equal("""SECRET_CONTENT_REFUSED [] 征求意见的这一行不予接收：本系统不处理涉密规划的内容。""");
    }

    /// <summary>T-31.</summary>
    [Fact]
    public async Task T31_An_opinion_without_a_clause_is_refused_and_who_has_none_says_so()
    {
        var round = await Round();

        (await Refused(Water, "recordOpinion", new { district = "500154", round, suggestion = "补充岸线保护要求", reason = "水法" }))
            .Should().Equal("""INVALID_VALUE ["clause"] 意见应当写明针对条款、具体建议和理由依据，现缺少针对条款；没有意见的，具体建议写“无意见”。""");
        (await Refused(Water, "recordOpinion", new { district = "500154", round, suggestion = "补充岸线保护要求", clause = "第三章" }))
            .Should().Equal("""INVALID_VALUE ["reason"] 意见应当写明针对条款、具体建议和理由依据，现缺少理由依据；没有意见的，具体建议写“无意见”。""");
        (await Say(Water, round, "无")).At("opinion").ToString().Should().Be(
            """{"code":"SPE-2026-06-C1-001","kind":"NO_OPINION","state":"NOTHING_TO_HANDLE"}""");
    }

    [Fact]
    public async Task An_agency_replies_for_itself_where_it_is_asked()
    {
        var round = await Round();
        object Input(string? agency) => new { district = "500154", round, agency, suggestion = "无意见" };

        (await Refused(Program(Role.Department, "KZ-CIV"), "recordOpinion", Input(null)))
            .Should().Equal($"""UNKNOWN_RECORD ["round"] 征求意见“{round}”未登记。""");
        (await Refused(Water, "recordOpinion", Input("区教委"))).Should().Equal("NOT_ALLOWED [] 只能办理本单位规划和本单位的事项。");
        (await Refused(Lead, "recordOpinion", Input("区水利局"))).Should().Equal("NOT_ALLOWED [] 只能办理本单位规划和本单位的事项。");
        (await Refused(Program(Role.ReformCommission), "recordOpinion", Input("区民政局")))
            .Should().Equal("""NOT_ALLOWED ["agency"] 本轮没有征求重庆市开州区民政局的意见。""");
        await Done(Program(Role.ReformCommission), "recordOpinion", Input("区水利局"));
    }

    [Fact]
    public async Task The_lead_agency_records_what_the_public_says_without_a_name()
    {
        var round = (await Done(Lead, "openConsultation",
            new { district = "500154", plan = Tourism, audience = "PUBLIC", openedOn = "2026-05-20" }, "round { code }"))
            .Text("round.code");

        (await Refused(Lead, "recordOpinion", new { district = "500154", round, suggestion = "无意见" })).Should().Equal(
            """INVALID_VALUE ["participant"] 本轮征求社会公众的意见，应当写明提出方（只写单位或者“公众”，不写个人姓名）。""");
        await Done(Lead, "recordOpinion", new
        {
            district = "500154", round, participant = "公众", clause = "第五章", suggestion = "增加停车场", reason = "节假日拥堵",
        });
    }

    [Fact]
    public async Task What_is_not_adopted_takes_a_reason_and_what_is_adopted_in_part_what_was_agreed()
    {
        var round = await Round();
        var opinion = await Opinion(round);

        (await Refused(Lead, "handleOpinion", Handled(opinion, "REJECTED")))
            .Should().Equal("""INVALID_VALUE ["reason"] 不采纳的意见应当说明理由。""");
        (await Refused(Lead, "handleOpinion", Handled(opinion, "PARTLY_ADOPTED", "部分有据")))
            .Should().Equal("""INVALID_VALUE ["agreedValue"] 部分采纳的意见应当写明协商一致的内容。""");
        (await Refused(Water, "handleOpinion", Handled(opinion, "ADOPTED"))).Should().Equal("NOT_ALLOWED [] 只能办理本单位规划和本单位的事项。");
        await Done(Lead, "handleOpinion", Handled(opinion, "REJECTED", "已有专章"));
        (await Refused(Lead, "handleOpinion", Handled(opinion, "ADOPTED")))
            .Should().ContainSingle().Which.Should().Contain("correctRecord");
    }

    [Fact]
    public async Task Only_who_gave_an_opinion_objects_and_another_account_reviews()
    {
        var round = await Round();
        var opinion = await Opinion(round);
        object Objecting() => new { district = "500154", opinion, reason = "岸线未予保护" };
        (await Refused(Water, "objectToHandling", Objecting()))
            .Should().Equal($"""INVALID_VALUE ["opinion"] 意见“{opinion}”尚未办理，不能提出异议。""");
        await Done(Lead, "handleOpinion", Handled(opinion, "REJECTED", "已有专章"));

        (await Refused(Lead, "objectToHandling", Objecting()))
            .Should().Equal("""NOT_ALLOWED ["opinion"] 异议由提出意见的重庆市开州区水利局提出，其他单位不能提出。""");
        (await Refused(Program(Role.ReformCommission), "objectToHandling", Objecting()))
            .Should().Equal("""NOT_ALLOWED ["opinion"] 异议由提出意见的重庆市开州区水利局提出，其他单位不能提出。""");
        await Done(Water, "objectToHandling", Objecting());
        (await Refused(Lead, "closeConsultation", new { district = "500154", code = round }))
            .Should().Equal($"""INVALID_VALUE ["code"] 还有1条异议没有复核，不能办结：{opinion}。""");
        (await Refused(Lead, "reviewHandling", Handled(opinion, "ADOPTED")))
            .Should().Equal("NOT_ALLOWED [] 异议须由人员登录复核，程序的令牌不能复核。");
        await Done(await Person("王五"), "reviewHandling", Handled(opinion, "ADOPTED"), "handling { stage result }");
        await Done(Lead, "closeConsultation", new { district = "500154", code = round });
    }

    [Fact]
    public async Task A_round_is_closed_once_when_nothing_of_it_is_open()
    {
        var round = await Round();
        var opinion = await Opinion(round);
        object Closing(string? closedOn = null) => new { district = "500154", code = round, closedOn };

        (await Refused(Lead, "closeConsultation", Closing()))
            .Should().Equal($"""INVALID_VALUE ["code"] 还有1条意见没有办理，不能办结：{opinion}。""");
        await Done(Lead, "handleOpinion", Handled(opinion, "ADOPTED"));
        (await Refused(Lead, "closeConsultation", Closing("2026-06-02"))).Should().Equal(
            """INVALID_VALUE ["closedOn"] 办结日期2026年6月2日之后还有意见。""",
            """INVALID_VALUE ["closedOn"] 征求意见至2026年6月8日截止，期满之前不能办结。""");

        (await Done(Lead, "closeConsultation", Closing(), "round { state closedOn }")).At("round").ToString()
            .Should().Be("""{"state":"CLOSED","closedOn":"2026-06-30"}""");
        (await Refused(Lead, "closeConsultation", Closing())).Should().Equal("""INVALID_VALUE ["code"] 本轮征求意见已于2026年6月30日办结。""");
        (await Refused(Water, "recordOpinion", new { district = "500154", round, suggestion = "无意见" }))
            .Should().Equal("""INVALID_VALUE ["round"] 本轮征求意见已于2026年6月30日办结，不再收意见。""");
    }

    [Fact]
    public async Task A_dispute_climbs_its_ladder_and_its_parts_are_added_later()
    {
        var opinion = await Opinion(await Round());
        var dispute = (await Done(Lead, "openDispute", new
        {
            district = "500154", plan = Tourism, opinions = new[] { opinion }, openedOn = "2026-06-10", issue = "岸线宽度",
        }, "dispute { code }")).Text("dispute.code");
        object Step(string stage, string on, string? conclusion = null, string? document = null) =>
            new { district = "500154", dispute, stage, on, conclusion, document };

        await Done(Lead, "recordDisputeStep", Step("NEGOTIATION", "2026-06-11"));
        (await Refused(Lead, "recordDisputeStep", Step("TOLD", "2026-06-12"))).Should().Equal(
            """INVALID_VALUE ["dispute"] 随送审稿说明争议，应当写明四项内容，现缺少有关单位的意见、承办单位的意见、理由和依据。""");
        await Done(Lead, "openDispute", new
        {
            district = "500154", code = dispute, plan = Tourism, positions = "水利局要求50米", hostPosition = "主张30米", grounds = "景区规划",
        });
        await Done(Lead, "recordDisputeStep", Step("TOLD", "2026-06-12"));
        (await Refused(Lead, "recordDisputeStep", Step("SETTLED", "2026-06-20")))
            .Should().Equal("""INVALID_VALUE ["conclusion"] 定论应当写明结果。""");
        (await Refused(Lead, "recordDisputeStep", Step("SETTLED", "2026-06-20", "取40米"))).Should().Equal(
            """INVALID_VALUE ["document"] 定论应当登记会议纪要、协调决定或者对方复函等文件；没有文件的，争议尚未解决，应当随送审稿说明。""");
        await Done(Lead, "recordDisputeStep", Step("SETTLED", "2026-06-20", "取40米", "开文旅纪要〔2026〕3号"));
        (await Refused(Lead, "recordDisputeStep", Step("PILOT", "2026-06-21")))
            .Should().Equal($"""INVALID_VALUE ["dispute"] 争议“{dispute}”已于2026年6月20日定论。""");

        (await Asked(Water, """
            { district(code: "500154") { plan(code: "SPE-2026-06") {
                disputes { stage settled tellsAll days late steps { stage } opinions { code } } } } }
            """)).At("data.district.plan.disputes").ToString().Should().Be(
            $$"""
            [{"stage":"SETTLED","settled":true,"tellsAll":true,"days":10,"late":true,
            "steps":[{"stage":"NEGOTIATION"},{"stage":"TOLD"},{"stage":"SETTLED"}],"opinions":[{"code":"{{opinion}}"}]}]
            """.ReplaceLineEndings(""));
    }
}
