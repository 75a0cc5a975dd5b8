using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Approval;

/// <summary>SPE-2026-04 of the education commission, in drafting on 2026-06-30: what is recorded of its procedure, and by whom.</summary>
public sealed class ProcedureOverHttpTests : AccessTest
{
    private const string Code = "SPE-2026-04";
    private const string Title = "《开州区“十五五”教育事业发展规划(示例)》";
    private const string Approving = "开州府办发〔2020〕95号 三、（三）";
    private const string Aligning = "开州府办发〔2020〕95号 三、（二）";
    private static readonly (string Paper, string Kind, string Issuer)[] Papers =
    [
        ("DRAFT", "规划草案", "区教委"), ("DRAFTING_NOTE", "起草说明", "区教委"), ("ARGUMENTATION_REPORT", "论证报告", "区教委"),
        ("ALIGNMENT_OPINION", "衔接意见", "区发展改革委"), ("ADOPTION_TABLE", "采纳情况说明表", "区教委"),
    ];
    private readonly HttpClient commission;
    private readonly HttpClient education;

    public ProcedureOverHttpTests() =>
        (commission, education) = (Program(Role.ReformCommission), Program(Role.Department, "KZ-EDU"));

    private static async Task<JsonElement> Run(HttpClient client, string mutation, object input, string subject = "") =>
        (await Asked(client, $$"""
        mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) {
            seq problems { code message clause path } {{subject}} } }
        """, new { input })).At($"data.{mutation}");

    private static string?[] Sentences(JsonElement payload) => [.. payload.Texts("problems", "message")];

    private static Task<JsonElement> Act(HttpClient client, string type, string on, string? agency = null, string? leave = null) =>
        Run(client, "recordAct", new
        {
            district = "500154", plan = Code, type, on, agency, @override = leave,
            hosts = type == "SUBMITTED" ? new[] { "区教委", "区发展改革委" } : null,
        });

    private static Task<JsonElement> Add(HttpClient client, string paper, string document) =>
        Run(client, "addSubmissionItem", new { district = "500154", plan = Code, paper, document, on = "2026-06-20" },
            "submissionItem { paper document { code } on }");

    private static async Task Register(HttpClient client, string code, string? kind = null, string? plan = null, string? issuer = null)
    {
        var payload = await Run(client, "registerDocument", new
        {
            district = "500154", code, title = code, kind, plans = plan is null ? null : new[] { plan }, issuer,
        });
        payload.At("problems").GetArrayLength().Should().Be(0);
    }

    private async Task<JsonElement> Shown(string selection) => (await Asked(commission,
        $$"""{ district(code: "500154") { plan(code: "{{Code}}") { {{selection}} } } }""")).At("data.district.plan");

    [Fact]
    public async Task A_submission_is_recorded_once_its_papers_are_there()
    {
        var refused = await Act(education, "SUBMITTED", "2026-06-28", "区教委");
        Sentences(refused).Should().Equal(
            $"{Title}的审批要件缺规划草案（送审稿）、起草说明、论证报告、衔接意见、采纳情况，不能登记报批；请先登记要件，经批准容缺的，请填写越序依据。");
        refused.At("problems")[0].Text("code").Should().Be("OUT_OF_ORDER");
        refused.At("problems")[0].Text("clause").Should().Be(Approving);

        foreach (var (paper, kind, issuer) in Papers)
        {
            await Register(education, $"KZ-PAPER-{paper}", kind, issuer: issuer);
            var added = await Add(education, paper, $"KZ-PAPER-{paper}");
            added.At("problems").GetArrayLength().Should().Be(0);
            added.Text("submissionItem.document.code").Should().Be($"KZ-PAPER-{paper}");
        }

        var accepted = await Act(education, "SUBMITTED", "2026-06-28", "区教委");
        Sentences(accepted).Should().BeEmpty();
        (await Shown("submission { isComplete } findings { rule { code } }")).ToString().Should().NotContain("APR-");
    }

    [Fact]
    public async Task What_the_Party_committee_alone_reviews_is_not_recorded_as_another_bodys()
    {
        var refused = await Act(commission, "PARTY_REVIEWED", "2026-06-28", "区教委");

        Sentences(refused).Should().Equal("重庆市开州区教育委员会无权办理，应为区委，登记了也不计为党委审定；请改正办理单位，由区委审定后再登记。");
        (refused.At("problems")[0].Text("code"), refused.At("problems")[0].At("path").ToString()).Should()
            .Be(("NOT_ALLOWED", """["agency"]"""));
        Sentences(await Act(commission, "PARTY_REVIEWED", "2026-06-28", "区委")).Should().NotContain(s => s!.Contains("无权办理"));
    }

    [Fact]
    public async Task A_paper_of_another_kind_or_of_another_plan_is_refused()
    {
        await Register(education, "KZ-NOTE", kind: "起草说明");
        await Register(commission, "KZ-OTHERS", plan: "SPE-2026-01");

        var kind = await Add(education, "ARGUMENTATION_REPORT", "KZ-NOTE");
        Sentences(kind).Should().Equal("文件《KZ-NOTE》是起草说明，不能作为论证报告；请登记相应的文件。");
        kind.At("problems")[0].Text("clause").Should().Be(Approving);
        Sentences(await Add(commission, "DRAFT", "KZ-OTHERS")).Should().Equal(
            "文件《KZ-OTHERS》写明的是其他规划，不能作为本规划的规划草案（送审稿）；请登记本规划的文件。");
        (await Shown("submission { lines { paper state } }")).ToString().Should().Contain("""{"paper":"DRAFT","state":"MISSING"}""");
    }

    [Fact]
    public async Task After_the_approval_no_paper_is_added_to_what_was_submitted()
    {
        await Run(commission, "registerDocument",
            new { district = "500154", code = "KZ-LATER", title = "规划草案(二稿)", kind = "规划草案", plans = new[] { "SPE-2021-01" } });
        var later = await Run(commission, "addSubmissionItem",
            new { district = "500154", plan = "SPE-2021-01", paper = "DRAFT", document = "KZ-LATER", on = "2021-11-20" });

        Sentences(later).Should().Equal("《开州区“十四五”综合交通运输发展规划(示例)》已于2021年11月12日批准，2021年11月20日的文件不是报批时的要件；"
            + "内容要改的，请办理调整修订。");
        later.At("problems")[0].At("path").ToString().Should().Be("""["on"]""");
    }

    [Fact]
    public async Task A_point_that_the_registry_finds_otherwise_is_said_to_conform_with_a_reason_alone()
    {
        object Opinion(string? reason) => new
        {
            district = "500154", plan = "SPE-2026-03", against = "DEV-2026", on = "2026-06-29", result = "REVISED",
            answers = new[] { new { point = "PAPERS", answer = "CONFORMS", reason } },
        };

        Sentences(await Run(commission, "recordAlignmentOpinion", Opinion(null))).Should().ContainSingle().Which.Should()
            .StartWith("衔接重点“报批要件完整性”答复为符合，而登记册核对不符合（").And.EndWith("；请更正答复，或者写明理由。");
        Sentences(await Run(commission, "recordAlignmentOpinion", Opinion("送审前补齐"))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_project_has_one_line_in_a_plan_however_its_code_is_typed_and_a_letter_is_no_plan()
    {
        Task<JsonElement> Set(string document, params string[] codes) => Run(commission, "setInvestmentPlan", new
        {
            district = "500154", year = 2026, document,
            lines = codes.Select(c => new { projectCode = c, project = "示例工程", amount = "1000000" }),
        });

        Sentences(await Set("开州示例发改投资〔2026〕1号", "A-1", "ａ-1")).Should()
            .Equal("项目代码“ａ-1”与“A-1”是同一项目，一份计划中一个项目只列一行；请合并。");
        Sentences(await Set("开州示例发〔2026〕1号", "A-1")).Should().ContainSingle().Which.Should().Contain("看不出是政府投资年度计划");
    }

    [Fact]
    public async Task Words_are_no_paper_and_one_body_does_not_give_another_bodys()
    {
        await Register(education, "KZ-NAMELESS", issuer: "区教委");
        await Register(education, "KZ-OWN-ALIGNMENT", kind: "衔接意见", issuer: "区教委");
        await Register(education, "KZ-OWN-LEGALITY", kind: "合法性审查意见", issuer: "区教委");
        await Register(education, "KZ-BOTH", kind: "规划草案及起草说明", issuer: "区教委");

        Sentences(await Add(education, "DRAFT", "随便一份材料")).Should().Equal(
            "文件《随便一份材料》没有写明文种，看不出是规划草案（送审稿）；请先登记该文件，写明文种（如“规划草案（送审稿）”）、印发单位和日期。");
        Sentences(await Add(education, "DRAFTING_NOTE", "KZ-NAMELESS")).Should().ContainSingle().Which.Should().Contain("看不出是起草说明");
        Sentences(await Add(education, "ALIGNMENT_OPINION", "KZ-OWN-ALIGNMENT")).Should().ContainSingle()
            .Which.Should().StartWith("重庆市开州区教育委员会无权办理，应为");
        Sentences(await Add(education, "LEGALITY_OPINION", "KZ-OWN-LEGALITY")).Should().ContainSingle()
            .Which.Should().StartWith("重庆市开州区教育委员会无权办理，应为");
        Sentences(await Add(education, "DRAFT", "KZ-BOTH")).Should().BeEmpty("it is both");
        Sentences(await Add(education, "DRAFTING_NOTE", "KZ-BOTH")).Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_commission_refused_no_earlier_paper_makes_good()
    {
        await Register(commission, "KZ-ALIGNED", kind: "衔接意见", issuer: "区发展改革委");
        Sentences(await Add(education, "ALIGNMENT_OPINION", "KZ-ALIGNED")).Should().BeEmpty();
        Sentences(await Run(commission, "recordAlignmentOpinion",
            new { district = "500154", plan = Code, against = "DEV-2026", on = "2026-06-25", result = "FAIL" })).Should().BeEmpty();

        var shown = await Shown("submission { lines { paper state } } procedure { steps { step state } }");
        shown.At("submission").ToString().Should().Contain("""{"paper":"ALIGNMENT_OPINION","state":"MISSING"}""");
        shown.At("procedure.steps").EnumerateArray().Single(s => s.Text("step") == "ALIGNED").Text("state").Should().NotBe("DONE");

        Sentences(await Run(commission, "recordAlignmentOpinion", new
        {
            district = "500154", plan = Code, against = "DEV-2026", on = "2026-06-29", result = "PASS",
            answers = new[] { new { point = "LAYOUT", answer = "DEPARTS" } },
        })).Should().Equal("衔接重点总体布局答复为不符合，衔接结果不能是通过；请写明修改后通过或者不通过，已改正的更正该项答复。");
    }

    [Fact]
    public async Task No_day_long_ago_and_no_day_of_its_registration_goes_round_the_order_of_steps()
    {
        Sentences(await Act(commission, "GOVERNMENT_APPROVED", "2020-12-31")).Should().ContainSingle().Which.Should().Contain("尚缺报批记录");

        var registered = await Run(commission, "registerPlan", new
        {
            district = "500154", title = "开州区示例专项规划(2026—2030年)", kind = "SPECIAL", horizon = new { from = 2026, to = 2030 },
            leadAgency = "区教委", approvalLevel = "GOVERNMENT", draftingFrom = "2026-06-01",
            approvedOn = "2026-06-02", publishedOn = "2026-06-03",
        });
        Sentences(registered).Should().Equal("《开州区示例专项规划(2026—2030年)》尚缺报批记录，不能登记政府批准；请先登记该环节，经批准越序办理的，请填写越序依据。"
            + "登记册启用前后已经办完的规划，请整份导入，导入的不作此要求。");
        registered.At("problems")[0].At("path").ToString().Should().Be("""["approvedOn"]""");
    }

    [Fact]
    public async Task Leave_is_a_registered_document_that_is_no_other_paper()
    {
        await Register(commission, "KZ-LIST-REPLY", kind: "目录清单批复", issuer: "区政府");
        await Register(commission, "KZ-LEAVE-OF-ANOTHER", issuer: "区政府", plan: "SPE-2026-01");

        async Task<string?> With(string leave) =>
            Sentences(await Act(commission, "GOVERNMENT_APPROVED", "2026-06-28", leave: leave)).Single();
        (await With("区领导口头同意")).Should().StartWith("越序依据不能采用：");
        (await With("KZ-LIST-REPLY")).Should().Be("越序依据不能采用：文件《KZ-LIST-REPLY》是目录清单批复，不是同意越序办理的文件。");
        (await With("KZ-LEAVE-OF-ANOTHER")).Should().Be("越序依据不能采用：文件《KZ-LEAVE-OF-ANOTHER》未写明本规划。");
    }

    [Fact]
    public async Task Asking_for_an_alignment_accuses_no_plan_that_is_in_force()
    {
        async Task<string> Judged() => (await Asked(commission, """
            { district(code: "500154") { plan(code: "SPE-2023-01") { submission { lines { state } } findings { rule { code } } } } }
            """)).At("data.district.plan").ToString();
        var before = await Judged();
        before.Should().NotContain("MISSING", "nothing of it is recorded, which is not that it is missing");

        Sentences(await Run(commission, "requestAlignment",
            new { district = "500154", plan = "SPE-2023-01", against = "DEV-2026", requestedOn = "2026-06-20" })).Should().BeEmpty();

        (await Judged()).Should().Be(before);
    }

    [Fact]
    public async Task A_step_out_of_order_takes_leave_and_stays_visible()
    {
        await Register(commission, "KZ-LEAVE", issuer: "区政府");
        await Register(commission, "KZ-NO-LEAVE", issuer: "区教委");

        Sentences(await Act(commission, "GOVERNMENT_APPROVED", "2026-06-28")).Should().Equal(
            $"{Title}尚缺报批记录，不能登记政府批准；请先登记该环节，经批准越序办理的，请填写越序依据。");
        Sentences(await Act(commission, "PUBLISHED", "2026-06-28", "区教委")).Should().Equal(
            $"{Title}尚缺区政府批准、审定、印发、发布或者区委审定，不能登记发布；请先登记该环节，经批准越序办理的，请填写越序依据。");
        Sentences(await Act(commission, "GOVERNMENT_APPROVED", "2026-06-28", leave: "KZ-NO-LEAVE")).Should().ContainSingle()
            .Which.Should().StartWith("越序依据不能采用：重庆市开州区教育委员会无权办理");

        Sentences(await Act(commission, "GOVERNMENT_APPROVED", "2026-06-28", leave: "KZ-LEAVE")).Should().BeEmpty();

        var shown = await Shown(
            "findings { verdict sentence rule { code } } procedure { route steps { step state takenBefore { override { code } } } }");
        shown.At("findings").EnumerateArray().Single(f => f.Text("rule.code") == "APR-002").Text("verdict").Should().Be("CONDITIONAL");
        shown.Text("procedure.route").Should().Be("GOVERNMENT");
        shown.At("procedure.steps").EnumerateArray().Single(s => s.Text("step") == "SUBMITTED").Text("takenBefore.override.code")
            .Should().Be("KZ-LEAVE");
    }

    [Fact]
    public async Task What_lies_before_the_records_is_not_refused()
    {
        var old = await Run(commission, "registerPlan", new
        {
            district = "500154", title = "开州区示例专项规划(2016—2020年)", kind = "SPECIAL", horizon = new { from = 2016, to = 2020 },
            leadAgency = "区教委", approvalLevel = "GOVERNMENT", approvedOn = "2016-05-02", publishedOn = "2016-06-03",
        }, "plan { status }");

        Sentences(old).Should().BeEmpty();
    }

    [Fact]
    public async Task The_spatial_bureau_is_asked_sees_the_plan_and_gives_its_opinion_itself()
    {
        var bureau = Program(Role.Department, "KZ-NRB");
        var asking = new { district = "500154", plan = Code, agency = "区规划自然资源局", requestedOn = "2026-06-10" };
        var opinion = new { district = "500154", plan = Code, against = "SPA-2021", on = "2026-06-25", result = "PASS" };
        Sentences(await Run(bureau, "recordAlignmentOpinion", opinion)).Should().NotBeEmpty("it does not see the plan yet");

        var asked = await Run(education, "requestAlignment", asking, "alignmentOpinion { agency { code } requestedOn result }");
        asked.At("alignmentOpinion").ToString().Should().Be("""{"agency":{"code":"KZ-NRB"},"requestedOn":"2026-06-10","result":null}""");

        Sentences(await Run(commission, "recordAlignmentOpinion", opinion)).Should().Equal("与空间规划的衔接意见由区规划自然资源局登记。");
        var own = new { district = "500154", plan = Code, on = "2026-06-25", result = "PASS" };
        Sentences(await Run(education, "recordAlignmentOpinion", own))
            .Should().Equal(
            "衔接意见不由重庆市开州区教育委员会出具，应由发展改革委、规划自然资源局或者市发展改革委出具。");
        var given = await Run(bureau, "recordAlignmentOpinion", opinion, "alignmentOpinion { requestedOn on result }");
        Sentences(given).Should().BeEmpty();
        given.At("alignmentOpinion").ToString().Should().Be("""{"requestedOn":"2026-06-10","on":"2026-06-25","result":"PASS"}""");
        (await Shown("alignment { opinions { result agency { code } } }")).At("alignment.opinions").GetArrayLength().Should().Be(1);
    }

    /// <summary>The registry answers three of the nine itself; the bureau's opinion is on the spatial plan alone.</summary>
    [Fact]
    public async Task The_commission_passes_nothing_of_which_points_have_no_answer()
    {
        object Opinion(string result, string on, params string[] irrelevant) => new
        {
            district = "500154", plan = Code, against = "DEV-2026", on, result,
            answers = irrelevant.Select(point => new { point, answer = "NOT_APPLICABLE", reason = "不涉及" })
                .Append(new { point = "COMPLIANCE", answer = "NOT_APPLICABLE", reason = "不涉及" }),
        };

        var open = await Run(commission, "recordAlignmentOpinion", Opinion("PASS", "2026-06-25", "DIRECTION", "LAYOUT"));
        Sentences(open).Should().Equal("衔接重点重大政策、重大工程、风险防控没有答复，衔接结果不能是通过；"
            + "请逐项答复，无关的答复为不适用并写明理由，或者写明修改后通过、不通过。");
        open.At("problems")[0].Text("clause").Should().Be(Aligning);
        Sentences(await Run(commission, "recordAlignmentOpinion", Opinion("REVISED", "2026-06-25", "DIRECTION", "LAYOUT")))
            .Should().BeEmpty();
        Sentences(await Run(commission, "recordAlignmentOpinion", Opinion("PASS", "2026-06-26", "POLICIES", "PROJECTS", "RISKS")))
            .Should().BeEmpty("what an earlier opinion answered is answered");
    }

    [Fact]
    public async Task An_opinion_may_be_given_on_the_day_on_which_it_was_asked_for_and_once()
    {
        Sentences(await Run(education, "requestAlignment",
            new { district = "500154", plan = Code, against = "DEV-2026", requestedOn = "2026-06-25" })).Should().BeEmpty();
        var opinion = new { district = "500154", plan = Code, against = "DEV-2026", on = "2026-06-25", result = "REVISED" };

        var given = await Run(commission, "recordAlignmentOpinion", opinion, "alignmentOpinion { requestedOn on result }");

        Sentences(given).Should().BeEmpty();
        given.At("alignmentOpinion").ToString().Should().Be("""{"requestedOn":"2026-06-25","on":"2026-06-25","result":"REVISED"}""");
        (await Run(commission, "recordAlignmentOpinion", opinion with { result = "FAIL" })).At("problems")[0].Text("code")
            .Should().Be("DUPLICATE", "another word of the same day is a correction");
    }

    [Fact]
    public async Task An_opinion_says_its_result_and_what_its_answers_rest_on()
    {
        object Opinion(string? result, params object[] answers) =>
            new { district = "500154", plan = Code, against = "DEV-2026", on = "2026-06-25", result, answers };

        var open = await Run(commission, "recordAlignmentOpinion", Opinion(null));
        Sentences(open).Should().ContainSingle().Which.Should().Be("衔接意见没有衔接结果；请写明通过、修改后通过或者不通过。");
        open.At("problems")[0].Text("clause").Should().Be(Aligning);
        Sentences(await Run(commission, "recordAlignmentOpinion", Opinion("PASS", new { point = "RISKS", answer = "NOT_APPLICABLE" })))
            .Should().Equal("衔接重点“风险防控”答复为不适用而没有理由；请写明理由。");
        Sentences(await Run(commission, "recordAlignmentOpinion", Opinion("PASS", new { point = "LAYOUT", answer = "CONFORMS" })))
            .Should().Equal("衔接重点“总体布局”答复为符合而没有条款对照；请写明本规划条款和对应规划条款。");

        var given = await Run(commission, "recordAlignmentOpinion", Opinion("REVISED",
            new { point = "LAYOUT", answer = "CONFORMS", ourClause = "第三章", theirClause = "第五章" },
            new { point = "COMPLIANCE", answer = "CONFORMS" }));
        Sentences(given).Should().BeEmpty();

        var shown = await Shown(
            "alignment { points { point isOfTheRegistry answer { answer ourClause } } } procedure { steps { step state } }");
        shown.At("alignment.points")[5].ToString().Should().Be(
            """{"point":"LAYOUT","isOfTheRegistry":false,"answer":{"answer":"CONFORMS","ourClause":"第三章"}}""");
        shown.At("procedure.steps").EnumerateArray().Single(s => s.Text("step") == "ALIGNED").Text("state").Should().Be("DONE");
    }

    [Fact]
    public async Task Who_leads_no_such_plan_adds_no_paper_of_it()
    {
        var culture = Program(Role.Department, "KZ-CUL");

        Sentences(await Add(culture, "DRAFT", "KZ-CUL-DRAFT")).Should().NotBeEmpty();
        (await Shown("submission { lines { paper state } }")).ToString().Should().Contain("""{"paper":"DRAFT","state":"MISSING"}""");
    }
}
