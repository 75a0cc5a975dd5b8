using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Reviews;

/// <summary>Duties as pages and reports show them: due day, state, who gets the report, what is missing, and why this date.</summary>
public class ReviewDutiesTests
{
    private readonly TestDistrict district = new();

    [Fact]
    public void A_development_plan_owes_five_monitoring_reports_a_midterm_and_a_final_evaluation() =>
        district.WithDevelopmentPlan().Duties("DEV", "2021-04-01").Select(d => (d.Kind, d.Year, d.Due)).Should().Equal(
            (ReviewKind.Annual, 2021, Day("2022-06-30")),
            (ReviewKind.Annual, 2022, Day("2023-06-30")), (ReviewKind.Annual, 2023, Day("2024-06-30")),
            (ReviewKind.Annual, 2024, Day("2025-06-30")), (ReviewKind.Annual, 2025, Day("2026-06-30")),
            (ReviewKind.MidTerm, 2023, Day("2023-12-31")), (ReviewKind.Final, 2025, Day("2025-12-31")));

    [Theory]
    [InlineData("2022-05-30", DutyState.Upcoming)]
    [InlineData("2022-05-31", DutyState.DueSoon)]
    [InlineData("2022-06-30", DutyState.DueSoon)]
    [InlineData("2022-07-01", DutyState.Overdue)]
    [InlineData("2031-01-01", DutyState.Overdue)]
    public void A_report_not_made_is_upcoming_then_due_soon_then_overdue(string day, DutyState state) =>
        district.WithDevelopmentPlan().Duty("DEV", ReviewKind.Annual, day, 2021).State.Should().Be(state);

    [Theory]
    [InlineData("2022-06-30", DutyState.Done)]
    [InlineData("2022-07-01", DutyState.DoneLate)]
    public void A_report_made_is_done_or_done_late(string on, DutyState state)
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, 2021, on);

        var duty = district.Duty("DEV", ReviewKind.Annual, "2022-12-01", 2021);

        (duty.State, duty.DoneOn).Should().Be((state, Day(on)));
    }

    [Fact]
    public void On_an_earlier_day_a_later_report_is_not_there_yet()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, 2021, "2022-04-15");

        var duty = district.Duty("DEV", ReviewKind.Annual, "2022-04-14", 2021);

        (duty.State, duty.DoneOn).Should().Be((DutyState.Upcoming, (DateOnly?)null));
    }

    [Fact]
    public void A_plan_owes_nothing_before_its_approval_and_after_its_end_what_was_due_before_it()
    {
        district.WithDevelopmentPlan();
        district.End("DEV", ActType.Superseded, "2024-01-10");

        district.Duties("DEV", "2021-03-25").Should().BeEmpty();
        district.Duties("DEV", "2024-01-10").Select(d => (d.Kind, d.Year, d.State)).Should().Equal(
            (ReviewKind.Annual, 2021, DutyState.Overdue), (ReviewKind.Annual, 2022, DutyState.Overdue),
            (ReviewKind.MidTerm, 2023, DutyState.Overdue));
    }

    [Fact]
    public void The_reason_of_a_midterm_date_names_clause_policy_horizon_and_publication()
    {
        var duty = district.WithDevelopmentPlan().Duty("DEV", ReviewKind.MidTerm, "2022-01-01");

        duty.Reason.Zh.Should().Be("开州府办发〔2020〕95号 三、（五）要求开展中期评估；规划期2021—2025年，2021年3月26日发布；"
            + "参数“中期评估年度”为规划期中间一年（年数为双数的取前一年）（本系统默认）、"
            + "参数“中期评估期限（当年）”为12月31日（本系统默认）；应不晚于2023年12月31日报告。");
        duty.Reason.En.Should().Be("开州府办发〔2020〕95号, clause 三、(五), asks for mid-term evaluation; horizon 2021-2025, published 2021-03-26; "
            + "year of the mid-term evaluation: the middle year of the horizon, the earlier one of two (registry default), "
            + "due day of the mid-term evaluation, that year: 12-31 (registry default); due by 2023-12-31.");
    }

    [Fact]
    public void The_reason_tells_why_a_midterm_evaluation_was_put_off() =>
        district.WithSpecialPlan("2022-09-10").Duty("SPE", ReviewKind.MidTerm, "2023-01-01").Reason.Zh.Should().Contain(
            "2022年9月10日发布，至2023年12月31日未满18个月（本系统默认），顺延至满18个月之日");

    [Fact]
    public void The_reason_of_a_cycle_counts_from_the_approval() =>
        district.WithSpatialPlan().Duty("SPA", ReviewKind.MidTerm, "2025-01-01", 2034).Reason.Zh.Should().Be(
            "开州府办发〔2020〕95号 三、（五）要求开展中期评估；规划期2021—2035年，2024年3月1日批准，2034年为第2个评估年度；"
            + "参数“空间规划评估周期”为5年（本系统默认）、参数“中期评估期限（当年）”为12月31日（本系统默认）；应不晚于2034年12月31日报告。");

    [Fact]
    public void The_reason_tells_approval_where_no_publication_is_recorded()
    {
        district.Plan("DEV", PlanKind.Development, 2021, 2025);
        district.Act("DEV", ActType.CongressApproved, "2021-02-05", "CONGRESS");

        district.Duty("DEV", ReviewKind.Final, "2022-01-01").Reason.Zh.Should().Contain("2021年2月5日批准（发布未录入）");
    }

    [Fact]
    public void A_later_policy_moves_no_due_day_that_is_past()
    {
        district.WithDevelopmentPlan();
        district.Policy(PolicyKeys.AnnualDue, "03-31", from: "2024-01-01");

        var due = district.Duties("DEV", "2024-02-01").Where(d => d.Kind == ReviewKind.Annual).Select(d => d.Due);

        due.Should().Equal(Day("2022-06-30"), Day("2023-06-30"), Day("2024-03-31"), Day("2025-03-31"), Day("2026-03-31"));
    }

    [Theory]
    [InlineData(ReviewKind.Annual, "区政府;市发展改革委", "")]
    [InlineData(ReviewKind.MidTerm, "区政府;区人大常委会", "市发展改革委")]
    [InlineData(ReviewKind.Final, "区政府;市发展改革委;区人大", "")]
    public void Reports_on_the_development_plan_go_to(ReviewKind kind, string recipients, string copies)
    {
        var duty = district.WithDevelopmentPlan().Duties("DEV", "2022-01-01").First(d => d.Kind == kind);

        string.Join(';', duty.Recipients.Select(a => a.Name)).Should().Be(recipients);
        string.Join(';', duty.Copies.Select(a => a.Name)).Should().Be(copies);
    }

    [Theory]
    [InlineData(ReviewKind.Annual)]
    [InlineData(ReviewKind.MidTerm)]
    [InlineData(ReviewKind.Final)]
    public void Reports_on_other_plans_go_to_their_approver_with_a_copy_to_the_reform_commission(ReviewKind kind)
    {
        var duty = district.WithSpecialPlan().Duties("SPE", "2022-01-01").First(d => d.Kind == kind);

        duty.Recipients.Should().ContainSingle().Which.Name.Should().Be("区政府");
        duty.Copies.Should().ContainSingle().Which.Name.Should().Be("区发展改革委");
        duty.Route.IsDefault.Should().Be(kind == ReviewKind.Annual, "the notice is silent on it (G-02)");
    }

    [Fact]
    public void Of_a_report_not_made_it_is_told_that_no_record_exists() =>
        district.WithDevelopmentPlan().Duty("DEV", ReviewKind.MidTerm, "2024-01-01").Missing.Should().Equal(
            new Text("2023年中期评估报告尚无报送记录", "No record of the 2023 mid-term evaluation report"));

    [Fact]
    public void Of_a_report_made_it_is_told_whom_it_has_not_reached_and_which_step_is_missing()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.MidTerm, 2023, "2023-10-20", "GOV");

        district.Duty("DEV", ReviewKind.MidTerm, "2024-01-01").Missing.Select(m => m.Zh).Should().Equal(
            "未报送区人大常委会", "抄送对象未录入", "未见区政府审定记录", "未见区人大常委会审议记录");
    }

    [Fact]
    public void Of_a_year_covered_by_the_midterm_report_nothing_is_missing()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.MidTerm, 2023, "2023-10-20");

        var duty = district.Duty("DEV", ReviewKind.Annual, "2024-07-01", 2023);

        (duty.State, duty.DoneOn).Should().Be((DutyState.Done, Day("2023-10-20")));
        duty.Missing.Should().BeEmpty();
    }
}
