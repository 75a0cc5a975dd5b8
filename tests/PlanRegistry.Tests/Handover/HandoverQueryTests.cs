using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.Exports;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Handover;

/// <summary>District.handover on the sample, on 2026-06-30: two of the plans that run on have not answered the new outline yet.</summary>
public sealed class HandoverQueryTests : AccessTest
{
    private const string Whole = """
        { district(code: "500154") { handover { from lastDay ends { code } begins { code } publishedOn why beginnings drafts { code }
            byEvaluation { standing count } bySuccession { standing count } byContinuation { standing count }
            plans(first: 100) { totalCount nodes { key plan { code } evaluation evaluationDuty { due } succession successors { code }
                continuation continuationDue continuationWhy continuationAct { type } weakerThanOutline { name } } } } } }
        """;

    private static JsonElement Row(JsonElement handover, string plan) =>
        handover.At("plans.nodes").EnumerateArray().Single(p => p.Text("plan.code") == plan);

    [Fact]
    public async Task It_names_both_outlines_and_every_plan_with_what_is_still_to_be_done()
    {
        var handover = (await Ask(Whole)).At("district.handover");

        handover.Text("from").Should().Be("2026");
        (handover.Text("ends.code"), handover.Text("begins.code")).Should().Be(("DEV-2021", "DEV-2026"));
        handover.Text("publishedOn").Should().Be("2026-03-05");
        Row(handover, "SPE-2022-03").Text("evaluation").Should().Be("OVERDUE");
        Row(handover, "SPE-2021-04").Texts("successors", "code").Should().Equal("SPE-2026-04");
        Row(handover, "SPE-2023-02").Text("continuation").Should().Be("OWED");
        Row(handover, "SPE-2023-02").Text("continuationDue").Should().Be("2026-09-01");
        Row(handover, "SPE-2021-11").Text("continuationAct.type").Should().Be("NO_CHANGE_DECLARED");
        Row(handover, "SPE-2021-11").Texts("weakerThanOutline", "name").Should().Contain("高标准农田面积");
        handover.Texts("drafts", "code").Should().Equal("SPA-2021");
    }

    [Fact]
    public async Task Its_counts_are_those_of_its_plans()
    {
        var handover = (await Ask(Whole)).At("district.handover");
        var plans = handover.At("plans.nodes").EnumerateArray().ToList();

        plans.Should().HaveCount(handover.At("plans.totalCount").GetInt32());
        foreach (var field in new[] { "evaluation", "succession", "continuation" })
        {
            var counts = handover.At($"by{char.ToUpperInvariant(field[0])}{field[1..]}").EnumerateArray();
            counts.ToDictionary(c => c.Text("standing")!, c => c.At("count").GetInt32()).Should().BeEquivalentTo(
                plans.GroupBy(p => p.Text(field)!).ToDictionary(g => g.Key, g => g.Count()), field);
        }
    }

    [Fact]
    public async Task It_is_walked_by_pages_and_filtered_by_what_is_owed()
    {
        var page = await Ask("""
            { district(code: "500154") { handover { plans(first: 1, filter: { continuations: [OWED] }) {
                totalCount nodes { plan { code } } pageInfo { endCursor hasNextPage } } } } }
            """);
        page.At("district.handover.plans.totalCount").GetInt32().Should().Be(2);
        var next = await Ask($$"""
            { district(code: "500154") { handover { plans(first: 1, after: "{{page.Text("district.handover.plans.pageInfo.endCursor")}}",
                filter: { continuations: [OWED] }) { nodes { plan { code } } pageInfo { hasNextPage } } } } }
            """);

        page.Texts("district.handover.plans.nodes", "plan.code").Should().Equal("SPE-2021-12");
        next.Texts("district.handover.plans.nodes", "plan.code").Should().Equal("SPE-2023-02");
    }

    [Fact]
    public async Task A_year_in_which_no_period_begins_is_told()
    {
        var answer = await Asked(Http, """{ district(code: "500154") { handover(from: 2027) { from } } }""");

        answer.At("errors")[0].Text("message").Should().StartWith("参数“from”的2027年不是规划期的起始年，已登记的起始年为2021、2026、2031。");
    }

    [Fact]
    public async Task Above_the_district_tier_there_is_none() =>
        (await Ask("""{ district(code: "500000") { handover { from } } }""")).At("district.handover").ValueKind
            .Should().Be(JsonValueKind.Null);

    [Fact]
    public async Task A_department_sees_its_own_plans_alone()
    {
        var seen = (await Asked(Program(Role.Department, "KZ-WRB"), Whole)).At("data.district.handover");

        seen.Texts("plans.nodes", "plan.code").Should().Equal("SPE-2021-12", "SPE-2023-03");
        seen.At("byContinuation").EnumerateArray().Sum(c => c.At("count").GetInt32()).Should().Be(2);
        seen.Text("begins.code").Should().Be("DEV-2026");
    }

    [Fact]
    public async Task The_list_leaves_as_a_sheet_with_its_period_above()
    {
        var rows = (await Ask(Whole)).At("district.handover.plans.nodes").EnumerateArray().ToList();

        using var answer = await Http.PostAsJsonAsync("/export", new
        {
            district = "500154", sheets = new[] { new { kind = "handover", from = "2026", rows = rows.Select(r => r.Text("key")) } },
        });
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        using var book = new Spreadsheet(await answer.Content.ReadAsByteArrayAsync());

        book.Title().Should().Be("开州区跨期交接清单（2021—2025年到2026—2030年）");
        book.Column("规划代码").Should().Equal(rows.Select(r => r.Text("plan.code")!));
        book.Column("延续办理情况").Should().Equal(rows.Select(r => r.Text("continuationWhy")!));
        book.Column("总结评估")[rows.FindIndex(r => r.Text("plan.code") == "SPE-2022-03")].Should().Be("逾期");
    }
}
