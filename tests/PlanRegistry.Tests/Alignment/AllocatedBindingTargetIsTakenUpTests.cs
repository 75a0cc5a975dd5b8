using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Rules.Alignment;

namespace PlanRegistry.Tests.Alignment;

[Trait("Rule", nameof(AllocatedBindingTargetIsTakenUp))]
public sealed class AllocatedBindingTargetIsTakenUpTests
{
    private const string Day = "2021-12-31";

    /// <summary>The municipality allocated an emission cut; the development plan holds another indicator.</summary>
    private static TestDistrict Allocated(IndicatorNature nature = IndicatorNature.Binding,
        int year = 2025, Func<Allocation, Allocation>? with = null)
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 24m);
        district.Indicator("500000:COD", "化学需氧量减排", "吨");
        district.Allocation("500000:CQ-2021", "500000:COD", 300m, year, nature, with);
        return district;
    }

    [Fact]
    public void An_allocated_target_that_is_taken_up_complies()
    {
        var district = Allocated();
        district.Indicator("COD", "化学需氧量 减排", "吨");

        district.With("DEV-2021", 300m, indicator: "COD").Findings("ALI-004", Day).Should().BeEmpty();
    }

    [Fact]
    public void An_allocated_binding_target_that_is_absent_is_an_error()
    {
        var finding = Allocated().Finding("ALI-004", Day);

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Error, Since = new DateOnly(2021, 2, 20) });
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/DEV-2021", "500000/indicators/COD");
        finding.Sentence.Zh.Should().Be("《重庆市十四五规划纲要》分解下达本区的约束性指标“化学需氧量减排”（2025年300吨）未纳入《开州区十四五规划纲要》。");
        finding.Sentence.En
            .Should().Be("化学需氧量减排 (2025: 300吨), which 重庆市十四五规划纲要 allocated to the district as binding, is not taken up in 开州区十四五规划纲要.");
        finding.Responsible!.Name.Should().Be("区发展改革委");
        finding.Remedies.Single().Agency!.Name.Should().Be("区发展改革委");
        finding.Facts.Single(f => f.Name == "allocated").Text.Zh.Should().Be("《重庆市十四五规划纲要》分解下达本区：“化学需氧量减排”2025年300吨（约束性），自2021年1月25日起");
    }

    [Fact]
    public void An_allocated_expected_target_need_not_be_taken_up() =>
        Allocated(IndicatorNature.Expected).Findings("ALI-004", Day).Should().BeEmpty();

    [Fact]
    public void A_target_for_a_year_of_another_development_plan_is_not_asked_for() =>
        Allocated(year: 2030).Findings("ALI-004", Day).Should().BeEmpty();

    [Fact]
    public void Only_the_development_plan_is_judged() =>
        Allocated().With("FOREST-2021", 24m).Findings("ALI-004", Day)
            .Should().ContainSingle().Which.Plan!.Value.Code.Should().Be("DEV-2021");

    [Fact]
    public void A_development_plan_without_any_target_recorded_is_not_compared()
    {
        var district = AlignedDistrict.Build();
        district.Allocation("500000:CQ-2021", "COVER", 24m, 2025);

        district.Findings("ALI-004", Day).Should().BeEmpty();
    }

    [Fact]
    public void Two_years_or_two_municipal_plans_give_one_finding()
    {
        var district = Allocated();
        district.Plan("500000:ECO-2021", PlanKind.Special, 2021, 2025);
        district.Act("500000:ECO-2021", ActType.GovernmentApproved, "2021-02-01");
        district.Allocation("500000:ECO-2021", "500000:COD", 310m, 2025);
        district.Allocation("500000:CQ-2021", "500000:COD", 100m, 2023);

        district.Finding("ALI-004", Day).Sentence.Zh.Should().Contain("（2023年100吨）");
    }

    [Fact]
    public void An_allocation_that_came_after_the_plan_leaves_time_to_adjust()
    {
        var district = Allocated();
        var document = district.Document("渝环〔2021〕9号", with: d => d with { IssuedOn = PartialDate.Parse("2021-12-01") }).Key;
        district.Allocation("500000:CQ-2021", "500000:COD", 300m, 2025, with: a => a with { Document = document });

        var finding = district.Finding("ALI-004", Day);

        finding.Severity.Should().Be(Severity.Warning);
        finding.Since.Should().Be(new DateOnly(2021, 12, 1));
        finding.Sentence.Zh.Should().Be("《重庆市十四五规划纲要》自2021年12月1日起分解下达本区的约束性指标“化学需氧量减排”（2025年300吨）尚未纳入《开州区十四五规划纲要》，应不晚于2022年5月30日适时调整。");
        finding.Sentence.En.Should().Be(
            "化学需氧量减排 (2025: 300吨), which 重庆市十四五规划纲要 allocated to the district as binding on "
                + "2021-12-01, is not yet taken up in 开州区十四五规划纲要: adjust it by 2022-05-30.");
        district.Finding("ALI-004", "2022-05-31").Severity.Should().Be(Severity.Error);
    }

    [Fact]
    public void An_allocation_not_yet_handed_down_is_not_asked_for() => Allocated().Findings("ALI-004", "2021-01-24").Should().BeEmpty();
}
