using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Rules.Alignment;

namespace PlanRegistry.Tests.Alignment;

[Trait("Rule", nameof(BindingTargetIsNotWeakerThanAbove))]
public sealed class SuperiorApprovedLaterTests
{
    /// <summary>The development plan is amended in March 2023 and now asks for more than the plan of 2021 promised.</summary>
    private static TestDistrict Amended(string on = "2023-03-01")
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 24m).With("FOREST-2021", 24m);
        district.Target("DEV-2021", "COVER", 25m, version: 2);
        return district.AmendDevelopmentPlan(on);
    }

    [Fact]
    public void Before_the_superiors_new_version_nothing_is_weaker() => Amended().Findings("ALI-001", "2023-02-28").Should().BeEmpty();

    [Fact]
    public void Within_the_days_of_grace_it_is_a_warning_with_the_remedy_of_timely_adjustment()
    {
        var finding = Amended().Finding("ALI-001", "2023-08-28");

        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh
            .Should().Be("《林业发展规划》中约束性指标“森林覆盖率”2025年目标值为24%，低于上位规划《开州区十四五规划纲要》的约束性目标值25%；后者自2023年3月1日起生效，晚于本规划批准，应不晚于2023年8月28日适时调整。");
        finding.Sentence.En.Should().Be(
            "In 林业发展规划 the target of 2025 for the binding indicator 森林覆盖率 is 24%, below the binding 25% of "
                + "开州区十四五规划纲要, which came after this plan, on 2023-03-01: adjust it by 2023-08-28.");
        finding.Since.Should().Be(new DateOnly(2023, 3, 1));
        finding.Remedies.Single().Text.Zh.Should().StartWith("由区交通运输委适时调整，");
    }

    [Fact]
    public void After_the_days_of_grace_it_is_blocking() =>
        Amended().Finding("ALI-001", "2023-08-29").Severity.Should().Be(Severity.Blocking);

    [Fact]
    public void The_days_of_grace_are_policy()
    {
        var district = Amended();
        district.Policy(PolicyKeys.SuperiorLaterGraceDays, "30");

        district.Finding("ALI-001", "2023-04-01").Severity.Should().Be(Severity.Blocking);
    }

    [Fact]
    public void An_order_of_approvals_that_partial_dates_leave_open_is_read_in_the_plans_favour() =>
        Amended("2021").Finding("ALI-001", "2022-01-10").Severity.Should().Be(Severity.Warning);

    [Fact]
    public void A_plan_amended_since_has_no_grace()
    {
        var district = Amended();
        district.Amendment("FOREST-2021", 2, "2023-04-01");
        district.Act("FOREST-2021", ActType.AmendmentApproved, "2023-05-01", "GOV", ActAbout.Amendment, with: a => a with { Version = 2 });
        district.Target("FOREST-2021", "COVER", 24.5m, version: 2);

        district.Finding("ALI-001", "2023-06-01").Severity.Should().Be(Severity.Blocking);
    }

    [Fact]
    public void What_became_binding_above_later_is_a_warning_too()
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 24m, IndicatorNature.Expected)
            .With("FOREST-2021", 24m, IndicatorNature.Expected);
        district.Target("DEV-2021", "COVER", 24m, version: 2);
        district.AmendDevelopmentPlan();

        var finding = district.Finding("ALI-002", "2023-04-01");

        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("“森林覆盖率”自2023年3月1日起在《开州区十四五规划纲要》中为约束性指标，《林业发展规划》批准在先，将其列为预期性指标，应不晚于2023年8月28日适时调整。");
        finding.Sentence.En.Should().Be(
            "森林覆盖率 is binding in 开州区十四五规划纲要 since 2023-03-01; 林业发展规划, approved before, has it as expected: adjust it by 2023-08-28.");
        district.Finding("ALI-002", "2023-08-29").Severity.Should().Be(Severity.Blocking);
    }
}
