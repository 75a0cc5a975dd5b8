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
    public void Years_of_a_development_plan_without_a_report_are_one_error_that_names_them()
    {
        district.WithDevelopmentPlan();

        var finding = district.Finding(Rule, "2023-07-01");

        finding.Sentence.Zh.Should().Be("“DEV规划”2021年、2022年年度监测分析报告逾期未见报送记录,最早一份应不晚于2022-06-30报告。");
        finding.Sentence.En
            .Should().Be("DEV规划 has no annual monitoring report of 2021, 2022 on record; the earliest was due on 2022-06-30.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Error, Day("2022-07-01")));
        finding.Key.Should().Be("REV-001|500154/plans/DEV");
        finding.Basis.Should().Equal(new Basis("开州府办发〔2020〕95号", "三、(五)"));
        finding.Responsible!.Name.Should().Be("区发展改革委");
        finding.Remedies.Select(r => (r.Agency!.Name, r.Text.Zh)).Should().Equal(
            ("区发展改革委", "由区发展改革委报送2021年年度监测分析报告并录入报告记录;已报送的,按原日期补录"),
            ("区发展改革委", "由区发展改革委报送2022年年度监测分析报告并录入报告记录;已报送的,按原日期补录"));
        finding.Facts.Where(f => f.Name == "missed").Select(f => f.Text.Zh).Should().Equal(
            "2021年年度监测分析报告(逾期):开州府办发〔2020〕95号 三、(五)要求开展年度监测分析;规划期2021-2025年,2021-03-26发布,"
                + "2021年为实施年度;review.annual.due=06-30(本系统默认);应不晚于2022-06-30报告",
            "2022年年度监测分析报告(逾期):开州府办发〔2020〕95号 三、(五)要求开展年度监测分析;规划期2021-2025年,2021-03-26发布,"
                + "2022年为实施年度;review.annual.due=06-30(本系统默认);应不晚于2023-06-30报告");
    }

    [Fact]
    public void For_another_plan_it_is_a_warning()
    {
        district.WithSpecialPlan();

        var finding = district.Finding(Rule, "2022-07-01");

        finding.Sentence.Zh.Should().Be("“SPE规划”2021年年度监测分析报告逾期未见报送记录,最早一份应不晚于2022-06-30报告。");
        (finding.Severity, finding.Responsible!.Name).Should().Be((Severity.Warning, "区交通运输委"));
    }

    [Fact]
    public void By_when_a_plan_begins_for_its_first_year_to_count_is_policy()
    {
        district.Policy(PolicyKeys.FirstYearStart, "03-01");

        district.WithDevelopmentPlan().Finding(Rule, "2023-07-01").Sentence.Zh.Should()
            .Be("“DEV规划”2022年年度监测分析报告逾期未见报送记录,最早一份应不晚于2023-06-30报告。");
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
        district.WithDevelopmentPlan(published).Finding(Rule, "2024-07-01").Sentence.Zh.Should().Contain($"“DEV规划”{first}年、");

    [Fact]
    public void A_midterm_report_covers_its_year()
    {
        district.WithDevelopmentPlan("2022-12-01");
        district.Report("DEV", ActAbout.MidTerm, 2023, "2023-11-20");

        district.Findings(Rule, "2024-07-01").Should().BeEmpty();
        district.Finding(Rule, "2025-07-01").Sentence.Zh.Should().Contain("2024年年度");
    }

    [Fact]
    public void A_final_report_covers_its_year()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Final, 2024, "2025-05-20");

        district.Finding(Rule, "2025-07-01").Sentence.Zh.Should().Be("“DEV规划”2021年、2022年、2023年年度监测分析报告逾期未见报送记录,最早一份应不晚于2022-06-30报告。");
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
        district.Policy(PolicyKeys.RecordsFrom, "2023-01-01");
        district.WithDevelopmentPlan();

        district.Finding(Rule, "2023-07-01").Sentence.Zh.Should().Be("“DEV规划”2022年年度监测分析报告逾期未见报送记录,最早一份应不晚于2023-06-30报告。");
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

        district.Finding(Rule, "2023-07-01").Sentence.Zh.Should().Contain("“DEV规划”2022年年度");
    }

    [Fact]
    public void Plans_that_are_expired_secret_or_withdrawn_are_not_judged()
    {
        district.WithDevelopmentPlan();
        district.Findings(Rule, "2026-01-01").Should().BeEmpty();

        district.WithSpecialPlan(with: p => p with { Secrecy = Secrecy.Secret, Title = "涉密规划" });
        district.Findings(Rule, "2025-12-31").Should().ContainSingle().Which.Plan!.Value.Code.Should().Be("DEV");

        district.Act("DEV", ActType.Withdrawn, "2024-01-01");
        district.Findings(Rule, "2024-07-01").Should().BeEmpty();
    }

    [Fact]
    public void A_report_without_its_year_leaves_it_unknown_which_year_is_missing()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, null, "2022-04-15");

        var finding = district.Finding(Rule, "2022-07-01");

        finding.Sentence.Zh.Should().Be("“DEV规划”2021年年度监测分析是否已报告无法判定:已录入的报告(2022-04-15)年份未录入或日期不够具体。");
        finding.Sentence.En.Should().Be(
            "Whether DEV规划 has its annual monitoring report of 2021 cannot be said: "
                + "the report recorded (2022-04-15) lacks its year or its exact day.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, Day("2021-03-26")));
        finding.Remedies.Single().Agency!.Name.Should().Be("区发展改革委");
        finding.Facts.Should().Contain(f => f.Name == "report" && f.Type == "Act");
    }

    [Fact]
    public void A_report_without_its_year_excuses_one_year_only()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, null, "2022-04-15");

        var finding = district.Finding(Rule, "2023-07-01");

        (finding.Verdict, finding.Sentence.Zh).Should().Be((Verdict.Fail, "“DEV规划”2022年年度监测分析报告逾期未见报送记录,最早一份应不晚于2023-06-30报告。"));
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
