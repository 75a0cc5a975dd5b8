using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Consultation;

/// <summary>Corrections of what is recorded of a consultation: they launder nothing.</summary>
public sealed class ConsultationCorrectionTests : ConsultationTest
{
    private const string OfHandler = "NOT_ALLOWED [\"id\"] 办理和复核记录由经办人本人更正或者撤销；经办人不能办理的，由区发展改革委撤销，再由有关人员重新办理。";

    private static object Correcting(string id, params (string Field, string? Value)[] values) => new
    {
        district = "500154", id, reason = "录入有误，予以更正", document = "开文旅函〔2026〕9号",
        values = values.Length == 0 ? null : values.Select(v => new { field = v.Field, value = v.Value }),
    };

    private static object Handled(string opinion, string result, string? reason = null) =>
        new { district = "500154", opinion, result, reason };

    /// <summary>Ids of the opinion and of what came of it.</summary>
    private async Task<JsonElement> Ids() => (await Asked(Lead, """
        { district(code: "500154") { consultations(first: 9, filter: { plan: "SPE-2026-06" }) { nodes { id
            opinions(first: 9) { nodes { id state handling { id } review { id } } } } } } }
        """)).At("data.district.consultations.nodes.0");

    private async Task<(string Opinion, HttpClient First)> FirstHandled()
    {
        var opinion = await Opinion(await Round());
        var first = await Person("李四");
        await Done(first, "handleOpinion", Handled(opinion, "REJECTED", "已有专章"));
        return (opinion, first);
    }

    [Fact]
    public async Task A_second_account_of_the_same_person_does_not_review()
    {
        var (opinion, _) = await FirstHandled();
        await Done(Water, "objectToHandling", new { district = "500154", opinion, reason = "岸线未予保护" });

        (await Refused(await Person("李四（复核）"), "reviewHandling", Handled(opinion, "ADOPTED")))
            .Should().Equal("""SAME_PERSON ["opinion"] 复核人不得是初次办理的经办人，请由另一人复核。""");
        await Done(await Person("王五"), "reviewHandling", Handled(opinion, "ADOPTED"));
    }

    [Fact]
    public async Task A_review_is_the_reviewers_own_to_correct()
    {
        var (opinion, first) = await FirstHandled();
        await Done(Water, "objectToHandling", new { district = "500154", opinion, reason = "岸线未予保护" });
        var reviewer = await Person("王五");
        await Done(reviewer, "reviewHandling", Handled(opinion, "REJECTED", "已有专章"));
        var ids = (await Ids()).At("opinions.nodes.0");
        var (handling, review) = (ids.Text("handling.id")!, ids.Text("review.id")!);

        (await Refused(first, "correctRecord", Correcting(review, ("result", "ADOPTED")))).Should().Equal(OfHandler);
        (await Refused(first, "correctRecord", Correcting(review))).Should().Equal(OfHandler);
        (await Refused(Program(Role.ReformCommission), "correctRecord", Correcting(review, ("result", "ADOPTED"))))
            .Should().Equal(OfHandler);
        (await Refused(first, "correctRecord", Correcting(handling, ("result", "ADOPTED")))).Should().Equal(
            "INVALID_VALUE [\"id\"] 对这一办理已有异议，初次办理不再更正或者撤销，由另一人复核，以复核为准；异议确属误登的，须先撤销异议。");
        (await Refused(first, "correctRecord", Correcting(review, ("handler", "person-9"))))
            .Should().Equal("NOT_ALLOWED [\"handler\"] 经办账户以台账记载为准，不能更正；历史资料未录入的，由区发展改革委补录。");
        (await Refused(first, "correctRecord", Correcting(handling, ("stage", "REVIEW"))))
            .Should().ContainSingle();
        await Done(reviewer, "correctRecord", Correcting(review, ("reason", "第四章已有专章")));
        await Done(Program(Role.ReformCommission), "correctRecord", Correcting(review));
    }

    [Fact]
    public async Task An_opinion_that_was_handled_keeps_its_words_until_its_handling_is_withdrawn()
    {
        var (_, first) = await FirstHandled();
        var ids = (await Ids()).At("opinions.nodes.0");
        var (opinion, handling) = (ids.Text("id")!, ids.Text("handling.id")!);

        (await Refused(Water, "correctRecord", Correcting(opinion, ("suggestion", "删去岸线一章")))).Should().Equal(
            "INVALID_VALUE [\"id\"] 意见“SPE-2026-06-C1-001”已经办理：须先由经办人或者区发展改革委撤销办理记录，再更正意见并重新办理。");
        (await Refused(await Person("王五"), "correctRecord", Correcting(handling))).Should().Equal(OfHandler);
        await Done(first, "correctRecord", Correcting(handling));
        await Done(Water, "correctRecord", Correcting(opinion, ("suggestion", "删去岸线一章")));
        (await Ids()).Text("opinions.nodes.0.state").Should().Be("OPEN");
    }

    [Fact]
    public async Task What_a_closed_round_was_closed_on_stands_until_it_is_opened_again()
    {
        var (_, first) = await FirstHandled();
        await Done(Lead, "closeConsultation", new { district = "500154", code = "SPE-2026-06-C1" });
        var ids = await Ids();
        var (round, opinion, handling) =
            (ids.Text("id")!, ids.Text("opinions.nodes.0.id")!, ids.Text("opinions.nodes.0.handling.id")!);
        const string closed = "INVALID_VALUE [\"id\"] 第SPE-2026-06-C1轮征求意见已于2026年6月30日办结，其意见、办理和异议不再更正；"
            + "确有错误的，须先更正该轮的办结日期，重新办理后再办结。";

        (await Refused(first, "correctRecord", Correcting(handling, ("result", "ADOPTED")))).Should().Equal(closed);
        (await Refused(Water, "correctRecord", Correcting(opinion, ("suggestion", "删去岸线一章")))).Should().Equal(closed);
        await Done(Lead, "correctRecord", Correcting(round, ("closedOn", null)));
        await Done(first, "correctRecord", Correcting(handling));
        (await Refused(Lead, "correctRecord", Correcting(round, ("closedOn", "2026-06-30"))))
            .Should().Equal("INVALID_VALUE [\"closedOn\"] 还有1条意见没有办理，不能办结：SPE-2026-06-C1-001。");
        (await Refused(Lead, "correctRecord", Correcting(round, ("agencies", "区教委"))))
            .Should().Equal("INVALID_VALUE [\"agencies\"] 重庆市开州区水利局已经答复，不能从被征求单位中删去。");
    }

    [Fact]
    public async Task Nobody_makes_anothers_word_their_own()
    {
        var round = (await Done(Lead, "openConsultation", new
        {
            district = "500154", plan = Tourism, audience = "AGENCIES", agencies = new[] { "区水利局", "区财政局" }, openedOn = "2026-06-01",
        }, "round { code }")).Text("round.code")!;
        await Opinion(round);
        var opinion = (await Ids()).Text("opinions.nodes.0.id")!;

        (await Refused(Program(Role.Finance), "correctRecord", Correcting(opinion, ("agency", "区财政局"))))
            .Should().Equal("NOT_ALLOWED [\"agency\"] 提出单位登记后不能更正：登记有误的，请撤销这一记录后重新登记。");
        (await Refused(Program(Role.Finance), "correctRecord", Correcting(opinion, ("suggestion", "不提意见，予以支持"))))
            .Should().Equal("NOT_ALLOWED [] 财政部门只能登记经费、政府投资年度计划、核验单及其文件，以及本单位的意见和分工事项。");
        (await Refused(Lead, "correctRecord", Correcting(opinion, ("suggestion", "不提意见，予以支持"))))
            .Should().Equal("NOT_ALLOWED [] 只能办理本单位规划和本单位的事项。");
    }
}
