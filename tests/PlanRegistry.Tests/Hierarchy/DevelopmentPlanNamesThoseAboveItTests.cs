using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Hierarchy;

namespace PlanRegistry.Tests.Hierarchy;

[Trait("Rule", nameof(DevelopmentPlanNamesThoseAboveIt))]
public sealed class DevelopmentPlanNamesThoseAboveItTests
{
    private const string Today = "2026-11-22";

    /// <summary>The outline of 2026-2030, approved, and the outlines of its time above it.</summary>
    private static TestDistrict District(bool approved = true)
    {
        var district = new TestDistrict();
        district.Stub("500000:CQ-2026", 2026, 2030, "2026-01-24");
        district.Stub("000000:CN-2026", 2026, 2030, "2026-03-12");
        district.Stub("500000:CQ-2021", 2021, 2025, "2021-01-24");
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030, p => p with { Title = "全区纲要" });
        district.Act("DEV-2026", ActType.DraftingStarted, "2025-06-01");
        if (approved)
        {
            district.Act("DEV-2026", ActType.CongressApproved, "2026-02-01");
        }
        return district;
    }

    [Fact]
    public void An_outline_that_names_both_complies()
    {
        var district = District();
        district.Link("DEV-2026", "500000:CQ-2026");
        district.Link("DEV-2026", "000000:CN-2026");

        district.Findings("HIE-004", Today).Should().BeEmpty();
    }

    [Fact]
    public void So_does_one_that_reaches_the_nation_through_the_municipality()
    {
        var district = District();
        district.Plan("500000:CQ-2026", PlanKind.Development, 2026, 2030);
        district.Link("500000:CQ-2026", "000000:CN-2026");
        district.Link("DEV-2026", "500000:CQ-2026");

        district.Findings("HIE-004", Today).Should().BeEmpty();
    }

    [Fact]
    public void Links_but_none_to_a_tier_are_in_breach()
    {
        var district = District();
        district.Link("DEV-2026", "500000:CQ-2026");

        var finding = district.Finding("HIE-004", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Error);
        finding.Sentence.Zh.Should().Be("《全区纲要》已录入的上位规划为《CQ-2026纲要》，未包括同期国家级发展规划《CN-2026纲要》。");
        finding.Sentence.En.Should().Be(
            "The superiors recorded of 全区纲要 are CQ-2026纲要; the national development plan of its horizon, CN-2026纲要, is not among them.");
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/DEV-2026", "NATIONAL");
        finding.Basis.Should().Equal(new Basis("开州府办发〔2020〕95号", "一、(一)"), new Basis("国家发展规划法", "第三十六条"));
        finding.Since.Should().Be(new DateOnly(2025, 6, 1));
        finding.Responsible!.Name.Should().Be("区发展改革委");
        finding.Remedies.Should().ContainSingle(r => r.Act == "linkPlans" && r.Agency!.Name == "区发展改革委");
        finding.Facts.Select(f => f.Name).Should().Equal("plan", "needed", "superiors");
    }

    [Fact]
    public void An_outline_of_another_time_does_not_serve()
    {
        var district = District();
        district.Link("DEV-2026", "500000:CQ-2021");
        district.Link("DEV-2026", "000000:CN-2026");

        district.Finding("HIE-004", Today).Subjects[1].Text.Should().Be("MUNICIPAL");
    }

    [Theory]
    [InlineData("2026-03-12", Severity.Warning)]
    [InlineData("2026-09-08", Severity.Warning)]
    [InlineData("2026-09-09", Severity.Error)]
    public void Until_the_grace_days_after_the_superiors_approval_it_is_a_warning(string day, Severity severity)
    {
        var district = District();
        district.Link("DEV-2026", "500000:CQ-2026");

        district.Finding("HIE-004", day).Severity.Should().Be(severity);
    }

    [Fact]
    public void While_drafting_it_is_a_warning()
    {
        var district = District(approved: false);
        district.Link("DEV-2026", "500000:CQ-2026");

        district.Finding("HIE-004", Today).Severity.Should().Be(Severity.Warning);
    }

    [Fact]
    public void The_law_of_2026_is_cited_from_its_day()
    {
        var district = District();
        district.Link("DEV-2026", "000000:CN-2026");

        district.Finding("HIE-004", "2026-03-11").Basis.Should().Equal(new Basis("开州府办发〔2020〕95号", "一、(一)"));
    }

    [Fact]
    public void No_link_at_all_is_unknown_for_each_tier()
    {
        var findings = District().Findings("HIE-004", Today);

        findings.Should().HaveCount(2).And.OnlyContain(f => f.Verdict == Verdict.Unknown && f.Severity == Severity.Warning);
        findings[0].Sentence.Zh.Should().Be("《全区纲要》未录入上位规划，是否依据同期市级发展规划编制待核实。");
        findings[0].Sentence.En.Should().Be(
            "No superior of 全区纲要 is recorded; whether it follows the municipal development plan of its horizon is to be checked.");
        findings[1].Sentence.Zh.Should().Be("《全区纲要》未录入上位规划，是否依据同期国家级发展规划编制待核实。");
    }

    [Fact]
    public void No_such_superior_recorded_is_unknown()
    {
        var district = new TestDistrict();
        district.Stub("500000:CQ-2026", 2026, 2030, "2026-01-24");
        district.Stub("000000:CN-2021", 2021, 2025, "2021-03-12");
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030, p => p with { Title = "全区纲要" });
        district.Link("DEV-2026", "500000:CQ-2026");

        var finding = district.Finding("HIE-004", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Sentence.Zh.Should().Be("与《全区纲要》同期（2026—2030年）的国家级发展规划未录入，是否依据其编制待核实。");
        finding.Sentence.En.Should().Be(
            "No national development plan of the horizon of 全区纲要 (2026-2030) is recorded; whether it follows one is to be checked.");
        finding.Remedies.Should().ContainSingle(r => r.Act == "registerPlan" && r.Agency!.Name == "区发展改革委");
    }

    [Fact]
    public void An_expired_outline_is_not_judged()
    {
        var district = new TestDistrict();
        district.Plan("DEV-2021", PlanKind.Development, 2021, 2025);

        district.Findings("HIE-004", Today).Should().BeEmpty();
    }

    [Fact]
    public void Nor_is_any_other_plan()
    {
        var district = new TestDistrict();
        district.Plan("TRANSPORT", PlanKind.Special, 2026, 2030);

        district.Findings("HIE-004", Today).Should().BeEmpty();
    }
}
