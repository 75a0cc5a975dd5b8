using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Rules.Reviews;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Reviews;

[Trait("Rule", nameof(FinalEvaluationIsReportedInTime))]
public class FinalEvaluationIsReportedInTimeTests
{
    private const string Rule = "REV-003";
    private readonly TestDistrict district = new();

    [Fact]
    public void A_plan_evaluated_at_its_end_complies()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Final, 2025, "2025-11-27");

        district.Findings(Rule, "2026-07-01").Should().BeEmpty();
    }

    [Fact]
    public void A_development_plan_is_evaluated_before_its_last_year_is_over()
    {
        district.WithDevelopmentPlan();
        district.Findings(Rule, "2025-12-31").Should().BeEmpty();

        var finding = district.Finding(Rule, "2026-01-01");

        finding.Sentence.Zh.Should().Be("《DEV规划》总结评估报告应不晚于2025年12月31日报送，未见报送记录。");
        finding.Sentence.En.Should().Be("DEV规划 has no final evaluation report on record; it was due on 2025-12-31.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Error, Day("2026-01-01")));
        finding.Responsible!.Name.Should().Be("区发展改革委");
        finding.Remedies.Single().Agency!.Name.Should().Be("区发展改革委");
        finding.Facts.Single(f => f.Name == "duty").Text.Zh.Should().Contain(
            "参数“总结评估在末年后第几年”为当年（国家发展规划法 第十六、三十一条（参照））");
    }

    [Fact]
    public void Other_plans_have_the_year_after()
    {
        district.WithSpecialPlan();
        district.Findings(Rule, "2026-12-31").Should().BeEmpty();

        var finding = district.Finding(Rule, "2027-01-01");

        finding.Sentence.Zh.Should().Be("《SPE规划》总结评估报告应不晚于2026年12月31日报送，未见报送记录。");
        (finding.Severity, finding.Key).Should().Be((Severity.Error, "REV-003|500154/plans/SPE"));
    }

    [Fact]
    public void Secret_plans_are_judged()
    {
        district.WithSpecialPlan(with: p => p with { Secrecy = Secrecy.Secret, Title = "涉密规划" });

        district.Finding(Rule, "2027-01-01").Sentence.Zh.Should().Be("涉密规划（SPE）总结评估报告应不晚于2026年12月31日报送，未见报送记录。");
        district.Duties("SPE", "2027-01-01").Should().ContainSingle().Which.Kind.Should().Be(ReviewKind.Final);
    }

    [Fact]
    public void A_late_report_clears_whatever_year_it_names()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Final, 2026, "2026-03-01");

        district.Findings(Rule, "2026-03-01").Should().BeEmpty();
        district.Duty("DEV", ReviewKind.Final, "2026-03-01").State.Should().Be(DutyState.DoneLate);
    }

    [Fact]
    public void Silence_before_the_registry_kept_records_is_no_breach()
    {
        district.RecordedOn("2026-11-22");

        district.WithDevelopmentPlan().Findings(Rule, "2026-11-22").Should().BeEmpty();
    }

    [Fact]
    public void A_plan_never_approved_or_since_superseded_is_not_judged()
    {
        district.Plan("DRAFT", PlanKind.Special, 2021, 2025);
        district.Act("DRAFT", ActType.DraftingStarted, "2021-01-10");
        district.WithDevelopmentPlan();
        district.End("DEV", ActType.Superseded, "2024-01-10");

        district.Findings(Rule, "2027-01-01").Should().BeEmpty();
    }

    [Fact]
    public void Without_a_recorded_lead_agency_it_is_the_reform_commissions_to_act()
    {
        district.WithSpecialPlan(with: p => p with { LeadAgency = null });

        var finding = district.Finding(Rule, "2027-01-01");

        (finding.Responsible!.Name, finding.Remedies.Single().Agency!.Name).Should().Be(("区发展改革委", "区发展改革委"));
    }

    [Fact]
    public void The_due_day_is_policy()
    {
        district.WithDevelopmentPlan();
        district.Policy(PolicyKeys.FinalDue, "10-31");

        district.Finding(Rule, "2025-11-01").Since.Should().Be(Day("2025-11-01"));
    }

    [Fact]
    public void A_report_of_which_only_the_year_is_recorded_leaves_open_whether_it_lies_behind_us()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Final, 2025, "2026");

        var finding = district.Finding(Rule, "2026-05-01");

        finding.Sentence.Zh.Should().Be("《DEV规划》总结评估报告是否已报送无法判定：已录入的报告（2026年）日期不够具体。");
        finding.Sentence.En
            .Should().Be("Whether DEV规划 has its final evaluation report cannot be said: the report recorded (2026) lacks its exact day.");
        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
    }

    [Fact]
    public void A_later_policy_moves_no_day_gone_by()
    {
        var district = new TestDistrict().WithDevelopmentPlan();
        district.Policy(PolicyKeys.FinalYearOffset, "2", "2026-02-01");

        district.On("2026-03-01").Plan(district.Key<Plan>("DEV"))!.ReviewDuties.Single(d => d.Kind == ReviewKind.Final)
            .Should().BeEquivalentTo(new { Due = new DateOnly(2025, 12, 31), State = DutyState.Overdue });
    }
}
