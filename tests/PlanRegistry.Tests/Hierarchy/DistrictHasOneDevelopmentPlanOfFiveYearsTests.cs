using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Hierarchy;

namespace PlanRegistry.Tests.Hierarchy;

[Trait("Rule", nameof(DistrictHasOneDevelopmentPlanOfFiveYears))]
public sealed class DistrictHasOneDevelopmentPlanOfFiveYearsTests
{
    private const string Today = "2026-11-22";

    private static TestDistrict District(params (string Code, int From, int To)[] plans)
    {
        var district = new TestDistrict();
        foreach (var (code, from, to) in plans)
        {
            district.Plan(code, PlanKind.Development, from, to);
            district.Act(code, ActType.DraftingStarted, $"{from - 1}-06-01");
        }
        return district;
    }

    [Fact]
    public void One_outline_after_the_other_complies()
    {
        var district = District(("DEV-2021", 2021, 2025), ("DEV-2026", 2026, 2030));

        district.Findings("HIE-003", Today).Should().BeEmpty();
        district.Findings("HIE-003", "2025-12-31").Should().BeEmpty();
    }

    [Fact]
    public void Overlapping_horizons_are_in_breach()
    {
        var finding = District(("DEV-2026", 2026, 2030), ("DEV-2028", 2028, 2032)).Finding("HIE-003", "2027-07-01");

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Sentence.Zh.Should().Be("发展规划《DEV-2026规划》（2026—2030年）与《DEV-2028规划》（2028—2032年）的规划期重叠，同一时期只能有一部发展规划。");
        finding.Sentence.En.Should().Be(
            "The horizons of the development plans DEV-2026规划 (2026-2030) and DEV-2028规划 "
                + "(2028-2032) overlap; there is one development plan for a time.");
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/DEV-2026", "500154/plans/DEV-2028");
        finding.Plan.Should().BeNull();
        finding.Plans.Should().HaveCount(2);
        finding.Since.Should().Be(new DateOnly(2027, 6, 1));
        finding.Responsible!.Name.Should().Be("区发展改革委");
        finding.Remedies.Should().ContainSingle(r => r.Agency!.Name == "区发展改革委");
    }

    [Fact]
    public void Another_span_than_five_years_is_an_error()
    {
        var finding = District(("DEV-2026", 2026, 2029)).Finding("HIE-003", Today);

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Error);
        finding.Sentence.Zh.Should().Be("发展规划《DEV-2026规划》的规划期为2026—2029年，共4年，应为五年。");
        finding.Sentence.En.Should().Be("The development plan DEV-2026规划 covers 2026-2029, 4 years and not five.");
        finding.Since.Should().Be(new DateOnly(2025, 6, 1));
        finding.Remedies.Should().ContainSingle(r => r.Agency!.Name == "区发展改革委");
    }

    [Fact]
    public void A_vision_year_is_no_part_of_the_horizon()
    {
        var district = new TestDistrict();
        district.Plan("DEV-2021", PlanKind.Development, 2021, 2025, p => p with { VisionYear = 2035 });
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030, p => p with { VisionYear = 2035 });

        district.Findings("HIE-003", "2025-06-01").Should().BeEmpty();
        district.Findings("HIE-003", Today).Should().BeEmpty();
    }

    [Theory]
    [InlineData(ActType.Withdrawn)]
    [InlineData(ActType.Superseded)]
    public void A_plan_that_has_ended_overlaps_nothing(ActType end)
    {
        var district = District(("DEV-2026", 2026, 2030), ("DEV-2026B", 2026, 2030));
        district.Findings("HIE-003", Today).Should().HaveCount(1);

        district.End("DEV-2026", end, "2026-07-01");
        district.Findings("HIE-003", Today).Should().BeEmpty();
    }

    [Fact]
    public void An_expired_one_still_overlaps_but_two_expired_ones_are_not_judged()
    {
        District(("DEV-2021", 2021, 2025), ("DEV-2025", 2025, 2029)).Finding("HIE-003", Today).Plans.Select(p => p.Code)
            .Should().Equal("DEV-2025");
        District(("DEV-2021", 2021, 2025), ("DEV-2021B", 2021, 2025)).Findings("HIE-003", Today).Should().BeEmpty();
    }

    [Fact]
    public void Once_both_are_approved_it_is_an_error()
    {
        var district = District(("DEV-2026", 2026, 2030), ("DEV-2026B", 2026, 2030));
        district.Act("DEV-2026", ActType.CongressApproved, "2026-01-30");
        district.Finding("HIE-003", Today).Severity.Should().Be(Severity.Blocking);

        district.Act("DEV-2026B", ActType.CongressApproved, "2026-01-30");
        district.Finding("HIE-003", Today).Severity.Should().Be(Severity.Error);
    }

    [Fact]
    public void Special_plans_may_overlap_and_span_what_they_like()
    {
        var district = new TestDistrict();
        district.Plan("A", PlanKind.Special, 2026, 2029);
        district.Plan("B", PlanKind.Special, 2026, 2032);
        district.Stub("500000:CQ-2026", 2026, 2030);
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030);

        district.Findings("HIE-003", Today).Should().BeEmpty();
    }
}
