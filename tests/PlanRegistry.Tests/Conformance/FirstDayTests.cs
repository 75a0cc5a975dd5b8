using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Conformance;

/// <summary>No false alarms: a system that cries wolf on its first day is switched off.</summary>
public sealed class FirstDayTests(ITestOutputHelper output)
{
    private const string Day = FirstDayDistrict.Day;

    /// <summary>
    /// What each rule says on the first day. Whoever changes a number tells in the commit why an officer would thank for it.
    /// </summary>
    private static readonly Dictionary<string, int> Expected = new()
    {
        ["CAT-001"] = 1, // No list of spatial plans is recorded: a warning for the spatial plan.
        ["CAT-007"] = 1, // One notice for the old list, whatever it lacks.
        ["HIE-001"] = 1, // The spatial plan has no link recorded; the outline of 2021-2025 is.
        ["REV-006"] = FirstDayDistrict.OldPlans + 1, // Once for each old plan, and for the spatial plan approved before the registry began.
    };

    [Fact]
    public void The_findings_of_the_first_day_are_few_and_known()
    {
        var judgement = FirstDayDistrict.Build().Judge(Day);
        Print(judgement);

        judgement.Findings.GroupBy(f => f.Rule).ToDictionary(g => g.Key, g => g.Count()).Should().BeEquivalentTo(Expected);
    }

    [Fact]
    public void Nothing_is_red_on_the_first_day()
    {
        Lights(FirstDayDistrict.Build()).Should().NotContainKey(Light.Red);
    }

    [Fact]
    public void An_old_plan_has_at_most_one_finding_an_unknown_of_severity_notice()
    {
        var judgement = FirstDayDistrict.Build().Judge(Day);

        var old = judgement.Snapshot.OwnPlans.Where(p => p.Status == PlanStatus.Expired).ToList();
        old.Should().HaveCount(FirstDayDistrict.OldPlans);
        foreach (var plan in old)
        {
            var findings = judgement.Of(plan.Key).ToList();
            findings.Should().HaveCountLessThanOrEqualTo(1);
            findings.Should().NotContain(f => f.Verdict != Verdict.Unknown || f.Severity != Severity.Notice);
        }
    }

    [Fact]
    public void An_old_list_has_at_most_one_finding_an_unknown_of_severity_notice() =>
        FirstDayDistrict.Build().Judge(Day).Findings.Where(f => f.Subjects.Any(s => s.Text.EndsWith("SR-2021", StringComparison.Ordinal)))
            .Should().ContainSingle().Which.Should().Match<Finding>(f => f.Verdict == Verdict.Unknown && f.Severity == Severity.Notice);

    [Fact]
    public void The_new_plans_on_the_list_of_the_year_have_no_finding()
    {
        var judgement = FirstDayDistrict.Build().Judge(Day);

        judgement.Findings.Where(f => f.Plans.Any(p => p.Code.StartsWith("NEW", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void Without_links_the_new_plans_are_open_and_not_in_breach()
    {
        var district = FirstDayDistrict.Build();
        for (var n = 1; n <= 5; n++)
        {
            var code = $"LATE-{n:00}";
            district.Plan(code, PlanKind.Special, 2026, 2030);
            district.Entry("SR-2026", code);
            district.Act(code, ActType.DraftingStarted, "2026-05", "TRANS");
        }

        var findings = district.Judge(Day).Findings.Where(f => f.Plan?.Code.StartsWith("LATE", StringComparison.Ordinal) == true).ToList();
        findings.Should().OnlyContain(f => f.Verdict == Verdict.Unknown);
        findings.Select(f => f.Rule).Distinct().Should().Equal("HIE-001");
        Lights(district).Should().NotContainKey(Light.Red);
    }

    [Fact]
    public void Nor_is_anything_red_when_the_spatial_plan_comes_without_any_act()
    {
        var district = FirstDayDistrict.Build();
        district.Plan("SPATIAL-2", PlanKind.Spatial, 2020, 2035);

        Lights(district).Should().NotContainKey(Light.Red);
    }

    [Fact]
    public void Nor_when_the_list_and_the_acts_are_told_by_the_year_alone()
    {
        var district = FirstDayDistrict.Build();
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026", l => l with { CoDrafters = null, JointSubmission = null });

        Lights(district).Should().NotContainKey(Light.Red);
    }

    private static Dictionary<Light, int> Lights(TestDistrict district)
    {
        var judgement = district.Judge(Day);
        return judgement.Snapshot.OwnPlans.Select(judgement.LightOf).OfType<Light>()
            .GroupBy(l => l).ToDictionary(g => g.Key, g => g.Count());
    }

    private void Print(Judgement judgement)
    {
        foreach (var finding in judgement.Findings)
        {
            output.WriteLine(
                $"{finding.Rule} {Terms.Of(finding.Verdict).Zh} {Terms.Of(finding.Severity).Zh} "
                    + $"{finding.Since:yyyy-MM-dd} {finding.Sentence.Zh}");
        }
    }
}
