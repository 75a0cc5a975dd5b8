using PlanRegistry.Catalogue;
using PlanRegistry.Implementation;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Tests.Implementation;

/// <summary>待办事项: who leads tasks owes a word on each of them for each year.</summary>
public sealed class ProgressDutyTests
{
    private readonly TestDistrict district = ImplementedPlan.Build()
        .WithTask("T1").WithTask("T2", with: t => t with { FromYear = 2022, ToYear = 2023 }).Assign("T1").Assign("T2").Assign("COVER");

    private IReadOnlyList<OwedDuty> Owed(string day) => [.. OwedDuty.Of(district.On(day), district.On(day).OwnPlans, [])
        .Where(d => d.Kind == DutyKind.TaskProgress).OrderBy(d => d.Due)];

    private void Tell(string task, int year, string on) => district.Add(new TaskProgress
    {
        Task = district.Key<PlanTask>(task), Plan = district.Key<Plan>("DEV"), Year = year, On = PartialDate.Parse(on),
        Grade = ProgressGrade.OnPath, Agency = district.Key<Agency>("TRANS"),
    });

    [Fact]
    public void A_years_progress_is_owed_by_the_lead_once_by_the_day_of_policy()
    {
        var owed = Owed("2022-08-01");

        owed.Select(d => (d.Year, d.Due, d.State, d.Agency!.Name)).Should().Equal(
            (2021, new DateOnly(2022, 6, 30), DutyState.Overdue, "区交通运输委"),
            (2022, new DateOnly(2023, 6, 30), DutyState.Upcoming, "区交通运输委"));
        owed[1].Missing().Select(m => m.Zh).Should().Equal("主要任务“任务T1”的进展尚无记录", "主要任务“任务T2”的进展尚无记录");
        owed[0].Reason().Zh.Should().Be("2021年度任务进展应不晚于2022年6月30日报告。");
    }

    [Fact]
    public void What_is_told_is_owed_no_more()
    {
        Tell("T1", 2021, "2022-01-10");
        Tell("T1", 2022, "2022-07-20");

        Owed("2022-08-01").Should().ContainSingle().Which.Missing().Select(m => m.Zh).Should().Equal("主要任务“任务T2”的进展尚无记录");
        Owed("2022-01-09").Select(d => d.Year).Should().Equal(2021, 2022);
    }
}
