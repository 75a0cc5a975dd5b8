using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Applications;

/// <summary>decideApplication: who drafts the list decides; one that is listed becomes an entry in the same write.</summary>
public sealed class DecideApplicationTests : ApplicationTest
{
    private const string Clause = "开州府办发〔2020〕95号 三、（一）";

    private async Task<string> Applied(params (string, object?)[] other) =>
        Written(await Apply(Commission, Roads([("leadAgency", "区交通运输委"), .. other])), "application.code")!;

    private static object Listing(string application, string? list = "SR-2027", string? demand = null) =>
        new { district = "500154", application, outcome = "LISTED", list, demand };

    [Fact]
    public async Task What_is_listed_is_an_entry_of_the_draft_with_the_word_of_the_bureaus()
    {
        await Draft("SR-2027", entries: [new { title = "开州区消防规划", kind = "SPECIAL" }]);
        await Register("开州示例环函〔2026〕9号", "区生态环境局");
        var code = await Applied(("field", "综合交通"), ("list", "SR-2027"));
        await Say(Department("KZ-EEB"), new
        {
            district = "500154", application = code, matter = "EIA", needed = true, document = "开州示例环函〔2026〕9号",
        });

        var payload = await Decide(Commission, Listing(code, list: null));

        Written(payload, "application.state").Should().Be("LISTED");
        payload.At("application.entry").ToString().Should().Be(
            """{"code":"2","title":"开州区公路养护规划(2027—2030年)","category":"综合交通","eiaNeeded":true"""
            + ""","eiaOpinion":{"code":"开州示例环函〔2026〕9号"},"waterNeeded":null,"plan":null,"list":{"code":"SR-2027"}}""");
        payload.At("application.screening").GetArrayLength().Should().Be(0, "the entry that it became is no duplicate of it");
        (await Asked(Department("KZ-TRA"), """
            { district(code: "500154") { directoryLists { code entries { title plan { code } } } } }
            """)).ToString().Should().Contain("公路养护", "who leads it sees its entry");
    }

    [Fact]
    public async Task A_list_that_is_approved_or_submitted_or_of_another_track_takes_none()
    {
        var code = await Applied();
        await Draft("SP-2027", Spatial);
        await Draft("SR-2027");

        Refusal(await Decide(Commission, Listing(code, "SR-2026")))
            .Should().Be(("目录清单SR-2026已经批准，不再增列；须先建新一版清单，再列入新清单。", Clause));
        Refusal(await Decide(Commission, Listing(code, "SP-2027"))).Should().Be(("目录清单SP-2027是空间规划清单，不列专项规划。", Clause));
        Refusal(await Decide(Commission, Listing(code, null)))
            .Should().Be(("列入的，须写明列入哪一份未批准的目录清单；尚无清单的，须先建新一版清单。", "本系统默认"));
        await Asked(Commission, """
            mutation { approveDirectoryList(input: { district: "500154", code: "SR-2027", track: SPECIAL_AND_REGIONAL, year: 2027,
                submittedOn: "2026-06-20", entries: [] }) { problems { message } } }
            """);
        Refusal(await Decide(Commission, Listing(code))).Should().Be(("目录清单SR-2027已于2026年6月20日报批，报批期间不再增列。", "本系统默认"));
    }

    [Fact]
    public async Task A_code_that_is_in_use_is_refused()
    {
        await Draft("SR-2027", entries: [new { title = "开州区消防规划", kind = "SPECIAL" }]);
        var code = await Applied();

        object Taking(string entry) => new { district = "500154", application = code, outcome = "LISTED", list = "SR-2027", entry };

        Refusal(await Decide(Commission, Taking("1")))
            .Should().Be(("目录清单SR-2027第1项已登记为《开州区消防规划》，请另写条目编号；不写编号的，由系统编排。", "本系统默认"));
        Written(await Decide(Commission, Listing(code)), "application.state").Should().Be("LISTED");
    }

    [Fact]
    public async Task Who_applied_withdraws_what_was_returned_and_says_why()
    {
        var code = Written(await Apply(Department("KZ-TRA"), Roads()), "application.code")!;
        object Withdrawing(string? reason) => new { district = "500154", application = code, outcome = "WITHDRAWN", reason };
        Written(await Decide(Commission, new
        {
            district = "500154", application = code, outcome = "RETURNED", reason = "请补充资金来源。",
        }), "application.state").Should().Be("RETURNED");

        Refusal(await Decide(Department("KZ-TRA"), Withdrawing(null))).Should().Be(("撤回的，须说明理由。", "本系统默认"));
        (await Decide(Department("KZ-WRB"), Withdrawing("不再编制。"))).At("problems").GetArrayLength().Should().BePositive("it is not theirs");
        var withdrawn = await Decide(Department("KZ-TRA"), Withdrawing("并入综合交通规划，不再单独编制。"));

        Written(withdrawn, "application.state").Should().Be("WITHDRAWN");
        withdrawn.At("application.decisions")[1].Text("agency.code").Should().Be("KZ-TRA");
        Refusal(await Decide(Commission, new { district = "500154", application = code, outcome = "DECLINED", reason = "重复。" }))
            .Should().Be(($"申报{code}已于2026年6月30日处理（已撤回）；须重新考虑的，请另行申报。", "本系统默认"));
        (await Asked(Department("KZ-TRA"), """{ district(code: "500154") { duties(first: 100) { nodes { kind } } } }"""))
            .At("data.district.duties").Texts("nodes", "kind").Should().NotContain("APPLICATION_RETURNED");
    }

    [Fact]
    public async Task What_was_decided_is_withdrawn_and_decided_anew_and_not_corrected()
    {
        var code = await Applied();
        Written(await Decide(Commission, new
        {
            district = "500154", application = code, outcome = "DECLINED", reason = "与交通规划重复。",
        }), "application.state").Should().Be("DECLINED");
        var found = (await Asked(Commission, """
            { district(code: "500154") { entryApplications(first: 9) { nodes { id code decisions { id } } } } }
            """)).At("data.district.entryApplications.nodes").EnumerateArray().Single(a => a.Text("code") == code);
        async Task<string?> Correct(string? id, string field, string value) => (await Asked(Commission, """
            mutation($input: CorrectRecordInput!) { correctRecord(input: $input) { problems { message } } }
            """, new
            {
                input = new
                {
                    district = "500154", id, reason = "录入有误，予以更正", document = "开州府办发〔2020〕95号",
                    values = new[] { new { field, value } },
                },
            })).Text("data.correctRecord.problems.0.message");

        (await Correct(found.Text("decisions.0.id"), "outcome", "RETURNED"))
            .Should().Be("处理结果登记后不能更正：处理有误的，请撤销这一处理，再重新处理。");
        (await Correct(found.Text("id"), "dailyWork", "yes"))
            .Should().Be($"申报{code}已于2026年6月30日处理（不列入），其内容不再更正；处理依据有误的，请先撤销该处理。");
    }

    [Fact]
    public async Task What_the_screening_asks_is_answered_before_it_is_listed_or_a_reason_is_given()
    {
        await Draft("SR-2027");
        var code = await Applied(("dailyWork", null));
        object WithReason(string? reason) =>
            new { district = "500154", application = code, outcome = "LISTED", list = "SR-2027", reason };

        Refusal(await Decide(Commission, WithReason(null))).Should().Be((
            "筛选尚有疑问：《开州区公路养护规划(2027—2030年)》是否属部门日常工作未说明；仍予列入的，须说明理由。", Clause));
        Written(await Decide(Commission, WithReason("经核，不属日常工作。")), "application.state").Should().Be("LISTED");
    }

    [Fact]
    public async Task Against_the_screening_it_is_listed_by_a_demand_alone_and_that_stays_visible()
    {
        await Draft("SR-2027");
        await Register("开州示例发〔2026〕9号", "区政府");
        await Register("开州示例教函〔2026〕9号", "区教委");
        var code = await Applied(("horizon", new { from = 2027, to = 2028 }));

        Refusal(await Decide(Commission, Listing(code))).Should().Be((
            "筛选不通过：《开州区公路养护规划(2027—2030年)》规划期2027—2028年，首尾年份均计入为2年，末年减首年为1年，少于3年，原则上不编制规划；"
            + "市级相关部门或区委、区政府有明确要求的，须写明该文件。", Clause));
        Refusal(await Decide(Commission, Listing(code, demand: "开州示例教函〔2026〕9号"))).Message.Should().Be(
            "文件《开州示例教函〔2026〕9号(示例)》（开州示例教函〔2026〕9号）不能作为明确要求：重庆市开州区教育委员会无权办理，"
            + "应为区委或者区政府或者市级以上党委、政府和部门。");
        Refusal(await Decide(Commission, Listing(code, demand: "开州示例发〔2026〕99号"))).Message.Should().Be(
            "文件“开州示例发〔2026〕99号”未登记，不能作为明确要求：请先登记，写明印发单位。");

        var listed = await Decide(Commission, Listing(code, demand: "开州示例发〔2026〕9号"));

        Written(listed, "application.verdict").Should().Be("FAIL");
        listed.Text("application.decisions.0.demand.code").Should().Be("开州示例发〔2026〕9号");
    }

    [Fact]
    public async Task Not_to_list_takes_a_reason_and_closes_it_as_listing_does()
    {
        var code = await Applied(("appliedOn", "2026-06-10"));
        object Decision(string outcome, string? reason, string? on = null) =>
            new { district = "500154", application = code, outcome, reason, on };

        Refusal(await Decide(Commission, Decision("DECLINED", null))).Should().Be(("不列入的，须说明理由。", "本系统默认"));
        Refusal(await Decide(Commission, Decision("RETURNED", null))).Should().Be(("退回补正的，须说明理由。", "本系统默认"));
        Refusal(await Decide(Commission, Decision("DECLINED", "与交通规划重复。", "2026-06-09")))
            .Should().Be(("处理日期2026年6月9日早于申报日期2026年6月10日。", "本系统默认"));
        Written(await Decide(Commission, Decision("DECLINED", "与交通规划重复。", "2026-06-20")), "application.state").Should().Be("DECLINED");
        Refusal(await Decide(Commission, Decision("RETURNED", "请补正。")))
            .Should().Be(($"申报{code}已于2026年6月20日处理（不列入）；须重新考虑的，请另行申报。", "本系统默认"));
        Refusal(await Decide(Commission, new { district = "500154", application = "SB-NONE", outcome = "DECLINED", reason = "没有此项。" }))
            .Message.Should().Be("申报“SB-NONE”未登记。");
    }

    [Fact]
    public async Task One_that_was_returned_is_not_listed_until_it_has_come_again_and_may_be_declined_which_ends_the_duty()
    {
        await Draft("SR-2027");
        var code = await Applied(("appliedOn", "2026-06-10"));
        object Deciding(string outcome, string on, string? list = null) =>
            new { district = "500154", application = code, outcome, on, list, reason = "编制理由不足。" };
        async Task<int> Duties() => (await Asked(Commission, """
            { district(code: "500154") { duties(first: 100, agencies: ["区交通运输委"]) { nodes { kind } } } }
            """)).At("data.district.duties").Texts("nodes", "kind").Count(k => k == "APPLICATION_RETURNED");
        Written(await Decide(Commission, Deciding("RETURNED", "2026-06-20")), "application.state").Should().Be("RETURNED");
        (await Duties()).Should().Be(1);
        var waiting = ($"申报{code}已于2026年6月20日退回补正，补正后再处理；不再等待补正的，可以处理为不列入。", "本系统默认");

        Refusal(await Decide(Commission, Deciding("LISTED", "2026-06-25", "SR-2027"))).Should().Be(waiting);
        Refusal(await Decide(Commission, Deciding("RETURNED", "2026-06-25"))).Should().Be(waiting);
        Refusal(await Decide(Commission, Deciding("DECLINED", "2026-06-19")))
            .Should().Be(("处理日期2026年6月19日早于退回补正的2026年6月20日。", "本系统默认"));
        Written(await Decide(Commission, Deciding("DECLINED", "2026-06-25")), "application.state").Should().Be("DECLINED");
        (await Duties()).Should().Be(0);
        Refusal(await Apply(Department("KZ-TRA"), new { district = "500154", code, justification = "市场投入不足。" })).Message
            .Should().StartWith($"申报{code}的状态为不列入，只有退回补正的才能再次申报");
    }

    [Fact]
    public async Task The_spatial_bureau_decides_on_spatial_plans_and_the_commission_on_the_others()
    {
        await Draft("SP-2027", Spatial);
        await Draft("SR-2027");
        var (road, map) = (await Applied(), await Applied(("title", "开州区村庄规划"), ("kind", Spatial)));
        var bureau = Department("KZ-NRB");

        Refusal(await Decide(Commission, Listing(map, "SP-2027")))
            .Should().Be(("国土空间规划的申报由重庆市开州区规划和自然资源局处理，重庆市开州区发展和改革委员会不能处理。", Clause));
        Refusal(await Decide(bureau, Listing(road))).Message.Should().Be($"申报“{road}”未登记。", "it is none of theirs to see");
        Refusal(await Decide(Department("KZ-TRA"), Listing(road)))
            .Should().Be(("专项规划的申报由重庆市开州区发展和改革委员会处理，重庆市开州区交通运输委员会不能处理。", Clause));

        Written(await Decide(bureau, Listing(map, "SP-2027")), "application.entry.list.code").Should().Be("SP-2027");
        Written(await Decide(Commission, Listing(road)), "application.entry.list.code").Should().Be("SR-2027");
    }

    [Fact]
    public async Task What_stands_on_the_list_already_is_not_listed_twice()
    {
        await Draft("SR-2027", entries:
            [new { title = "开州区公路养护规划(2027—2030年)", kind = "SPECIAL", horizon = new { from = 2027, to = 2030 } }]);

        Refusal(await Decide(Commission, Listing(await Applied()))).Message
            .Should().Be("目录清单SR-2027第1项已是《开州区公路养护规划(2027—2030年)》，不重复列入；可在该条目上更正。");
    }

    [Fact]
    public async Task Submission_and_approval_of_the_list_in_the_wrong_order_are_refused()
    {
        await Draft("SR-2027");

        var answer = await Asked(Commission, """
            mutation { approveDirectoryList(input: { district: "500154", code: "SR-2027", track: SPECIAL_AND_REGIONAL, year: 2027,
                submittedOn: "2026-06-20", approver: "区政府", approvedOn: "2026-06-10", entries: [] }) { problems { message } } }
            """);

        answer.At("data.approveDirectoryList").Texts("problems", "message").Should().Equal("批准日期“2026-06-10”早于报送日期“2026-06-20”。");
    }
}
