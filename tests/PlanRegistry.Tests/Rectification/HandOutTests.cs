using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Rectification;

/// <summary>handOutFindings on the sample, on 2026-06-30: the commission hands findings to an agency, which owes them then.</summary>
public sealed class HandOutTests : AccessTest
{
    private const string Water = "KZ-WRB";
    private readonly HttpClient commission;

    public HandOutTests() => commission = Program(Role.ReformCommission);

    private static async Task<JsonElement> HandOut(HttpClient client, object input) => (await Asked(client, """
        mutation($input: HandOutFindingsInput!) { handOutFindings(input: $input) {
            seq problems { code message path } findings { key handedOut { agency { code } document { code } on due word } } } }
        """, new { input })).At("data.handOutFindings");

    private static async Task<string[]> Refused(HttpClient client, object input)
    {
        var payload = await HandOut(client, input);
        payload.At("seq").ValueKind.Should().Be(JsonValueKind.Null);
        return [.. payload.Texts("problems", "message").OfType<string>()];
    }

    private async Task<string> Key(string plan, string rule) => (await Asked(commission, $$"""
        { district(code: "500154") { findings(first: 10, filter: { plan: "{{plan}}", rules: ["{{rule}}"] }) { nodes { key } } } }
        """)).At("data.district.findings.nodes")[0].Text("key")!;

    private static async Task<JsonElement> Seen(HttpClient client, string key) => (await Asked(client, """
        { district(code: "500154") { findings(first: 100) { nodes { key handedOut { agency { code } on } } } } }
        """)).At("data.district.findings.nodes").EnumerateArray().SingleOrDefault(f => f.Text("key") == key);

    private static async Task<JsonElement[]> Handed(HttpClient client, string agency) => [.. (await Asked(client, $$"""
        { district(code: "500154") { duties(first: 100, agencies: ["{{agency}}"]) { nodes { kind due state reason finding { key } } } } }
        """)).At("data.district.duties.nodes").EnumerateArray().Where(d => d.Text("kind") == "HANDED_OUT")];

    [Fact]
    public async Task What_is_handed_out_is_owed_by_who_got_it_until_the_day_that_was_said()
    {
        var key = await Key("SPE-2024-01", "CAT-001");

        var payload = await HandOut(commission, new
        {
            district = "500154", findings = new[] { key }, agency = "区水利局", due = "2026-07-31", word = "请于月底前报送整改情况。",
        });

        payload.At("problems").GetArrayLength().Should().Be(0);
        payload.At("findings")[0].At("handedOut").ToString().Should().Be(
            """{"agency":{"code":"KZ-WRB"},"document":null,"on":"2026-06-30","due":"2026-07-31","word":"请于月底前报送整改情况。"}""");
        var duty = (await Handed(commission, Water)).Should().ContainSingle().Which;
        duty.Text("due").Should().Be("2026-07-31");
        duty.Text("reason").Should().EndWith("此事已于2026年6月30日交办。交办意见：请于月底前报送整改情况。");
    }

    [Fact]
    public async Task The_latest_holds_and_on_an_earlier_day_the_earlier_one()
    {
        var key = await Key("SPE-2024-01", "CAT-001");
        await HandOut(commission, new { district = "500154", findings = new[] { key }, agency = "区水利局", on = "2026-06-20" });
        await HandOut(commission, new { district = "500154", findings = new[] { key }, agency = "区财政局", on = "2026-06-25" });

        (await Seen(commission, key)).Text("handedOut.on").Should().Be("2026-06-25");
        (await Handed(commission, Water)).Should().BeEmpty();
        async Task<JsonElement> On(string day) => (await Asked(commission, $$"""
            { district(code: "500154", asOf: "{{day}}") { findings(first: 9, filter: { plan: "SPE-2024-01", rules: ["CAT-001"] }) {
                nodes { handedOut { on agency { code } } } } } }
            """)).At("data.district.findings.nodes")[0].At("handedOut");
        (await On("2026-06-24")).Text("agency.code").Should().Be(Water);
        (await On("2026-06-19")).ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Handed_again_to_the_same_agency_on_one_day_the_word_is_said_anew_and_a_retry_writes_nothing()
    {
        var key = await Key("SPE-2024-01", "CAT-001");
        object Input(string due, string idempotencyKey) =>
            new { district = "500154", findings = new[] { key }, agency = Water, due, idempotencyKey };

        var first = await HandOut(commission, Input("2026-07-31", "a"));
        var again = await HandOut(commission, Input("2026-08-31", "b"));
        var retry = await HandOut(commission, Input("2026-08-31", "b"));

        again.At("problems").GetArrayLength().Should().Be(0);
        again.At("seq").GetInt32().Should().Be(first.At("seq").GetInt32() + 1);
        retry.At("seq").GetInt32().Should().Be(again.At("seq").GetInt32());
        (await Handed(commission, Water)).Single().Text("due").Should().Be("2026-08-31");
    }

    [Fact]
    public async Task What_does_not_stand_is_not_handed_out_and_nothing_with_it()
    {
        var key = await Key("SPE-2024-01", "CAT-001");

        (await Refused(commission, new { district = "500154", findings = new[] { key, "CAT-001|500154/plans/NONE", key }, agency = Water }))
            .Should().Equal("2026年6月30日没有问题“CAT-001|500154/plans/NONE”，或者它已经消除。", $"问题“{key}”列了不止一次。");
        (await Refused(commission, new { district = "500154", findings = new[] { key }, agency = "区没有局", due = "2026-07-31" }))
            .Should().ContainSingle().Which.Should().Contain("区没有局");
        (await Refused(commission, new { district = "500154", findings = new[] { key }, agency = Water, on = "2026-07-01" }))
            .Should().Equal("交办日期2026年7月1日尚未到来。");
        (await Refused(commission, new { district = "500154", findings = Array.Empty<string>(), agency = Water }))
            .Should().Equal("一次交办1至200个问题，现为0个。");
        (await Refused(commission, new { district = "500154", findings = new[] { key }, agency = Water, due = "2026-06-01" }))
            .Should().ContainSingle().Which.Should().Contain("办理期限");
        (await Seen(commission, key)).At("handedOut").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_problem_stands_at_its_field_once_however_many_findings_are_handed_out()
    {
        var keys = new[] { await Key("SPE-2024-01", "CAT-001"), await Key("SPE-2025-01", "CAT-001") };

        var payload = await HandOut(commission, new { district = "500154", findings = keys, agency = "区没有局" });

        payload.At("problems").GetArrayLength().Should().Be(1);
        payload.At("problems")[0].At("path").ToString().Should().Be("""["agency"]""");
    }

    [Fact]
    public async Task Which_are_handed_out_can_be_asked_for()
    {
        var key = await Key("SPE-2024-01", "CAT-001");
        await HandOut(commission, new { district = "500154", findings = new[] { key }, agency = Water });
        async Task<JsonElement> Asks(bool handedOut) => (await Asked(commission, $$"""
            { district(code: "500154") {
                findings(first: 100, filter: { handedOut: {{(handedOut ? "true" : "false")}} }) { nodes { key } } } }
            """)).At("data.district.findings");

        (await Asks(true)).Texts("nodes", "key").Should().Equal(key);
        (await Asks(false)).Texts("nodes", "key").Should().NotContain(key).And.NotBeEmpty();
    }

    [Fact]
    public async Task A_department_sees_what_is_handed_to_it_of_plans_in_its_sight_and_of_others_nothing()
    {
        var water = Program(Role.Department, Water);
        var all = (await Asked(commission, """
            { district(code: "500154") { findings(first: 100) { nodes { key plan { code } } } } }
            """)).At("data.district.findings.nodes").EnumerateArray().ToList();
        var seen = (await Asked(water, """{ district(code: "500154") { findings(first: 100) { nodes { key } } } }"""))
            .At("data.district.findings").Texts("nodes", "key").ToList();
        var above = all.First(f => f.Text("key")!.Contains("/plans/DEV-", StringComparison.Ordinal) && !seen.Contains(f.Text("key")))
            .Text("key")!;
        var other = await Key("SPE-2024-01", "CAT-001");
        seen.Should().NotContain(other);

        await HandOut(commission, new { district = "500154", findings = new[] { above, other }, agency = Water });

        (await Seen(water, above)).Text("handedOut.agency.code").Should().Be(Water);
        (await Seen(water, other)).ValueKind.Should().Be(JsonValueKind.Undefined, "its plan is none of theirs");
        (await Handed(water, Water)).Select(d => d.Text("finding.key")).Should().Equal(above);
        var education = Program(Role.Department, "KZ-EDU");
        (await Seen(education, above)).ValueKind.Should().Be(JsonValueKind.Undefined);
    }

    [Theory]
    [InlineData(Role.Department)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Audit)]
    public async Task Only_the_reform_commission_hands_out(Role role)
    {
        var answer = await Asked(Program(role, role == Role.Department ? Water : null), $$"""
            mutation { handOutFindings(
                input: { district: "500154", findings: ["{{await Key("SPE-2024-01", "CAT-001")}}"], agency: "KZ-WRB" }) { seq } }
            """);

        CodeOf(answer).Should().Be("FORBIDDEN");
    }
}
