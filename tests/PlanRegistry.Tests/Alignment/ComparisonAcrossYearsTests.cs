using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Rules.Alignment;

namespace PlanRegistry.Tests.Alignment;

[Trait("Rule", nameof(BindingTargetIsNotWeakerThanAbove))]
public sealed class ComparisonAcrossYearsTests
{
    private const string Day = "2021-12-31";

    private static readonly Func<Target, Target> From2020 = t => t with { BaseYear = 2020, BaseValue = 22.4m };

    /// <summary>A spatial plan to 2035 in drafting under a development plan that wants 24 % by 2025.</summary>
    private static TestDistrict WithSpatialPlan(Func<Target, Target>? with = null, Func<Indicator, Indicator>? indicator = null)
    {
        var district = AlignedDistrict.Build();
        district.Indicator("COVER", "森林覆盖率", with: indicator);
        district.Plan("SPACE", PlanKind.Spatial, 2021, 2035, p => p with { Title = "国土空间总体规划" });
        district.Act("SPACE", ActType.DraftingStarted, "2021-07-01");
        district.Link("SPACE", "DEV-2021");
        return district.With("DEV-2021", 24m).With("SPACE", 26m, year: 2035, with: with);
    }

    [Fact]
    public void The_longer_plan_is_interpolated_to_the_earlier_year_and_never_above_warning()
    {
        var finding = WithSpatialPlan(From2020).Finding("ALI-001", Day);

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Subjects[^1].Text.Should().Be("2025");
        finding.Sentence.Zh.Should().Be("《国土空间总体规划》中约束性指标“森林覆盖率”2025年目标值为23.6%（由2035年目标线性插值），低于上位规划《开州区十四五规划纲要》的约束性目标值24%。");
        finding.Facts.Where(f => f.Name is "target" or "step").Select(f => f.Text.Zh).Should().Equal(
            "“森林覆盖率”2035年26%（约束性，基期2020年22.4%）",
            "“森林覆盖率”2025年线性插值：22.4+(26−22.4)×(2025−2020)÷(2035−2020)=23.6%",
            "计量单位：均为%，无需换算",
            "2025年比较（越高越好）：本规划23.6% < 上位规划24%");
    }

    [Fact]
    public void A_longer_plan_on_the_superiors_line_complies() =>
        WithSpatialPlan(t => t with { BaseYear = 2020, BaseValue = 23m }).Findings("ALI-001", Day)
            .Should().BeEmpty("23 + 3 × 5/15 is exactly 24");

    [Fact]
    public void A_longer_superior_is_brought_back_to_our_last_year()
    {
        var district = WithSpatialPlan(t => t with { BaseYear = 2020, BaseValue = 24.5m });
        district.Act("SPACE", ActType.MunicipalApproved, "2021-08-01", "500000:GOV");
        district.Plan("GREEN", PlanKind.Special, 2022, 2025);
        district.Act("GREEN", ActType.DraftingStarted, "2021-09-01");
        district.Link("GREEN", "SPACE");

        var finding = district.With("GREEN", 24.9m).Finding("ALI-001", Day);

        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/GREEN", "500154/plans/SPACE", "500154/indicators/COVER", "2025");
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().EndWith("目标值为24.9%，低于上位规划《国土空间总体规划》的约束性目标值25%（由2035年目标线性插值）。");
    }

    [Fact]
    public void Without_base_year_and_value_nothing_is_interpolated() =>
        WithSpatialPlan().Finding("ALI-001", Day).Should().BeEquivalentTo(new
        {
            Verdict = Verdict.Unknown,
            Sentence = new { Zh = "《国土空间总体规划》中约束性指标“森林覆盖率”2025年目标值无法与《开州区十四五规划纲要》的约束性目标值比较：《国土空间总体规划》基期年或基期值未录入，不能插值。" },
        });

    [Fact]
    public void A_base_year_after_the_year_compared_is_unknown() =>
        WithSpatialPlan(t => t with { BaseYear = 2026, BaseValue = 25m }).Finding("ALI-001", Day).Sentence.Zh
            .Should().EndWith("《国土空间总体规划》基期年2026年晚于2025年，不能插值。");

    [Theory]
    [InlineData(Measure.AnnualGrowth)]
    [InlineData(Measure.Cumulative)]
    public void Only_levels_are_interpolated(Measure measure) =>
        WithSpatialPlan(From2020, i => i with { Measure = measure }).Finding("ALI-001", Day).Sentence.Zh
            .Should().EndWith("目标年不同，且不是水平值，不能插值。");

    [Fact]
    public void A_range_is_not_interpolated() =>
        WithSpatialPlan(t => t with { TargetLow = 20, TargetHigh = 30 }, i => i with { Direction = Direction.Range })
            .Finding("ALI-001", Day).Sentence.Zh
            .Should().EndWith("区间型指标的目标年不同，不能插值。");

    [Fact]
    public void Totals_counted_from_different_years_are_unknown()
    {
        var district = AlignedDistrict.Build();
        district.Indicator("JOBS", "新增就业", "万人", i => i with { Measure = Measure.Cumulative });
        district.Plan("LATE", PlanKind.Special, 2023, 2025);
        district.Act("LATE", ActType.DraftingStarted, "2021-09-01");
        district.Link("LATE", "DEV-2021");

        district.With("DEV-2021", 5m, indicator: "JOBS").With("LATE", 3m, indicator: "JOBS")
            .Finding("ALI-001", Day).Sentence.Zh.Should().EndWith("累计值的起始年不同。");
    }

    [Fact]
    public void Annual_growth_of_the_same_year_is_compared()
    {
        var district = AlignedDistrict.Build();
        district.Indicator("GROWTH", "增速", with: i => i with { Measure = Measure.AnnualGrowth });

        district.With("DEV-2021", 6m, indicator: "GROWTH").With("FOREST-2021", 5.5m, indicator: "GROWTH").Finding("ALI-001", Day).Severity
            .Should().Be(Severity.Blocking);
    }

    [Fact]
    public void A_milestone_of_ours_is_not_compared_where_the_end_is() =>
        AlignedDistrict.Build().With("DEV-2021", 24m).With("FOREST-2021", 20m, year: 2023).With("FOREST-2021", 24m)
            .Findings("ALI-001", Day).Should().BeEmpty();

    [Fact]
    public void Each_year_that_the_superior_names_is_compared()
    {
        var findings = AlignedDistrict.Build().With("DEV-2021", 23m, year: 2023).With("DEV-2021", 24m)
            .With("FOREST-2021", 22m, year: 2023).With("FOREST-2021", 23.5m).Findings("ALI-001", Day);

        findings.Select(f => (f.Subjects[^1].Text, f.Severity)).Should().Equal(("2023", Severity.Blocking), ("2025", Severity.Blocking));
    }

    [Fact]
    public void What_the_superior_wants_beyond_a_year_already_compared_is_not_of_our_time() =>
        AlignedDistrict.Build().With("DEV-2021", 24m).With("DEV-2021", 40m, year: 2035)
            .With("FOREST-2021", 24m).Findings("ALI-001", Day).Should().BeEmpty();

    [Fact]
    public void What_the_superior_wanted_before_our_horizon_is_not_compared()
    {
        var district = AlignedDistrict.Build();
        district.Plan("LATE", PlanKind.Special, 2024, 2025);
        district.Act("LATE", ActType.DraftingStarted, "2021-09-01");
        district.Link("LATE", "DEV-2021");

        district.With("DEV-2021", 23m, year: 2023).With("LATE", 20m, with: t => t with { BaseYear = 2020, BaseValue = 19m })
            .Findings("ALI-001", Day).Should().BeEmpty();
    }
}
