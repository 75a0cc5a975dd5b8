using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.Sweeping;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Sweeping;

/// <summary>Districts are judged behind what people ask, and what they were judged to is added up.</summary>
public sealed class SweepTests : SweepTest
{
    [Fact]
    public async Task What_was_never_judged_is_counted_as_nothing()
    {
        HaveWanzhou();

        var overview = await Conformance();

        (overview.Number("districts"), overview.Number("judged"), overview.Number("stale")).Should().Be((2, 0, 0));
        overview.At("counts").Number("plans").Should().Be(0);
        (await Ask("{ conformance { judgedSince } }")).At("conformance.judgedSince").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task It_counts_what_the_districts_own_summary_counts()
    {
        Sweep().Should().BeEquivalentTo(new { Districts = 1, Held = 0, Judged = 1 });

        var counts = (await Conformance()).At("counts");
        var own = (await Ask("""
            { district(code: "500154") { conformance { plans red yellow green grey findings fail conditional unknown waived } } }
            """)).At("district.conformance");
        foreach (var name in (string[])["plans", "red", "yellow", "green", "grey", "findings", "fail", "conditional", "unknown", "waived"])
        {
            counts.Number(name).Should().Be(own.Number(name), name);
        }
        counts.Number("plans").Should().BeGreaterThan(20);
    }

    [Fact]
    public async Task What_was_written_since_makes_one_district_stale_and_the_next_sweep_judges_it_alone()
    {
        HaveWanzhou();
        Sweep().Judged.Should().Be(2);
        var before = (await Conformance()).At("counts").Number("fail");

        Begin("SPE-2", "万州区教育规划(示例)", "2026-06-02");

        var stale = await Conformance();
        (stale.Number("stale"), stale.At("counts").Number("fail")).Should().Be((1, before));
        Sweep().Should().BeEquivalentTo(new { Districts = 2, Held = 1, Judged = 1 });
        var after = await Conformance();
        (after.Number("stale"), after.At("counts").Number("fail")).Should().Be((0, before + 1));
        Sweep().Judged.Should().Be(0);
    }

    [Fact]
    public void What_is_written_above_makes_all_below_stale()
    {
        HaveWanzhou();
        Sweep();

        Put(Chongqing, new Agency
        {
            Home = Chongqing, Code = "NEW", Name = "市示例局", Role = AgencyRole.Department, Tier = PlanTier.Municipal,
        });

        Sweep().Should().BeEquivalentTo(new { Held = 0, Judged = 2 });
    }

    /// <summary>Without a write nothing can differ before the day that a result names.</summary>
    [Fact]
    public async Task On_a_new_day_only_what_may_differ_is_judged_again()
    {
        HaveWanzhou();
        Sweep();

        // Half a year ends, by which what is owed in 开州区 is due.
        Clock.Now = new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.FromHours(8));

        (await Conformance()).Number("stale").Should().Be(1);
        Sweep().Should().BeEquivalentTo(new { Districts = 2, Held = 1, Judged = 1 });
        (await Conformance()).Number("stale").Should().Be(0);
    }

    [Fact]
    public async Task Groups_add_up_to_the_whole_whatever_they_are_made_by()
    {
        HaveWanzhou();
        Sweep();
        var counts = (await Conformance()).At("counts");

        foreach (var by in (string[])["DISTRICT", "SUPERIOR", "KIND", "YEAR"])
        {
            (await Groups(by)).Sum(g => g.At("counts").Number("plans")).Should().Be(counts.Number("plans"), by);
        }
        foreach (var by in (string[])["DISTRICT", "SUPERIOR", "RULE"])
        {
            (await Groups(by)).Sum(g => g.At("counts").Number("findings")).Should().Be(counts.Number("findings"), by);
        }
        (await Groups("DISTRICT")).Select(g => $"{g.Text("key")} {g.Text("name")}").Should().Equal("500101 万州区", "500154 开州区");
        (await Groups("SUPERIOR")).Select(g => $"{g.Text("key")} {g.Text("name")} {g.Number("districts")}").Should().Equal("500000 重庆市 2");
        (await Groups("RULE")).Select(g => g.Text("name")).Should().Contain("规划列入目录清单");
    }

    [Fact]
    public async Task It_may_be_asked_of_some_districts_kinds_years_and_rules()
    {
        HaveWanzhou();
        Sweep();

        string[] wanzhou = ["500101"];
        (await Conformance(new { districts = wanzhou })).At("counts").Number("plans").Should().Be(2);
        (await Conformance(new { districts = wanzhou, kinds = (string[])["SPECIAL"] })).At("counts").Number("plans").Should().Be(1);
        (await Conformance(new { districts = wanzhou, years = (int[])[2021] })).At("counts").Number("plans").Should().Be(1);
        var ofRule = (await Conformance(new { districts = wanzhou, rules = (string[])["CAT-001"] })).At("counts");
        (ofRule.Number("plans"), ofRule.Number("fail")).Should().Be((2, 1));
        (await Conformance(new { under = "500000" })).Number("districts").Should().Be(2);
        (await Conformance(new { under = "500154" })).Number("districts").Should().Be(1);
    }

    [Fact]
    public async Task The_worst_come_first_where_one_asks_so_and_pages_follow_each_other()
    {
        HaveWanzhou();
        Sweep();
        const string page = """
            query($after: String) { conformance { groups(by: DISTRICT, orderBy: FAIL, first: 1, after: $after) {
              totalCount nodes { key } pageInfo { hasNextPage endCursor } } } }
            """;

        var first = (await Ask(page)).At("conformance.groups");
        var second = (await Ask(page, new { after = first.At("pageInfo").Text("endCursor") })).At("conformance.groups");

        first.Number("totalCount").Should().Be(2);
        (first.At("nodes.0").Text("key"), second.At("nodes.0").Text("key")).Should().Be(("500154", "500101"));
        second.At("pageInfo.hasNextPage").GetBoolean().Should().BeFalse();
    }

    [Theory]
    [InlineData("districts: [\"KZ\"]",
        "The argument \"districts\" has \"KZ\", which is no district code: six digits of GB/T 2260, like 500154.")]
    [InlineData("under: \"KZ\"", "The argument \"under\" has \"KZ\", which is no district code: six digits of GB/T 2260, like 500154.")]
    [InlineData("rules: [\"CAT-999\"]", "The argument \"rules\" has \"CAT-999\", which is no rule.")]
    public async Task What_is_no_district_and_no_rule_is_refused(string filter, string message) =>
        (await Post($"{{ conformance(filter: {{ {filter} }}) {{ judged }} }}", language: "en")).At("errors.0").Text("message")
            .Should().Be(message);

    [Fact]
    public async Task Of_a_day_gone_by_the_end_of_a_month_stays_and_others_are_replaced()
    {
        Sweep(new DateOnly(2025, 12, 31));
        Sweep(new DateOnly(2026, 3, 17));
        var (yearsEnd, march) = (await Conformance(asOf: "2025-12-31"), await Conformance(asOf: "2026-03-17"));
        march.Number("judged").Should().Be(1);

        Sweep();

        (await Conformance(asOf: "2025-12-31")).ToString().Should().Be(yearsEnd.ToString());
        (yearsEnd.Number("judged"), yearsEnd.Number("stale")).Should().Be((1, 0));
        // Of that day the last that is known is older.
        var later = await Conformance(asOf: "2026-03-17");
        (later.Number("judged"), later.Number("stale")).Should().Be((1, 1));
        (await Conformance(asOf: "2025-12-30")).Number("judged").Should().Be(0);
    }

    [Fact]
    public void One_that_cannot_be_judged_is_told_and_stays_to_be_judged()
    {
        HaveWanzhou();

        var outcome = Sweep(judge: s => s.View.Code == Wanzhou ? throw new InvalidOperationException("broken") : Judgements.Of(s));

        outcome.Judged.Should().Be(1);
        outcome.Failed.Should().ContainSingle().Which.Key.Should().Be(Wanzhou);
        Sweeps.Left(Today).Should().Be(1);
        Sweep().Should().BeEquivalentTo(new { Held = 1, Judged = 1 });
        Sweeps.Left(Today).Should().Be(0);
    }

    [Fact]
    public void What_breaks_off_goes_on()
    {
        HaveWanzhou();
        using var stop = new CancellationTokenSource();

        new Sweep(Registry, Sweeps, s => Judgements.Of(s), Clock).Run(Today, 1, progress: (_, _) => stop.Cancel(), stop: stop.Token)
            .Judged.Should().Be(1);

        Sweeps.Left(Today).Should().Be(1);
        Sweep().Judged.Should().Be(1);
    }

    [Fact]
    public async Task Who_supervises_sees_what_is_below_and_others_their_own()
    {
        HaveWanzhou();
        Sweep();
        const string all = "{ conformance { districts judged } }";
        const string below = """{ conformance(filter: { under: "500000" }) { districts } }""";

        (await Asked(Program(Role.Audit, district: "500000"), all)).At("data.conformance").Number("judged").Should().Be(2);
        (await Asked(Program(Role.ReformCommission, district: "000000"), below)).At("data.conformance").Number("districts").Should().Be(2);
        var own = Program(Role.Audit);
        (await Asked(own, all)).At("data.conformance").Number("districts").Should().Be(1);
        CodeOf(await Asked(own, below)).Should().Be("NOT_FOUND");
        CodeOf(await Asked(Program(Role.Department, "KZ-EEB"), all)).Should().Be("FORBIDDEN");
        CodeOf(await Asked(Client(), all)).Should().Be("UNAUTHENTICATED");
    }

    private async Task<JsonElement> Conformance(object? filter = null, string? asOf = null) =>
        (await Ask(Overview, new { filter, asOf })).At("conformance");

    private async Task<IReadOnlyList<JsonElement>> Groups(string by) => [.. (await Ask($$"""
        { conformance { groups(by: {{by}}, first: 100) { nodes { key name(language: ZH) districts counts { plans findings } } } } }
        """)).At("conformance.groups.nodes").EnumerateArray()];
}
