using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Reviews;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Reviews;

[Trait("Rule", nameof(PapersFromBeforeTheRegistryAreEntered))]
public class PapersFromBeforeTheRegistryAreEnteredTests
{
    private const string Rule = "REV-006";
    private readonly TestDistrict district = new();

    public PapersFromBeforeTheRegistryAreEnteredTests() => district.RecordedOn("2026-11-01");

    [Fact]
    public void A_plan_of_which_all_is_entered_complies()
    {
        district.WithSpecialPlan("2024-02-20", 2024, 2026);
        district.Report("SPE", ActAbout.Annual, 2024, "2025-05-10");
        district.Report("SPE", ActAbout.Annual, 2025, "2026-05-10");
        district.Act("SPE", ActType.ProgressDisclosed, "2025-05-20", year: 2024);
        district.Act("SPE", ActType.ProgressDisclosed, "2026-05-20", year: 2025);

        district.Findings(Rule, "2026-11-22").Should().BeEmpty();
    }

    [Fact]
    public void Duties_not_recorded_are_named_once_per_plan()
    {
        district.WithSpecialPlan("2024-02-20", 2024, 2028);
        district.Report("SPE", ActAbout.Annual, 2025, "2026-05-10");

        var finding = district.Finding(Rule, "2026-11-22");

        finding.Sentence.Zh.Should().Be("《SPE规划》2026年11月1日以前的历史资料未录入：2024年度监测分析报告；2024年度、2025年度实施进展公布记录。");
        finding.Sentence.En.Should().Be(
            "Papers of SPE规划 from before 2026-11-01 are not entered: the annual "
                + "monitoring report of 2024; the disclosure of progress of 2024, 2025.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Notice, Day("2025-07-01")));
        finding.Key.Should().Be("REV-006|500154/plans/SPE");
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Select(r => (r.Agency!.Name, r.Text.Zh)).Should().Equal(("区交通运输委", "由区交通运输委查阅档案，补录上述历史资料。"));
        finding.Facts.Count(f => f.Name == "duty").Should().Be(1);
        finding.Basis.Single().Should().Match<Basis>(b =>
            b.Document == "本系统默认" && b.Clause.StartsWith("“自何日起资料录入完整”为") && b.Clause.EndsWith("日"));
    }

    [Fact]
    public void No_other_rule_about_reviews_says_anything_of_it()
    {
        district.WithDevelopmentPlan("2024-02-20", 2024, 2028);

        district.Judge("2026-11-22").Findings.Where(
            f => f.Rule is not "REV-006" && (f.Rule.StartsWith("REV", StringComparison.Ordinal) || f.Rule == "PUB-001")).Should().BeEmpty();
    }

    [Fact]
    public void An_expired_plan_without_acts_lacks_its_approval_and_publication()
    {
        district.Plan("OLD", PlanKind.Special, 2021, 2025);

        var finding = district.Finding(Rule, "2026-11-22");

        finding.Sentence.Zh.Should().Be("《OLD规划》没有任何办理记录，规划期已经开始，未录入：批准、发布的办理记录。");
        finding.Sentence.En.Should().Be(
            "No act of OLD规划 is recorded though its horizon has begun; not entered: the acts approval, publication.");
    }

    [Fact]
    public void An_expired_plan_with_its_approval_lacks_its_reports()
    {
        district.WithDevelopmentPlan();

        district.Finding(Rule, "2026-11-22").Sentence.Zh.Should().Be("《DEV规划》2026年11月1日以前的历史资料未录入：2021年度、2022年度、2023年度、2024年度、2025年度监测分析报告；"
            + "2023年中期评估报告；2025年总结评估报告；2021年度、2022年度、2023年度、2024年度、2025年度实施进展公布记录。");
    }

    [Fact]
    public void A_running_plan_of_which_nothing_is_known_lacks_its_approval_and_publication()
    {
        district.Plan("SPA", PlanKind.Spatial, 2021, 2035);

        district.Finding(Rule, "2026-11-22").Sentence.Zh.Should().Be("《SPA规划》没有任何办理记录，规划期已经开始，未录入：批准、发布的办理记录。");
    }

    [Fact]
    public void A_plan_published_before_has_been_approved_before()
    {
        district.Plan("SPE", PlanKind.Special, 2026, 2028);
        district.Act("SPE", ActType.Published, "2026-10-10", "TRANS");

        district.Finding(Rule, "2026-11-22").Sentence.Zh.Should().Be("《SPE规划》2026年11月1日以前的历史资料未录入：批准的办理记录。");
    }

    [Fact]
    public void A_midterm_report_without_its_steps_lacks_them()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.MidTerm, 2023, "2023-10-20");

        district.Finding(Rule, "2026-11-22").Sentence.Zh.Should().Contain("未录入：中期评估报告审定、审议的办理记录；");
    }

    [Fact]
    public void A_development_plan_of_that_time_not_known_to_be_followed_is_named()
    {
        district.WithDevelopmentPlan("2025-03-26", 2025, 2029);
        district.WithSpecialPlan("2024-08-20", 2024, 2029);

        var finding = district.Findings(Rule, "2026-11-22").Single(f => f.Plan!.Value.Code == "SPE");

        finding.Sentence.Zh.Should().Be("《SPE规划》2026年11月1日以前的历史资料未录入：2025年度监测分析报告；2025年度实施进展公布记录；"
            + "依据《DEV规划》调整修订或声明无需调整的记录。");
        finding.Sentence.En.Should().EndWith("the amendment after DEV规划, or the declaration that nothing changes.");
        finding.Facts.Should().ContainSingle(f => f.Name == "horizon");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_plan_of_this_year_that_is_proposed_or_drafted_lacks_nothing(bool drafting)
    {
        district.Plan("NEW", PlanKind.Special, 2026, 2030);
        if (drafting)
        {
            district.Act("NEW", ActType.DraftingStarted, "2025-09-01");
        }

        district.Findings(Rule, "2026-11-22").Should().BeEmpty();
    }

    [Fact]
    public void What_is_due_after_the_registry_began_is_not_history()
    {
        district.WithSpecialPlan("2026-02-20", 2026, 2028);

        district.Findings(Rule, "2027-12-31").Should().BeEmpty();
    }

    [Fact]
    public void Secret_plans_are_not_judged()
    {
        district.Plan("OLD", PlanKind.Special, 2021, 2025, p => p with { Secrecy = Secrecy.Secret, Title = "涉密规划" });

        district.Findings(Rule, "2026-11-22").Should().BeEmpty();
    }
}
