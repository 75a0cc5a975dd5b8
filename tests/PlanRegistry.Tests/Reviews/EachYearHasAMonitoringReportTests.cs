using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Rules.Reviews;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Reviews;

[Trait("Rule", nameof(EachYearHasAMonitoringReport))]
public class EachYearHasAMonitoringReportTests
{
    private const string Rule = "REV-001";
    private readonly TestDistrict district = new();

    [Fact]
    public void A_plan_with_a_report_for_every_year_that_is_due_complies()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, 2021, "2022-04-15");
        district.Report("DEV", ActAbout.Annual, 2022, "2023-06-30");

        district.Findings(Rule, "2024-06-30").Should().BeEmpty();
    }

    [Fact]
    public void A_plan_that_ended_before_anything_was_due_has_missed_nothing()
    {
        district.WithSpecialPlan();
        district.End("SPE", ActType.Withdrawn, "2022-06-30");

        district.Findings(Rule, "2025-01-01").Should().BeEmpty();
    }

    [Fact]
    public void Years_of_a_development_plan_without_a_report_are_one_error_that_names_them()
    {
        district.WithDevelopmentPlan();

        var finding = district.Finding(Rule, "2023-07-01");

        finding.Sentence.Zh.Should().Be("《DEV规划》未见2021年度、2022年度监测分析报告的报送记录，其中最早一份应不晚于2022年6月30日报送。");
        finding.Sentence.En
            .Should().Be("DEV规划 has no annual monitoring report of 2021, 2022 on record; the earliest was due on 2022-06-30.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Error, Day("2022-07-01")));
        finding.Key.Should().Be("REV-001|500154/plans/DEV");
        finding.Basis.Should().Equal(new Basis("开州府办发〔2020〕95号", "三、(五)"));
        finding.Responsible!.Name.Should().Be("区发展改革委");
        finding.Remedies.Select(r => (r.Agency!.Name, r.Text.Zh)).Should().Equal(
            ("区发展改革委", "由区发展改革委报送2021年度、2022年度监测分析报告并录入报告记录；已报送的，按原日期补录。"));
        (finding.Due, finding.Urgency).Should().Be((new DateOnly(2022, 6, 30), Urgency.Overdue), "the duty's own day is over");
        finding.Facts.Where(f => f.Name == "missed").Select(f => f.Text.Zh).Should().Equal(
            "2021年度监测分析报告（逾期）：开州府办发〔2020〕95号 三、（五）要求开展年度监测分析；规划期2021—2025年，2021年3月26日发布，"
                + "2021年为实施年度；参数“年度监测分析期限（次年）”为6月30日（本系统默认）；应不晚于2022年6月30日报告",
            "2022年度监测分析报告（逾期）：开州府办发〔2020〕95号 三、（五）要求开展年度监测分析；规划期2021—2025年，2021年3月26日发布，"
                + "2022年为实施年度；参数“年度监测分析期限（次年）”为6月30日（本系统默认）；应不晚于2023年6月30日报告");
    }

    [Fact]
    public void For_another_plan_it_is_a_warning()
    {
        district.WithSpecialPlan();

        var finding = district.Finding(Rule, "2022-07-01");

        finding.Sentence.Zh.Should().Be("《SPE规划》未见2021年度监测分析报告的报送记录，应不晚于2022年6月30日报送。");
        finding.Sentence.En.Should().Be("SPE规划 has no annual monitoring report of 2021 on record; it was due on 2022-06-30.");
        (finding.Severity, finding.Responsible!.Name).Should().Be((Severity.Warning, "区交通运输委"));
    }

    [Fact]
    public void By_when_a_plan_begins_for_its_first_year_to_count_is_policy()
    {
        district.Policy(PolicyKeys.FirstYearStart, "03-01");

        district.WithDevelopmentPlan().Finding(Rule, "2023-07-01").Sentence.Zh.Should()
            .Be("《DEV规划》未见2022年度监测分析报告的报送记录，应不晚于2023年6月30日报送。");
    }

    [Fact]
    public void On_its_due_day_nothing_is_overdue() => district.WithDevelopmentPlan().Findings(Rule, "2022-06-30").Should().BeEmpty();

    [Theory]
    [InlineData("2021-07-01", 2021)]
    [InlineData("2021-07-02", 2022)]
    [InlineData("2022-02-10", 2022)]
    [InlineData("2020-12-01", 2021)]
    public void Years_run_from_the_later_of_horizon_and_publication_and_one_of_less_than_six_months_does_not_count(
        string published, int first) =>
        district.WithDevelopmentPlan(published).Finding(Rule, "2024-07-01").Sentence.Zh.Should().Contain($"《DEV规划》未见{first}年度、");

    [Fact]
    public void A_midterm_report_covers_its_year()
    {
        district.WithDevelopmentPlan("2022-12-01");
        district.Report("DEV", ActAbout.MidTerm, 2023, "2023-11-20");

        district.Findings(Rule, "2024-07-01").Should().BeEmpty();
        district.Finding(Rule, "2025-07-01").Sentence.Zh.Should().Contain("未见2024年度监测");
    }

    [Fact]
    public void A_final_report_covers_its_year()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Final, 2024, "2025-05-20");

        district.Finding(Rule, "2025-07-01").Sentence.Zh.Should().Be("《DEV规划》未见2021年度、2022年度、2023年度监测分析报告的报送记录，其中最早一份应不晚于2022年6月30日报送。");
    }

    [Fact]
    public void A_late_report_clears()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, 2021, "2022-09-01");

        district.Findings(Rule, "2022-08-31").Should().ContainSingle();
        district.Findings(Rule, "2022-09-01").Should().BeEmpty();
        district.Duty("DEV", ReviewKind.Annual, "2022-09-01", 2021).State.Should().Be(DutyState.DoneLate);
    }

    [Fact]
    public void A_report_that_failed_counts_for_nothing()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, 2021, "2022-04-15", a => a with { Result = ActResult.Fail });

        district.Findings(Rule, "2022-07-01").Should().ContainSingle();
    }

    [Fact]
    public void Silence_before_the_registry_kept_records_is_no_breach()
    {
        district.RecordedOn("2023-01-01");
        district.WithDevelopmentPlan();

        district.Finding(Rule, "2023-07-01").Sentence.Zh.Should().Be("《DEV规划》未见2022年度监测分析报告的报送记录，应不晚于2023年6月30日报送。");
        district.Duty("DEV", ReviewKind.Annual, "2023-07-01", 2021).State.Should().Be(DutyState.NotRecorded);
    }

    [Fact]
    public void What_was_due_before_the_notice_was_issued_is_not_judged()
    {
        district.Policy(PolicyKeys.RecordsFrom, "2016-01-01");
        district.WithDevelopmentPlan("2016-03-20", 2016, 2020);

        district.Findings(Rule, "2020-12-01").Should().BeEmpty();
    }

    [Fact]
    public void The_due_day_is_policy()
    {
        district.WithDevelopmentPlan();
        district.Policy(PolicyKeys.AnnualDue, "03-31");

        district.Finding(Rule, "2022-04-01").Since.Should().Be(Day("2022-04-01"));
    }

    [Fact]
    public void A_plan_without_a_recorded_approval_or_publication_is_not_judged()
    {
        district.Plan("DEV", PlanKind.Development, 2021, 2025);
        district.Act("DEV", ActType.DraftingStarted, "2020-10-01");

        district.Findings(Rule, "2023-07-01").Should().BeEmpty();
    }

    [Fact]
    public void A_plan_approved_but_not_published_reports_from_its_approval()
    {
        district.Plan("DEV", PlanKind.Development, 2021, 2025);
        district.Act("DEV", ActType.CongressApproved, "2022-02-05", "CONGRESS");

        district.Finding(Rule, "2023-07-01").Sentence.Zh.Should().Contain("《DEV规划》未见2022年度监测");
    }

    [Fact]
    public void Secret_plans_are_not_judged_and_of_an_ended_one_what_was_overdue_by_then_stays_as_a_notice()
    {
        district.WithDevelopmentPlan();
        district.WithSpecialPlan(with: p => p with { Secrecy = Secrecy.Secret, Title = "涉密规划" });
        district.Findings(Rule, "2025-12-31").Should().ContainSingle().Which.Plan!.Value.Code.Should().Be("DEV");

        var before = district.Finding(Rule, "2023-12-31");
        district.End("DEV", ActType.Withdrawn, "2024-01-01");
        var after = district.Finding(Rule, "2025-12-31");
        (after.Severity, after.Since, after.Sentence).Should().Be((Severity.Notice, before.Since, before.Sentence));
        (before.Severity, before.Sentence.Zh).Should().Be((Severity.Error, "《DEV规划》未见2021年度、2022年度监测分析报告的报送记录，其中最早一份应不晚于2022年6月30日报送。"));
        district.Judge("2025-12-31").LightOf(district.On("2025-12-31").Plan(district.Key<Plan>("DEV"))!).Should().BeNull();
    }

    [Fact]
    public void What_was_missed_stands_after_the_horizon_and_becomes_a_notice_when_the_final_evaluation_is_reported()
    {
        district.WithDevelopmentPlan();
        foreach (var year in new[] { 2021, 2023, 2024 })
        {
            district.Report("DEV", ActAbout.Annual, year, $"{year + 1}-04-15", "GOV;500000:DRC");
        }

        var before = district.Finding(Rule, "2025-12-31");
        var after = district.Finding(Rule, "2026-01-01");

        (after.Verdict, after.Severity, after.Since, after.Sentence).Should().Be(
            (Verdict.Fail, Severity.Error, Day("2023-07-01"), before.Sentence));
        district.Report("DEV", ActAbout.Final, 2025, "2026-03-01", "GOV");
        district.Finding(Rule, "2026-03-01").Severity.Should().Be(Severity.Error, "the municipal commission has not received it");
        district.Report("DEV", ActAbout.Final, 2025, "2026-03-02", "GOV;500000:DRC");
        var told = district.Finding(Rule, "2026-03-02");

        told.Sentence.Zh.Should().Be("《DEV规划》未见2022年度监测分析报告的报送记录，应不晚于2023年6月30日报送。");
        (told.Verdict, told.Severity, told.Since).Should().Be((Verdict.Fail, Severity.Notice, Day("2023-07-01")));
    }

    [Fact]
    public void A_plan_that_missed_nothing_is_green_after_its_horizon_and_one_that_did_stays_grey()
    {
        district.WithEverythingDone("GOOD");
        district.WithEverythingDone("BAD", without: 2022);

        district.Light("GOOD", "2027-01-01").Should().Be(Light.Green);
        district.Light("BAD", "2025-12-31").Should().Be(Light.Yellow);
        district.Light("BAD", "2026-01-01").Should().Be(Light.Yellow);
        district.Light("BAD", "2026-09-01").Should().Be(Light.Grey, "its final evaluation is reported");
    }

    [Fact]
    public void A_report_made_before_December_of_its_year_is_not_that_years()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, 2021, "2021-11-30");

        district.Finding(Rule, "2022-07-01").Sentence.Zh.Should().Be(
            "《DEV规划》未见2021年度监测分析报告的报送记录，应不晚于2022年6月30日报送。");
        district.Report("DEV", ActAbout.Annual, 2021, "2021-12-01");
        district.Findings(Rule, "2022-07-01").Should().BeEmpty();
    }

    [Fact]
    public void From_when_a_report_counts_is_policy()
    {
        district.WithDevelopmentPlan();
        district.Policy(PolicyKeys.AnnualCountsFrom, "10-01");
        district.Report("DEV", ActAbout.Annual, 2021, "2021-11-30");

        district.Findings(Rule, "2022-07-01").Should().BeEmpty();
    }

    [Fact]
    public void A_report_without_its_year_leaves_it_unknown_which_year_is_missing()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, null, "2022-04-15");

        var finding = district.Finding(Rule, "2022-07-01");

        finding.Sentence.Zh.Should().Be("《DEV规划》2021年度监测分析报告是否已报送无法判定：已录入的报告（2022年4月15日）年度未录入或者日期不够具体。");
        finding.Sentence.En.Should().Be(
            "Whether DEV规划 has its annual monitoring report of 2021 cannot be said: "
                + "the report recorded (2022-04-15) lacks its year or its exact day.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, Day("2022-07-01")));
        finding.Remedies.Single().Agency!.Name.Should().Be("区发展改革委");
        finding.Facts.Should().Contain(f => f.Name == "report" && f.Type == "Act");
    }

    [Fact]
    public void A_report_without_its_year_excuses_one_year_only()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, null, "2022-04-15");

        var finding = district.Finding(Rule, "2023-07-01");

        (finding.Verdict, finding.Sentence.Zh).Should().Be((Verdict.Fail, "《DEV规划》未见2022年度监测分析报告的报送记录，应不晚于2023年6月30日报送。"));
    }

    [Fact]
    public void A_report_of_which_only_the_year_is_recorded_leaves_open_whether_it_lies_behind_us()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, 2021, "2022");

        district.Finding(Rule, "2022-07-01").Verdict.Should().Be(Verdict.Unknown);
        district.Findings(Rule, "2022-12-31").Should().BeEmpty();
    }
}
