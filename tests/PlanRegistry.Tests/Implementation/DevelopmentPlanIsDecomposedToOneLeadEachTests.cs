using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Implementation;
using PlanRegistry.Rules.Implementation;

namespace PlanRegistry.Tests.Implementation;

[Trait("Rule", nameof(DevelopmentPlanIsDecomposedToOneLeadEach))]
public sealed class DevelopmentPlanIsDecomposedToOneLeadEachTests
{
    private const string Rule = "IND-002";
    private const string Due = "2021-06-03";
    private const string Late = "2021-06-04";

    [Fact]
    public void A_plan_of_which_each_indicator_and_task_has_a_lead_complies() =>
        ImplementedPlan.Build().WithTask("T1").Assign("COVER").Assign("AIR").Assign("T1").Findings(Rule, Late).Should().BeEmpty();

    [Fact]
    public void What_nobody_leads_after_the_due_day_is_told_in_one_finding()
    {
        var district = ImplementedPlan.Build().WithTask("T1").WithTask("T2", TaskKind.Project).Assign("COVER").Assign("T1");

        district.Findings(Rule, Due).Should().BeEmpty("it is due on that day");
        var finding = district.Finding(Rule, Late);

        finding.Sentence.Zh.Should().Be("《DEV规划》于2021年3月5日发布，应不晚于2021年6月3日分解落实完毕，尚有2项未落实到牵头单位："
            + "指标“优良天数比率”、重大项目“任务T2”。");
        finding.Sentence.En.Should().Be("DEV规划 was published on 2021-03-05 and was to be decomposed by 2021-06-03; "
            + "2 of it have no lead agency: the indicator 优良天数比率, the major project 任务T2.");
        (finding.Verdict, finding.Severity, finding.Since, finding.Responsible!.Name).Should()
            .Be((Verdict.Fail, Severity.Error, new DateOnly(2021, 6, 4), "区政府办公室"));
        finding.Key.Should().Be("IND-002|500154/plans/DEV");
        finding.Remedies.Select(r => (r.Act, r.Agency!.Name, r.Text.Zh)).Should().Equal(
            ("decomposePlan", "区政府办公室", "由区政府办公室将尚未分解的事项逐项落实到一个牵头单位。"));
    }

    [Fact]
    public void Tasks_that_nobody_has_recorded_are_no_breach() =>
        ImplementedPlan.Build().Assign("COVER").Assign("AIR").Findings(Rule, Late).Should().BeEmpty();

    [Fact]
    public void A_plan_of_which_no_assignment_is_recorded_is_to_be_checked()
    {
        var finding = ImplementedPlan.Build().WithTask("T1").Finding(Rule, Late);

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Sentence.Zh.Should().Be("《DEV规划》于2021年3月5日发布，应不晚于2021年6月3日分解落实完毕，任务分工未录入，有3项是否落实到牵头单位待核实。");
    }

    [Fact]
    public void An_assignment_counts_from_its_day()
    {
        var district = ImplementedPlan.Build().Assign("COVER").Assign("AIR", "2021-07-01");

        district.Finding(Rule, "2021-06-30").Sentence.Zh.Should().EndWith("：指标“优良天数比率”。");
        district.Findings(Rule, "2021-07-01").Should().BeEmpty();
    }

    [Fact]
    public void A_plan_published_before_the_records_began_is_judged_only_where_some_assignment_is_recorded()
    {
        ImplementedPlan.Build().RecordedOn("2021-03-06").Findings(Rule, Late).Should().BeEmpty();
        ImplementedPlan.Build().RecordedOn("2021-03-06").Assign("COVER").Findings(Rule, Late).Should().ContainSingle();
    }

    [Fact]
    public void A_plan_that_is_not_published_and_one_that_is_over_are_not_judged()
    {
        var district = ImplementedPlan.Build("2021-05-01");

        district.Findings(Rule, "2021-04-30").Should().BeEmpty();
        district.Findings(Rule, "2026-01-01").Should().BeEmpty();
    }

    [Fact]
    public void Other_plans_need_no_decomposition()
    {
        var district = ImplementedPlan.Build().Assign("COVER").Assign("AIR");
        district.Plan("SPE", PlanRegistry.Records.PlanKind.Special, 2021, 2025);
        district.Act("SPE", ActType.GovernmentApproved, "2021-03-05");
        district.Act("SPE", ActType.Published, "2021-03-06", "GOV");
        district.WithTask("T9", plan: "SPE");

        district.Findings(Rule, "2022-01-01").Should().BeEmpty();
    }

    [Fact]
    public void The_days_are_a_policy()
    {
        var district = ImplementedPlan.Build().Assign("COVER");
        district.Policy(PolicyKeys.DecompositionDays, "180");

        district.Findings(Rule, Late).Should().BeEmpty();
        district.Findings(Rule, "2021-09-02").Should().ContainSingle();
    }

    [Theory]
    [InlineData("GOVOFFICE", false)]
    [InlineData("GOV", false)]
    [InlineData("PARTYOFFICE", false)]
    [InlineData(null, false)]
    [InlineData("DRC", true)]
    public void Who_decomposes_is_the_governments_office(string? by, bool isBroken)
    {
        var district = ImplementedPlan.Build().Assign("AIR");
        district.Assign("COVER", with: a => a with { By = by is null ? null : district.Key<Agency>(by) });

        district.Findings(Rule, "2021-04-10").Select(f => (f.Severity, f.Sentence.Zh)).Should().Equal(isBroken
            ? [(Severity.Warning, "《DEV规划》有1项由区发展改革委分解，应由区政府办公室分解落实。")] : []);
    }

    [Fact]
    public void What_an_amendment_brought_in_is_due_after_the_amended_targets_hold()
    {
        var district = ImplementedPlan.Build().Assign("COVER").Assign("AIR");
        district.Indicator("GRAIN", "粮食产量", "万吨");
        foreach (var (code, value) in new[] { ("COVER", 54m), ("AIR", 93m), ("GRAIN", 60m) })
        {
            district.Target("DEV", code, value, version: 2);
        }
        district.Act("DEV", ActType.Reported, "2021-12-15", "DRC", ActAbout.Annual, 2021);
        district.Amendment("DEV", 2, "2022-01-10");
        district.Act("DEV", ActType.AmendmentProposed, "2022-01-10", "GOV", ActAbout.Amendment, with: a => a with { Version = 2 });
        district.Act("DEV", ActType.PartyAgreed, "2022-02-01", "PARTY", ActAbout.Amendment, with: a => a with { Version = 2 });
        district.Act("DEV", ActType.StandingCommitteeApproved, "2022-03-01", "SC", ActAbout.Amendment, with: a => a with { Version = 2 });

        district.Findings(Rule, "2022-05-30").Should().BeEmpty();
        var finding = district.Finding(Rule, "2022-05-31");
        finding.Sentence.Zh.Should().Be("《DEV规划》于2021年3月5日发布（第2版调整修订于2022年3月1日批准，新增下列指标），应不晚于2022年5月30日分解落实完毕，"
            + "尚有1项未落实到牵头单位：指标“粮食产量”。");
        finding.Sentence.En.Should().Be("DEV规划 was published on 2021-03-05 (version 2, approved on 2022-03-01, brought in what is named) "
            + "and was to be decomposed by 2022-05-30; 1 of it have no lead agency: the indicator 粮食产量.");

        district.WithTask("T1");
        district.Finding(Rule, "2022-05-31").Sentence.Zh.Should().Be("《DEV规划》于2021年3月5日发布"
            + "（第2版调整修订于2022年3月1日批准，新增其中1项，应不晚于2022年5月30日分解落实），应不晚于2021年6月3日分解落实完毕，"
            + "尚有2项未落实到牵头单位：指标“粮食产量”、主要任务“任务T1”。");
    }
}
