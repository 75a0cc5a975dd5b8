namespace PlanRegistry.Tests.GraphQL;

/// <summary>Three clocks: what is true on a day, what the registry knew at a moment, and the law's own dates.</summary>
public sealed class ClockTests : ServerTest
{
    private static readonly ListedPlan Digital = new("开州区数字经济发展规划(2024—2028年)(示例)", "SPE-2024-01") { LeadAgency = "区数据局" };

    private string Now => Clock.Now.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz");

    [Fact]
    public async Task A_list_approved_on_the_first_of_July_does_not_list_a_plan_on_the_thirtieth_of_June()
    {
        Clock.Advance(TimeSpan.FromDays(1));
        await ApproveByTheGovernment(new ApproveDirectoryList("SR-JULY", 2026, Digital), "2026-07-01");

        (await Plan("SPE-2024-01", "listing", "2026-06-30")).Listing.Should().Be("UNLISTED");
        (await Plan("SPE-2024-01", "listing light", "2026-07-01")).Listing.Should().Be("LISTED");
    }

    [Fact]
    public async Task A_report_recorded_late_is_absent_at_an_earlier_moment_and_present_now_for_the_same_day()
    {
        async Task<FindingAnswer[]> Rev001(string? knownAt) =>
            (await Plan("SPE-2023-02", "findings(filter: { rules: [\"REV-001\"] }) { sentence }", "2026-07-01", knownAt)).Findings;
        var before = Now;
        Clock.Advance(TimeSpan.FromDays(40));
        await Run(new RecordAct("SPE-2023-02", "REPORTED", "2025-06-20") { About = "ANNUAL", Year = 2024 });
        await Run(new RecordAct("SPE-2023-02", "REPORTED", "2026-06-20") { About = "ANNUAL", Year = 2025 });

        (await Rev001(before)).Should().HaveCount(1);
        (await Rev001(Now)).Should().BeEmpty();
        (await Rev001(null)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_superiors_change_is_seen_below_it_and_not_at_an_earlier_moment()
    {
        const string asked = $"vector plan(code: \"DEV-2026\") {{ superiors {{ superior {{ code acts {{ {Selections.Act} }} }} }} }}";
        static IEnumerable<string> Acts(DistrictAnswer district) =>
            district.Plan.Superiors.SelectMany(s => s.Superior.Acts).Select(a => a.Type);
        var before = Now;
        Clock.Advance(TimeSpan.FromHours(1));
        await Write(new RecordAct("DEV-2026", "CORRECTION", "2026-06-25") { District = "500000", Note = "示例" });

        var now = await District(asked);
        var then = await District(asked, knownAt: before);

        now.Vector.Should().Be("500154:1 500000:2 000000:1");
        then.Vector.Should().Be("500154:1 500000:1 000000:1");
        Acts(now).Should().Contain("CORRECTION");
        Acts(then).Should().NotBeEmpty().And.NotContain("CORRECTION");
    }

    [Fact]
    public async Task Before_the_first_entry_the_registry_knew_nothing() =>
        (await NotFound("{ district(code: \"500154\", knownAt: \"2020-01-01T00:00:00+08:00\") { name } }"))
            .Should().Be("The registry has no district 500154 as known at 2020-01-01T00:00:00+08:00.");

    [Fact]
    public async Task A_future_day_tells_duties_as_they_will_fall_due()
    {
        var duties = (await Plan("DEV-2026", "reviewDuties { kind year due state }", "2029-01-01")).ReviewDuties;

        var midTerm = duties.Single(d => d.Kind == "MID_TERM");
        midTerm.Due.Should().Be("2028-12-31");
        midTerm.State.Should().Be("OVERDUE");
    }

    [Fact]
    public async Task What_was_written_after_a_seq_is_told_in_order()
    {
        var act = (await Run(new RecordAct("SPE-2023-02", "CONSULTED", "2026-06-29"))).Act;
        await Run(new CorrectRecord(act.Id, "误录"));

        var changes = (await District("changes(afterSeq: 1, first: 10) { nodes { seq id retired record { id } } }")).Changes.Nodes;

        changes.Select(c => c.Seq).Should().Equal(2, 3, 3);
        changes.Where(c => c.Id == act.Id).Select(c => c.Retired).Should().Equal(false, true);
    }

    [Fact]
    public async Task All_changes_of_a_large_entry_are_read_page_by_page()
    {
        const string told = $"{{ totalCount nodes {{ id }} {Selections.PageInfo} }}";
        var seen = new List<string>();
        Page<ChangeAnswer> page;
        var after = "";
        do
        {
            page = (await District($"changes(afterSeq: 0, first: 100{after}) {told}")).Changes;
            seen.AddRange(page.Nodes.Select(c => c.Id));
            after = $", after: \"{page.PageInfo.EndCursor}\"";
        }
        while (page.PageInfo.HasNextPage);

        seen.Should().HaveCount(page.TotalCount!.Value).And.OnlyHaveUniqueItems();
        page.TotalCount.Should().BeGreaterThan(1000);
    }

    [Theory]
    [InlineData("1950-01-01")]
    [InlineData("1999-12-31")]
    [InlineData("2199-12-31")]
    public async Task Any_day_is_answered(string asOf) =>
        (await District("conformance { plans } findings(first: 100) { nodes { sentence } }", asOf)).Should().NotBeNull();
}
