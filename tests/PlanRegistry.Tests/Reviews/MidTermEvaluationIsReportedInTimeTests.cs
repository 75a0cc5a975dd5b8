using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Rules.Reviews;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Reviews;

[Trait("Rule", nameof(MidTermEvaluationIsReportedInTime))]
public class MidTermEvaluationIsReportedInTimeTests
{
    private const string Rule = "REV-002";
    private readonly TestDistrict district = new();

    [Fact]
    public void A_plan_evaluated_in_its_midterm_year_complies()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.MidTerm, 2023, "2023-12-31");

        district.Findings(Rule, "2024-01-01").Should().BeEmpty();
    }

    [Fact]
    public void A_development_plan_without_it_is_blocked()
    {
        district.WithDevelopmentPlan();
        district.Findings(Rule, "2023-12-31").Should().BeEmpty();

        var finding = district.Finding(Rule, "2024-01-01");

        finding.Sentence.Zh.Should().Be("《DEV规划》2023年中期评估报告应不晚于2023年12月31日报送，未见报送记录。");
        finding.Sentence.En.Should().Be("DEV规划 has no mid-term evaluation report of 2023 on record; it was due on 2023-12-31.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Blocking, Day("2024-01-01")));
        finding.Key.Should().Be("REV-002|500154/plans/DEV");
        finding.Responsible!.Name.Should().Be("区发展改革委");
        finding.Remedies.Single().Text.Zh.Should().Be("由区发展改革委报送2023年中期评估报告并录入报告记录；已报送的，按原日期补录。");
        finding.Remedies.Single().Agency!.Name.Should().Be("区发展改革委");
        finding.Facts.Single(f => f.Name == "duty").Text.Zh.Should().Contain("参数“中期评估年度”为规划期中间一年（年数为双数的取前一年）（本系统默认）");
    }

    [Fact]
    public void For_another_plan_it_is_an_error() =>
        district.WithSpecialPlan().Finding(Rule, "2024-01-01").Should().Match<Finding>(f => f.Severity == Severity.Error
            && f.Sentence.Zh == "《SPE规划》2023年中期评估报告应不晚于2023年12月31日报送，未见报送记录。");

    [Fact]
    public void It_is_never_due_before_eighteen_months_after_publication()
    {
        district.WithSpecialPlan("2022-09-10");

        district.Findings(Rule, "2024-03-10").Should().BeEmpty();
        district.Finding(Rule, "2024-03-11").Sentence.Zh.Should().Be("《SPE规划》2024年中期评估报告应不晚于2024年3月10日报送，未见报送记录。");
    }

    [Fact]
    public void One_that_would_fall_behind_the_horizon_is_not_owed() =>
        district.WithSpecialPlan("2024-08-01").Duties("SPE", "2025-12-31").Should().NotContain(d => d.Kind == ReviewKind.MidTerm);

    [Theory]
    [InlineData(2023, false)]
    [InlineData(2024, true)]
    public void Horizons_of_three_years_or_less_are_not_judged(int to, bool judged)
    {
        district.WithSpecialPlan("2021-02-01", 2021, to);

        district.Findings(Rule, "2023-12-31").Should().HaveCount(judged ? 1 : 0);
    }

    [Fact]
    public void A_spatial_plan_is_evaluated_every_fifth_year_after_its_approval()
    {
        district.WithSpatialPlan("2024-03-01");
        district.Findings(Rule, "2029-12-31").Should().BeEmpty();

        var finding = district.Finding(Rule, "2030-01-01");

        finding.Sentence.Zh.Should().Be("《SPA规划》2029年中期评估报告应不晚于2029年12月31日报送，未见报送记录。");
        (finding.Severity, finding.Key).Should().Be((Severity.Error, "REV-002|500154/plans/SPA|2029"));
        district.Findings(Rule, "2035-01-01").Select(f => f.Subjects[1].Text).Should().Equal("2029", "2034");
    }

    [Fact]
    public void A_late_report_of_a_cycle_clears_that_cycle_and_no_other()
    {
        district.WithSpatialPlan("2024-03-01");
        district.Report("SPA", ActAbout.MidTerm, 2030, "2030-05-01");

        district.Findings(Rule, "2030-05-01").Should().BeEmpty();
        district.Duty("SPA", ReviewKind.MidTerm, "2030-05-01", 2029).State.Should().Be(DutyState.DoneLate);
        district.Finding(Rule, "2035-01-01").Subjects[1].Text.Should().Be("2034");
    }

    [Fact]
    public void The_length_of_a_cycle_is_policy()
    {
        district.WithSpatialPlan("2024-03-01");
        district.Policy(PolicyKeys.SpatialCycleYears, "3", kind: PlanKind.Spatial);

        district.Finding(Rule, "2028-01-01").Subjects[1].Text.Should().Be("2027");
    }

    [Fact]
    public void The_midterm_year_is_policy()
    {
        district.WithDevelopmentPlan();
        district.Policy(PolicyKeys.MidTermYear, "4");

        district.Findings(Rule, "2024-12-31").Should().BeEmpty();
        district.Finding(Rule, "2025-01-01").Sentence.Zh.Should().Be("《DEV规划》2024年中期评估报告应不晚于2024年12月31日报送，未见报送记录。");
    }

    [Fact]
    public void How_long_after_publication_it_is_due_at_the_earliest_is_policy()
    {
        district.WithDevelopmentPlan("2022-12-01");
        district.Duty("DEV", ReviewKind.MidTerm, "2023-01-01").Due.Should().Be(Day("2024-06-01"));
        district.Policy(PolicyKeys.MidTermMonths, "24");

        var duty = district.Duty("DEV", ReviewKind.MidTerm, "2023-01-01");

        duty.Due.Should().Be(Day("2024-12-01"));
        duty.Reason.Zh.Should().Contain("2022年12月1日发布，至2023年12月31日未满24个月（POLICY），顺延至满24个月之日；");
        duty.Reason.En.Should().Contain(
            "published 2022-12-01, less than 24 months before 2023-12-31 (POLICY), so put off until 24 months are over;");
    }

    [Fact]
    public void How_long_a_horizon_needs_none_is_policy()
    {
        district.WithDevelopmentPlan().Duties("DEV", "2022-01-01").Should().Contain(d => d.Kind == ReviewKind.MidTerm);
        district.Policy(PolicyKeys.NoMidTermUpTo, "5");

        district.Duties("DEV", "2022-01-01").Should().NotContain(d => d.Kind == ReviewKind.MidTerm);
    }

    [Fact]
    public void A_later_word_on_how_long_a_horizon_needs_none_takes_no_duty_from_a_plan_begun_before()
    {
        district.WithDevelopmentPlan();
        district.Policy(PolicyKeys.NoMidTermUpTo, "5", from: "2023-01-01");

        district.Duties("DEV", "2024-01-01").Should().Contain(d => d.Kind == ReviewKind.MidTerm);
    }

    [Fact]
    public void A_late_report_clears()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.MidTerm, 2023, "2024-02-20");

        district.Findings(Rule, "2024-02-19").Should().ContainSingle();
        district.Findings(Rule, "2024-02-20").Should().BeEmpty();
        district.Duty("DEV", ReviewKind.MidTerm, "2024-02-20").State.Should().Be(DutyState.DoneLate);
    }

    [Fact]
    public void Silence_before_the_registry_kept_records_is_no_breach()
    {
        district.RecordedOn("2024-01-01");

        district.WithDevelopmentPlan().Findings(Rule, "2024-07-01").Should().BeEmpty();
        district.Duty("DEV", ReviewKind.MidTerm, "2024-07-01").State.Should().Be(DutyState.NotRecorded);
    }

    [Fact]
    public void Plans_unapproved_or_secret_are_not_judged_and_what_was_missed_stands_after_the_horizon()
    {
        district.Plan("DRAFT", PlanKind.Special, 2021, 2025);
        district.Act("DRAFT", ActType.DraftingStarted, "2021-01-10");
        district.WithSpecialPlan(with: p => p with { Secrecy = Secrecy.Secret, Title = "涉密规划" });
        district.WithDevelopmentPlan();

        district.Findings(Rule, "2025-12-31").Should().ContainSingle().Which.Plan!.Value.Code.Should().Be("DEV");
        var after = district.Finding(Rule, "2026-01-01");
        after.Sentence.Zh.Should().Be("《DEV规划》2023年中期评估报告应不晚于2023年12月31日报送，未见报送记录。");
        (after.Verdict, after.Severity, after.Since).Should().Be((Verdict.Fail, Severity.Blocking, Day("2024-01-01")));
        district.Light("DEV", "2026-01-01").Should().Be(Light.Red);

        district.Report("DEV", ActAbout.Final, 2025, "2026-03-02", "GOV;500000:DRC");
        (district.Finding(Rule, "2026-03-02").Severity, district.Light("DEV", "2026-03-02")).Should().Be((Severity.Notice, Light.Grey));
    }

    [Theory]
    [InlineData("DEV", "2022-12-31", "2023-01-01")] // 01-01 of the mid-term year
    [InlineData("SPE", "2022-08-31", "2022-09-01")] // a third of five years
    [InlineData("SPA", "2027-12-31", "2028-01-01")] // 01-01 of the year before the cycle's, 2029
    public void A_report_that_comes_too_early_answers_no_duty(string plan, string early, string inTime)
    {
        district.WithDevelopmentPlan().WithSpecialPlan().WithSpatialPlan();
        var (year, due) = plan == "SPA" ? (2029, "2030-01-01") : (2023, "2024-01-01");
        district.Report(plan, ActAbout.MidTerm, year, early);

        district.Findings(Rule, due).Should().Contain(f => f.Plan!.Value.Code == plan && f.Verdict == Verdict.Fail);
        district.Report(plan, ActAbout.MidTerm, year, inTime);
        district.Findings(Rule, due).Should().NotContain(f => f.Plan!.Value.Code == plan);
    }

    [Fact]
    public void A_report_of_which_only_the_year_is_recorded_leaves_open_whether_it_lies_behind_us()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.MidTerm, 2023, "2024");

        var finding = district.Finding(Rule, "2024-03-01");

        finding.Sentence.Zh.Should().Be("《DEV规划》2023年中期评估报告是否已报送无法判定：已录入的报告（2024年）日期不够具体。");
        finding.Sentence.En.Should().Be(
            "Whether DEV规划 has its mid-term evaluation report of 2023 cannot be said: the report recorded (2024) lacks its exact day.");
        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Remedies.Single().Text.Zh.Should().Be("由区发展改革委更正2024年报告记录的年度和日期。");
    }
}
