using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Exports;

/// <summary>The papers that a plan is made with, each of what its page shows.</summary>
public sealed class MakingPaperTests : ServerTest
{
    private async Task<IReadOnlyList<string>> Paper(string paper, string of)
    {
        using var answer = await Send(paper, of);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "it is answered, not: {0}", await answer.Content.ReadAsStringAsync());
        return LetterFile.Paragraphs(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<(HttpStatusCode Status, string? Message)> Refusal(string paper, string of)
    {
        using var answer = await Send(paper, of);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Text("message"));
    }

    private Task<HttpResponseMessage> Send(string paper, string of) =>
        Http.PostAsJsonAsync("/papers", new { district = "500154", paper, of = new[] { of } });

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
        const string found = "reviewDuties(first: 100) { nodes { key kind year plan { code kind } recipients { name } copies { name } } }";
        var duty = (await Ask($"{{ district(code: \"500154\") {{ {found} }} }}")).At("district.reviewDuties.nodes").EnumerateArray()
            .First(d => d.Text("kind") == "MID_TERM" && d.Text("plan.kind") == "SPECIAL" && d.At("copies").GetArrayLength() > 0);
        var (to, copies) = (duty.Texts("recipients", "name"), duty.Texts("copies", "name"));

        var paper = await Paper("reportLetter", duty.Text("key")!);

        paper[0].Should().StartWith("关于报送《").And.EndWith($"{duty.Text("year")}年中期评估报告的函");
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
    public async Task An_amendment_is_asked_for_with_what_it_changes_and_its_route()
    {
        var paper = await Paper("amendment", "DEV-2021@2");

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
