namespace PlanRegistry.Tests.GraphQL;

public sealed class DueTests : ServerTest
{
    private const string Selection = "findings(first: 100, orderBy: URGENCY) { nodes { rule { code } severity due urgency } }";

    [Fact]
    public async Task Findings_in_order_of_urgency_have_the_earliest_due_first_and_notices_last()
    {
        var findings = (await Ask($"{{ district(code: \"500154\") {{ {Selection} }} }}")).At("district.findings.nodes").EnumerateArray();

        var days = findings.Select(f => f.Text("due") ?? "9999").ToList();
        days.Should().BeInAscendingOrder(StringComparer.Ordinal).And.Contain(d => d != "9999");
    }

    [Fact]
    public async Task What_to_do_first_begins_with_overdue_errors_then_what_blocks_and_old_warnings_hide_neither()
    {
        var findings = (await Ask($"{{ district(code: \"500154\") {{ {Selection.Replace("URGENCY", "FIRST")} }} }}"))
            .At("district.findings.nodes").EnumerateArray()
            .Select(f => (Severity: f.Text("severity")!, Due: f.Text("due") ?? "9999", Urgency: f.Text("urgency"))).ToList();

        findings.Should().Contain(f => f.Severity == "BLOCKING").And.Contain(f => f.Severity != "BLOCKING" && f.Urgency == "OVERDUE");
        string[] severities = ["BLOCKING", "ERROR", "WARNING", "NOTICE"];
        string[] ranks = ["OVERDUE ERROR", "BLOCKING", "OVERDUE", "DUE_SOON", "UPCOMING", ""];
        findings.Should().Equal(findings
            .OrderBy(f => Array.IndexOf(ranks, f is { Severity: "ERROR" or "BLOCKING", Urgency: "OVERDUE" } ? "OVERDUE ERROR"
                : f.Severity == "BLOCKING" ? f.Severity : f.Urgency ?? ""))
            .ThenBy(f => f.Due, StringComparer.Ordinal).ThenBy(f => Array.IndexOf(severities, f.Severity)));
    }

    [Fact]
    public async Task A_correction_buys_no_time_nor_does_a_withdrawal_before_it_comes_again()
    {
        Clock.Now = Clock.Now.AddDays(1);
        await Write(new RegisterPlan("开州区临时规划(示例)") { Code = "SPE-X", LeadAgency = "区教委", DraftingFrom = "2026-06-01" });
        var first = await Due();

        Clock.Now = Clock.Now.AddDays(20);
        var plan = await Plan("SPE-X", "id");
        await Write(new CorrectRecord(plan.Id, "字段有误", new FieldValue("field", "教育")));
        var corrected = await Due();

        first.Should().Be("2026-07-11", "ten days from the day of its first entry");
        corrected.Should().Be(first);
        using var again = PlanRegistry.Server.Ledger.Registry.Open(Storage.TestHome.Of(File), Clock);
        var view = again.View(PlanRegistry.Records.DistrictCode.Parse("500154"))!;
        var record = view.Own.Of<PlanRegistry.Catalogue.Plan>().Single(p => p.Code == "SPE-X");
        view.FirstRecordedAt(record).Should().Be(Registry.View(view.Code)!.FirstRecordedAt(record)).And.BeBefore(record.RecordedAt);
    }

    [Fact]
    public async Task Of_a_plan_that_has_ended_nobody_owes_a_report()
    {
        var owed = (await Ask("""
            { district(code: "500154") { reviewDuties(first: 100, filter: { states: [OVERDUE] }) { nodes { plan { status } } } } }
            """)).At("district.reviewDuties.nodes").EnumerateArray().Select(d => d.Text("plan.status")).ToList();

        owed.Should().NotBeEmpty().And.NotContain("WITHDRAWN").And.NotContain("SUPERSEDED");
    }

    private async Task<string?> Due() =>
        (await Ask("""{ district(code: "500154") { plan(code: "SPE-X") { findings(filter: { rules: ["CAT-001"] }) { due } } } }"""))
            .At("district.plan.findings").EnumerateArray().Single().Text("due");
}
