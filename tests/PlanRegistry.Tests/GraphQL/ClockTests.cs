using System.Text.Json;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>Three clocks: what is true on a day, what the registry knew at a moment, and the law's own dates.</summary>
public sealed class ClockTests : ServerTest
{
    private Task<JsonElement> District(string selection, string? asOf = null, string? knownAt = null) =>
        Ask($"query($asOf: Date, $knownAt: DateTime) {{ district(code: \"500154\", asOf: $asOf, knownAt: $knownAt) {{ {selection} }} }}", new { asOf, knownAt });

    private string Now => Clock.Now.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz");

    [Fact]
    public async Task A_list_approved_on_the_first_of_July_does_not_list_a_plan_on_the_thirtieth_of_June()
    {
        await Run("approveDirectoryList", new { district = "500154", code = "SR-JULY", track = "SPECIAL_AND_REGIONAL", year = 2026, approvedOn = "2026-07-01", entries = new[] { new { title = "数字经济", kind = "SPECIAL", plan = "SPE-2024-01" } } }, "directoryList { code }");

        (await District("plan(code: \"SPE-2024-01\") { listed }", "2026-06-30")).Text("district.plan.listed").Should().Be("False");
        (await District("plan(code: \"SPE-2024-01\") { listed light }", "2026-07-01")).Text("district.plan.listed").Should().Be("True");
    }

    [Fact]
    public async Task A_report_recorded_late_is_absent_at_an_earlier_moment_and_present_now_for_the_same_day()
    {
        const string rev001 = "plan(code: \"SPE-2023-02\") { findings(filter: { rules: [\"REV-001\"] }) { sentence } }";
        var before = Now;
        Clock.Advance(TimeSpan.FromDays(40));
        await Run("recordAct", new { district = "500154", plan = "SPE-2023-02", type = "REPORTED", about = "ANNUAL", year = 2024, on = "2025-06-20" }, "act { id }");
        await Run("recordAct", new { district = "500154", plan = "SPE-2023-02", type = "REPORTED", about = "ANNUAL", year = 2025, on = "2026-06-20" }, "act { id }");

        (await District(rev001, "2026-07-01", before)).At("district.plan.findings").GetArrayLength().Should().Be(1);
        (await District(rev001, "2026-07-01", Now)).At("district.plan.findings").GetArrayLength().Should().Be(0);
        (await District(rev001, "2026-07-01")).At("district.plan.findings").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_superiors_change_is_seen_below_it_and_not_at_an_earlier_moment()
    {
        var before = Now;
        Clock.Advance(TimeSpan.FromHours(1));
        var written = await Run("recordAct", new { district = "500000", plan = "DEV-2026", type = "CORRECTION", on = "2026-06-25", note = "示例" }, "act { id }");

        written.Texts("problems", "message").Should().BeEmpty();
        const string acts = "vector plan(code: \"DEV-2026\") { superiors { superior { code acts { type } } } }";
        var now = await District(acts);
        var then = await District(acts, knownAt: before);
        now.Text("district.vector").Should().Be("500154:1 500000:2 000000:1");
        then.Text("district.vector").Should().Be("500154:1 500000:1 000000:1");
        now.ToString().Should().Contain("CORRECTION");
        then.ToString().Should().NotContain("CORRECTION");
    }

    [Fact]
    public async Task Before_the_first_entry_the_registry_knew_nothing() =>
        (await District("name", knownAt: "2020-01-01T00:00:00+08:00")).Text("district").Should().BeNull();

    [Fact]
    public async Task A_future_day_tells_duties_as_they_will_fall_due()
    {
        const string duties = "plan(code: \"DEV-2026\") { reviewDuties { kind year due state } }";
        var future = await District(duties, "2029-01-01");

        var midTerm = future.At("district.plan.reviewDuties").EnumerateArray().Single(d => d.Text("kind") == "MID_TERM");
        midTerm.Text("due").Should().Be("2028-12-31");
        midTerm.Text("state").Should().Be("OVERDUE");
    }

    [Fact]
    public async Task What_was_written_after_a_seq_is_told_in_order()
    {
        var act = await Run("recordAct", new { district = "500154", plan = "SPE-2023-02", type = "CONSULTED", on = "2026-06-29" }, "act { id }");
        await Run("correctRecord", new { district = "500154", id = act.Text("act.id"), reason = "误录", document = "更正说明(示例)" }, "record { id }");

        var data = await District("changes(afterSeq: 1, first: 10) { nodes { seq id retired record { id } } pageInfo { hasNextPage } }");

        var ofTheAct = data.At("district.changes.nodes").EnumerateArray().Where(c => c.Text("id") == act.Text("act.id")).ToList();
        data.Texts("district.changes.nodes", "seq").Should().Equal("2", "3", "3");
        ofTheAct.Select(c => c.Text("retired")).Should().Equal("False", "True");
    }

    [Fact]
    public async Task All_changes_of_a_large_entry_are_read_page_by_page()
    {
        var seen = new List<string?>();
        string? after = null;
        int total;
        do
        {
            var page = await Ask("query($after: String) { district(code: \"500154\") { changes(afterSeq: 0, first: 100, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }", new { after });
            seen.AddRange(page.Texts("district.changes.nodes", "id"));
            total = page.At("district.changes.totalCount").GetInt32();
            after = page.At("district.changes.pageInfo.hasNextPage").GetBoolean() ? page.Text("district.changes.pageInfo.endCursor") : null;
        }
        while (after is not null);

        seen.Should().HaveCount(total).And.OnlyHaveUniqueItems();
        total.Should().BeGreaterThan(1000);
    }

    [Theory]
    [InlineData("1950-01-01")]
    [InlineData("1999-12-31")]
    [InlineData("2199-12-31")]
    public async Task Any_day_is_answered(string asOf) =>
        (await District("conformance { plans } findings(first: 100) { nodes { sentence } }", asOf)).Text("district").Should().NotBeNull();
}
