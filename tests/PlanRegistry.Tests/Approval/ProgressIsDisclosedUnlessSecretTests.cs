using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Rules.Approval;
using PlanRegistry.Tests.Reviews;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Approval;

[Trait("Rule", nameof(ProgressIsDisclosedUnlessSecret))]
public class ProgressIsDisclosedUnlessSecretTests
{
    private const string Rule = "PUB-001";
    private readonly TestDistrict district = new();

    [Theory]
    [InlineData("2022-06-30", false)] // The last day for 2021.
    [InlineData("2022-07-01", true)]
    public void What_was_overdue_when_the_plan_ended_stays_as_a_notice(string endedOn, bool stays)
    {
        var district = new TestDistrict();
        district.WithDevelopmentPlan();
        district.End("DEV", ActType.Withdrawn, endedOn);

        district.Findings("PUB-001", "2025-01-01").Select(f => (f.Verdict, f.Severity, f.Since)).Should()
            .Equal(stays ? [(Verdict.Fail, Severity.Notice, new DateOnly(2022, 7, 1))] : []);
    }

    [Fact]
    public void A_plan_that_discloses_its_progress_every_year_complies()
    {
        district.WithSpecialPlan();
        district.Act("SPE", ActType.ProgressDisclosed, "2022-05-20", "TRANS", year: 2021);
        district.Act("SPE", ActType.ProgressDisclosed, "2023-06-30", "TRANS", year: 2022);

        district.Findings(Rule, "2024-06-30").Should().BeEmpty();
    }

    [Fact]
    public void Years_without_a_disclosure_are_one_warning_that_names_them()
    {
        district.WithSpecialPlan();
        district.Findings(Rule, "2022-06-30").Should().BeEmpty();

        var finding = district.Finding(Rule, "2023-07-01");

        finding.Sentence.Zh.Should().Be("《SPE规划》未见2021年度、2022年度实施进展的公布记录，其中最早一次应不晚于2022年6月30日公布。");
        finding.Sentence.En
            .Should().Be("SPE规划 has no disclosure of its progress of 2021, 2022 on record; the earliest was due on 2022-06-30.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Warning, Day("2022-07-01")));
        finding.Key.Should().Be("PUB-001|500154/plans/SPE");
        finding.Basis.Should().Equal(new Basis("开州府办发〔2020〕95号", "三、(四)"));
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Select(r => (r.Agency!.Name, r.Text.Zh))
            .Should().Equal(("区交通运输委", "由区交通运输委公布2021年度、2022年度实施进展并录入公布记录；已公布的，按原日期补录。"));
        finding.Facts.Where(f => f.Name == "missed").Select(f => f.Text.Zh)
            .Should().Equal("2021年度实施进展应不晚于2022年6月30日公布（逾期）", "2022年度实施进展应不晚于2023年6月30日公布（逾期）");
    }

    [Theory]
    [InlineData(ActAbout.Annual, 2021)]
    [InlineData(ActAbout.MidTerm, 2021)]
    [InlineData(ActAbout.Final, 2021)]
    public void A_published_report_is_a_disclosure_of_its_year(ActAbout about, int year)
    {
        district.WithSpecialPlan();
        district.Act("SPE", ActType.Published, "2022-05-20", "TRANS", about, year);

        district.Findings(Rule, "2022-07-01").Should().BeEmpty();
    }

    [Fact]
    public void The_publication_of_the_plan_itself_is_none()
    {
        district.WithSpecialPlan();
        district.Act("SPE", ActType.Published, "2022-05-20", "TRANS");

        var finding = district.Finding(Rule, "2022-07-01");
        finding.Sentence.Zh.Should().Be("《SPE规划》未见2021年度实施进展的公布记录，应不晚于2022年6月30日公布。");
        finding.Sentence.En.Should().Be("SPE规划 has no disclosure of its progress of 2021 on record; it was due on 2022-06-30.");
    }

    [Fact]
    public void A_disclosure_that_names_no_year_belongs_to_the_cycle_of_its_day()
    {
        district.WithSpecialPlan();
        district.Act("SPE", ActType.ProgressDisclosed, "2023-06-30", "TRANS");

        district.Finding(Rule, "2024-07-01").Sentence.Zh.Should().Be("《SPE规划》未见2021年度、2023年度实施进展的公布记录，其中最早一次应不晚于2022年6月30日公布。");
    }

    [Fact]
    public void A_late_disclosure_clears()
    {
        district.WithSpecialPlan();
        district.Act("SPE", ActType.ProgressDisclosed, "2022-09-01", "TRANS", year: 2021);

        district.Findings(Rule, "2022-08-31").Should().ContainSingle();
        district.Findings(Rule, "2022-09-01").Should().BeEmpty();
    }

    [Fact]
    public void A_first_year_of_less_than_six_months_does_not_count() =>
        district.WithSpecialPlan("2021-07-02").Findings(Rule, "2023-06-30").Should().BeEmpty();

    [Fact]
    public void Silence_before_the_registry_kept_records_is_no_breach()
    {
        district.RecordedOn("2023-01-01");

        district.WithSpecialPlan().Findings(Rule, "2023-06-30").Should().BeEmpty();
    }

    [Fact]
    public void The_due_day_is_policy()
    {
        district.WithSpecialPlan();
        district.Policy(PolicyKeys.DisclosureDue, "03-31");

        district.Finding(Rule, "2022-04-01").Since.Should().Be(Day("2022-04-01"));
    }

    [Fact]
    public void A_plan_without_a_recorded_approval_or_publication_is_not_judged()
    {
        district.Plan("SPE", PlanKind.Special, 2021, 2025);
        district.Act("SPE", ActType.DraftingStarted, "2020-12-01");

        district.Findings(Rule, "2023-07-01").Should().BeEmpty();
    }

    [Fact]
    public void What_was_overdue_stands_after_the_horizon_and_no_more_is_asked_for()
    {
        district.WithSpecialPlan();
        var before = district.Finding(Rule, "2025-12-31");

        var after = district.Finding(Rule, "2026-07-01");

        (after.Severity, after.Sentence, after.Since).Should().Be((Severity.Warning, before.Sentence, before.Since));
        district.Report("SPE", ActAbout.Final, 2025, "2026-07-02", "GOV", "DRC", "2026-07-02");
        district.Finding(Rule, "2026-07-02").Severity.Should().Be(Severity.Notice);
    }

    [Fact]
    public void Internal_plans_are_no_state_secret_and_are_judged() =>
        district.WithSpecialPlan(with: p => p with { Secrecy = Secrecy.Internal }).Findings(Rule, "2022-07-01").Should().ContainSingle();

    [Fact]
    public void A_disclosure_whose_day_may_lie_in_two_cycles_is_unknown()
    {
        district.WithSpecialPlan();
        district.Act("SPE", ActType.ProgressDisclosed, "2022", "TRANS");

        var finding = district.Finding(Rule, "2023-07-01");

        finding.Sentence.Zh.Should().Be("《SPE规划》2021年度、2022年度实施进展是否已公布无法判定：已录入的公布记录（2022年）日期不够具体。");
        finding.Sentence.En.Should().Be(
            "Whether SPE规划 disclosed its progress of 2021, 2022 cannot be said: the disclosure recorded (2022) lacks its exact day.");
        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Remedies.Single().Agency!.Name.Should().Be("区交通运输委");
    }

    [Fact]
    public void A_disclosure_by_a_bureau_that_does_not_make_the_plan_is_to_be_checked()
    {
        district.WithSpecialPlan();
        district.Act("SPE", ActType.ProgressDisclosed, "2022-05-20", "AGR", year: 2021);

        district.Findings(Rule, "2022-06-30").Should().BeEmpty("nothing is due yet");
        var finding = district.Finding(Rule, "2022-07-01");

        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, Day("2022-07-01")));
        finding.Sentence.Zh.Should().Be("《SPE规划》2021年度实施进展是否已公布无法判定：已录入的公布记录（2022年5月20日）存疑："
            + "区农业农村委无权办理，应为规划牵头单位或者区发展改革委或者区政府。");
        finding.Sentence.En.Should().Be("Whether SPE规划 disclosed its progress of 2021 cannot be said: the disclosure recorded (2022-05-20) "
            + "is in doubt: 区农业农村委 is not entitled to it; it is for the plan's lead agency or "
            + "the district's development and reform commission or the district's government.");
        finding.Remedies.Single().Text.Zh.Should().Be("由区交通运输委核对公布记录的单位、年度和日期，录入有误的予以更正；无误的，另行公布。");
        district.Act("SPE", ActType.ProgressDisclosed, "2022-08-20", "TRANS", year: 2021);
        district.Findings(Rule, "2022-08-20").Should().BeEmpty("disclosed by those who make the plan, if late");
    }

    [Theory]
    [InlineData("TRANS")]
    [InlineData("EDU")] // Leads with it.
    [InlineData("DRC")]
    [InlineData("GOV")]
    [InlineData("GOVOFFICE")] // Perhaps on behalf of the government.
    [InlineData(null)]
    public void Those_who_make_the_plan_disclose_its_progress_and_nobody_recorded_may_be_they(string? by)
    {
        district.WithSpecialPlan(with: p => p with { CoLeadAgencies = [district.Key<Agency>("EDU")] });
        district.Act("SPE", ActType.ProgressDisclosed, "2022-05-20", by, year: 2021);

        district.Findings(Rule, "2022-07-01").Should().BeEmpty();
    }

    [Fact]
    public void Of_a_plan_whose_lead_agency_is_not_recorded_anybody_may_be_it()
    {
        district.WithSpecialPlan(with: p => p with { LeadAgency = null });
        district.Act("SPE", ActType.ProgressDisclosed, "2022-05-20", "AGR", year: 2021);

        district.Findings(Rule, "2022-07-01").Should().BeEmpty();
    }

    [Fact]
    public void A_secret_plan_that_discloses_nothing_complies()
    {
        Secret();
        district.Act("SPE", ActType.Issued, "2021-06-20", "TRANS");

        district.Findings(Rule, "2025-12-31").Should().BeEmpty();
    }

    /// <summary>Golden case T-23.</summary>
    [Fact]
    public void A_secret_plan_that_was_published_is_blocked()
    {
        Secret();
        var act = district.Act("SPE", ActType.Published, "2021-06-20", "TRANS");

        var finding = district.Finding(Rule, "2022-07-01");

        finding.Sentence.Zh.Should().Be("涉密规划（SPE）已有公开记录（2021年6月20日），涉及国家秘密的规划不得公开。");
        finding.Sentence.En.Should().Be("Secret plan SPE has disclosures on record (2021-06-20); a state secret is never disclosed.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Blocking, Day("2021-06-20")));
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Single().Agency!.Name.Should().Be("区交通运输委");
        finding.Facts.Should().Contain(f => f.Name == "disclosure" && f.Record == act.Id);
    }

    [Theory]
    [InlineData(ActType.ProgressDisclosed, ActAbout.Plan)]
    [InlineData(ActType.Published, ActAbout.MidTerm)]
    public void Its_progress_and_reports_are_secret_too(ActType type, ActAbout about)
    {
        Secret();
        district.Act("SPE", type, "2023-05-20", "TRANS", about);

        district.Finding(Rule, "2023-06-01").Severity.Should().Be(Severity.Blocking);
    }

    [Fact]
    public void A_publication_from_before_the_notice_is_not_judged_by_it()
    {
        Secret();
        district.Act("SPE", ActType.Published, "2020-09-14", "TRANS");

        district.Findings(Rule, "2022-01-01").Should().BeEmpty();
    }

    private void Secret()
    {
        district.Plan("SPE", PlanKind.Special, 2021, 2025, p => p with { Secrecy = Secrecy.Secret, Title = "涉密规划" });
        district.Act("SPE", ActType.GovernmentApproved, "2021-06-10", "GOV");
    }
}
