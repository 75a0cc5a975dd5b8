using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Rules.Indicators;

namespace PlanRegistry.Tests.Indicators;

/// <summary>IND-001: <see cref="BindingIndicatorKeepsToItsPath"/>, <see cref="ProgressOfABindingIndicatorIsUnknown"/>.</summary>
[Trait("Rule", nameof(BindingIndicatorKeepsToItsPath))]
public sealed class BindingIndicatorKeepsToItsPathTests
{
    /// <summary>A plan of 2021-2025 in force that is to bring an indicator from 0 in 2020 to 100 in 2025.</summary>
    private static TestDistrict District(Func<Indicator, Indicator>? indicator = null, Func<Target, Target>? target = null)
    {
        var district = new TestDistrict();
        district.Plan("WATER-2021", PlanKind.Special, 2021, 2025, p => p with { Title = "水利规划", ApprovalLevel = ApprovalLevel.Government });
        district.Act("WATER-2021", ActType.GovernmentApproved, "2021-03-01", "GOV");
        district.Act("WATER-2021", ActType.Published, "2021-03-10", "WATER");
        district.Indicator("RATE", "农村自来水普及率", with: indicator);
        district.Target("WATER-2021", "RATE", 100m, with: t => (target ?? (x => x))(t with { BaseYear = 2020, BaseValue = 0m }));
        return district;
    }

    private static TestDistrict With(TestDistrict district, params (int Year, decimal Value)[] readings)
    {
        foreach (var (year, value) in readings)
        {
            district.Reading("WATER-2021", "RATE", year, value);
        }
        return district;
    }

    private static Func<Indicator, Indicator> Cumulative(ReadingBasis? basis) =>
        i => i with { Measure = Measure.Cumulative, ReadingBasis = basis };

    [Fact]
    public void An_indicator_on_its_path_complies() => With(District(), (2023, 60m)).Findings("IND-001", "2024-03-01").Should().BeEmpty();

    [Fact]
    public void T38_a_deviation_of_20_percent_is_no_alert_and_of_21_is_one()
    {
        With(District(), (2023, 40m)).Findings("IND-001", "2024-03-01").Should().BeEmpty();
        With(District(), (2023, 39m)).Findings("IND-001", "2024-03-01").Should().ContainSingle();
    }

    [Fact]
    public void Exactly_the_alert_is_none_where_the_shares_do_not_end()
    {
        var district = District(target: t => t with { BaseYear = 2019, BaseValue = 0m, TargetValue = 15m });

        With(district, (2023, 7m)).Findings("IND-001", "2024-03-01").Should().BeEmpty("4/6 - 7/15 is exactly 0.2");
    }

    [Fact]
    public void An_indicator_behind_its_path_is_a_warning()
    {
        var finding = With(District(), (2023, 35.5m)).Finding("IND-001", "2024-03-01");

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Warning, Since = new DateOnly(2023, 12, 31) });
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/WATER-2021", "500154/indicators/RATE");
        finding.Sentence.Zh.Should().Be("《水利规划》约束性指标“农村自来水普及率”2023年为35.5%，完成进度35.5%，比时间进度60%滞后24.5个百分点，超过20个百分点的预警线（参考值）。");
        finding.Sentence.En.Should().Be(
            "The binding indicator 农村自来水普及率 of 水利规划 stood at 35.5% in 2023: 35.5% of the way with "
                + "60% of the time gone, 24.5 percentage points behind, more than the alert of 20 (a reference value).");
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Single().Agency!.Name.Should().Be("区交通运输委");
        finding.Facts.Where(f => f.Name is "target" or "reading" or "step").Select(f => f.Text.Zh).Should().Equal(
            "“农村自来水普及率”2025年100%（约束性，基期2020年0%）", "2023年监测值35.5%（部门统计）",
            "时间进度：(2023−2020)÷(2025−2020)=60%", "完成进度：(35.5−0)÷(100−0)=35.5%", "偏离：60%−35.5%=24.5%，预警线20%（参考值）");
    }

    [Fact]
    public void Where_less_is_better_the_way_leads_down()
    {
        var district = District(i => i with { Direction = Direction.Lower }, t => t with { BaseValue = 50m, TargetValue = 40m });

        With(district, (2023, 48m)).Finding("IND-001", "2024-03-01").Sentence.Zh.Should().Contain("完成进度20%，比时间进度60%滞后40个百分点");
        With(district, (2023, 44m)).Findings("IND-001", "2024-03-01").Should().BeEmpty();
    }

    [Fact]
    public void The_alert_is_policy()
    {
        var district = With(District(), (2023, 35m));
        district.Policy(PolicyKeys.DeviationAlert, "0.30");

        district.Findings("IND-001", "2024-03-01").Should().BeEmpty();
    }

    [Fact]
    public void An_expected_indicator_is_not_judged() =>
        With(District(target: t => t with { Nature = IndicatorNature.Expected }), (2023, 0m))
            .Findings("IND-001", "2024-03-01").Should().BeEmpty();

    [Theory]
    [InlineData(Measure.AnnualGrowth)]
    [InlineData(Measure.Qualitative)]
    public void Only_levels_and_cumulative_indicators_are_judged(Measure measure) =>
        With(District(i => i with { Measure = measure }), (2023, 0m)).Findings("IND-001", "2024-03-01").Should().BeEmpty();

    [Fact]
    public void A_plan_that_is_not_in_force_is_not_judged()
    {
        var district = With(District(), (2023, 0m));

        district.Findings("IND-001", "2026-01-01").Should().BeEmpty("it has expired");
        district.End("WATER-2021", ActType.Withdrawn, "2024-02-01");
        district.Findings("IND-001", "2024-03-01").Should().BeEmpty("it has been withdrawn");
    }

    [Fact]
    public void Years_before_the_horizon_and_up_to_the_base_year_are_not_judged()
    {
        With(District(), (2020, 0m)).Findings("IND-001", "2021-12-30").Should().BeEmpty();
        With(District(target: t => t with { BaseYear = 2023 }), (2023, 0m)).Findings("IND-001", "2024-12-30").Should().BeEmpty();
    }

    [Fact]
    public void A_year_is_judged_when_it_is_over() =>
        With(District(), (2021, 0m), (2022, 0m)).Findings("IND-001", "2022-12-30")
            .Should().BeEmpty("2021 is exactly 20 % behind, and 2022 is not over");

    [Fact]
    public void A_missing_reading_of_the_last_full_year_is_unknown_only_after_the_day_it_is_expected_by()
    {
        var district = With(District(), (2021, 20m), (2022, 40m));

        district.Findings("IND-001", "2024-06-30").Should().BeEmpty();

        var finding = district.Finding("IND-001", "2024-07-01");
        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Unknown, Severity = Severity.Warning, Since = new DateOnly(2024, 7, 1) });
        finding.Sentence.Zh.Should().Be("《水利规划》约束性指标“农村自来水普及率”的进度无法判断：2023年监测值未录入。");
        finding.Sentence.En
            .Should().Be("How far the binding indicator 农村自来水普及率 of 水利规划 has come cannot be told: no reading of 2023 is recorded.");
        finding.Remedies.Single().Agency!.Name.Should().Be("区交通运输委");
    }

    [Fact]
    public void Not_reporting_does_not_hide_that_it_was_behind() =>
        With(District(), (2022, 0m)).Finding("IND-001", "2024-07-01")
            .Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Since = new DateOnly(2022, 12, 31) });

    [Fact]
    public void A_reading_counts_from_its_day()
    {
        var district = District();
        district.Reading("WATER-2021", "RATE", 2023, 0m, cutoffOn: "2024-04-01");

        district.Findings("IND-001", "2024-03-31").Should().BeEmpty();
        district.Finding("IND-001", "2024-04-01").Since.Should().Be(new DateOnly(2024, 4, 1));
    }

    [Fact]
    public void Where_base_and_target_are_equal_the_reading_is_compared_with_the_floor()
    {
        var district = District(target: t => t with { BaseValue = 100m });

        With(district, (2023, 100m)).Findings("IND-001", "2024-03-01").Should().BeEmpty();
        With(district, (2023, 99m)).Finding("IND-001", "2024-03-01").Sentence.Should().BeEquivalentTo(new
        {
            Zh = "《水利规划》约束性指标“农村自来水普及率”2023年为99%，低于2025年目标值100%。",
            En = "The binding indicator 农村自来水普及率 of 水利规划 stood at 99% in 2023, below the target of 100% for 2025.",
        });
    }

    [Fact]
    public void A_target_below_the_base_is_a_floor_too() =>
        With(District(target: t => t with { BaseValue = 120m }), (2023, 118m)).Findings("IND-001", "2024-03-01")
            .Should().BeEmpty("to have kept more than was promised is not to be behind");

    [Fact]
    public void A_cap_on_a_total_is_kept_until_it_is_exceeded()
    {
        var district = District(i => Cumulative(ReadingBasis.Year)(i) with { Direction = Direction.Lower });

        With(district, (2021, 1m), (2022, 1m)).Findings("IND-001", "2023-03-01").Should().BeEmpty();
        With(district, (2021, 60m), (2022, 60m)).Finding("IND-001", "2023-03-01").Sentence.Zh.Should().Contain("2022年为120%，高于2025年目标值100%");
    }

    [Fact]
    public void A_cumulative_indicator_starts_from_zero_and_sums_the_years()
    {
        var district = With(District(Cumulative(ReadingBasis.Year), t => t with { BaseYear = null, BaseValue = null }),
            (2021, 10m), (2022, 10m), (2023, 10m));

        district.Finding("IND-001", "2024-03-01").Sentence.Zh.Should().Contain("2023年为30%，完成进度30%，比时间进度60%滞后30个百分点");
        With(district, (2023, 30m)).Findings("IND-001", "2024-03-01").Should().BeEmpty();
    }

    [Fact]
    public void A_gap_between_the_years_of_a_cumulative_indicator_is_unknown() =>
        With(District(Cumulative(ReadingBasis.Year)), (2021, 10m), (2023, 10m)).Finding("IND-001", "2024-03-01").Sentence.Zh
            .Should().EndWith("的进度无法判断：2022年监测值未录入，不能累计。");

    [Fact]
    public void Readings_to_date_are_not_summed() =>
        With(District(Cumulative(ReadingBasis.ToDate)), (2023, 30m)).Finding("IND-001", "2024-03-01").Sentence.Zh
            .Should().Contain("2023年为30%");

    [Fact]
    public void Whether_readings_are_of_the_year_or_to_date_must_be_recorded() =>
        With(District(Cumulative(null)), (2021, 60m)).Finding("IND-001", "2022-03-01").Sentence.Zh.Should().EndWith("监测值口径（当年值或累计至今值）未录入。");

    [Fact]
    public void A_base_that_is_not_recorded_is_unknown() =>
        With(District(target: t => t with { BaseValue = null }), (2023, 30m)).Finding("IND-001", "2024-03-01").Sentence.Zh
            .Should().EndWith("基期年或基期值未录入。");

    [Fact]
    public void A_target_that_is_not_recorded_is_unknown() =>
        With(District(target: t => t with { TargetValue = null }), (2023, 30m))
            .Finding("IND-001", "2024-03-01").Sentence.Zh.Should().EndWith("目标值未录入。");

    [Fact]
    public void A_target_in_another_unit_is_converted_or_unknown()
    {
        With(District(i => i with { Unit = "万人" }, t => t with { Unit = "人", TargetValue = 1_000_000m }), (2023, 60m))
            .Findings("IND-001", "2024-03-01").Should().BeEmpty();
        With(District(target: t => t with { Unit = "人" }), (2023, 60m)).Finding("IND-001", "2024-03-01").Sentence.Zh
            .Should().EndWith("监测值与目标值计量单位不一致（%，人）。");
    }

    [Fact]
    public void The_departments_reading_comes_first_and_others_are_shown()
    {
        var district = District();
        district.Reading("WATER-2021", "RATE", 2023, 60m, ReadingSource.Web);
        district.Findings("IND-001", "2024-03-01").Should().BeEmpty("another source speaks where the department is silent");

        var agreeing = District();
        agreeing.Reading("WATER-2021", "RATE", 2023, 31m, ReadingSource.Web);
        agreeing.Reading("WATER-2021", "RATE", 2023, 30m);
        agreeing.Finding("IND-001", "2024-03-01").Facts.Single(f => f.Name == "otherReading").Text.Zh.Should().Be("2023年监测值31%（网络数据）");
    }

    [Fact]
    public void An_intermediate_target_is_the_next_to_be_reached()
    {
        var district = With(District(), (2023, 50m));
        district.Target("WATER-2021", "RATE", 90m, year: 2023, with: t => t with { BaseYear = 2020, BaseValue = 0m });

        district.Finding("IND-001", "2024-03-01").Sentence.Zh.Should().Contain("比时间进度100%滞后");
    }
}
