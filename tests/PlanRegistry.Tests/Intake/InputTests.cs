using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Approval;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Tests.Intake;

/// <summary>GraphQL inputs are read by the same code as files, and their problems have the paths of the schema.</summary>
public sealed class InputTests : IntakeTest
{
    private const string Own = "500154";

    [Fact]
    public void An_act_is_recorded_from_its_fields()
    {
        var sheet = InputRows.Of<Act>(new RecordActInput
        {
            District = Own, IdempotencyKey = "k", ExpectedSeq = 1, Plan = "DEV-2021",
            Type = ActType.Reported, On = new DateOnly(2022, 6, 20),
            About = ActAbout.Annual, Year = 2021, Recipients = ["区政府", "区人大"],
        });

        var view = Kai();
        var result = RowIntake.Add(view, [sheet]);
        var act = After(view, result).Own.Of<Act>().Single();

        act.Recipients!.Select(a => a.Code).Should().Equal("GOV", "CONGRESS");
        result.SubjectsIn(After(view, result)).Should().Equal(act);
    }

    [Fact]
    public void The_subject_is_there_too_when_nothing_changes()
    {
        var view = Kai();

        var result = RowIntake.Add(view, [InputRows.Of<Plan>(Water())]);

        result.Changes.Should().BeEmpty();
        result.SubjectsIn(view).Should().Equal(view.Own.Of<Plan>().Single(p => p.Code == "WATER-2021"));
    }

    [Fact]
    public void A_row_that_is_recorded_with_other_content_is_not_added()
    {
        var problem = RowIntake.Add(Kai(), [InputRows.Of<Plan>(Water() with { LeadAgency = "GOV" })]).Problems
            .Should().ContainSingle().Subject;

        problem.Code.Should().Be(ProblemCode.Duplicate);
        problem.Message.Should().Be(new Text(
            "“WATER-2021”已登记，所填牵头单位与已登记的不同（未填的也算不同）；请照原样填写，确有错误的用 correctRecord 说明原因后更正。",
            "WATER-2021 is recorded already with another lead_agency (left out counts too): repeat what is recorded, "
                + "or mend it by correctRecord, with a reason."));
    }

    [Fact]
    public void A_horizon_is_read_in_one_piece_and_a_bad_year_of_it_has_its_own_path()
    {
        var problem =
            RowIntake.Add(Kai(), [InputRows.Of<Plan>(Water() with { Code = "W-2", Horizon = new HorizonInput { From = 2025, To = 2021 } })])
                .Problems.Should().ContainSingle().Subject;

        problem.Path.Should().Equal("horizon", "to");
        problem.Message.En.Should().Be("horizon_to 2021 is before horizon_from 2025.");
    }

    [Fact]
    public void Targets_of_a_plan_come_as_rows_and_their_problems_have_paths()
    {
        TargetInput[] targets =
        [
            new() { Indicator = "FOREST", Nature = IndicatorNature.Binding, TargetValue = 55.50m },
            new() { Indicator = "GDP", Nature = IndicatorNature.Expected, Unit = "万元/人" },
        ];

        var problem = RowIntake.Set(Kai(), IndicatorMutations.Targets(targets, "DEV-2021", 1)).Problems.Should().ContainSingle().Subject;

        problem.Path.Should().Equal("targets", "1", "unit");
        problem.Message.En.Should().Be("unit \"万元/人\" is not known.");
        problem.Message.Zh.Should().Be("计量单位“万元/人”未登记。");
    }

    [Fact]
    public void A_list_comes_with_its_entries()
    {
        var input = new ApproveDirectoryListInput
        {
            District = Own, Code = "SR-2026", Track = ListTrack.SpecialAndRegional, Year = 2026, Drafter = "区发改委", JointSubmission = true,
            Entries = [new() { Title = "甲规划", Kind = PlanKind.Special },
                new() { Title = "水规划", Kind = PlanKind.Special, Plan = "WATER-2021" }],
        };

        var entries = RowIntake.Add(Kai(), CatalogueMutations.ListRows(input)).Changes.Select(c => c.Recorded).OfType<DirectoryEntry>();

        entries.Select(e => (e.List.Code, e.Code, e.Plan?.Code)).Should().Equal(("SR-2026", "1", null), ("SR-2026", "2", "WATER-2021"));
    }

    [Fact]
    public void An_amendments_approval_is_an_act_about_it()
    {
        var input = new RecordActInput { District = Own, Plan = "DEV-2021",
            Type = ActType.AmendmentApproved, Version = 2, On = new DateOnly(2024, 1, 10), Agency = "区人大" };

        Recorded<Act>(Kai(), InputRows.Of<Act>(input with { Type = ActType.Issued }, (nameof(Act.About), ActAbout.Amendment))).Single()
            .Should().BeEquivalentTo(new { Type = ActType.Issued, About = ActAbout.Amendment, Version = 2 },
                "what the command says stands over what the input leaves open");
    }

    [Fact]
    public void Allocations_are_rows()
    {
        AllocationInput[] allocations =
            [new() { Plan = "DEV-2021", Indicator = "FOREST", ToDistrict = "500155", TargetYear = 2025, TargetValue = 50 }];

        Recorded<Allocation>(Kai(), [.. InputRows.Of<Allocation>(allocations, "allocations")]).Single().Nature
            .Should().Be(IndicatorNature.Binding);
    }

    private static RegisterPlanInput Water() => new()
    {
        District = Own, Code = "WATER-2021", Title = "开州区水安全保障规划", Kind = PlanKind.Special,
        Horizon = new() { From = 2021, To = 2025 }, LeadAgency = "WATER",
    };
}
