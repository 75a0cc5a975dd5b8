using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;

namespace PlanRegistry.Tests.Intake;

/// <summary>GraphQL inputs are read by the same code as files, and their problems have paths.</summary>
public sealed class InputTests : IntakeTest
{
    [Fact]
    public void An_act_is_recorded_from_its_fields()
    {
        var sheets = Inputs.Single("acts", new Dictionary<string, object?>
        {
            ["district"] = "500154", ["idempotencyKey"] = "k", ["expectedSeq"] = 1, ["clientMutationId"] = null,
            ["plan"] = "DEV-2021", ["type"] = "REPORTED", ["on"] = new DateOnly(2022, 6, 20), ["about"] = "ANNUAL", ["year"] = 2021, ["recipients"] = new object[] { "区政府", "区人大" },
        });

        var view = Kai();
        var result = RowIntake.Decide(view, sheets);
        var act = After(view, result).Own.Of<Act>().Single();

        act.Recipients!.Select(a => a.Code).Should().Equal("GOV", "CONGRESS");
        result.SubjectsIn(After(view, result)).Should().Equal(act);
    }

    [Fact]
    public void The_subject_is_there_too_when_nothing_changes()
    {
        var view = Kai();
        var sheets = Inputs.Single("plans", new Dictionary<string, object?>
        {
            ["code"] = "WATER-2021", ["title"] = "开州区水安全保障规划", ["kind"] = PlanRegistry.Records.PlanKind.Special, ["horizonFrom"] = 2021, ["horizonTo"] = 2025, ["leadAgency"] = "WATER",
        });

        var result = RowIntake.Decide(view, sheets);

        result.Changes.Should().BeEmpty();
        result.SubjectsIn(view).Should().Equal(view.Own.Of<Plan>().Single(p => p.Code == "WATER-2021"));
    }

    [Fact]
    public void Targets_of_a_plan_come_as_rows_and_their_problems_have_paths()
    {
        var sheets = Inputs.Targets(new Dictionary<string, object?>
        {
            ["district"] = "500154", ["plan"] = "DEV-2021", ["version"] = 1,
            ["targets"] = new List<object?>
            {
                new Dictionary<string, object?> { ["indicator"] = "FOREST", ["nature"] = "BINDING", ["targetValue"] = 55.50m },
                new Dictionary<string, object?> { ["indicator"] = "GDP", ["nature"] = "EXPECTED", ["unit"] = "万元/人" },
            },
        });

        var problem = RowIntake.Decide(Kai(), sheets).ToDecision().Problems.Should().ContainSingle().Subject;

        problem.Path.Should().Equal("targets", "1", "unit");
        problem.Message.En.Should().Be("unit \"万元/人\" is not known.");
        problem.Message.Zh.Should().Be("计量单位“万元/人”未登记。");
    }

    [Fact]
    public void A_list_comes_with_its_entries()
    {
        var sheets = Inputs.DirectoryList(new Dictionary<string, object?>
        {
            ["code"] = "SR-2026", ["track"] = "SPECIAL_AND_REGIONAL", ["year"] = 2026, ["drafter"] = "区发改委", ["jointSubmission"] = true,
            ["entries"] = new List<object?>
            {
                new Dictionary<string, object?> { ["title"] = "甲规划", ["kind"] = "SPECIAL" },
                new Dictionary<string, object?> { ["title"] = "水规划", ["kind"] = "SPECIAL", ["plan"] = "WATER-2021" },
            },
        });

        var entries = RowIntake.Decide(Kai(), sheets).Changes.Select(c => c.Recorded).OfType<DirectoryEntry>();

        entries.Select(e => (e.List.Code, e.Code, e.Plan?.Code)).Should().Equal(("SR-2026", "1", null), ("SR-2026", "2", "WATER-2021"));
    }

    [Fact]
    public void A_missing_field_is_the_rows_own_problem()
    {
        var problem = RowIntake.Decide(Kai(), Inputs.Single("acts", new Dictionary<string, object?> { ["plan"] = "DEV-2021", ["type"] = "ISSUED" })).ToDecision().Problems.Single();

        problem.Should().BeEquivalentTo(new { Code = ProblemCode.InvalidValue, Path = new[] { "on" }, Message = new PlanRegistry.Records.Text("日期未填写。", "on is not filled in.") });
    }

    [Fact]
    public void An_amendments_approval_is_an_act_about_it()
    {
        var sheets = Inputs.AmendmentApproval(new Dictionary<string, object?> { ["plan"] = "DEV-2021", ["version"] = 2, ["on"] = "2024-01-10", ["agency"] = "区人大", ["document"] = null });

        Recorded<Act>(Kai(), [.. sheets]).Single().Should().BeEquivalentTo(new { Type = ActType.AmendmentApproved, About = ActAbout.Amendment, Version = 2 });
    }

    [Fact]
    public void Allocations_are_rows()
    {
        var sheets = Inputs.Allocations(new Dictionary<string, object?>
        {
            ["allocations"] = new List<object?> { new Dictionary<string, object?> { ["plan"] = "DEV-2021", ["indicator"] = "FOREST", ["toDistrict"] = "500155", ["targetYear"] = 2025, ["targetValue"] = "50" } },
        });

        Recorded<Allocation>(Kai(), [.. sheets]).Single().Nature.Should().Be(IndicatorNature.Binding);
    }
}
