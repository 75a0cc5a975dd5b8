using PlanRegistry.Approval;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Intake;

/// <summary>What says that it happened and begins after today is refused; a decision tells, the edge asks.</summary>
public sealed class NotYetTests : IntakeTest
{
    private static readonly DateOnly Today = new(2022, 6, 30);

    [Theory]
    [InlineData("acts.csv", "plan,type,on", "WATER-2021,PUBLISHED,2022-07-01", "on \"2022-07-01\"", "日期“2022-07-01”")]
    [InlineData("acts.csv", "plan,type,on", "WATER-2021,PUBLISHED,2022-07", "on \"2022-07\"", "日期“2022-07”")]
    [InlineData("acts.csv", "plan,type,on", "WATER-2021,PUBLISHED,2023", "on \"2023\"", "日期“2023”")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to,approved_on", "路网规划,SPECIAL,2021,2025,2022/12/1",
        "approved_on \"2022-12-01\"", "批准日期“2022-12-01”")]
    [InlineData("documents.csv", "code,title,issued_on", "D,复函,2022-07-02", "issued_on \"2022-07-02\"", "印发日期“2022-07-02”")]
    [InlineData("directory_lists.csv", "code,track,year,approved_on", "L,COMBINED,2022,2022-08-01",
        "approved_on \"2022-08-01\"", "批准日期“2022-08-01”")]
    [InlineData("readings.csv", "plan,indicator,year,value", "DEV-2021,FOREST,2023,55", "year \"2023\"", "年度“2023”")]
    [InlineData("funding.csv", "code,plan,project,amount,purpose,spent_on", "F,WATER-2021,编制,1000,DRAFTING,2022-09-30",
        "spent_on \"2022-09-30\"", "支出日期“2022-09-30”")]
    public void After_today(string file, string header, string line, string en, string zh)
    {
        var decision = RowIntake.Set(Kai(), [File(file, header, line)]);

        decision.IsRefused.Should().BeFalse();
        var problem = decision.AsOf(Today).Problems.Should().ContainSingle().Subject;
        problem.ToString().Should().Be($"{file}:2: {en} lies after today, 2022-06-30: what has not happened cannot be recorded.");
        problem.Message.Zh.Should().Be($"{zh}晚于今天（2022年6月30日），尚未发生的事项不能登记。");
    }

    [Theory]
    [InlineData("2022-06-30")]
    [InlineData("2022-06")]
    [InlineData("2022")]
    public void What_may_have_begun_is_taken(string on) =>
        RowIntake.Set(Kai(), [File("acts.csv", "plan,type,on", $"WATER-2021,PUBLISHED,{on}")]).AsOf(Today).IsRefused.Should().BeFalse();

    [Fact]
    public void What_is_planned_may_lie_ahead() => RowIntake.Set(Kai(), [
        File("directory_lists.csv", "code,track,year", "L,COMBINED,2022"),
        File("directory_entries.csv", "list,title,kind,due", "L,路网规划,SPECIAL,2023-12-31"),
        File("annual_targets.csv", "plan,indicator,year,target_value", "DEV-2021,GDP,2025,700")]).AsOf(Today).IsRefused.Should().BeFalse();

    [Fact]
    public void What_is_recorded_already_is_no_news()
    {
        var act = File("acts.csv", "plan,type,on", "WATER-2021,PUBLISHED,2022-07-01");

        RowIntake.Set(Kai(act), [act]).AsOf(Today).IsRefused.Should().BeFalse();
    }

    [Fact]
    public void A_correction_to_a_day_ahead_is_refused_at_its_field()
    {
        var view = Kai(File("acts.csv", "code,plan,type,on", "A,WATER-2021,PUBLISHED,2022-06-01"));

        var problem = new Correction(view.Own.Of<Act>().Single().Id, "录入有误", null, [("note", "文件见附件"), ("on", "2022-07-01")])
            .Decide(view).AsOf(Today).Problems.Should().ContainSingle().Subject;

        problem.Message.En.Should().Be("on \"2022-07-01\" lies after today, 2022-06-30: what has not happened cannot be recorded.");
        problem.Path.Should().Equal("values", "1", "value");
    }
}
