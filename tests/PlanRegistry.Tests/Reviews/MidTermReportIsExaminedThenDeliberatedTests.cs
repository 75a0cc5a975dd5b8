using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Rules.Reviews;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Reviews;

[Trait("Rule", nameof(MidTermReportIsExaminedThenDeliberated))]
public class MidTermReportIsExaminedThenDeliberatedTests
{
    private const string Rule = "REV-005";
    private readonly TestDistrict district = new();

    [Fact]
    public void A_report_examined_then_deliberated_complies()
    {
        Plan2021();
        Step(ActType.GovernmentExamined, "2023-11-03", "GOV");
        Step(ActType.StandingCommitteeDeliberated, "2023-11-28", "SC");

        district.Findings(Rule, "2025-01-01").Should().BeEmpty();
    }

    [Fact]
    public void Both_on_one_day_comply()
    {
        Plan2021();
        Step(ActType.GovernmentExamined, "2023-11-28", "GOV");
        Step(ActType.StandingCommitteeDeliberated, "2023-11-28", "SC");

        district.Findings(Rule, "2025-01-01").Should().BeEmpty();
    }

    [Fact]
    public void A_wrong_order_fails_at_once()
    {
        var report = Plan2021();
        Step(ActType.StandingCommitteeDeliberated, "2023-11-03", "SC");
        Step(ActType.GovernmentExamined, "2023-11-28", "GOV");

        var finding = district.Finding(Rule, "2023-11-28");

        finding.Sentence.Zh.Should().Be("《DEV规划》2023年中期评估报告（2023年10月20日）未按程序办理：区人大常委会2023年11月3日审议在前，区政府2023年11月28日审定在后。");
        finding.Sentence.En.Should().Be(
            "The 2023 mid-term evaluation report of DEV规划 (2023-10-20) did not follow the procedure:"
                + " 区人大常委会 deliberated on 2023-11-03, before 区政府 examined it on 2023-11-28.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Blocking, Day("2023-11-28")));
        finding.Key.Should().Be($"REV-005|500154/plans/DEV|{report.Id}");
        finding.Responsible!.Name.Should().Be("区发展改革委");
        var remedy = finding.Remedies.Should().ContainSingle().Subject;
        (remedy.Agency!.Name, remedy.Text.Zh).Should().Be(("区人大常委会", "区人大常委会重新审议2023年中期评估报告；日期录入有误的予以更正。"));
        finding.Facts.Where(f => f.Name == "step").Select(f => f.Text.Zh).Should().Equal(
            "2023年11月28日，区政府，政府审定（中期评估，2023年）", "2023年11月3日，区人大常委会，人大常委会审议（中期评估，2023年）");
    }

    [Fact]
    public void A_wrong_order_told_by_a_month_not_yet_over_stands_since_today()
    {
        Plan2021();
        Step(ActType.StandingCommitteeDeliberated, "2023-11-03", "SC");
        Step(ActType.GovernmentExamined, "2023-12", "GOV");

        district.Finding(Rule, "2023-12-10").Since.Should().Be(Day("2023-12-10"));
        district.Finding(Rule, "2024-02-01").Since.Should().Be(Day("2023-12-31"));
    }

    [Fact]
    public void A_step_that_would_have_been_due_after_the_plan_ended_is_not_missed()
    {
        Plan2021();
        district.End("DEV", ActType.Superseded, "2023-12-01");

        district.Findings(Rule, "2025-01-01").Should().BeEmpty();
    }

    [Fact]
    public void A_step_missed_before_the_plan_ended_stays_so()
    {
        Plan2021();
        district.End("DEV", ActType.Superseded, "2024-03-01");

        district.Finding(Rule, "2025-01-01").Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Since = Day("2024-01-01") });
    }

    [Fact]
    public void A_second_deliberation_after_the_examination_clears()
    {
        Plan2021();
        Step(ActType.StandingCommitteeDeliberated, "2023-11-03", "SC");
        Step(ActType.GovernmentExamined, "2023-11-28", "GOV");
        Step(ActType.StandingCommitteeDeliberated, "2023-12-20", "SC");

        district.Findings(Rule, "2023-12-20").Should().BeEmpty();
    }

    [Fact]
    public void Missing_steps_fail_from_the_end_of_the_midterm_year_on()
    {
        Plan2021();
        district.Findings(Rule, "2023-12-31").Should().BeEmpty();

        var finding = district.Finding(Rule, "2024-01-01");

        finding.Sentence.Zh.Should().Be("《DEV规划》2023年中期评估报告（2023年10月20日）未按程序办理：未见区政府审定记录；未见区人大常委会审议记录。");
        finding.Sentence.En.Should().Be(
            "The 2023 mid-term evaluation report of DEV规划 (2023-10-20) did not follow the procedure:"
                + " no examination by 区政府 is recorded; no deliberation by 区人大常委会 is recorded.");
        (finding.Severity, finding.Since).Should().Be((Severity.Blocking, Day("2024-01-01")));
        finding.Remedies.Select(r => (r.Agency!.Name, r.Text.Zh)).Should().Equal(
            ("区政府", "区政府审定2023年中期评估报告；已办理的，按原日期补录。"),
            ("区人大常委会", "区人大常委会审议2023年中期评估报告；已办理的，按原日期补录。"));
    }

    [Theory]
    [InlineData("EDU", "SC", Verdict.Fail, "未见区政府审定记录")]
    [InlineData("GOV", "GOV", Verdict.Fail, "未见区人大常委会审议记录")]
    [InlineData("GOVOFFICE", "SC", Verdict.Unknown, "区政府审定的记录待核实（区政府办公室未注明代区政府办理）")]
    [InlineData("500000:GOV", "SC", Verdict.Fail, "未见区政府审定记录")]
    public void A_step_is_taken_by_those_whose_step_it_is(string examiner, string committee, Verdict verdict, string fault)
    {
        Plan2021();
        Step(ActType.GovernmentExamined, "2023-11-03", examiner);
        Step(ActType.StandingCommitteeDeliberated, "2023-11-28", committee);

        var finding = district.Finding(Rule, "2025-01-01");
        finding.Verdict.Should().Be(verdict);
        finding.Sentence.Zh.Should().Contain(fault);
    }

    [Fact]
    public void An_office_that_acts_for_the_government_takes_its_step()
    {
        Plan2021();
        var letter = district.Document("LETTER", "GOVOFFICE", d => d with { OnBehalfOf = [district.Key<Agency>("GOV")] });
        district.Act("DEV", ActType.GovernmentExamined, "2023-11-03", "GOVOFFICE", ActAbout.MidTerm, 2023,
            with: a => a with { Document = letter.Key });
        Step(ActType.StandingCommitteeDeliberated, "2023-11-28", "CONGRESS");

        district.Findings(Rule, "2025-01-01").Should().BeEmpty();
    }

    [Fact]
    public void A_report_late_in_the_year_has_sixty_days()
    {
        Plan2021(report: "2023-12-20");
        Step(ActType.GovernmentExamined, "2024-01-10", "GOV");

        district.Findings(Rule, "2024-02-18").Should().BeEmpty();
        district.Finding(Rule, "2024-02-19").Sentence.Zh.Should().Be("《DEV规划》2023年中期评估报告（2023年12月20日）未按程序办理：未见区人大常委会审议记录。");
    }

    [Fact]
    public void The_law_of_2026_does_not_judge_a_report_of_2023()
    {
        Plan2021();
        Step(ActType.GovernmentExamined, "2023-11-03", "GOV");
        Step(ActType.StandingCommitteeDeliberated, "2023-11-28", "SC");
        district.Findings(Rule, "2025-12-31").Should().BeEmpty();

        Step(ActType.StandingCommitteeDeliberated, "2023-12-28", "SC");
        Step(ActType.PartyAgreed, "2023-12-29", "PARTY");
        district.Findings(Rule, "2025-12-31").Should().BeEmpty();
    }

    [Theory]
    [InlineData("2023-10-20", new[] { "开州府办发〔2020〕95号" })]
    [InlineData("2025-01-20", new[] { "开州府办发〔2020〕95号", "监督法" })]
    public void A_finding_cites_only_the_law_of_the_reports_day(string report, string[] documents)
    {
        Plan2021(report);

        district.Finding(Rule, "2025-12-31").Basis.Select(b => b.Document).Should().Equal(documents);
    }

    [Fact]
    public void A_report_under_the_law_of_2026_needs_the_party_committees_consent_before_the_deliberation()
    {
        Plan2026();
        Step(ActType.GovernmentExamined, "2028-11-03", "GOV", 2028);
        Step(ActType.PartyAgreed, "2028-11-10", "PARTY", 2028);
        Step(ActType.StandingCommitteeDeliberated, "2028-11-28", "SC", 2028);

        district.Findings(Rule, "2029-06-01").Should().BeEmpty();
    }

    [Fact]
    public void A_missing_consent_alone_is_an_error()
    {
        Plan2026();
        Step(ActType.GovernmentExamined, "2028-11-03", "GOV", 2028);
        Step(ActType.StandingCommitteeDeliberated, "2028-11-28", "SC", 2028);
        district.Findings(Rule, "2028-12-31").Should().BeEmpty();

        var finding = district.Finding(Rule, "2029-01-01");

        finding.Sentence.Zh.Should().Be("《DEV规划》2028年中期评估报告（2028年10月20日）未按程序办理：未见区委同意记录。");
        finding.Sentence.En.Should().Be(
            "The 2028 mid-term evaluation report of DEV规划 (2028-10-20) did not follow the procedure: no consent of 区委 is recorded.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Error, Day("2029-01-01")));
        finding.Basis.Should().Contain(new Basis("国家发展规划法", "第三十条"));
        finding.Remedies.Single().Agency!.Name.Should().Be("区委");
    }

    [Fact]
    public void A_consent_after_the_deliberation_is_an_error_at_once()
    {
        Plan2026();
        Step(ActType.GovernmentExamined, "2028-11-03", "GOV", 2028);
        Step(ActType.StandingCommitteeDeliberated, "2028-11-10", "SC", 2028);
        Step(ActType.PartyAgreed, "2028-11-28", "PARTY", 2028);

        var finding = district.Finding(Rule, "2028-11-28");

        finding.Sentence.Zh.Should().Be("《DEV规划》2028年中期评估报告（2028年10月20日）未按程序办理：区人大常委会2028年11月10日审议在前，区委2028年11月28日同意在后。");
        finding.Severity.Should().Be(Severity.Error);
    }

    [Fact]
    public void A_missing_consent_beside_a_missing_step_is_blocking()
    {
        Plan2026();

        var finding = district.Finding(Rule, "2029-01-01");

        finding.Sentence.Zh.Should().EndWith("未见区政府审定记录；未见区委同意记录；未见区人大常委会审议记录。");
        finding.Severity.Should().Be(Severity.Blocking);
    }

    [Fact]
    public void An_order_that_partial_dates_leave_open_is_unknown()
    {
        Plan2021();
        Step(ActType.GovernmentExamined, "2023-11", "GOV");
        Step(ActType.StandingCommitteeDeliberated, "2023-11-28", "SC");

        var finding = district.Finding(Rule, "2024-06-01");

        finding.Sentence.Zh.Should().Be("《DEV规划》2023年中期评估报告（2023年10月20日）是否按程序办理无法判定：区政府审定（2023年11月）与区人大常委会审议（2023年11月28日）的先后无法判定。");
        finding.Sentence.En.Should().Be(
            "Whether the 2023 mid-term evaluation report of DEV规划 (2023-10-20) followed the procedure cannot be said:"
                + " the order of the examination (2023-11) and the deliberation (2023-11-28) is open.");
        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Remedies.Single().Text.Zh.Should().Be("由区发展改革委核实并补录2023年中期评估报告各办理环节的办理单位、具体日期和文件。");
    }

    [Fact]
    public void Whether_the_law_holds_for_a_report_of_which_only_the_year_is_recorded_is_unknown()
    {
        district.WithDevelopmentPlan("2023-03-01", 2023, 2029);
        district.Report("DEV", ActAbout.MidTerm, 2026, "2026");
        Step(ActType.GovernmentExamined, "2026-12-03", "GOV", 2026);
        Step(ActType.StandingCommitteeDeliberated, "2026-12-28", "SC", 2026);

        district.Finding(Rule, "2027-12-31").Should().Match<Finding>(f => f.Verdict == Verdict.Unknown
            && f.Sentence.Zh.Contains("报告日期（2026年）不够具体，无法判定审议前是否须经区委同意"));
    }

    [Theory]
    [InlineData("06-30", "60", "2023-12-19")]
    [InlineData("12-31", "90", "2024-01-18")]
    public void The_time_for_the_steps_after_a_report_is_policy(string due, string days, string last)
    {
        district.Policy(PolicyKeys.MidTermStepsDue, due);
        district.Policy(PolicyKeys.MidTermStepsDays, days);
        Plan2021();

        district.Findings(Rule, last).Should().BeEmpty();
        district.Finding(Rule, Day(last).AddDays(1).ToString("yyyy-MM-dd")).Since.Should().Be(Day(last).AddDays(1));
    }

    [Fact]
    public void Steps_missing_from_before_the_registry_kept_records_are_no_breach()
    {
        district.RecordedOn("2024-01-01");
        Plan2021();

        district.Findings(Rule, "2024-06-01").Should().BeEmpty();
    }

    [Fact]
    public void Other_plans_are_not_judged_and_what_was_missed_stands_after_the_horizon()
    {
        district.WithSpecialPlan();
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12");
        Plan2021();

        district.Findings(Rule, "2025-12-31").Should().ContainSingle().Which.Plan!.Value.Code.Should().Be("DEV");
        var after = district.Finding(Rule, "2026-01-01");
        after.Sentence.Zh.Should().Be("《DEV规划》2023年中期评估报告（2023年10月20日）未按程序办理：未见区政府审定记录；未见区人大常委会审议记录。");
        (after.Verdict, after.Severity).Should().Be((Verdict.Fail, Severity.Blocking));

        district.Report("DEV", ActAbout.Final, 2025, "2026-03-02", "GOV;500000:DRC");
        district.Finding(Rule, "2026-03-02").Severity.Should().Be(Severity.Notice);
    }

    private Act Plan2021(string report = "2023-10-20") => district.WithDevelopmentPlan().Report("DEV", ActAbout.MidTerm, 2023, report);

    private void Plan2026() => district.WithDevelopmentPlan("2026-03-26", 2026, 2030).Report("DEV", ActAbout.MidTerm, 2028, "2028-10-20");

    private void Step(ActType type, string on, string agency, int year = 2023) =>
        district.Act("DEV", type, on, agency, ActAbout.MidTerm, year);
}
