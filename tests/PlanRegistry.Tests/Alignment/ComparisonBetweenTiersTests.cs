using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Rules.Alignment;

namespace PlanRegistry.Tests.Alignment;

/// <summary>ALI-001 between tiers: <see cref="BindingTargetIsNotWeakerThanAbove"/>, <see cref="AllocationIsNotRecorded"/>.</summary>
public sealed class ComparisonBetweenTiersTests
{
    private const string Day = "2021-12-31";

    private static TestDistrict Allocated(decimal? value, IndicatorNature nature = IndicatorNature.Binding, string? document = null)
    {
        var district = AlignedDistrict.Build().WithMunicipalTarget(55m);
        district.Allocation("500000:CQ-2021", "500000:SLFGL", value, 2025, nature,
            document is null
                ? null
                : a => a with
                    { Document = district.Document("渝林〔2021〕8号", with: d => d with { IssuedOn = PartialDate.Parse(document) }).Key });
        return district;
    }

    [Fact]
    public void T12_a_target_weaker_than_what_the_municipality_allocated_is_blocking()
    {
        var finding = Allocated(24.1m).With("DEV-2021", 23.8m).Finding("ALI-001", Day);

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Sentence.Zh.Should().Be("《开州区十四五规划纲要》中约束性指标“森林 覆盖率”2025年目标值为23.8%，低于《重庆市十四五规划纲要》分解下达本区的约束性数值24.1%。");
        finding.Sentence.En.Should().Be(
            "In 开州区十四五规划纲要 the target of 2025 for the binding indicator 森林 覆盖率 is 23.8%,"
                + " below the binding 24.1% that 重庆市十四五规划纲要 allocated to the district.");
        finding.Facts.Single(f => f.Name == "allocation").Text.Zh.Should().Be("“森林 覆盖率”2025年24.1%（约束性）");
        finding.Since.Should().Be(new DateOnly(2021, 2, 20), "the allocation holds from the superior's approval, the target from ours");
    }

    [Fact]
    public void The_municipalitys_own_target_is_not_compared_with() =>
        Allocated(24.1m).With("DEV-2021", 24.1m).Findings("ALI-001", Day).Should().BeEmpty();

    [Fact]
    public void T12_without_an_allocation_nothing_is_compared_and_one_notice_lists_what_to_record()
    {
        var district = AlignedDistrict.Build().WithMunicipalTarget(24.1m).With("DEV-2021", 23.8m);
        district.Indicator("PM", "细颗粒物浓度", "微克");
        district.Target("500000:CQ-2021", "PM", 30m);

        var finding = district.With("DEV-2021", 40m, indicator: "PM").Finding("ALI-001", Day);

        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Notice);
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/DEV-2021", "500000/plans/CQ-2021");
        finding.Sentence.Zh.Should().Be("《重庆市十四五规划纲要》分解下达本区的数值未录入，《开州区十四五规划纲要》的下列指标无法比较：森林覆盖率、细颗粒物浓度。");
        finding.Sentence.En.Should().Be(
            "What 重庆市十四五规划纲要 allocated to the district is not recorded, "
                + "so these indicators of 开州区十四五规划纲要 cannot be compared: 森林覆盖率, 细颗粒物浓度.");
        finding.Remedies.Single().Agency!.Name.Should().Be("区发展改革委");
    }

    [Fact]
    public void An_indicator_that_the_municipality_does_not_hold_is_not_asked_for() =>
        AlignedDistrict.Build().With("DEV-2021", 23.8m).WithMunicipalTarget(55m, IndicatorNature.Binding)
            .With("FOREST-2021", 23.8m).Findings("ALI-001", Day)
            .Should().ContainSingle("the special plan's nearest holder is the development plan").Which.Plan!.Value.Code
            .Should().Be("DEV-2021");

    [Fact]
    public void A_municipal_plan_of_which_nothing_is_recorded_is_asked_for_once_where_it_is_named()
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 23.8m).With("FOREST-2021", 24m);
        district.Link("DEV-2021", "500000:CQ-2021");

        district.Findings("ALI-001", Day).Should().ContainSingle().Which.Sentence.Zh
            .Should().Be("《重庆市十四五规划纲要》分解下达本区的数值未录入，《开州区十四五规划纲要》的下列指标无法比较：森林覆盖率。");
    }

    [Fact]
    public void An_allocation_holds_from_its_documents_day()
    {
        var district = Allocated(24.1m, document: "2021-09-01").With("DEV-2021", 23.8m);

        district.Findings("ALI-001", "2021-08-31").Should().BeEmpty("it is recorded, but not handed down yet");
        district.Finding("ALI-001", "2021-09-01").Severity.Should().Be(Severity.Warning, "it came after the plan was approved");
        district.Finding("ALI-001", "2022-03-01").Severity.Should().Be(Severity.Blocking, "180 days later the grace is over");
    }

    [Fact]
    public void An_allocation_of_a_plan_neither_approved_nor_dated_is_still_to_be_recorded()
    {
        var district = new TestDistrict();
        district.Plan("500000:CQ-2021", PlanKind.Development, 2021, 2025);
        district.Plan("DEV-2021", PlanKind.Development, 2021, 2025);
        district.Act("DEV-2021", ActType.DraftingStarted, "2021-01-10");
        district.Link("DEV-2021", "500000:CQ-2021");
        district.Indicator("COVER", "森林覆盖率");
        district.Target("DEV-2021", "COVER", 23m);
        district.Allocation("500000:CQ-2021", "COVER", 24m, 2025);

        district.Finding("ALI-001", Day).Should().BeEquivalentTo(new { Verdict = Verdict.Unknown, Severity = Severity.Notice });
    }

    [Fact]
    public void An_allocation_without_a_value_is_unknown() =>
        Allocated(null).With("DEV-2021", 23.8m).Finding("ALI-001", Day).Sentence.Zh.Should().EndWith("比较：《重庆市十四五规划纲要》目标值未录入。");

    [Fact]
    public void An_allocation_to_another_district_is_none()
    {
        var district = AlignedDistrict.Build().WithMunicipalTarget(55m).With("DEV-2021", 23.8m);
        district.Allocation("500000:CQ-2021", "500000:SLFGL", 24.1m, 2025, with: a => a with { ToDistrict = DistrictCode.Parse("500101") });

        district.Finding("ALI-001", Day).Verdict.Should().Be(Verdict.Unknown);
    }

    [Fact]
    public void An_allocation_recorded_by_the_municipality_wins_over_our_copy_of_it()
    {
        var district = Allocated(30m).With("DEV-2021", 24.1m);
        district.Allocation("500000:CQ-2021", "500000:SLFGL", 24.1m, 2025, with: a => a with { Home = TestDistrict.Municipality });

        district.Findings("ALI-001", Day).Should().BeEmpty();
    }

    [Fact]
    public void A_national_plan_is_never_compared_with()
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 23.8m);
        district.Plan("000000:CN-2021", PlanKind.Development, 2021, 2025);
        district.Act("000000:CN-2021", ActType.CongressApproved, "2021-03-11");
        district.Indicator("000000:COVER", "森林覆盖率");
        district.Target("000000:CN-2021", "000000:COVER", 24.1m);
        district.Allocation("000000:CN-2021", "000000:COVER", 24.1m, 2025);
        district.Link("DEV-2021", "000000:CN-2021");

        district.Findings("ALI-001", Day).Should().BeEmpty();
    }

    [Fact]
    public void A_special_plan_is_compared_with_its_own_municipal_superior()
    {
        var district = Allocated(24.1m);
        district.Link("FOREST-2021", "500000:CQ-2021");

        district.With("FOREST-2021", 23.8m).Finding("ALI-001", Day).Subjects[1].Text.Should().Be("500000/plans/CQ-2021");
    }
}
