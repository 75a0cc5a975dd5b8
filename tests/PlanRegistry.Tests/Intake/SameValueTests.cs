using PlanRegistry.Approval;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Intake;

/// <summary>What is recorded is one by its value, not by how it is spelled.</summary>
public sealed class SameValueTests : IntakeTest
{
    private const string Header = "plan,indicator,nature,target_value";
    private static readonly Sheet Targets = File("targets.csv", Header, "DEV-2021,FOREST,BINDING,46.30");
    private static readonly Sheet Approval = File("acts.csv", "plan,type,on", "DEV-2021,CONGRESS_APPROVED,2021-03-26");

    [Theory]
    [InlineData("46.3")]
    [InlineData("46.300")]
    [InlineData("４６．３")]
    public void A_figure_is_one_whatever_zeros_it_ends_in(string spelled)
    {
        var again = File("targets.csv", Header, $"DEV-2021,FOREST,BINDING,{spelled}");

        RowIntake.Set(Kai(Targets, Approval), [again]).Should().BeEquivalentTo(new { Changes = Array.Empty<Change>(), IsRefused = false });
        RowIntake.Add(Kai(Targets), [again]).Should().BeEquivalentTo(new { Changes = Array.Empty<Change>(), IsRefused = false });
        Recorded<Target>(Kai(), again).Single().TargetValue.Should().Be(46.30m);
    }

    [Fact]
    public void A_figure_is_kept_as_it_was_written_beside_a_value_that_changes()
    {
        var again = File("targets.csv", Header + ",wording", "DEV-2021,FOREST,BINDING,46.3,46.3%以上");

        var now = Recorded<Target>(Kai(Targets), again).Single();

        RecordShape.Of<Target>().Texts(now).Should().Contain("46.30").And.Contain("46.3%以上");
    }

    [Fact]
    public void A_correction_to_the_same_figure_changes_nothing()
    {
        var view = Kai(Targets, Approval);
        var id = view.Own.Of<Target>().Single().Id;

        new Correction(id, "录入有误", null, [("targetValue", "46.3")]).Decide(view).Changes.Should().BeEmpty();
        new Correction(id, "录入有误", null, [("targetValue", "46.4")]).Decide(view).Changes.Should().ContainSingle();
    }

    [Theory]
    [InlineData("开州区“十四五”规划纲要（2021—2025年）")]
    [InlineData("开州区\"十四五\" 规劃綱要")]
    public void A_title_is_one_however_it_is_typed_and_stays_as_it_was_recorded(string typed)
    {
        var again = File("plans.csv", "title,kind,horizon_from,horizon_to,lead_agency", $"{typed},DEVELOPMENT,2021,2025,NDRC");

        RowIntake.Set(Kai(Approval), [again]).Should().BeEquivalentTo(new { Changes = Array.Empty<Change>(), IsRefused = false });
    }

    [Theory]
    [InlineData("2021/3/26", "2021-03-26")]
    [InlineData("2021/3/26 0:00", "2021-03-26")]
    [InlineData("2021.3.26", "2021-03-26")]
    [InlineData("2021年3月26日", "2021-03-26")]
    [InlineData("20210326", "2021-03-26")]
    [InlineData("２０２１－０３－２６", "2021-03-26")]
    [InlineData("2021年3月", "2021-03")]
    [InlineData("2021/3", "2021-03")]
    [InlineData("2021年", "2021")]
    public void A_day_as_people_and_spreadsheets_write_it_is_that_day(string written, string day)
    {
        var act = Recorded<Act>(Kai(), File("acts.csv", "plan,type,on", $"DEV-2021,CONGRESS_APPROVED,{written}")).Single();

        act.On.ToString().Should().Be(day);
    }

    [Theory]
    [InlineData("2021.3")]
    [InlineData("44281")]
    [InlineData("26/3/2021")]
    [InlineData("21/3/26")]
    [InlineData("2021/3-26")]
    [InlineData("2021/3/26 8:30")]
    public void What_may_mean_another_day_is_refused(string written) =>
        Problems(Kai(), File("acts.csv", "plan,type,on", $"DEV-2021,CONGRESS_APPROVED,{written}"))
            .Should().Equal($"acts.csv:2: on \"{written}\" is no date: write 2021-03-26, 2021-03 or 2021.");
}
