using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Implementation;
using PlanRegistry.Records;
using PlanRegistry.Rules.Funding;
using static PlanRegistry.Tests.Funding.InvestedDistrict;

namespace PlanRegistry.Tests.Funding;

[Trait("Rule", nameof(MoneyGoesFirstToTheDevelopmentPlan))]
public sealed class MoneyGoesFirstToTheDevelopmentPlanTests
{
    private const string Rule = "FUN-002";

    private static TestDistrict PassedOver() =>
        Build().Budget("F-1", "X-1", 500_000m, "OUT").Invest("X-1", 500_000m, plan: "OUT").Invest("P-1", plan: null);

    private static FundingRank? RankOf(TestDistrict district, string line) =>
        FundingRanks.Of(district.On(Late), district.View().Of<FundingLine>().Single(l => l.Code == line));

    [Fact]
    public void A_budget_that_has_the_projects_of_the_development_plan_complies() =>
        PassedOver().Budget("F-2", "P-1").Findings(Rule, Late).Should().BeEmpty();

    [Fact]
    public void A_project_of_no_plan_in_the_budget_and_one_of_the_development_plan_left_out_is_a_notice()
    {
        var district = PassedOver();

        district.Findings(Rule, "2024-04-30").Should().BeEmpty();
        var finding = district.Finding(Rule, Late);

        (finding.Key, finding.Verdict, finding.Severity, finding.Due).Should().Be(("FUN-002|2024", Verdict.Fail, Severity.Notice, null));
        finding.Sentence.Zh.Should().Be("2024年度预算为所属规划未列入目录清单的项目安排了资金：“F-1项目”50万元；全区发展规划确定并已列入当年政府投资计划的1个项目尚未安排：“P-1工程”。"
            + "本条供统筹资金时参考，不影响已作的安排。");
        finding.Sentence.En.Should().StartWith("The budget of 2024 has money for projects whose plans are unlisted: F-1项目 (")
            .And.Contain("touches nothing that was arranged");
        (finding.Responsible!.Name, finding.Plans.Count).Should().Be(("区财政局", 0));
    }

    [Fact]
    public void Money_of_listed_plans_passes_nobody_over_nor_does_a_project_that_is_not_ready()
    {
        Build().Budget("F-1", "X-1", plan: "SPE").Invest("X-1").Invest("P-1", plan: null).Findings(Rule, Late).Should().BeEmpty();
        Build().Budget("F-1", "X-1", plan: "OUT").Invest("X-1", plan: "OUT").Findings(Rule, Late)
            .Should().BeEmpty("the project of the development plan is not in the year's investment plan");
        Build().Budget("F-1", null, plan: "OUT").Budget("F-3", "X-3").Invest("X-3").Invest("P-1", plan: null).Findings(Rule, Late)
            .Should().BeEmpty("money for making a plan is no project");
    }

    [Fact]
    public void Where_it_is_open_whether_the_project_is_budgeted_nothing_is_said() =>
        PassedOver().Budget("F-2", "P-1", with: l => l with { Budgeted = null, ArrangedOn = null }).Findings(Rule, Late).Should().BeEmpty();

    [Fact]
    public void A_line_ranks_by_the_nearest_plan_that_its_project_is_linked_to()
    {
        var district = Build().Budget("F-1", "P-1", plan: "OUT").Budget("F-2", null, plan: "OUT", with: l => l with { Project = "疏港 铁路" })
            .Budget("F-3", "X-3", plan: "SPE").Budget("F-4", "X-4", plan: "OUT").Budget("F-5", "X-5", plan: "OUT")
            .Budget("F-6", null, plan: "DEV").Budget("F-7", "X-7", plan: "OUT");
        district.Add(new PlanTask
        {
            Code = "T-4", Plan = district.Key<Plan>("SPE"), Kind = TaskKind.Task, Title = "任务四", ProjectCode = "X-4",
        });
        district.Add(new PlanTask
        {
            Code = "T-5", Plan = district.Key<Plan>("OUT"), Kind = TaskKind.Task, Title = "任务五", ProjectCode = "X-5",
            Refines = district.Key<PlanTask>("T-1"),
        });

        new[] { "F-1", "F-2", "F-3", "F-4", "F-5", "F-6", "F-7" }.Select(l => RankOf(district, l)).Should().Equal(
            FundingRank.DevelopmentPlan, FundingRank.DevelopmentPlan, FundingRank.ListedPlan, FundingRank.ListedPlan,
            FundingRank.DevelopmentPlan, FundingRank.DevelopmentPlan, FundingRank.NoPlan);
    }

    [Fact]
    public void Without_tasks_of_the_development_plan_nobody_can_tell_that_a_project_is_of_none()
    {
        var district = new TestDistrict();
        district.Plan("OUT", PlanKind.Special, 2022, 2025);
        district.Act("OUT", ActType.DraftingStarted, "2021-12-01");
        district.List("L-2021", ListTrack.SpecialAndRegional, 2021, "2021-02-01");

        RankOf(district.Budget("F-1", "X-1", plan: "OUT"), "F-1").Should().BeNull();
    }
}
