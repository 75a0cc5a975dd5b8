using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Indicators;

/// <summary>进展评价 of an indicator: <see cref="IndicatorGrade"/>.</summary>
public sealed class IndicatorGradeTests
{
    /// <summary>A plan of 2021-2025 in force, from 50 in 2020 to 60 in 2025: two a year.</summary>
    private static TestDistrict District(Func<Indicator, Indicator>? indicator = null, Func<Target, Target>? target = null)
    {
        var district = new TestDistrict();
        district.Plan("CITY", PlanKind.Special, 2021, 2025, p => p with { Title = "城镇规划", ApprovalLevel = ApprovalLevel.Government });
        district.Act("CITY", ActType.GovernmentApproved, "2021-03-01", "GOV");
        district.Act("CITY", ActType.Published, "2021-03-10", "TRANS");
        district.Indicator("RATE", "城镇化率", with: indicator);
        district.Target("CITY", "RATE", 60m, IndicatorNature.Expected,
            with: t => (target ?? (x => x))(t with { BaseYear = 2020, BaseValue = 50m }));
        return district;
    }

    private static IndicatorGrade Graded(TestDistrict district, string day, params (int Year, decimal Value)[] readings)
    {
        foreach (var (year, value) in readings)
        {
            district.Reading("CITY", "RATE", year, value);
        }
        return IndicatorGrade.On(district.On(day).Plan(district.Key<Plan>("CITY"))!).Single();
    }

    private static ProgressGrade? Of(decimal value, string day = "2024-01-15", int year = 2023) =>
        Graded(District(), day, (year, value)).Grade;

    [Theory]
    [InlineData(60, ProgressGrade.DoneEarly)]
    [InlineData(56.5, ProgressGrade.AheadOfPath)]
    [InlineData(56.4, ProgressGrade.OnPath)]
    [InlineData(55.5, ProgressGrade.OnPath)]
    [InlineData(55.4, ProgressGrade.BehindPath)]
    [InlineData(54, ProgressGrade.BehindPath)]
    [InlineData(53.9, ProgressGrade.InDifficulty)]
    public void Half_a_point_is_a_twentieth_of_the_way_and_two_are_a_fifth(decimal value, ProgressGrade grade) =>
        Of(value).Should().Be(grade);

    [Theory]
    [InlineData(61, ProgressGrade.AheadOfPath)]
    [InlineData(60, ProgressGrade.OnPath)]
    [InlineData(59.9, ProgressGrade.InDifficulty)]
    public void In_its_own_year_a_target_is_exceeded_reached_or_missed(decimal value, ProgressGrade grade) =>
        Of(value, "2026-02-01", 2025).Should().Be(grade);

    /// <summary>What is recorded is not told as missing: it is to be checked first.</summary>
    [Fact]
    public void A_reading_that_is_left_out_as_odd_is_told_as_it_is_and_not_as_missing()
    {
        var zero = Graded(District(), "2025-08-01", (2023, 54.5m), (2024, 0m));
        zero.Reason!.Value.Should().Be(new Text("2024年监测值0%超过上一数值的十倍或者不足其十分之一，核对之前不作评判依据",
            "the reading of 2024, 0%, is more than ten times or less than a tenth of the last value; "
                + "until it is checked nothing rests on it"));
        Graded(District(), "2025-08-01", (2024, 0m)).Reason!.Value.Zh.Should().Be(zero.Reason.Value.Zh, "it is the only one");
        Graded(District(), "2025-08-01", (2023, 54.5m)).Reason!.Value.Zh.Should().Be("2024年监测值未录入");
    }

    [Fact]
    public void A_sum_over_a_reading_in_another_unit_says_which_and_why()
    {
        var district = District(i => i with { Measure = Measure.Cumulative, ReadingBasis = ReadingBasis.Year, Unit = "公里" },
            t => t with { BaseValue = null });
        district.Reading("CITY", "RATE", 2022, 5m, unit: "万人");

        Graded(district, "2024-01-15", (2023, 5m)).Reason!.Value.Should().Be(new Text(
            "2022年监测值5万人的计量单位与目标值的不能换算，核对之前不作评判依据；2021年监测值未录入，不能累计",
            "the reading of 2022, 5万人, has no factor to the unit of the target; until it is checked nothing rests on it; "
                + "no reading of 2021 is recorded, so nothing can be summed"));
    }

    [Fact]
    public void It_says_how_it_was_counted()
    {
        var grade = Graded(District(), "2024-01-15", (2023, 54.5m));

        grade.Year.Should().Be(2023);
        grade.Value.Should().Be(54.5m);
        grade.Reason.Should().BeNull();
        grade.Steps.Select(s => s.Zh).Should().Equal("2023年监测值54.5%", "时序进度：50+(60−50)×(2023−2020)÷(2025−2020)=56%",
            "落后15%（参考值：领先5%、落后5%、落后20%）：未达到时序进度");
        grade.Steps[2].En.Should().Be("behind by 15% (reference values: 5% ahead, 5% behind, 20% behind): behind its path");
    }

    [Fact]
    public void The_annual_target_of_the_year_goes_before_the_straight_line()
    {
        var district = District();
        district.Add(new AnnualTarget
        {
            Plan = district.Key<Plan>("CITY"), Indicator = district.Key<Indicator>("RATE"), Year = 2023, TargetValue = 54m,
        });

        var grade = Graded(district, "2024-01-15", (2023, 54.5m));
        grade.Grade.Should().Be(ProgressGrade.AheadOfPath);
        grade.Steps[1].Zh.Should().Be("2023年年度目标54%");
    }

    [Fact]
    public void Where_less_is_better_less_is_ahead() =>
        Graded(District(i => i with { Direction = Direction.Lower }, t => t with { TargetValue = 40m }), "2024-01-15", (2023, 43m))
            .Grade.Should().Be(ProgressGrade.AheadOfPath);

    [Fact]
    public void A_floor_is_kept_and_never_done_early() =>
        Graded(District(target: t => t with { TargetValue = 50m }), "2024-01-15", (2023, 50m)).Grade.Should().Be(ProgressGrade.OnPath);

    [Fact]
    public void A_cap_on_a_sum_is_not_reached_by_what_is_still_to_come()
    {
        var cap = District(i => i with { Direction = Direction.Lower, Measure = Measure.Cumulative, ReadingBasis = ReadingBasis.ToDate });

        Graded(cap, "2024-01-15", (2023, 36m)).Grade.Should().Be(ProgressGrade.OnPath, "36 of 60 in three years of five");
    }

    [Fact]
    public void A_sum_is_beside_the_sum_of_the_years()
    {
        var district = District(i => i with { Measure = Measure.Cumulative, ReadingBasis = ReadingBasis.Year });

        var grade = Graded(district, "2023-01-15", (2021, 20m), (2022, 10m));
        grade.Grade.Should().Be(ProgressGrade.AheadOfPath);
        grade.Value.Should().Be(30m);
        Graded(District(i => i with { Measure = Measure.Cumulative, ReadingBasis = ReadingBasis.Year }), "2023-01-15", (2022, 10m))
            .Reason!.Value.Zh.Should().Be("2021年监测值未录入，不能累计");
    }

    [Fact]
    public void A_rate_of_growth_is_asked_every_year_and_not_done_early() =>
        Graded(District(i => i with { Measure = Measure.AnnualGrowth }, t => t with { TargetValue = 6m, BaseValue = null }),
            "2024-01-15", (2023, 6m)).Grade.Should().Be(ProgressGrade.OnPath);

    [Fact]
    public void A_range_is_kept_within_its_ends_and_without_them_there_is_no_grade()
    {
        TestDistrict Range(decimal? high) => District(i => i with { Direction = Direction.Range },
            t => t with { TargetValue = null, TargetLow = 50m, TargetHigh = high });

        Graded(Range(60m), "2024-01-15", (2023, 55m)).Grade.Should().Be(ProgressGrade.OnPath);
        Graded(Range(60m), "2024-01-15", (2023, 61m)).Grade.Should().Be(ProgressGrade.BehindPath);
        Graded(Range(60m), "2024-01-15", (2023, 63m)).Grade.Should().Be(ProgressGrade.InDifficulty);
        Graded(Range(null), "2024-01-15", (2023, 55m)).Reason!.Value.Zh.Should().Be("区间指标的目标下限或者上限未录入");
    }

    [Fact]
    public void Without_a_reading_a_number_or_a_unit_the_reason_is_said()
    {
        Graded(District(), "2024-01-15").Reason!.Value.Zh.Should().Be("没有2021—2023年的监测值");
        Graded(District(), "2021-12-01").Reason!.Value.Zh.Should().Be("规划期第一个年度尚未结束");
        Graded(District(), "2024-07-01", (2022, 54m)).Reason!.Value.Zh.Should().Be("2023年监测值未录入");
        Graded(District(), "2024-06-30", (2022, 54m)).Grade.Should().Be(ProgressGrade.OnPath);
        Graded(District(i => i with { Measure = Measure.Qualitative }), "2024-01-15").Reason!.Value.Zh.Should().Be("定性指标，不以数值评价");
        Graded(District(target: t => t with { BaseValue = null }), "2024-01-15", (2023, 54m)).Reason!.Value.Zh
            .Should().StartWith("2023年没有年度目标，基期年或者基期值也未录入");
    }

    [Fact]
    public void Sources_that_contradict_each_other_give_a_grade_only_where_they_agree_on_it()
    {
        var district = District();
        district.Reading("CITY", "RATE", 2023, 52m, ReadingSource.Spatial);
        Graded(district, "2024-01-15", (2023, 56m)).Reason!.Value.Zh
            .Should().Be("各来源的监测值不一致，尚未核定（2023年部门统计56%、空间监测52%）");

        district.Reading("CITY", "RATE", 2023, 62m, ReadingSource.Spatial);
        district.Reading("CITY", "RATE", 2023, 66m);
        Graded(district, "2024-01-15").Grade.Should().Be(ProgressGrade.DoneEarly);
    }
}
