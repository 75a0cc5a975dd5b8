using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Rules.Alignment;

namespace PlanRegistry.Tests.Alignment;

[Trait("Rule", nameof(BindingAboveIsBindingHere))]
public sealed class BindingAboveIsBindingHereTests
{
    private const string Day = "2021-12-31";

    [Fact]
    public void A_binding_target_that_is_binding_here_complies() =>
        AlignedDistrict.Build().With("DEV-2021", 24m).With("FOREST-2021", 24m).Findings("ALI-002", Day).Should().BeEmpty();

    [Fact]
    public void A_binding_target_taken_up_as_expected_is_blocking()
    {
        var finding = AlignedDistrict.Build().With("DEV-2021", 24m)
            .With("FOREST-2021", 24m, IndicatorNature.Expected).Finding("ALI-002", Day);

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/FOREST-2021", "500154/plans/DEV-2021", "500154/indicators/COVER");
        finding.Sentence.Zh.Should().Be("“森林覆盖率”在上位规划《开州区十四五规划纲要》中为约束性指标，《林业发展规划》将其列为预期性指标。");
        finding.Sentence.En.Should().Be("森林覆盖率 is binding in the superior plan 开州区十四五规划纲要, but only expected in 林业发展规划.");
        finding.Since.Should().Be(new DateOnly(2021, 6, 10));
        finding.Remedies.Single().Agency!.Name.Should().Be("区交通运输委");
        finding.Remedies.Single().Text.Zh.Should().Be("由区交通运输委提出调整修订，将“森林覆盖率”改列为约束性指标，按原规划审批程序报批。");
        finding.Facts.Select(f => f.Name).Should().Contain(["target", "superiorTarget", "link"]);
    }

    [Fact]
    public void A_weaker_expected_target_breaks_both_rules() =>
        AlignedDistrict.Build().With("DEV-2021", 24m)
            .With("FOREST-2021", 23m, IndicatorNature.Expected).Judge(Day).Findings.Select(f => f.Rule)
            .Should().Contain(["ALI-001", "ALI-002"]).And.NotContain("ALI-003");

    [Fact]
    public void What_is_expected_above_may_be_expected_or_binding_here() =>
        AlignedDistrict.Build().With("DEV-2021", 24m, IndicatorNature.Expected)
            .With("FOREST-2021", 24m).Findings("ALI-002", Day).Should().BeEmpty();

    [Fact]
    public void Absence_is_not_this_rules_matter() =>
        AlignedDistrict.Build().With("DEV-2021", 24m).Findings("ALI-002", Day).Should().BeEmpty();

    [Fact]
    public void Between_tiers_only_what_was_allocated_counts()
    {
        var district = AlignedDistrict.Build().WithMunicipalTarget(55m).With("DEV-2021", 24m, IndicatorNature.Expected);

        district.Findings("ALI-002", Day).Should().BeEmpty();

        district.Allocation("500000:CQ-2021", "500000:SLFGL", 24m, 2025);
        var finding = district.Finding("ALI-002", Day);
        finding.Sentence.Zh.Should().Be("《重庆市十四五规划纲要》将“森林 覆盖率”作为约束性指标分解下达本区，《开州区十四五规划纲要》将其列为预期性指标。");
        finding.Sentence.En.Should().Be("重庆市十四五规划纲要 allocated 森林 覆盖率 to the district as binding, but it is only expected in 开州区十四五规划纲要.");
    }

    [Fact]
    public void Several_years_give_one_finding() =>
        AlignedDistrict.Build().With("DEV-2021", 23m, year: 2023).With("DEV-2021", 24m)
            .With("FOREST-2021", 23m, IndicatorNature.Expected, 2023).With("FOREST-2021", 24m, IndicatorNature.Expected)
            .Findings("ALI-002", Day).Should().ContainSingle();

    [Fact]
    public void A_total_of_a_regional_plan_is_another_matter()
    {
        var district = AlignedDistrict.Build();
        district.Indicator("AREA", "森林面积", "万亩", i => i with { Extent = Extent.Total });
        district.Plan("REGION", PlanKind.Regional, 2021, 2025);
        district.Act("REGION", ActType.DraftingStarted, "2021-07-01");
        district.Link("REGION", "DEV-2021");

        district.With("DEV-2021", 300m, indicator: "AREA")
            .With("REGION", 50m, IndicatorNature.Expected, indicator: "AREA").Findings("ALI-002", Day).Should().BeEmpty();
    }

    [Fact]
    public void A_target_that_is_only_expected_here_is_called_that()
    {
        var sentence = AlignedDistrict.Build().With("DEV-2021", 24.1m).With("FOREST-2021", 23.8m, IndicatorNature.Expected)
            .Finding("ALI-001", Day).Sentence;

        sentence.Zh.Should().Be("《林业发展规划》中预期性指标“森林覆盖率”2025年目标值为23.8%，低于上位规划《开州区十四五规划纲要》的约束性目标值24.1%。");
        sentence.En.Should().Be(
            "In 林业发展规划 the target of 2025 for the expected indicator 森林覆盖率 is 23.8%, below the binding 24.1% of 开州区十四五规划纲要.");
    }
}
