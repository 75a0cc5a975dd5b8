using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Exports;

/// <summary>The papers that a plan is made with, each of what its page shows.</summary>
public sealed class MakingPaperTests : ServerTest
{
    private async Task<IReadOnlyList<string>> Paper(string paper, string of, string? asOf = null)
    {
        using var answer = await Send(paper, of, asOf);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "it is answered, not: {0}", await answer.Content.ReadAsStringAsync());
        return LetterFile.Paragraphs(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<(HttpStatusCode Status, string? Message)> Refusal(string paper, string of, string language = "zh")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/papers")
        {
            Content = JsonContent.Create(new { district = "500154", paper, of = new[] { of } }),
        };
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await Http.SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Text("message"));
    }

    private Task<HttpResponseMessage> Send(string paper, string of, string? asOf) =>
        Http.PostAsJsonAsync("/papers", new { district = "500154", paper, of = new[] { of }, asOf });

    private static string Duty(string plan, string kind, int year) => $"500154/review_duties/{plan}/{kind}/{year}";

    private async Task Mutate(string mutation, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        (await Ask($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ problems {{ message }} }} }}", new { input }))
            .At($"{mutation}.problems").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task The_table_of_adoption_has_each_opinion_with_what_became_of_it()
    {
        var paper = await Paper("adoption", "SPE-2025-01");

        paper.Should().ContainInOrder("征求意见采纳情况说明表",
            "《开州区中药材产业发展规划(2025—2030年)(示例)》；编制单位：重庆市开州区农业农村委员会；截至2026年6月30日。"
                + "共3条意见：采纳1条，部分采纳1条，不采纳1条，未办结0条；另有“无意见”答复1份。",
            "1", "重庆市开州区水利局", "（部门和单位，2025年3月12日起）", "第三章第二节");
        paper.Should().ContainInOrder("重庆市开州区林业局", "部分采纳", "按适宜林地调查结果确定(示例)\n协商一致的内容：10万亩");
        paper.Should().Contain("部门和单位：2025年3月12日至2025年3月19日，征求3个单位，答复3个（参与率100%）。");
        (await Refusal("adoption", "SPE-2024-01")).Status.Should().Be(HttpStatusCode.NotFound, "nobody was asked");
    }

    [Fact]
    public async Task The_list_of_papers_tells_each_with_its_state_holder_and_clause_as_the_page_does()
    {
        var lines = (await Ask("""
            { district(code: "500154") { plan(code: "SPE-2025-01") { submission { lines { paper state holder clause } } } } }
            """)).At("district.plan.submission.lines").EnumerateArray().ToList();

        var paper = await Paper("submission", "SPE-2025-01");

        paper[0].Should().Be("规划审批要件清单");
        lines.Should().HaveCount(11);
        foreach (var (line, number) in lines.Select((l, i) => (l, $"{i + 1}")))
        {
            paper.SkipWhile(p => p != number).Should().Contain(line.Text("holder")!)
                .And.Contain(line.Text("clause")!.Replace('(', '（').Replace(')', '）'));
        }
    }

    [Fact]
    public async Task A_report_goes_out_by_a_letter_to_those_entitled_with_its_copies_in_the_same_breath()
    {
        const string found = "plan(code: \"SPE-2021-01\") { reviewDuties { key kind year recipients { name } copies { name } } }";
        var duty = (await Ask($"{{ district(code: \"500154\") {{ {found} }} }}")).At("district.plan.reviewDuties").EnumerateArray()
            .Single(d => d.Text("kind") == "MID_TERM");
        var (to, copies) = (duty.Texts("recipients", "name"), duty.Texts("copies", "name"));

        var paper = await Paper("reportLetter", duty.Text("key")!);

        paper[0].Should().StartWith("关于报送《").And.EndWith("》2023年中期评估报告的函");
        paper[1].Should().Be(string.Join('、', to) + "：");
        paper[2].Should().StartWith("按照开州府办发〔2020〕95号 三、（五），").And.EndWith($"，同时抄送{string.Join('、', copies)}。");
        paper.Should().Contain($"抄送：{string.Join('、', copies)}");
        paper.Should().NotContain(p => p.Contains("提请"), "that is the way of a development plan's alone");
    }

    [Fact]
    public async Task Alignment_is_asked_for_by_a_letter_and_given_with_the_nine_points_and_their_clauses()
    {
        await Write(new RegisterPlan("开州区夜间照明规划(示例)") { Code = "SPE-X", LeadAgency = "区商务委", DraftingFrom = "2026-06-01" });
        await Mutate("requestAlignment", new
        {
            district = "500154", plan = "SPE-X", against = "DEV-2026", agency = "区发展改革委", requestedOn = "2026-06-10",
        });
        const string opinions = "{ district(code: \"500154\") { plan(code: \"SPE-X\") { alignment { opinions { code } } } } }";
        var code = (await Ask(opinions)).Text("district.plan.alignment.opinions.0.code")!;

        var request = await Paper("alignmentRequest", code);

        request[0].Should().Be("关于提请对《开州区夜间照明规划(示例)》出具衔接意见的函");
        request[1].Should().Be("重庆市开州区发展和改革委员会：");
        request.Where(p => p.Contains('．', StringComparison.Ordinal)).Should().HaveCount(9)
            .And.Contain("1．内容合规性").And.Contain(p => p.StartsWith("4．规划目标", StringComparison.Ordinal)
                && p.Contains("登记册核对", StringComparison.Ordinal), "this point the registry fills in");
        (await Refusal("alignment", code)).Should().Be((HttpStatusCode.NotFound, $"衔接意见{code}尚未出具。"));

        await Mutate("recordAlignmentOpinion", new
        {
            district = "500154", plan = "SPE-X", against = "DEV-2026", agency = "区发展改革委", on = "2026-06-25", result = "REVISED",
            answers = new object[]
            {
                new { point = "COMPLIANCE", answer = "CONFORMS" },
                new { point = "LAYOUT", answer = "CONFORMS", ourClause = "第三章", theirClause = "第五章" },
                new { point = "PROJECTS", answer = "DEPARTS", reason = "两个项目未列入纲要" },
            },
        });
        var opinion = await Paper("alignment", code);

        opinion[0].Should().Be("规划衔接意见");
        opinion.Should().ContainInOrder("重庆市开州区商务委员会：", "6", "总体布局", "符合", "第三章", "第五章", "8", "重大工程", "不符合", "两个项目未列入纲要",
            "重庆市开州区发展和改革委员会", "（印章）");
        opinion[2].Should().StartWith("你单位2026年6月10日提请衔接的《开州区夜间照明规划(示例)》与《").And.Contain("衔接结果：修改后通过。");
        opinion.Count(p => p == "未答复").Should().Be(6);
    }

    [Fact]
    public async Task A_report_that_is_not_there_and_one_that_nobody_signs_have_no_letter()
    {
        (await Refusal("reportLetter", Duty("DEV-2026", "MID_TERM", 2028))).Should().Be((HttpStatusCode.NotFound,
            "《重庆市开州区国民经济和社会发展第十五个五年规划纲要(示例)》2028年中期评估报告未登记，没有可以报送的报告：请先登记该报告。"));
        (await Refusal("reportLetter", Duty("SPE-2022-01", "MID_TERM", 2025))).Should().Be((HttpStatusCode.NotFound,
            "《重庆市开州区生态文明建设示范区建设规划(2022—2028年)》的牵头单位未录入，文书无从署名：请先补录牵头单位。"));
        (await Refusal("reportLetter", Duty("SPE-2022-01", "MID_TERM", 2025), "en")).Message.Should().Be(
            "The lead agency of 重庆市开州区生态文明建设示范区建设规划(2022—2028年) is not recorded, and nobody can sign: record it first.");
        (await Refusal("reportLetter", Duty("DEV-2026", "MID_TERM", 2028), "en")).Message.Should().EndWith(
            "and so nothing to send: record it first.");
    }

    /// <summary>国家发展规划法 第三十条: as REV-005 judges it, by the day of the report.</summary>
    [Fact]
    public async Task The_way_of_a_mid_term_report_has_the_consent_that_the_law_asks_for_since_it_is_in_force()
    {
        (await Paper("reportLetter", Duty("DEV-2021", "MID_TERM", 2023))).Should().Contain(
            "该报告先报重庆市开州区人民政府审定，审定后提请重庆市开州区人民代表大会常务委员会审议。");
        Clock.Now = new DateTimeOffset(2028, 12, 1, 10, 0, 0, TimeSpan.FromHours(8));
        await Write(new RecordAct("DEV-2026", "REPORTED", "2028-10-20")
        {
            About = "MID_TERM", Year = 2028, Agency = "区发展改革委", Recipients = ["区政府", "区人大常委会"],
        });

        (await Paper("reportLetter", Duty("DEV-2026", "MID_TERM", 2028))).Should().Contain(
            "该报告先报重庆市开州区人民政府审定，经中共重庆市开州区委员会同意后，提请重庆市开州区人民代表大会常务委员会审议。");
    }

    [Fact]
    public async Task What_was_corrected_after_the_approval_was_never_proposed_and_what_is_approved_is_not_asked_for_again()
    {
        Clock.Now = new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.FromHours(8));
        const string before = "2026-08-20";
        async Task<List<string>> Changes() => [.. (await Paper("amendment", "DEV-2026@2", before))
            .SkipWhile(p => p != "二、调整内容").TakeWhile(p => p != "三、办理程序")];
        var proposed = await Changes();
        var plan = (await Ask("""
            { district(code: "500154") { plan(code: "DEV-2026") { title targets { id version indicator { code } } } } }
            """)).At("district.plan");
        var target = plan.At("targets").EnumerateArray().Single(t => t.Text("indicator.code") == "FOREST-COVER").Text("id")!;

        await Write(new CorrectRecord(target, "录入有误，原件为56.4", new FieldValue("target_value", "56.4")));

        (await Changes()).Should().Equal(proposed);
        proposed.Should().Contain("2030年17%（约束性）").And.Contain("2030年17.5%（约束性）");
        proposed.Should().NotContain(p => p.Contains("56.", StringComparison.Ordinal));
        (await Refusal("amendment", "DEV-2026@2")).Should().Be((HttpStatusCode.NotFound,
            $"《{plan.Text("title")}》第2版已于2026年8月28日批准，无需再次请示。"));
        (await Refusal("amendment", "DEV-2026@2", "en")).Message.Should().Be(
            $"Version 2 of {plan.Text("title")} was approved on 2026-08-28: there is nothing to ask for.");
    }

    [Fact]
    public async Task What_a_later_version_has_overtaken_is_asked_for_no_more()
    {
        Clock.Now = new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.FromHours(8));
        await Write(new ProposeAmendment("SPE-2026-01", 2, "2026-10-20"));
        (await Paper("amendment", "SPE-2026-01@2")).Should().Contain("妥否，请批示。");
        await Write(new ProposeAmendment("SPE-2026-01", 3, "2026-11-02"));
        await Write(new ApproveAmendment("SPE-2026-01", 3, "2026-11-10"));

        (await Refusal("amendment", "SPE-2026-01@2")).Should().Be((HttpStatusCode.NotFound,
            "《开州区“十五五”综合交通运输体系规划(示例)》第3版已于2026年11月10日批准，第2版不再请示。"));
    }

    [Fact]
    public async Task An_amendment_is_asked_for_with_what_it_changes_and_its_route()
    {
        var paper = await Paper("amendment", "DEV-2021@2", "2023-12-20");

        paper[0].Should().EndWith("调整修订（第2版）的请示");
        paper.Should().Contain(p => p.StartsWith("重庆市开州区人民政府", StringComparison.Ordinal) && p.EndsWith('：'));
        paper.Should().ContainInOrder("一、调整理由", "示例：根据中期评估结果调整两项约束性指标", "二、调整内容", "三、办理程序", "妥否，请批示。");
        paper.SkipWhile(p => p != "三、办理程序").Should().ContainInOrder("区政府提出调整修订建议", "区委同意");
        paper.SkipWhile(p => p != "二、调整内容").TakeWhile(p => p != "三、办理程序")
            .Count(p => p.StartsWith("2025年", StringComparison.Ordinal)).Should().Be(4, "two indicators, before and after");
        (await Refusal("amendment", "DEV-2021@9")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Refusal("amendment", "DEV-2021")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
