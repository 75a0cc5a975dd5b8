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
    [InlineData(ActAbout.Final, 2025, "2025-11-27", "GOV;500000:DRC", null)]
    public void Reports_on_the_development_plan_that_reach_all_comply(ActAbout about, int year, string on, string to, string? copies)
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", about, year, on, to, copies, copies is null ? null : on);

        district.Findings(Rule, "2026-06-01").Should().BeEmpty();
    }

    [Theory]
    [InlineData(ActAbout.Annual, 2022, "2023-09-12", "2023-09-19")]
    [InlineData(ActAbout.MidTerm, 2023, "2023-09-12", "2023-09-19")]
    [InlineData(ActAbout.Final, 2025, "2026-09-12", "2026-09-19")]
    public void Reports_on_other_plans_that_reach_approver_and_reform_commission_comply(
        ActAbout about, int year, string on, string copiedOn)
    {
        district.WithSpecialPlan();
        district.Report("SPE", about, year, on, "GOV", "DRC", copiedOn);

        district.Findings(Rule, "2026-10-01").Should().BeEmpty();
    }

    [Fact]
    public void A_filled_cell_that_lacks_a_name_fails_and_each_name_is_told()
    {
        district.WithDevelopmentPlan();
        var act = district.Report("DEV", ActAbout.MidTerm, 2023, "2023-10-20", "GOV", "DRC", "2023-10-20");

        var finding = district.Finding(Rule, "2024-01-01");

        finding.Sentence.Zh.Should().Be("《DEV规划》2023年中期评估报告（2023年10月20日）送达不全：未报送区人大常委会、未抄送市发展改革委。");
        finding.Sentence.En.Should().Be(
            "The 2023 mid-term evaluation report of DEV规划 (2023-10-20) did not reach everyone: not sent to 区人大常委会, not copied to 市发展改革委.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Error, Day("2023-10-20")));
        finding.Key.Should().Be($"REV-004|500154/plans/DEV|{act.Id}");
        finding.Responsible!.Name.Should().Be("区发展改革委");
        var remedy = finding.Remedies.Should().ContainSingle().Subject;
        (remedy.Agency!.Name, remedy.Text.Zh).Should().Be(("区发展改革委", "由区发展改革委将2023年中期评估报告补报送区人大常委会、抄送市发展改革委，并更正报告记录。"));
        finding.Facts.Should().Contain(f => f.Name == "report" && f.Record == act.Id);
    }

    [Theory]
    [InlineData(ActAbout.Annual, "GOV", "未报送市发展改革委")]
    [InlineData(ActAbout.Annual, "500000:DRC", "未报送区政府")]
    [InlineData(ActAbout.Final, "GOV;SC", "未报送市发展改革委")]
    public void The_development_plans_monitoring_and_final_reports_go_to_government_and_municipal_commission(
        ActAbout about, string to, string missing)
    {
        district.WithDevelopmentPlan();
        var on = about == ActAbout.Final ? "2025-11-27" : "2023-04-14";
        district.Report("DEV", about, about == ActAbout.Final ? 2025 : 2022, on, to, "500000:DRC", on);

        district.Finding(Rule, "2026-01-01").Sentence.Zh.Should().EndWith($"送达不全：{missing}。");
    }

    [Theory]
    [InlineData(ActAbout.MidTerm, "EDU", "DRC", "未报送区政府")]
    [InlineData(ActAbout.Final, "GOV", "EDU", "未抄送区发展改革委")]
    public void Other_plans_evaluations_go_to_the_approver_and_in_copy_to_the_reform_commission(
        ActAbout about, string to, string copies, string missing)
    {
        district.WithSpecialPlan();
        var on = about == ActAbout.Final ? "2026-09-12" : "2023-09-12";
        district.Report("SPE", about, 2023, on, to, copies, on);

        var finding = district.Finding(Rule, on);

        (finding.Severity, finding.Sentence.Zh.Split('：')[1]).Should().Be((Severity.Error, missing + "。"));
    }

    [Fact]
    public void On_other_plans_monitoring_the_notice_is_silent_so_a_name_that_lacks_is_a_notice_by_default_and_an_empty_cell_nothing()
    {
        district.WithSpecialPlan();
        district.Report("SPE", ActAbout.Annual, 2022, "2023-03-29", "EDU", "EDU", "2023-03-29");
        district.Report("SPE", ActAbout.Annual, 2021, "2022-03-29", "GOV");

        var finding = district.Finding(Rule, "2024-01-01");

        finding.Sentence.Zh.Should().Be("《SPE规划》2022年度监测分析报告（2023年3月29日）送达不全：未报送区政府、未抄送区发展改革委。");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Notice, Day("2023-03-29")));
        finding.Basis.Should().Equal(new Basis("本系统默认", "年度监测分析报告的报送对象"));
        district.Light("SPE", "2022-06-01").Should().NotBe(Light.Grey, "an empty cell of a default says nothing");
    }

    [Fact]
    public void The_final_report_of_an_outline_is_owed_to_the_congress_from_the_approval_of_the_next_outline()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Final, 2025, "2025-12-10", "GOV;500000:DRC");
        district.Plan("NEXT", PlanKind.Development, 2026, 2030);
        district.Act("NEXT", ActType.CongressApproved, "2026-01-28", "CONGRESS");

        district.Findings(Rule, "2026-01-27").Should().BeEmpty();
        var finding = district.Finding(Rule, "2026-02-10");

        finding.Sentence.Zh.Should().Be("《DEV规划》2025年总结评估报告（2025年12月10日）送达不全：未报送区人大或区人大常委会。");
        finding.Sentence.En.Should().Be(
            "The 2025 final evaluation report of DEV规划 (2025-12-10) did not reach everyone: not sent to 区人大 or 区人大常委会.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Error, Day("2026-01-28")));
    }

    [Theory]
    [InlineData("CONGRESS")]
    [InlineData("SC")]
    public void The_congress_or_its_standing_committee_for_it_has_received_it(string congress)
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Final, 2025, "2025-12-10", $"GOV;500000:DRC;{congress}");

        district.Findings(Rule, "2027-06-01").Should().BeEmpty();
    }

    [Fact]
    public void Without_a_next_outline_the_congress_is_owed_it_a_year_after_the_horizon()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Final, 2025, "2025-12-10", "GOV;500000:DRC");

        district.Findings(Rule, "2026-12-30").Should().BeEmpty();
        district.Finding(Rule, "2027-06-01").Since.Should().Be(Day("2026-12-31"));
    }

    [Fact]
    public void No_recipient_is_owed_a_copy()
    {
        district.WithSpecialPlan();
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", "GOV;DRC");

        district.Findings(Rule, "2024-01-01").Should().BeEmpty();
    }

    [Theory]
    [InlineData("SPE", ActAbout.Annual, 2022, "2022-08-15", "2022年度监测分析报告（2022年8月15日）早于2022年12月1日",
        "“年度监测分析报告自何日起算数（当年）”为12月1日")]
    [InlineData("SPE", ActAbout.MidTerm, 2023, "2022-03-10", "2023年中期评估报告（2022年3月10日）早于2022年9月1日",
        "“中期评估报告自何时起算数”为规划期满3分之一之日")]
    [InlineData("DEV", ActAbout.MidTerm, 2023, "2022-11-10", "2023年中期评估报告（2022年11月10日）早于2023年1月1日",
        "“中期评估报告自何时起算数”为中期评估年度的1月1日")]
    [InlineData("DEV", ActAbout.Final, 2025, "2024-12-31", "2025年总结评估报告（2024年12月31日）早于2025年1月1日",
        "“总结评估报告自何日起算数（末年）”为1月1日")]
    public void A_report_that_comes_too_early_is_unknown_at_once(
        string plan, ActAbout about, int year, string on, string early, string policy)
    {
        district.WithSpecialPlan().WithDevelopmentPlan();
        district.Report(plan, about, year, on, "GOV;SC;CONGRESS;500000:DRC", "DRC", on);

        var finding = district.Finding(Rule, on);

        finding.Sentence.Zh.Should().Be($"《{plan}规划》{early}，不能作为应报送的报告，年度、日期是否有误待核实。");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, Day(on)));
        finding.Basis.Should().Equal(new Basis("本系统默认", policy));
        finding.Remedies.Single().Text.Zh.Should().EndWith("的年度和日期，录入有误的予以更正；无误的，到期另行报送。");
    }

    [Fact]
    public void That_it_came_too_early_is_told_in_English_too()
    {
        district.WithSpecialPlan();
        district.Report("SPE", ActAbout.Annual, 2022, "2022-08-15", "GOV", "DRC", "2022-08-15");

        district.Finding(Rule, "2022-09-01").Sentence.En.Should().Be("The 2022 annual monitoring report of SPE规划 (2022-08-15) "
            + "came before 2022-12-01 and answers no duty; whether its year or its day is wrong is to be checked.");
    }

    [Fact]
    public void Copies_later_than_seven_days_are_a_warning()
    {
        district.WithSpecialPlan();
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12", "GOV", "DRC", "2023-09-20");

        district.Findings(Rule, "2023-09-19").Should().BeEmpty();
        var finding = district.Finding(Rule, "2023-10-01");

        finding.Sentence.Zh.Should().Be("《SPE规划》2023年中期评估报告（2023年9月12日）于2023年9月20日抄送，超过报告后7日（2023年9月19日）的期限。");
        finding.Sentence.En.Should().Be(
            "The 2023 mid-term evaluation report of SPE规划 (2023-09-12) was copied on 2023-09-20, later than 7 days after it (2023-09-19).");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Warning, Day("2023-09-20")));
        finding.Remedies[0].Agency!.Name.Should().Be("区交通运输委");
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

        finding.Sentence.Zh.Should().Be($"《SPE规划》2023年中期评估报告（2023年9月12日）的送达情况无法核实，未录入：{cells}。");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, Day("2023-09-12")));
        finding.Remedies.Single().Text.Zh.Should().Be($"由区交通运输委补录2023年中期评估报告的{cells}。");
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
        district.Report("SPE", ActAbout.MidTerm, 2023, "2023-09-12",
            a => a with { Agency = district.Key<Agency>("DRC"), Recipients = [district.Key<Agency>("GOV")] });

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

        district.Finding(Rule, "2024-01-01").Sentence.Zh.Should().Be("《SPE规划》2023年中期评估报告（2023年9月12日）的送达情况无法核实，未录入：审批主体。");
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
        district.RecordedOn("2023-04-15");

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
