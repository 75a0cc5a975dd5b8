using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Rules.Alignment;

namespace PlanRegistry.Tests.Alignment;

[Trait("Rule", nameof(ExpectedTargetDoesNotFallShortOfAbove))]
public sealed class ExpectedTargetDoesNotFallShortOfAboveTests
{
    private const string Day = "2021-12-31";

    private static TestDistrict Expected(decimal above, decimal? here, Func<Target, Target>? with = null) =>
        AlignedDistrict.Build().With("DEV-2021", above, IndicatorNature.Expected)
            .With("FOREST-2021", here, IndicatorNature.Expected, with: with);

    [Fact]
    public void An_expected_target_as_high_as_the_superiors_complies() => Expected(24m, 24m).Findings("ALI-003", Day).Should().BeEmpty();

    [Fact]
    public void An_expected_target_that_falls_short_is_a_warning()
    {
        var finding = Expected(24m, 23m).Finding("ALI-003", Day);

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Warning, Since = new DateOnly(2021, 6, 10) });
        finding.Subjects.Select(s => s.Text)
            .Should().Equal("500154/plans/FOREST-2021", "500154/plans/DEV-2021", "500154/indicators/COVER", "2025");
        finding.Sentence.Zh.Should().Be("《林业发展规划》中预期性指标“森林覆盖率”2025年目标值为23%，低于上位规划《开州区十四五规划纲要》的预期性目标值24%。");
        finding.Sentence.En
            .Should().Be("In 林业发展规划 the target of 2025 for the expected indicator 森林覆盖率 is 23%, below the expected 24% of 开州区十四五规划纲要.");
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Single().Agency!.Name.Should().Be("区交通运输委");
    }

    [Fact]
    public void The_superiors_nature_decides_not_ours_and_of_each_it_is_told()
    {
        var judgement = AlignedDistrict.Build().With("DEV-2021", 24m, IndicatorNature.Expected).With("FOREST-2021", 23m).Judge(Day);

        judgement.Findings.Select(f => f.Rule).Should().NotContain("ALI-001");
        var sentence = judgement.Findings.Single(f => f.Rule == "ALI-003").Sentence;
        sentence.Zh.Should().Be("《林业发展规划》中约束性指标“森林覆盖率”2025年目标值为23%，低于上位规划《开州区十四五规划纲要》的预期性目标值24%。");
        sentence.En.Should().Be(
            "In 林业发展规划 the target of 2025 for the binding indicator 森林覆盖率 is 23%, below the expected 24% of 开州区十四五规划纲要.");
    }

    [Fact]
    public void A_plan_without_the_indicator_is_not_compared() =>
        AlignedDistrict.Build().With("DEV-2021", 24m, IndicatorNature.Expected).Findings("ALI-003", Day).Should().BeEmpty();

    [Fact]
    public void What_was_allocated_as_expected_is_compared()
    {
        var district = AlignedDistrict.Build().WithMunicipalTarget(55m, IndicatorNature.Expected)
            .With("DEV-2021", 23m, IndicatorNature.Expected);
        district.Allocation("500000:CQ-2021", "500000:SLFGL", 24m, 2025, IndicatorNature.Expected);

        district.Finding("ALI-003", Day).Severity.Should().Be(Severity.Warning);
    }

    [Fact]
    public void Figures_that_do_not_fit_are_unknown()
    {
        var finding = Expected(24m, 23m, t => t with { Unit = "亩" }).Finding("ALI-003", Day);

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Unknown, Severity = Severity.Warning });
        finding.Sentence.Zh.Should().Be("《林业发展规划》中预期性指标“森林覆盖率”2025年目标值无法与《开州区十四五规划纲要》的预期性目标值比较：计量单位不一致（本规划亩，上位规划%）。");
        finding.Sentence.En.Should().Be(
            "In 林业发展规划 the target of 2025 for the expected indicator 森林覆盖率 cannot be "
                + "compared with the expected target of 开州区十四五规划纲要: the units differ (ours: 亩, theirs: %).");
    }

    [Fact]
    public void A_superior_approved_later_is_told_with_its_day_of_grace()
    {
        var district = Expected(24m, 24m);
        district.Target("DEV-2021", "COVER", 25m, IndicatorNature.Expected, version: 2);
        district.AmendDevelopmentPlan();

        var sentence = district.Finding("ALI-003", "2023-04-01").Sentence;
        sentence.Zh.Should().Be("《林业发展规划》中预期性指标“森林覆盖率”2025年目标值为24%，低于上位规划《开州区十四五规划纲要》的预期性目标值25%；"
            + "后者自2023年3月1日起生效，晚于本规划批准，应不晚于2023年8月28日适时调整。");
        sentence.En.Should().Be(
            "In 林业发展规划 the target of 2025 for the expected indicator 森林覆盖率 is 24%, below the expected 25% of "
                + "开州区十四五规划纲要, which came after this plan, on 2023-03-01: adjust it by 2023-08-28.");
    }
}
