using PlanRegistry.Alignment;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Alignment;

/// <summary>指标比对: what was allocated, the outline and the other plans side by side.</summary>
public sealed class ComparedIndicatorTests
{
    private static IReadOnlyList<ComparedIndicator> Compared(TestDistrict district, bool bindingOnly = true) =>
        ComparedIndicator.On(district.On("2021-12-31"), bindingOnly);

    private static TestDistrict Allocated(decimal value)
    {
        var district = AlignedDistrict.Build().WithMunicipalTarget(55m);
        district.Allocation("500000:CQ-2021", "500000:SLFGL", value, 2025, IndicatorNature.Binding);
        return district;
    }

    [Fact]
    public void A_row_has_the_allocation_the_outline_first_and_the_other_plans()
    {
        var row = Compared(Allocated(24.1m).With("DEV-2021", 24.1m).With("FOREST-2021", 23.8m)).Should().ContainSingle().Which;

        row.Year.Should().Be(2025);
        row.Allocations.Should().ContainSingle().Which.Figure.Value.Should().Be(24.1m);
        row.Targets.Select(t => (t.Plan.Plan.Code, t.Figure.Value)).Should().Equal(("DEV-2021", 24.1m), ("FOREST-2021", 23.8m));
        row.LacksAllocation.Should().BeFalse();
    }

    [Fact]
    public void The_weaker_figure_is_told_with_the_steps_of_its_finding()
    {
        var district = Allocated(24.1m).With("DEV-2021", 24.1m).With("FOREST-2021", 23.8m);

        var weaker = Compared(district)[0].Targets.Where(t => t.Comparisons.Any(c => c.IsWeaker)).ToList();

        weaker.Should().ContainSingle().Which.Plan.Plan.Code.Should().Be("FOREST-2021");
        weaker[0].Comparisons.Single(c => c.IsWeaker).Steps.Select(s => s.Zh).Should()
            .Equal(district.Finding("ALI-001", "2021-12-31").Facts.Where(f => f.Name == "step").Select(f => f.Text.Zh)).And.NotBeEmpty();
    }

    [Fact]
    public void Without_an_allocation_that_a_superior_should_have_given_it_is_to_be_checked()
    {
        var row = Compared(AlignedDistrict.Build().WithMunicipalTarget(24.1m).With("DEV-2021", 23.8m)).Should().ContainSingle().Which;

        row.Allocations.Should().BeEmpty();
        row.LacksAllocation.Should().BeTrue();
        row.Targets.Should().OnlyContain(t => t.Comparisons.Count == 0, "nothing is compared with what is not there");
    }

    [Fact]
    public void What_was_allocated_and_no_plan_took_up_has_a_row_too()
    {
        var row = Compared(Allocated(24.1m)).Should().ContainSingle().Which;

        row.Targets.Should().BeEmpty();
        row.Allocations.Should().ContainSingle();
    }

    [Fact]
    public void Expected_indicators_are_told_where_all_are_asked_for()
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 23.8m, IndicatorNature.Expected);

        Compared(district).Should().BeEmpty();
        Compared(district, bindingOnly: false).Should().ContainSingle();
    }

    [Fact]
    public void A_plan_of_an_earlier_time_is_held_against_the_outline_that_runs_linked_to_it_or_not()
    {
        var district = new TestDistrict();
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030, p => p with { Title = "十五五纲要" });
        district.Act("DEV-2026", ActType.CongressApproved, "2026-02-04");
        district.Act("DEV-2026", ActType.Published, "2026-03-05");
        district.Plan("FARM", PlanKind.Special, 2021, 2030, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("FARM", ActType.GovernmentApproved, "2021-09-01");
        district.Act("FARM", ActType.Published, "2021-09-01");
        district.Indicator("LAND", "高标准农田面积");
        district.Target("DEV-2026", "LAND", 92.5m, year: 2030);
        district.Target("FARM", "LAND", 92.2m, IndicatorNature.Expected, 2030);

        var figure = ComparedIndicator.On(district.On("2026-11-30"), bindingOnly: true).Single().Targets
            .Single(t => t.Plan.Plan.Code == "FARM");

        figure.Comparisons.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { IsWeaker = true, IsSoftened = true, IsOfASuperior = false });
        district.Findings("ALI-001", "2026-11-30").Should().BeEmpty("no rule compares what is neither linked nor of the outline's time");
    }

    [Fact]
    public void What_is_binding_above_and_expected_here_is_told_where_it_is_not_weaker_too()
    {
        var district = Allocated(24.1m).With("DEV-2021", 24.1m).With("FOREST-2021", 24.1m, IndicatorNature.Expected);

        Compared(district)[0].Targets.Where(t => t.Comparisons.Any(c => c.IsSoftened)).Select(t => t.Plan.Plan.Code).Should()
            .Equal("FOREST-2021");
        district.Findings("ALI-002", "2021-12-31").Should().ContainSingle();
    }
}
