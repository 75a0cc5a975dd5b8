using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Tests.Consultation;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Reviews;

/// <summary>我的任务: what others wait for is owed by whom it is asked of, until it is done.</summary>
public sealed class AwaitedStepsTests : ConsultationTest
{
    private static readonly string[] Kinds =
        ["REPLY", "OPINION_HANDLING", "OBJECTION_REVIEW", "LIST_OPINION", "ALIGNMENT_OPINION", "APPLICATION", "APPLICATION_RETURNED"];

    private static async Task<string[]> Owed(HttpClient client, string plan = "")
    {
        var duties = (await Asked(client, """
            { district(code: "500154") { duties(first: 100) { nodes { kind due state agency { code } plan { code } reason
                about { __typename ... on EntryApplication { code } } } } } }
            """)).At("data.district.duties.nodes");
        return [.. duties.EnumerateArray().Where(d => Kinds.Contains(d.Text("kind")) && (plan == "" || Plan(d) == plan))
            .Select(d => $"{d.Text("kind")} {d.Text("due")} {d.Text("state")} {d.Text("agency.code")}")];
    }

    private static string? Plan(JsonElement duty) =>
        duty.At("plan").ValueKind == JsonValueKind.Null ? null : duty.Text("plan.code");

    [Fact]
    public async Task A_round_is_owed_a_reply_its_opinions_a_handling_and_an_objection_a_review()
    {
        (await Owed(Water, Tourism)).Should().BeEmpty();
        var round = await Round();
        (await Owed(Water, Tourism)).Should().Equal("REPLY 2026-06-08 OVERDUE KZ-WRB");
        (await Owed(Lead, Tourism)).Should().BeEmpty("a department is told of what it owes itself");

        var opinion = await Opinion(round);
        (await Owed(Water, Tourism)).Should().BeEmpty();
        (await Owed(Lead, Tourism)).Should().Equal("OPINION_HANDLING 2026-06-13 OVERDUE KZ-CUL");
        (await Owed(Program(Role.ReformCommission), Tourism)).Should().BeEquivalentTo(
            "REPLY 2026-06-08 OVERDUE KZ-EDU", "OPINION_HANDLING 2026-06-13 OVERDUE KZ-CUL");

        await Done(Lead, "handleOpinion", new { district = "500154", opinion, result = "REJECTED", reason = "另有专章", on = "2026-06-20" });
        (await Owed(Lead, Tourism)).Should().BeEmpty();
        await Done(Water, "objectToHandling", new { district = "500154", opinion, reason = "专章未提及", on = "2026-06-28" });
        (await Owed(Lead, Tourism)).Should().Equal("OBJECTION_REVIEW 2026-07-03 DUE_SOON KZ-CUL");
    }

    [Fact]
    public async Task A_round_that_is_closed_is_owed_nothing()
    {
        var round = await Round();
        await Say(Water, round, "无意见");
        await Done(Lead, "closeConsultation", new { district = "500154", code = round });
        (await Owed(Education, Tourism)).Should().BeEmpty();
    }

    /// <summary>Packs bring such a round, which no mutation records.</summary>
    [Theory, InlineData("2026-01-01", "REPLY WATER 2026-03-08", "REPLY EDU 2026-03-08"), InlineData("2026-03-02")]
    public void A_round_from_before_records_are_complete_is_owed_nothing(string recordsFrom, params string[] owed)
    {
        var district = ConsultedDistrict.Build(recordsFrom);
        district.Round();

        AwaitedSteps.Of(district.On("2026-03-05")).Select(d => $"{Names.Of(d.Kind)} {d.Agency!.Code} {d.Due:yyyy-MM-dd}")
            .Should().Equal(owed);
    }

    [Fact]
    public async Task An_application_waits_for_the_commission_and_for_the_bureaus_words_and_nobody_is_late()
    {
        var before = (await Owed(Water)).Length;
        var applied = (await Done(Program(Role.Department, "KZ-TRA"), "applyForEntry", new
        {
            district = "500154", title = "开州区公路养护规划(2027—2030年)", kind = "SPECIAL", horizon = new { from = 2027, to = 2030 },
            dailyWork = false, appliedOn = "2026-06-01",
        }, "application { code }")).Text("application.code");
        applied.Should().NotBeNull();

        (await Owed(Water)).Should().HaveCount(before + 1).And.Contain("LIST_OPINION 2026-06-30 DUE_SOON KZ-WRB");
        (await Owed(Program(Role.ReformCommission))).Should().Contain("APPLICATION 2026-06-30 DUE_SOON KZ-DRC")
            .And.Contain("LIST_OPINION 2026-06-30 DUE_SOON KZ-EEB");
        (await Owed(Program(Role.Department, "KZ-TRA"))).Should().NotContain(d => d.StartsWith("APPLICATION", StringComparison.Ordinal));

        await Done(Program(Role.ReformCommission), "decideApplication",
            new { district = "500154", application = applied, outcome = "DECLINED", reason = "属日常工作。" });
        (await Owed(Water)).Should().HaveCount(before);
    }

    /// <summary>The water bureau's word on entries 9 and 10 of SR-2026 is open; that on 13 is asked for by its application.</summary>
    [Fact]
    public async Task A_list_that_is_in_force_waits_for_the_bureaus_words_and_what_no_text_dates_falls_due_on_no_day()
    {
        const string asked = "kind due referenceDay state missing about { __typename ... on DirectoryList { code } }";
        async Task<JsonElement[]> Lists(string window) => [.. (await Asked(Water, $$"""
            { district(code: "500154") { duties(first: 100{{window}}) { nodes { {{asked}} } } } }
            """)).At("data.district.duties.nodes").EnumerateArray()
            .Where(d => d.At("about").ValueKind == JsonValueKind.Object && d.Text("about.__typename") == "DirectoryList")];

        var duty = (await Lists("")).Should().ContainSingle().Subject;

        (duty.Text("kind"), duty.Text("about.code"), duty.Text("due")).Should().Be(("LIST_OPINION", "SR-2026", "2026-06-30"));
        duty.Text("referenceDay").Should().Be("2025-12-25", "so long after it was submitted");
        duty.At("missing").ToString().Should().Be("""["第9、10项是否需要水资源论证的意见"]""");
        (await Lists(", from: \"2026-06-30\", to: \"2026-07-07\"")).Should().BeEmpty("nobody must by then");
        (await Asked(Water, """{ district(code: "500154") { digest(agency: "区水利局", language: ZH) } }""")).Text("data.district.digest")
            .Should().Contain("无法定期限，参考日期已过（").And.Contain("提出清单意见 目录清单SR-2026");
    }

    [Fact]
    public async Task An_application_that_was_returned_is_its_applicants_to_mend_until_it_comes_again()
    {
        var (roads, commission) = (Program(Role.Department, "KZ-TRA"), Program(Role.ReformCommission));
        object Applied(string? code = null, string? why = null) => new
        {
            district = "500154", code, title = "开州区公路养护规划(2027—2030年)", kind = "SPECIAL", horizon = new { from = 2027, to = 2030 },
            dailyWork = false, appliedOn = code is null ? "2026-06-01" : null, justification = why,
        };
        var code = (await Done(roads, "applyForEntry", Applied(), "application { code }")).Text("application.code");
        (await Owed(roads)).Should().NotContain(d => d.StartsWith("APPLICATION", StringComparison.Ordinal));

        var waiting = (await Owed(commission)).Count(IsToDecide);
        await Done(commission, "decideApplication",
            new { district = "500154", application = code, outcome = "RETURNED", on = "2026-06-20", reason = "请说明编制理由。" });

        (await Owed(roads)).Should().Contain("APPLICATION_RETURNED 2026-06-30 DUE_SOON KZ-TRA");
        (await Owed(commission)).Count(IsToDecide).Should().Be(waiting - 1);
        var duty = (await Asked(roads, """
            { district(code: "500154") { duties(first: 100) { nodes { kind missing reason } } } }
            """)).At("data.district.duties.nodes").EnumerateArray().Single(d => d.Text("kind") == "APPLICATION_RETURNED");
        duty.At("missing").ToString().Should().Be("""["退回补正：请说明编制理由。"]""");
        duty.Text("reason").Should().StartWith("2026年6月20日退回；文件未规定期限，");

        await Done(roads, "applyForEntry", Applied(code, "公路管养不足。"));

        (await Owed(roads)).Should().NotContain(d => d.StartsWith("APPLICATION", StringComparison.Ordinal));
        (await Owed(commission)).Count(IsToDecide).Should().Be(waiting);

        static bool IsToDecide(string duty) => duty.StartsWith("APPLICATION ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alignment_opinion_is_owed_by_whom_it_is_asked_of_and_the_published_spatial_plan_can_be_named()
    {
        var bases = (await Asked(Lead, """{ district(code: "500154") { plansToAlignWith { code } } }"""))
            .At("data.district").Texts("plansToAlignWith", "code");
        bases.Should().Contain("SPA-2021");

        await Done(Lead, "requestAlignment", new { district = "500154", plan = Tourism, against = "SPA-2021", requestedOn = "2026-06-20" });

        (await Owed(Program(Role.Department, "KZ-NRB"), Tourism)).Should().Equal("ALIGNMENT_OPINION 2026-06-30 DUE_SOON KZ-NRB");
    }

    [Fact]
    public async Task The_digest_tells_of_them_too()
    {
        await Round();

        (await Asked(Water, """{ district(code: "500154") { digest(agency: "KZ-WRB", language: ZH) } }"""))
            .Text("data.district.digest").Should().Contain(
                "2026-06-08 答复征求意见 《开州区“十五五”文化旅游发展规划(示例)》。2026年6月1日起征求意见（SPE-2026-06-C1），截止2026年6月8日。");
    }
}
