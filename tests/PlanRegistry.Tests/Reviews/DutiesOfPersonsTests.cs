using System.Net.Http;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.Consultation;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Reviews;

/// <summary>我的任务 by persons, and with working days; workingDays itself. The sample on 2026-06-30.</summary>
public sealed class DutiesOfPersonsTests : ConsultationTest
{
    private static async Task<JsonElement> Duties(HttpClient client, string filter) => (await Asked(client, $$"""
        { district(code: "500154") { duties(first: 100, {{filter}}) { nodes { key kind due person agency { code }
            workingDaysLeft isDueOnWorkingDay lastWorkingDay dayNote(language: ZH) } } } }
        """)).At("data.district.duties.nodes");

    private static async Task<string?[]> Keys(HttpClient client, string filter) =>
        [.. (await Duties(client, filter)).EnumerateArray().Select(d => d.Text("key"))];

    private static string? Message(JsonElement answer) => answer.At("errors").EnumerateArray().First().Text("message");

    [Fact]
    public async Task A_persons_duties_are_what_is_theirs_by_name_and_what_is_their_agencys()
    {
        var lead = await Person("李四");
        await Person("王五", "KZ-WRB");
        var commission = Program(Role.ReformCommission);
        var own = await Keys(lead, "persons: [\"李四\"]");

        own.Should().NotBeEmpty().And.Equal(await Keys(commission, "persons: [\"李四\"]"));
        own.Should().BeEquivalentTo(await Keys(commission, "agencies: [\"KZ-CUL\"]"), "nothing names a person yet");
        (await Keys(commission, "persons: [\"王五\"]")).Should().NotBeEmpty().And.NotIntersectWith(own);
    }

    [Fact]
    public async Task What_is_the_own_agencys_is_told_to_who_speaks_for_it()
    {
        static async Task<string[]> Own(HttpClient client) => [.. (await Asked(client, """
            { district(code: "500154") { duties(first: 100) { nodes { isOwn agency { code } } } } }
            """)).At("data.district.duties.nodes").EnumerateArray().Where(d => d.At("isOwn").GetBoolean())
            .Select(d => d.Text("agency.code")!).Distinct()];

        (await Own(Program(Role.ReformCommission))).Should().Equal("KZ-DRC");
        (await Own(Water)).Should().Equal("KZ-WRB");
        (await Own(Program(Role.Audit))).Should().BeEmpty("who audits speaks for nobody");
    }

    [Fact]
    public void However_often_a_page_asks_what_is_owed_is_worked_out_once()
    {
        var scope = Judgements.Scope(TestDistrict.Own, TestCaller.Operator, null)!;

        scope.Owed.Should().NotBeEmpty().And.BeSameAs(scope.Owed);
    }

    [Fact]
    public async Task Who_handled_an_opinion_first_does_not_owe_its_review()
    {
        var (first, second) = (await Person("李四"), await Person("赵六"));
        var round = await Round();
        var opinion = await Opinion(round);
        await Done(first, "handleOpinion", new { district = "500154", opinion, result = "REJECTED", reason = "另有专章", on = "2026-06-20" });
        await Done(Water, "objectToHandling", new { district = "500154", opinion, reason = "专章未提及", on = "2026-06-28" });

        static IEnumerable<string?> Kinds(JsonElement duties) => duties.EnumerateArray().Select(d => d.Text("kind"));
        Kinds(await Duties(first, "persons: [\"李四\"]")).Should().NotContain("OBJECTION_REVIEW");
        Kinds(await Duties(second, "persons: [\"赵六\"]")).Should().Contain("OBJECTION_REVIEW");
        await Person("李四（复核）");
        Kinds(await Duties(second, "persons: [\"李四（复核）\"]")).Should().NotContain("OBJECTION_REVIEW", "two accounts of one person");
    }

    [Fact]
    public async Task An_expert_who_was_asked_is_named_and_found()
    {
        var commission = Program(Role.ReformCommission);
        await Done(commission, "registerExpert", new
        {
            district = "500154", code = "EX-1", name = "甲某", fields = new[] { "文化旅游" }, from = "2026-01-01", employer = "重庆某大学",
        });
        await Done(commission, "appointExpert", new
        {
            district = "500154", plan = Tourism, expert = "EX-1", on = "2026-06-20", reason = "熟悉本区文化旅游资源。",
        });

        var duty = (await Duties(commission, "persons: [\"甲某\"]")).EnumerateArray().Should().ContainSingle().Subject;
        (duty.Text("kind"), duty.Text("person"), duty.Text("agency.code"), duty.Text("due")).Should()
            .Be(("EXPERT_OPINION", "甲某", "KZ-CUL", "2026-06-30"));
        (await Keys(await Person("李四"), "persons: [\"李四\"]")).Should().NotContain(duty.Text("key"));
        Have("张三", Role.ReformCommission);
        var address = (await Asked(await SignedIn("张三"), """
            mutation { renewCalendarFeed(input: { district: "500154", agency: "KZ-CUL" }) { address problems { message } } }
            """)).Text("data.renewCalendarFeed.address");
        (await Client().GetStringAsync(address)).Replace("\r\n ", "", StringComparison.Ordinal)
            .Should().Contain("出具专家意见").And.NotContain("甲某", "a calendar names nobody");
    }

    [Fact]
    public async Task A_name_that_is_nobodys_and_a_span_that_runs_backwards_are_told()
    {
        var lead = await Person("李四");
        await Person("王五", "KZ-WRB");

        Message(await Asked(lead, """{ district(code: "500154") { duties(first: 1, persons: ["无此人"]) { totalCount } } }"""))
            .Should().Be("筛选条件中的人员“无此人”不存在：行政区500154没有登记。");
        Message(await Asked(lead, """{ district(code: "500154") { duties(first: 1, persons: ["王五"]) { totalCount } } }"""))
            .Should().Be("筛选条件中的人员“王五”不存在：行政区500154没有登记。", "a department knows its own people alone");
        Message(await Asked(lead, """
            { district(code: "500154") { duties(first: 1, from: "2026-07-01", to: "2026-06-30") { totalCount } } }
            """)).Should().Be("起日2026-07-01晚于止日2026-06-30，请对调。");
    }

    [Fact]
    public async Task A_duty_tells_its_working_days_and_says_where_they_are_not_known()
    {
        var duties = (await Duties(Program(Role.ReformCommission), "from: \"2026-07-01\", to: \"2028-12-31\"")).EnumerateArray().ToList();

        var near = duties.First(d => d.Text("due") == "2026-12-31");
        (near.At("workingDaysLeft").GetInt32(), near.Text("lastWorkingDay"), near.At("isDueOnWorkingDay").GetBoolean())
            .Should().Be((128, "2026-12-31", true));
        near.Text("dayNote").Should().Be("登记册没有国务院办公厅关于2027年部分节假日安排的通知，2026年12月25日至31日的工作日可能随该通知调整。");
        var far = duties.First(d => d.Text("due")!.StartsWith("2027", StringComparison.Ordinal));
        new[] { "workingDaysLeft", "lastWorkingDay", "isDueOnWorkingDay" }.Select(f => far.At(f).ValueKind)
            .Should().OnlyContain(k => k == JsonValueKind.Null);
        far.Text("dayNote").Should().Be("登记册没有国务院办公厅关于2027年部分节假日安排的通知，其工作日尚不能确定。");
    }

    [Fact]
    public async Task Working_days_are_told_to_everybody_with_their_notices()
    {
        async Task<JsonElement> Days(string from, string to) => await Asked(Client(), $$"""
            { workingDays(from: "{{from}}", to: "{{to}}") { count unknownYears note(language: EN)
                days { day isWorking name(language: EN) notice noticeIssuedOn } } }
            """);
        Have("任何人", Role.Audit);

        var february = (await Days("2026-02-01", "2026-02-28")).At("data.workingDays");
        (february.At("count").GetInt32(), february.At("days").GetArrayLength(), february.At("note").ValueKind)
            .Should().Be((16, 11, JsonValueKind.Null));
        february.At("days").EnumerateArray().First().ToString().Should().Be("{\"day\":\"2026-02-14\",\"isWorking\":true,"
            + "\"name\":\"worked in exchange for the Spring Festival\",\"notice\":\"国办发明电〔2025〕7号\",\"noticeIssuedOn\":\"2025-11-04\"}");
        var later = (await Days("2026-12-01", "2027-01-31")).At("data.workingDays");
        (later.At("count").ValueKind, later.At("unknownYears").ToString()).Should().Be((JsonValueKind.Null, "[2027]"));
        later.Text("note").Should().Be(
            "The registry has no notice of the State Council on the days off of 2027: its working days are not known.");
        (await Days("2026-01-01", "2028-09-26")).At("data.workingDays.count").ValueKind.Should().Be(JsonValueKind.Null);
        Message(await Days("2026-01-01", "2028-09-27")).Should().Be("from 至 to 共1001日，一次至多1000日。");
        Message(await Days("2026-02-01", "2026-01-31")).Should().Be("起日2026-02-01晚于止日2026-01-31，请对调。");
    }
}
