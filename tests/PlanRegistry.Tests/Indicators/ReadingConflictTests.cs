using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules.Indicators;

namespace PlanRegistry.Tests.Indicators;

/// <summary>IND-001: <see cref="ReadingsContradictEachOther"/>, and what rests on such readings.</summary>
[Trait("Rule", nameof(BindingIndicatorKeepsToItsPath))]
public sealed class ReadingConflictTests
{
    private const string Day = "2024-03-01";

    /// <summary>A plan of 2021-2025 in force, led by the AGR department, from 0 in 2020 to 100 in 2025.</summary>
    private static TestDistrict District(Func<Indicator, Indicator>? indicator = null, IndicatorNature nature = IndicatorNature.Binding)
    {
        var district = new TestDistrict();
        district.Plan("FOREST", PlanKind.Special, 2021, 2025, p => p with
        {
            Title = "林业规划", ApprovalLevel = ApprovalLevel.Government, LeadAgency = district.Key<Agency>("AGR"),
        });
        district.Act("FOREST", ActType.GovernmentApproved, "2021-03-01", "GOV");
        district.Act("FOREST", ActType.Published, "2021-03-10", "AGR");
        district.Indicator("COVER", "森林覆盖率", with: indicator);
        district.Target("FOREST", "COVER", 100m, nature, with: t => t with { BaseYear = 2020, BaseValue = 0m });
        return district;
    }

    private static TestDistrict Measured(TestDistrict district, decimal department, decimal spatial, int year = 2023)
    {
        district.Reading("FOREST", "COVER", year, department);
        district.Reading("FOREST", "COVER", year, spatial, ReadingSource.Spatial);
        return district;
    }

    private static TestDistrict Settled(TestDistrict district, ReadingSource source, string agency = "DRC", string on = "2024-02-01")
    {
        district.Add(new ReadingSettlement
        {
            Plan = district.Key<Plan>("FOREST"), Indicator = district.Key<Indicator>("COVER"), Year = 2023, Source = source,
            Reason = "以空间监测的图斑核查结果为准", Agency = district.Key<Agency>(agency), On = PartialDate.Parse(on),
        });
        return district;
    }

    private static IEnumerable<Finding> Conflicts(TestDistrict district, string day = Day) =>
        district.Findings("IND-001", day).Where(f => f.Subjects.Count == 4);

    private static IEnumerable<Finding> Judged(TestDistrict district, string day = Day) =>
        district.Findings("IND-001", day).Where(f => f.Subjects.Count == 2);

    [Fact]
    public void Sources_within_the_tolerance_agree()
    {
        Conflicts(Measured(District(), 60m, 57m)).Should().BeEmpty("3 of 60 is exactly 5 %");
        Conflicts(Measured(District(), 60m, 56.9m)).Should().ContainSingle();
        Conflicts(Measured(District(), 0m, 0m)).Should().NotContain(f => f.Sentence.Zh.Contains("不一致", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_behind_by_the_source_that_counts_first_stays_behind_whatever_another_says()
    {
        var district = Measured(District(), 30m, 60m);

        Judged(district).Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Fail);
        Conflicts(district).Should().ContainSingle();
        Judged(Settled(district, ReadingSource.Spatial)).Should().BeEmpty("the commission has settled it");
    }

    [Fact]
    public void Sources_that_differ_by_more_open_a_conflict_that_somebody_settles()
    {
        var finding = Conflicts(Measured(District(), 60m, 30m)).Should().ContainSingle().Subject;

        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, new DateOnly(2023, 12, 31)));
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/FOREST", "500154/indicators/COVER", "2023", "SOURCES");
        finding.Sentence.Zh.Should().Be("《林业规划》指标“森林覆盖率”2023年各来源的监测值不一致：部门统计60%、空间监测30%，相差50%，超过5%的容差（参考值），"
            + "尚未核定采用哪一来源；核定之前，按首要来源落后的仍判落后，其余结论不同的不作评判依据。");
        finding.Remedies.Single().Should().BeEquivalentTo(new { Act = "settleReadings", Input = new { Year = 2023 } });
        finding.Remedies.Single().Agency!.Name.Should().Be("区发展改革委");
    }

    [Fact]
    public void What_comes_out_differently_by_source_is_neither_behind_nor_on_its_path()
    {
        var district = Measured(District(), 60m, 30m);

        Judged(district).Should().BeEmpty("the conflict tells it");
        var progress = Progress.On(district.On(Day).Plan(district.Key<Plan>("FOREST"))!).Single();
        (progress.IsBehind, progress.IsUnknown, progress.IsInConflict).Should().Be((false, true, true));
        progress.Unclear!.Value.Zh.Should().Be("各来源的监测值不一致（2023年部门统计60%、空间监测30%），按其一落后、按其一不落后，尚未核定采用哪一来源");
    }

    [Fact]
    public void Where_both_sources_come_to_the_same_verdict_it_is_given()
    {
        Judged(Measured(District(), 35m, 30m)).Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Fail);
        Judged(Measured(District(), 60m, 80m)).Should().BeEmpty();
        Progress.On(Measured(District(), 60m, 80m).On(Day).Plan(new Key<Plan>(TestDistrict.Own, "FOREST"))!).Single()
            .IsUnknown.Should().BeFalse();
    }

    [Fact]
    public void Of_a_cumulative_indicator_every_year_that_is_summed_counts()
    {
        var district = District(i => i with { Measure = Measure.Cumulative, ReadingBasis = ReadingBasis.Year });
        Measured(district, 30m, 5m, 2021);
        district.Reading("FOREST", "COVER", 2022, 20m);
        district.Reading("FOREST", "COVER", 2023, 10m);

        Judged(district).Should().BeEmpty("60 by one and 35 by the other, of 60 that are due");
        Conflicts(district).Single().Subjects[2].Text.Should().Be("2021");
    }

    [Fact]
    public void From_the_day_of_its_settlement_on_the_source_that_was_taken_counts()
    {
        var district = Settled(Measured(District(), 60m, 30m), ReadingSource.Spatial);

        Conflicts(district).Should().BeEmpty();
        Judged(district).Should().ContainSingle().Which.Sentence.Zh.Should().Contain("2023年为30%");
        Conflicts(district, "2024-01-31").Should().ContainSingle("it was not settled yet");
    }

    [Fact]
    public void A_settlement_falls_when_a_reading_of_the_year_is_corrected_afterwards()
    {
        var district = Settled(Measured(District(), 60m, 30m), ReadingSource.Spatial);
        var corrected = district.On(Day).View.Of<Reading>().Single(r => r.Source == ReadingSource.Department) with { Value = 62m, Seq = 2 };
        var view = district.View();
        var own = view.Own.All.Where(r => r.Id != corrected.Id).Append(corrected).ToList();
        var later = new Snapshot(new RegistryView([new DistrictRecords(TestDistrict.Own, 2, view.Own.RecordedAt, own),
            .. view.Chain.Skip(1)]), new DateOnly(2024, 3, 1));

        Rules.Judge.JudgementOf(later).Findings.Count(f => f.Rule == "IND-001" && f.Subjects.Count == 4).Should().Be(1);
    }

    [Theory]
    [InlineData(ReadingSource.Department, "AGR", false)]
    [InlineData(ReadingSource.Spatial, "AGR", true)]
    [InlineData(ReadingSource.Department, "DRC", true)]
    [InlineData(ReadingSource.Department, "GOV", true)]
    [InlineData(ReadingSource.Spatial, "EDU", false)]
    [InlineData(ReadingSource.Spatial, "NR", false)]
    public void Nobody_settles_in_favour_of_its_own_number_and_no_stranger_at_all(ReadingSource source, string agency, bool holds) =>
        Conflicts(Settled(Measured(District(), 60m, 30m), source, agency)).Any().Should().Be(!holds);

    [Fact]
    public void What_stands_for_half_a_year_is_not_compared_with_what_stands_for_all_of_it()
    {
        var district = District();
        district.Reading("FOREST", "COVER", 2023, 60m);
        district.Reading("FOREST", "COVER", 2023, 30m, ReadingSource.Survey, cutoffOn: "2023-06-30");

        Conflicts(district).Should().BeEmpty();
    }

    [Fact]
    public void Two_units_are_compared_by_the_factor_table_and_an_expected_indicator_too()
    {
        var district = District(i => i with { Unit = "亩", Extent = Extent.Total }, IndicatorNature.Expected);
        district.Reading("FOREST", "COVER", 2023, 60m);
        district.Reading("FOREST", "COVER", 2023, 4m, ReadingSource.Spatial, unit: "公顷");
        Conflicts(district).Should().BeEmpty("4 公顷 are 60 亩");

        district.Reading("FOREST", "COVER", 2023, 3m, ReadingSource.Spatial, unit: "公顷");
        Conflicts(district).Should().ContainSingle().Which.Sentence.Zh.Should().Contain("部门统计60亩、空间监测3公顷，相差25%");
    }
}
