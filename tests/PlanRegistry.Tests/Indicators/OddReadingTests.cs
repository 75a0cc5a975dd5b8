using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Rules.Indicators;

namespace PlanRegistry.Tests.Indicators;

/// <summary>IND-001: <see cref="ReadingCannotWellBeRight"/>.</summary>
[Trait("Rule", nameof(BindingIndicatorKeepsToItsPath))]
public sealed class OddReadingTests
{
    private const string Day = "2024-03-01";

    /// <summary>A plan of 2021-2025 in force that is to bring 森林覆盖率 from 45 in 2020 to 47 in 2025.</summary>
    private static TestDistrict District(Func<Indicator, Indicator>? indicator = null, Func<Target, Target>? target = null)
    {
        var district = new TestDistrict();
        district.Plan("FOREST", PlanKind.Special, 2021, 2025, p => p with { Title = "林业规划", ApprovalLevel = ApprovalLevel.Government });
        district.Act("FOREST", ActType.GovernmentApproved, "2021-03-01", "GOV");
        district.Act("FOREST", ActType.Published, "2021-03-10", "AGR");
        district.Indicator("COVER", "森林覆盖率", with: indicator);
        district.Target("FOREST", "COVER", 47m, with: t => (target ?? (x => x))(t with { BaseYear = 2020, BaseValue = 45m }));
        return district;
    }

    private static TestDistrict Measured(TestDistrict district, params (int Year, decimal Value)[] readings)
    {
        foreach (var (year, value) in readings)
        {
            district.Reading("FOREST", "COVER", year, value);
        }
        return district;
    }

    private static IEnumerable<Finding> Odd(TestDistrict district, string day = Day) =>
        district.Findings("IND-001", day).Where(f => f.Subjects.Count == 3);

    [Fact]
    public void Readings_on_the_path_are_not_odd() =>
        Odd(Measured(District(), (2021, 45.4m), (2022, 45.9m), (2023, 46.3m))).Should().BeEmpty();

    [Theory]
    [InlineData(2022, 463, "《林业规划》指标“森林覆盖率”2022年监测值463%不在0—100%之内，而基期值和目标值都在其内，核对之前不作评判依据。")]
    [InlineData(2018, 44, "《林业规划》指标“森林覆盖率”2018年监测值44%早于基期年2020年，核对之前不作评判依据。")]
    [InlineData(2022, 4.4, "《林业规划》指标“森林覆盖率”2022年监测值4.4%超过上一数值的十倍或者不足其十分之一，核对之前不作评判依据。")]
    public void One_that_cannot_well_be_right_is_unknown_by_itself(int year, decimal value, string sentence)
    {
        var finding = Odd(Measured(District(), (year, value), (2023, 46.3m))).Should().ContainSingle().Subject;

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Subjects.Select(s => s.Text).Should().Equal(
            "500154/plans/FOREST", "500154/indicators/COVER", year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        finding.Sentence.Zh.Should().Be(sentence);
        finding.Remedies.Single().Act.Should().Be("correctRecord");
    }

    [Fact]
    public void One_in_a_unit_that_is_no_part_of_the_targets_is_left_out_and_the_rest_is_judged()
    {
        var district = Measured(District(), (2021, 45.4m), (2022, 45.9m));
        district.Reading("FOREST", "COVER", 2023, 25m, unit: "万亩");

        var finding = Odd(district).Should().ContainSingle().Subject;
        finding.Sentence.Zh.Should().Be("《林业规划》指标“森林覆盖率”2023年监测值25万亩与目标值的计量单位（%）不能换算，核对之前不作评判依据。");
        finding.Sentence.En.Should().Be("The reading of 森林覆盖率 in 林业规划 for 2023, 25万亩, has no factor to the unit of the target (%); "
            + "until it is checked nothing rests on it.");
        finding.Remedies.Single().Act.Should().Be("correctRecord");
        district.Findings("IND-001", Day).Should().ContainSingle("2022 is judged, and keeps to its path");
    }

    [Fact]
    public void One_after_the_target_year_is_odd()
    {
        var district = Measured(District(target: t => t with { TargetYear = 2022 }), (2022, 47m), (2023, 47m));

        Odd(district).Should().ContainSingle().Which.Sentence.En.Should().Be(
            "The reading of 森林覆盖率 in 林业规划 for 2023, 47%, is of a year after the target year 2022; "
                + "until it is checked nothing rests on it.");
    }

    [Fact]
    public void One_whose_data_end_before_its_year_begins_is_odd()
    {
        var district = Measured(District(), (2022, 45.9m));
        district.Reading("FOREST", "COVER", 2024, 46.8m, cutoffOn: "2023-09-30");

        Odd(district, "2023-09-29").Should().BeEmpty();
        var finding = Odd(district, "2023-09-30").Should().ContainSingle().Subject;
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, new DateOnly(2023, 9, 30)));
        finding.Sentence.Zh.Should().Be("《林业规划》指标“森林覆盖率”2024年监测值46.8%的数据截止日（2023年9月30日）在该年度之前，核对之前不作评判依据。");
        finding.Sentence.En.Should().Be("The reading of 森林覆盖率 in 林业规划 for 2024, 46.8%, has data as of 2023-09-30, "
            + "before that year began; until it is checked nothing rests on it.");
        finding.Remedies.Single().Text.Zh.Should().Be("由区交通运输委核对2024年监测值及其计量单位、数据截止日，有误的予以更正。");
    }

    [Theory]
    [InlineData("2023")]
    [InlineData("2023-01-01")]
    [InlineData("2024-02-28")]
    public void One_whose_data_end_within_its_year_or_after_it_is_not(string cutoff)
    {
        var district = District();
        district.Reading("FOREST", "COVER", 2023, 46.3m, cutoffOn: cutoff);

        Odd(district).Should().BeEmpty();
    }

    [Fact]
    public void It_is_left_out_and_the_rest_is_judged()
    {
        var district = Measured(District(), (2022, 463m), (2023, 45.1m));

        Odd(district).Should().ContainSingle();
        district.Findings("IND-001", Day).Should().ContainSingle(f => f.Verdict == Verdict.Fail);
    }

    [Fact]
    public void What_comes_after_it_is_compared_with_the_last_that_was_not_odd() =>
        Odd(Measured(District(), (2021, 45.4m), (2022, 4.5m), (2023, 46.3m)))
            .Should().ContainSingle().Which.Subjects[2].Text.Should().Be("2022");

    [Fact]
    public void After_a_value_of_nothing_any_is_possible() =>
        Odd(Measured(District(target: t => t with { BaseValue = 0m }), (2021, 30m))).Should().BeEmpty();

    [Fact]
    public void A_share_whose_target_lies_outside_0_to_100_may_lie_there_too() =>
        Odd(Measured(District(target: t => t with { TargetValue = 120m, BaseValue = 90m }), (2022, 104m))).Should().BeEmpty();

    [Fact]
    public void A_sum_over_years_may_leap() =>
        Odd(Measured(District(i => i with { Measure = Measure.Cumulative, ReadingBasis = ReadingBasis.Year }), (2021, 1m), (2022, 40m)))
            .Should().BeEmpty();

    [Fact]
    public void It_stands_from_the_day_of_the_reading_and_not_the_day_before()
    {
        var district = Measured(District(), (2022, 463m));

        Odd(district, "2022-12-30").Should().BeEmpty();
        Odd(district, "2022-12-31").Should().ContainSingle();
    }

    [Fact]
    public void A_reading_in_another_unit_is_converted()
    {
        var district = District(i => i with { Unit = "万亩" }, t => t with { BaseValue = 80m, TargetValue = 88m });
        district.Add(district.Reading("FOREST", "COVER", 2023, 57_000m) with { Unit = "公顷" });

        district.Findings("IND-001", Day).Should().BeEmpty("57000公顷 are 85.5万亩");
    }
}
