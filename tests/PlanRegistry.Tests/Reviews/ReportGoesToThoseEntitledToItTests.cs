using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Reviews;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Reviews;

[Trait("Rule", nameof(ReportGoesToThoseEntitledToIt))]
public class ReportGoesToThoseEntitledToItTests
{
    private const string Rule = "REV-004";
    private readonly TestDistrict district = new();

    [Theory]
    [InlineData(ActAbout.Annual, 2022, "2023-04-14", "GOV;500000:DRC", null)]
    [InlineData(ActAbout.MidTerm, 2023, "2023-10-20", "GOV;SC", "500000:DRC")]
    [InlineData(ActAbout.Final, 2025, "2025-11-27", "GOV;500000:DRC", "500000:DRC")]
    public void Reports_on_the_development_plan_that_reach_all_comply(ActAbout about, int year, string on, string to, string? copies)
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", about, year, on, to, copies, copies is null ? null : on);

        district.Findings(Rule, "2026-06-01").Should().BeEmpty();
    }

    [Theory]
    [InlineData(ActAbout.Annual)]
    [InlineData(ActAbout.MidTerm)]
    [InlineData(ActAbout.Final)]
    public void Reports_on_other_plans_that_reach_approver_and_reform_commission_comply(ActAbout about)
    {
        district.WithSpecialPlan();
        district.Report("SPE", about, 2023, "2023-09-12", "GOV", "DRC", "2023-09-19");

        district.Findings(Rule, "2024-01-01").Should().BeEmpty();
    }

    [Fact]
    public void A_filled_cell_that_lacks_a_name_fails_and_each_name_is_told()
    {
        district.WithDevelopmentPlan();
        var act = district.Report("DEV", ActAbout.MidTerm, 2023, "2023-10-20", "GOV", "DRC", "2023-10-20");

        var finding = district.Finding(Rule, "2024-01-01");

        finding.Sentence.Zh.Should().Be("“DEV规划”2023年中期评估报告(2023-10-20)送达不全:未报送区人大常委会、未抄送市发展改革委。");
        finding.Sentence.En.Should().Be(
            "The 2023 mid-term evaluation report of DEV规划 (2023-10-20) did not reach everyone: not sent to 区人大常委会, not copied to 市发展改革委.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Error, Day("2023-10-20")));
        finding.Key.Should().Be($"REV-004|500154/plans/DEV|{act.Id}");
        finding.Responsible!.Name.Should().Be("区发展改革委");
        var remedy = finding.Remedies.Should().ContainSingle().Subject;
        (remedy.Agency!.Name, remedy.Text.Zh).Should().Be(("区发展改革委", "由区发展改革委将2023年中期评估报告补报送区人大常委会、抄送市发展改革委,并更正报告记录"));
        finding.Facts.Should().Contain(f => f.Name == "report" && f.Record == act.Id);
    }

    [Theory]
    [InlineData(ActAbout.Annual, "GOV", "未报送市发展改革委")]
    [InlineData(ActAbout.Annual, "500000:DRC", "未报送区政府")]
    [InlineData(ActAbout.Final, "GOV", "未报送市发展改革委")]
    public void The_development_plans_monitoring_and_final_reports_go_to_government_and_municipal_commission(
        ActAbout about, string to, string missing)
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", about, 2022, "2023-04-14", to, "500000:DRC", "2023-04-14");

        district.Finding(Rule, "2023-05-01").Sentence.Zh.Should().EndWith($"送达不全:{missing}。");
    }

    [Theory]
    [InlineData(ActAbout.MidTerm, "EDU", "DRC", "未报送区政府")]
    [InlineData(ActAbout.Final, "GOV", "EDU", "未抄送区发展改革委")]
    public void Other_plans_evaluations_go_to_the_approver_and_in_copy_to_the_reform_commission(
        ActAbout about, string to, string copies, string missing)
    {
        district.WithSpecialPlan();
        district.Report("SPE", about, 2023, "2023-09-12", to, copies, "2023-09-12");

        var finding = district.Finding(Rule, "2024-01-01");

        (finding.Severity, finding.Sentence.Zh.Split(':')[1]).Should().Be((Severity.Error, missing + "。"));
    }

    [Fact]
    public void On_other_plans_monitoring_the_notice_is_silent_so_it_is_a_notice_only()
    {
        district.WithSpecialPlan();
        district.Report("SPE", ActAbout.Annual, 2022, "2023-03-29", "EDU", "EDU", "2023-03-29");
        district.Report("SPE", ActAbout.Annual, 2021, "2022-03-29", "GOV");

        district.Findings(Rule, "2024-01-01").Select(f => (f.Verdict, f.Severity, f.Sentence.Zh)).Should().BeEquivalentTo(
        [
            (Verdict.Fail, Severity.Notice, "“SPE规划”2022年年度监测分析报告(2023-03-29)送达不全:未报送区政府、未抄送区发展改革委。"),
            (Verdict.Unknown, Severity.Notice, "“SPE规划”2021年年度监测分析报告(2022-03-29)的送达情况无法核实,未录入:抄送对象。"),
        ]);
    }

    [Fact]
    public void Copies_later_than_seven_days_are_a_warning()
    {
        district.WithSpecialPlan();
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", "GOV", "DRC", "2023-09-20");

        district.Findings(Rule, "2023-09-19").Should().BeEmpty();
        var finding = district.Finding(Rule, "2023-10-01");

        finding.Sentence.Zh.Should().Be("“SPE规划”2023年中期评估报告(2023-09-12)于2023-09-20抄送,超过报告后7日(2023-09-19)的期限。");
        finding.Sentence.En.Should().Be(
            "The 2023 mid-term evaluation report of SPE规划 (2023-09-12) was copied on 2023-09-20, later than 7 days after it (2023-09-19).");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Warning, Day("2023-09-20")));
        finding.Remedies.Single().Agency!.Name.Should().Be("区交通运输委");
    }

    [Fact]
    public void The_days_for_copies_are_policy()
    {
        district.WithSpecialPlan();
        district.Policy(PolicyKeys.CopyMaxDays, "10");
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", "GOV", "DRC", "2023-09-20");

        district.Findings(Rule, "2023-10-01").Should().BeEmpty();
    }

    [Fact]
    public void Late_copies_that_lack_a_name_are_an_error()
    {
        district.WithSpecialPlan();
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", "GOV", "EDU", "2023-12-20");

        district.Finding(Rule, "2024-01-01")
            .Should().Match<Finding>(f => f.Severity == Severity.Error && f.Sentence.Zh.Contains("未抄送区发展改革委"));
    }

    [Theory]
    [InlineData(null, "DRC", "2023-09-12", "报送对象")]
    [InlineData("GOV", null, null, "抄送对象")]
    [InlineData(null, null, null, "报送对象、抄送对象")]
    [InlineData("GOV", "DRC", null, "抄送日期")]
    [InlineData("GOV", "DRC", "2023-09", "报告或抄送的具体日期")]
    public void An_empty_cell_is_unknown(string? to, string? copies, string? copiedOn, string cells)
    {
        district.WithSpecialPlan();
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", to, copies, copiedOn);

        var finding = district.Finding(Rule, "2024-01-01");

        finding.Sentence.Zh.Should().Be($"“SPE规划”2023年中期评估报告(2023-09-12)的送达情况无法核实,未录入:{cells}。");
        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Remedies.Single().Text.Zh.Should().Be($"由区交通运输委补录2023年中期评估报告的{cells}");
    }

    [Fact]
    public void An_empty_cell_is_told_in_English_too()
    {
        district.WithSpecialPlan();
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12");

        district.Finding(Rule, "2024-01-01").Sentence.En.Should().Be(
            "Whom the 2023 mid-term evaluation report of SPE规划 (2023-09-12) reached "
                + "cannot be said; not recorded: the recipients, the copies.");
    }

    [Fact]
    public void A_missing_name_beside_an_empty_cell_fails()
    {
        district.WithSpecialPlan();
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", "EDU");

        district.Finding(Rule, "2024-01-01").Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public void Nobody_owes_a_copy_to_itself()
    {
        district.WithSpecialPlan(with: p => p with { LeadAgency = district.Key<Agency>("DRC") });
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", "GOV");

        district.Findings(Rule, "2024-01-01").Should().BeEmpty();
    }

    [Fact]
    public void A_plan_that_its_department_approved_is_reported_to_nobody_but_the_reform_commission()
    {
        district.Plan("SPE", PlanKind.Special, 2021, 2025, p => p with { ApprovalLevel = ApprovalLevel.Department });
        district.Act("SPE", ActType.Published, "2021-06-20", "TRANS");
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", null, "DRC", "2023-09-12");

        district.Findings(Rule, "2024-01-01").Should().BeEmpty();
    }

    [Fact]
    public void Agencies_are_matched_by_role_and_tier_not_by_record()
    {
        district.Add(new Agency { Code = "CQDRC", Name = "重庆市发展和改革委员会", Role = AgencyRole.ReformCommission, Tier = PlanTier.Municipal });
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, 2022, "2023-04-14", "GOV;CQDRC");

        district.Findings(Rule, "2023-05-01").Should().BeEmpty();
    }

    [Theory]
    [InlineData("GOV", null, null, "GOV")]
    [InlineData(null, "GOV", ApprovalLevel.Municipal, "GOV")]
    [InlineData(null, null, ApprovalLevel.Municipal, "500000:GOV")]
    public void The_approver_is_the_agency_of_the_approval_else_the_one_recorded_else_that_of_the_level(
        string? agency, string? approver, ApprovalLevel? level, string expected)
    {
        district.Plan("SPE", PlanKind.Special, 2021, 2025,
            p => p with { Approver = approver is null ? null : district.Key<Agency>(approver), ApprovalLevel = level });
        district.Act("SPE", agency is null ? ActType.MunicipalApproved : ActType.GovernmentApproved, "2021-06-10", agency);
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", expected, "DRC", "2023-09-12");

        district.Findings(Rule, "2024-01-01").Should().BeEmpty();
    }

    [Fact]
    public void Without_a_recorded_approver_it_is_unknown()
    {
        district.Plan("SPE", PlanKind.Special, 2021, 2025);
        district.Act("SPE", ActType.Published, "2021-06-20", "TRANS");
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", "GOV", "DRC", "2023-09-12");

        district.Finding(Rule, "2024-01-01").Sentence.Zh.Should().Be("“SPE规划”2023年中期评估报告(2023-09-12)的送达情况无法核实,未录入:审批主体。");
    }

    [Fact]
    public void The_standing_committee_gets_the_midterm_report_after_the_government_and_lacks_nothing_before_its_step_is_missed()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.MidTerm, 2023, "2023-10-20", "GOV", "500000:DRC", "2023-10-20");

        district.Findings(Rule, "2023-12-31").Should().BeEmpty();
        district.Finding(Rule, "2024-01-01").Sentence.Zh.Should().Contain("未报送区人大常委会");
    }

    [Fact]
    public void Who_examined_or_deliberated_a_report_has_received_it()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.MidTerm, 2023, "2023-10-20", null, "500000:DRC", "2023-10-20");
        district.Act("DEV", ActType.GovernmentExamined, "2023-11-03", "GOV", ActAbout.MidTerm, 2023);
        district.Act("DEV", ActType.StandingCommitteeDeliberated, "2023-11-28", "SC", ActAbout.MidTerm, 2023);

        district.Findings(Rule, "2024-06-01").Should().BeEmpty();
    }

    [Fact]
    public void Reports_from_before_the_registry_kept_records_are_not_judged()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, 2022, "2023-04-14", "GOV");
        district.Policy(PolicyKeys.RecordsFrom, "2023-04-15");

        district.Findings(Rule, "2023-05-01").Should().BeEmpty();
    }

    [Fact]
    public void A_report_stays_judged_when_its_plan_is_past_its_horizon_and_when_it_is_marked_secret()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Final, 2025, "2025-12-01", "GOV", "500000:DRC", "2025-12-01");
        district.WithSpecialPlan(with: p => p with { Secrecy = Secrecy.Secret, Title = "涉密规划" });
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", "EDU");

        district.Findings(Rule, "2026-02-01").Select(f => f.Plan!.Value.Code).Should().BeEquivalentTo("DEV", "SPE");
    }
}
