using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Rules.Indicators;

namespace PlanRegistry.Tests.Indicators;

/// <summary>IND-003: <see cref="MainIndicatorsHaveAnnualTargetsThatReachTheTarget"/> and its cases.</summary>
[Trait("Rule", nameof(MainIndicatorsHaveAnnualTargetsThatReachTheTarget))]
public sealed class MainIndicatorsHaveAnnualTargetsTests
{
    private const string Day = "2022-01-01";

    /// <summary>A development plan of 2021-2025, published on 2021-03-10, that is to bring an indicator from 50 to 60.</summary>
    private static TestDistrict District(Func<Indicator, Indicator>? indicator = null, Func<Target, Target>? target = null,
        string recordedOn = "2021-01-01", string published = "2021-03-10")
    {
        var district = new TestDistrict(recordedOn);
        district.Plan("DEV", PlanKind.Development, 2021, 2025, p => p with { Title = "纲要" });
        district.Act("DEV", ActType.CongressApproved, "2021-03-01");
        district.Act("DEV", ActType.Published, published, "GOV");
        district.Indicator("RATE", "城镇化率", with: indicator);
        district.Target("DEV", "RATE", 60m, with: t => (target ?? (x => x))(t with { BaseYear = 2020, BaseValue = 50m }));
        return district;
    }

    private static TestDistrict Annual(TestDistrict district, params decimal?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                Set(district, 2021 + i, value);
            }
        }
        return district;
    }

    private static AnnualTarget Set(TestDistrict district, int year, decimal? value, string? reason = null, string indicator = "RATE",
        Func<AnnualTarget, AnnualTarget>? with = null)
    {
        var row = new AnnualTarget
        {
            Plan = district.Key<Plan>("DEV"), Indicator = district.Key<Indicator>(indicator), Year = year, TargetValue = value,
            Reason = reason,
        };
        return district.Add(with?.Invoke(row) ?? row);
    }

    private static IReadOnlyList<Finding> Found(TestDistrict district, string day = Day) => district.Findings("IND-003", day);

    [Fact]
    public void A_path_of_every_year_that_ends_at_the_target_complies_though_it_dips() =>
        Found(Annual(District(), 52, 51, 56, 58, 60)).Should().BeEmpty();

    [Fact]
    public void In_the_year_of_the_target_a_reason_is_no_value()
    {
        var district = Annual(District(), 52, 54, 56, 58);
        Set(district, 2025, null, "不设");

        Found(district).Should().ContainSingle().Which.Sentence.Zh.Should().Contain("2025年是目标年，以理由代替了年度目标值");
    }

    [Fact]
    public void Years_without_a_value_or_a_reason_are_told_in_one_finding()
    {
        var finding = Found(Annual(District(), 52, null, 56, null, 60)).Should().ContainSingle().Subject;

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Error, Since = new DateOnly(2021, 6, 9) });
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/DEV", "500154/indicators/RATE");
        finding.Sentence.Zh.Should().Be("《纲要》主要指标“城镇化率”的年度目标不完整或者与规划目标不衔接：2022、2024年既无目标值，也未说明不设年度目标的理由。");
        finding.Remedies.Single().Should().BeEquivalentTo(new { Act = "setAnnualTargets", Agency = new { Name = "区发展改革委" } });
    }

    [Fact]
    public void A_reason_counts_for_its_year()
    {
        var district = Annual(District(), 52, null, 56, 58, 60);
        Set(district, 2022, null, "普查年份，不设年度目标。");

        Found(district).Should().BeEmpty();
    }

    [Fact]
    public void An_expected_indicator_is_a_warning_and_one_without_any_row_is_told_beside_others()
    {
        var district = Annual(District(target: t => t with { Nature = IndicatorNature.Expected }), 52, 54, 56, 58, 59);
        Found(district).Single().Should().BeEquivalentTo(new { Severity = Severity.Warning });
        Found(district).Single().Sentence.Zh.Should().EndWith("2025年的年度目标59%，低于目标值60%。");

        district.Indicator("BEDS", "床位数", "张");
        district.Target("DEV", "BEDS", 9m);
        Found(district).Should().HaveCount(2);
    }

    [Fact]
    public void Where_less_is_better_the_end_is_too_high()
    {
        var district = District(i => i with { Direction = Direction.Lower }, t => t with { TargetValue = 40m });

        Found(Annual(district, 48, 46, 44, 42, 41)).Single().Sentence.Zh.Should().EndWith("2025年的年度目标41%，高于目标值40%。");
        Found(Annual(district, 48, 46, 44, 42, 39)).Should().BeEmpty();
    }

    [Fact]
    public void A_range_lies_within()
    {
        var district = District(i => i with { Direction = Direction.Range },
            t => t with { TargetValue = null, TargetLow = 5m, TargetHigh = 6m });
        for (var year = 2021; year <= 2025; year++)
        {
            Set(district, year, null, with: t => t with { TargetLow = 5m, TargetHigh = year == 2025 ? 7m : 6m });
        }

        Found(district).Single().Sentence.Zh.Should().Contain("2025年的年度目标5%—7%，超出目标值5%—6%");
        Set(district, 2025, 5.5m);
        Found(district).Should().BeEmpty();
    }

    [Fact]
    public void Cumulative_ones_add_up_in_whatever_unit()
    {
        var district = District(i => i with { Unit = "亩", Measure = Measure.Cumulative, ReadingBasis = ReadingBasis.Year },
            t => t with { Unit = "万亩", BaseValue = null });

        Found(Annual(district, 120000, 120000, 120000, 120000, 120000)).Should().BeEmpty();
        var finding = Found(Annual(district, 120000, 120000, 120000, 120000, 110000)).Single();
        finding.Sentence.Zh.Should().EndWith("2021—2025年各年度目标合计59万亩，低于目标值60万亩。");
        finding.Facts.Where(f => f.Name == "step").Select(f => f.Text.Zh).Should().Equal("12+12+12+12+11=59万亩");
        Found(Annual(district, 120000, 120000, 120000, 120000, 130000)).Should().BeEmpty("more than is asked is no breach");
    }

    [Fact]
    public void Where_values_to_date_are_recorded_the_last_one_is_the_target()
    {
        Found(Annual(District(i => i with { Measure = Measure.Cumulative, ReadingBasis = ReadingBasis.ToDate }), 12, 24, 36, 48, 60))
            .Should().BeEmpty();
        Found(Annual(District(i => i with { Measure = Measure.Cumulative, ReadingBasis = ReadingBasis.ToDate }), 12, 12, 12, 12, 12))
            .Should().ContainSingle();
        var open = Found(Annual(District(i => i with { Measure = Measure.Cumulative }), 10, 10, 10, 10, 10)).Single();
        (open.Verdict, open.Sentence.Zh).Should().Be((Verdict.Unknown,
            "《纲要》主要指标“城镇化率”的年度目标是否与规划目标衔接无法判断：各年度目标是当年值还是累计至今值未录入：合计50%，末年10%，都未达到目标值60%。"));
    }

    [Theory]
    [InlineData(Measure.AnnualGrowth)]
    [InlineData(Measure.Level)]
    public void Growth_and_levels_do_not_add(Measure measure) =>
        Found(Annual(District(i => i with { Measure = measure }), 60, 60, 60, 60, 60)).Should().BeEmpty();

    [Fact]
    public void A_missing_factor_leaves_it_open()
    {
        var finding = Found(Annual(District(i => i with { Unit = "亩" }, t => t with { Unit = "件" }), 52, 54, 56, 58, 60)).Single();

        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Sentence.Zh.Should().EndWith("2025年的年度目标与目标值的计量单位（亩、件）不能换算。");
    }

    [Fact]
    public void Rows_under_two_names_of_one_indicator_are_one_and_may_not_differ()
    {
        var district = Annual(District(), 52, 54, 56, 58, 60);
        district.Indicator("RATE2", "城镇化率");
        Set(district, 2022, 54m, indicator: "RATE2");
        Found(district).Should().BeEmpty();

        Set(district, 2022, 55m, indicator: "RATE2");
        Found(district).Single().Sentence.Zh.Should().EndWith("2022年的年度目标以不同名称录入，数值不一致。");
    }

    [Fact]
    public void Before_the_grace_is_over_and_of_a_draft_nothing_is_said()
    {
        Found(Annual(District(), 52), "2021-06-08").Should().BeEmpty();
        Found(Annual(District(), 52), "2021-06-09").Should().ContainSingle();
        Found(Annual(District(), 52), "2026-01-01").Should().BeEmpty("it has expired");
    }

    [Fact]
    public void None_at_all_is_unknown_once_and_of_a_plan_from_before_the_registry_history()
    {
        var finding = Found(District()).Single();
        (finding.Verdict, finding.Subjects.Count).Should().Be((Verdict.Unknown, 1));
        finding.Sentence.Zh.Should().Be("《纲要》至2021年6月8日没有录入年度目标，主要指标是否已分解纳入年度指标体系待核实。");

        Found(District(recordedOn: "2021-06-01")).Should().BeEmpty();
    }

    [Fact]
    public void Years_that_had_passed_when_it_was_published_need_none() =>
        Found(Annual(District(published: "2022-05-01"), null, 54, 56, 58, 60), "2023-01-01").Should().BeEmpty();

    [Fact]
    public void An_approved_amendment_counts_once_its_grace_is_over()
    {
        var district = Annual(District(), 52, 54, 56, 58, 60);
        district.Act("DEV", ActType.Reported, "2023-04-01", "DRC", ActAbout.MidTerm, 2023);
        district.Amendment("DEV", 2, "2023-05-01");
        district.Target("DEV", "RATE", 62m, version: 2, with: t => t with { BaseYear = 2020, BaseValue = 50m });
        district.Act("DEV", ActType.AmendmentProposed, "2023-05-01", "GOV", ActAbout.Amendment, with: a => a with { Version = 2 });
        Found(district, "2023-12-01").Should().BeEmpty("it is proposed alone");

        district.Act("DEV", ActType.PartyAgreed, "2023-06-01", "PARTY", ActAbout.Amendment, with: a => a with { Version = 2 });
        district.Act("DEV", ActType.StandingCommitteeApproved, "2023-07-01", "SC", ActAbout.Amendment, with: a => a with { Version = 2 });
        Found(district, "2023-09-29").Should().BeEmpty();
        Found(district, "2023-09-30").Single().Sentence.Zh.Should().EndWith("2025年的年度目标60%，低于目标值62%。");
    }

    [Fact]
    public void An_amendment_of_one_indicator_gives_another_no_new_term()
    {
        var district = Annual(District(), 52, 54, 56, 58, 55);
        district.Indicator("GREEN", "森林覆盖率");
        district.Target("DEV", "GREEN", 58m);
        district.Act("DEV", ActType.Reported, "2022-12-01", "DRC", ActAbout.MidTerm, 2023);
        district.Amendment("DEV", 2, "2023-01-10", a => a with { ChangedIndicators = [district.Key<Indicator>("GREEN")] });
        district.Target("DEV", "RATE", 60m, version: 2, with: t => t with { BaseYear = 2020, BaseValue = 50m });
        district.Target("DEV", "GREEN", 59m, version: 2);
        foreach (var (type, on, by) in new[]
        {
            (ActType.AmendmentProposed, "2023-01-10", "GOV"), (ActType.PartyAgreed, "2023-01-10", "PARTY"),
            (ActType.StandingCommitteeApproved, "2023-03-01", "SC"),
        })
        {
            district.Act("DEV", type, on, by, ActAbout.Amendment, with: a => a with { Version = 2 });
        }

        Found(district, "2023-03-02").Select(f => f.Subjects[1].Text).Should().Equal("500154/indicators/RATE");
        Found(district, "2023-05-31").Select(f => f.Subjects[1].Text).Should().Equal("500154/indicators/GREEN", "500154/indicators/RATE");
        Found(district, "2023-05-31")[0].Since.Should().Be(new DateOnly(2023, 5, 31), "90 days after the amendment of that one");
    }
}
