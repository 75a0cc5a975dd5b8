using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules.Funding;
using static PlanRegistry.Tests.Funding.InvestedDistrict;

namespace PlanRegistry.Tests.Funding;

/// <summary>
/// FUN-003: <see cref="BudgetAgreesWithTheInvestmentPlan"/>, <see cref="AmountsDiffer"/>, <see cref="InvestmentPlanIsNotRecorded"/>,
/// <see cref="ProjectsAreOpen"/>.
/// </summary>
[Trait("Rule", nameof(BudgetAgreesWithTheInvestmentPlan))]
public sealed class BudgetAgreesWithTheInvestmentPlanTests
{
    private const string Rule = "FUN-003";

    [Fact]
    public void A_budget_that_agrees_with_the_investment_plan_complies() =>
        Build().Budget("F-1", "X-1").Invest("X-1").Findings(Rule, Late).Should().BeEmpty();

    [Fact]
    public void Lines_of_one_project_are_summed_and_its_code_is_one_however_it_is_typed()
    {
        var district = Build().Budget("F-1", "X-1", 600_000m).Budget("F-2", "ｘ－1", 400_000m).Invest("X-1");

        district.Findings(Rule, Late).Should().BeEmpty();
    }

    [Fact]
    public void A_budget_line_whose_project_the_investment_plan_lacks_is_a_breach() // T-24
    {
        var district = Build().Budget("F-1", "X-1").Budget("F-2", "X-2", 5_800_000m).Invest("X-1");

        district.Findings(Rule, "2024-04-30").Should().BeEmpty("both are due by then");
        var finding = district.Finding(Rule, Late);

        finding.Key.Should().Be("FUN-003|2024|X-2");
        finding.Sentence.Zh.Should().Be("项目“F-2项目”（X-2）2024年度预算安排580万元，区政府投资年度计划没有为其安排资金。");
        finding.Sentence.En.Should().Be("F-2项目 (X-2) has 5800000 yuan in the budget of 2024 and nothing in that year's investment plan.");
        (finding.Verdict, finding.Severity, finding.Since, finding.Responsible!.Name).Should()
            .Be((Verdict.Fail, Severity.Error, new DateOnly(2024, 5, 1), "区财政局"));
        finding.Plans.Select(p => p.Code).Should().Equal("SPE");
        finding.Basis[0].Clause.Should().Be("二、(一)");
        finding.Remedies.Select(r => (r.Act, r.Text.Zh)).Should().Equal(("setInvestmentPlan",
            "由区财政局会同区发展改革委核对，确需安排的，按程序调整政府投资年度计划并登记；预算记录有误的，予以更正。"));
    }

    [Fact]
    public void A_project_of_the_investment_plan_that_the_budget_lacks_is_a_breach()
    {
        var finding = Build().Budget("F-1", "X-1").Invest("X-1").Invest("X-2", 2_000_000m).Finding(Rule, Late);

        (finding.Key, finding.Verdict, finding.Severity).Should().Be(("FUN-003|2024|X-2", Verdict.Fail, Severity.Error));
        finding.Sentence.Zh.Should().Be("项目“X-2工程”（X-2）在区政府2024年度投资计划中安排财政资金200万元，当年预算没有安排。");
        finding.Plans.Select(p => p.Code).Should().Equal("SPE");
        finding.Remedies.Single().Act.Should().Be("recordFunding");
    }

    [Fact]
    public void The_development_plan_answers_for_none_of_its_projects() =>
        Build().Budget("F-1", "X-1").Invest("X-1").Invest("P-1", plan: null).Finding(Rule, Late).Plans.Should().BeEmpty();

    [Theory]
    [InlineData("0", true)]
    [InlineData("0.1", false)]
    public void Amounts_that_differ_by_more_than_is_tolerated_are_a_warning(string tolerance, bool isFound)
    {
        var district = Build().Budget("F-1", "X-1", 1_100_000m).Invest("X-1");
        district.Policy(PolicyKeys.InvestmentPlanTolerance, tolerance);

        var findings = district.Findings(Rule, Late);

        findings.Select(f => (f.Verdict, f.Severity, f.Sentence.Zh)).Should().Equal(isFound ? [(Verdict.Fail, Severity.Warning,
            "项目“X-1工程”（X-1）2024年度预算安排110万元，区政府投资年度计划安排财政资金100万元，相差10万元。")] : []);
    }

    [Fact]
    public void A_later_paper_speaks_for_the_projects_that_it_names_from_its_day()
    {
        var district = Build().Budget("F-1", "X-1", 1_500_000m).Budget("F-2", "X-2").Invest("X-1").Invest("X-2")
            .Invest("X-1", 1_500_000m, "2024-08-10");

        district.Finding(Rule, "2024-08-09").Severity.Should().Be(Severity.Warning);
        district.Findings(Rule, "2024-08-10").Should().BeEmpty();
    }

    [Fact]
    public void A_project_taken_out_is_no_more_in_the_investment_plan()
    {
        var district = Build().Budget("F-1", "X-1").Budget("F-2", "X-2", with: l => l with { Budgeted = false })
            .Invest("X-1").Invest("X-2").Invest("X-2", 0m, "2024-08-10");

        district.Finding(Rule, "2024-08-09").Sentence.Zh.Should().Contain("当年预算没有安排");
        district.Findings(Rule, "2024-08-10").Should().BeEmpty();
        district.Invest("X-1", 0m, "2024-09-01").Finding(Rule, "2024-09-01").Since.Should().Be(new DateOnly(2024, 9, 1));
    }

    [Fact]
    public void Lines_without_a_project_code_are_not_judged()
    {
        Build().Budget("F-1", null, with: l => l with { Purpose = FundingPurpose.Drafting }).Findings(Rule, Late).Should().BeEmpty();
        Build().Budget("F-1", null).Budget("F-2", "X-1").Invest("X-1").Findings(Rule, Late).Should().BeEmpty();
    }

    [Fact]
    public void What_is_only_asked_for_or_was_refused_is_no_budget()
    {
        var asked = Build().Budget("F-1", "X-1").Invest("X-1");
        asked.Budget("F-2", "X-2", with: l => l with { Budgeted = null, ArrangedOn = null, RequestedOn = PartialDate.Parse("2024-01-10") });
        asked.Budget("F-3", "X-3", with: l => l with { Budgeted = false, ArrangedOn = null });
        asked.Budget("F-4", "X-4", with: l => l with { Budgeted = null, Money = FundingMoney.Other });

        asked.Findings(Rule, Late).Should().BeEmpty();
    }

    [Fact]
    public void Money_of_a_secret_plan_keeps_its_project_out()
    {
        var district = Build().Budget("F-1", "X-1").Budget("F-2", "X-2", plan: "SEC").Invest("X-1").Invest("X-3");
        district.Plan("SEC", PlanKind.Special, 2021, 2025, p => p with { Secrecy = Secrecy.Secret });
        district.Budget("F-3", "X-3", plan: "SEC", with: l => l with { Budgeted = false });

        district.Findings(Rule, Late).Should().BeEmpty();
    }

    [Fact]
    public void Without_an_investment_plan_of_the_year_it_is_to_be_checked_where_lines_have_codes()
    {
        var finding = Build().Budget("F-1", "X-1").Invest("X-1", issued: "2024-06-01").Finding(Rule, Late);

        (finding.Key, finding.Verdict, finding.Severity).Should().Be(("FUN-003|2024", Verdict.Unknown, Severity.Warning));
        finding.Sentence.Zh.Should().Be("2024年度预算有1个项目录有项目代码（“F-1项目”），区政府当年投资计划未录入，两者是否一致待核实。");
        finding.Plans.Should().BeEmpty();
    }

    [Fact]
    public void What_the_registry_cannot_tell_is_to_be_checked()
    {
        var district = Build().Budget("F-1", "X-1").Invest("X-1");
        district.Budget("F-2", "X-2", with: l => l with { Budgeted = null, ArrangedOn = null }).Invest("X-2");
        district.Budget("F-3", null, with: l => l with { Project = "X-3工程" }).Invest("X-3");
        district.Budget("F-4", "X-4", with: l => l with { BudgetYear = null }).Invest("X-4");
        district.Invest("X-5", plan: null);

        var finding = district.Finding(Rule, Late);

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Sentence.Zh.Should().Be("区政府2024年度投资计划与当年预算有4个项目是否一致待核实："
            + "“X-2工程”（经费记录是否属预算安排、属哪个项目或年度未写明）、“X-3工程”（经费记录是否属预算安排、属哪个项目或年度未写明）、"
            + "“X-4工程”（经费记录是否属预算安排、属哪个项目或年度未写明）、“X-5工程”（项目未关联本区规划，本系统不登记其经费）。");
        finding.Remedies.Select(r => (r.Act, r.Text.Zh)).Should().Equal(
            ("recordFunding", "由区财政局会同区发展改革委补录或者更正上述已关联规划的项目的经费，写明项目代码、预算年度和是否列入预算。"), Link);
    }

    /// <summary>Money is recorded of a plan alone: what is linked to none cannot be told to be recorded.</summary>
    private static readonly (string, string) Link = ("setInvestmentPlan", "由区财政局会同区发展改革委核对上述未关联规划的项目，"
        + "实施本区规划的，在政府投资年度计划中写明其规划或者规划任务；与本区规划无关的，本系统不登记其经费，由两部门自行核对。");

    [Fact]
    public void Of_a_project_that_is_linked_to_no_plan_no_money_is_asked_for_and_linking_it_clears_the_notice()
    {
        var district = Build().Budget("F-1", "X-1").Invest("X-1").Budget("F-5", "X-9").Invest("X-9").Invest("X-5", plan: null);
        var finding = district.Finding(Rule, Late);

        finding.Remedies.Select(r => (r.Act, r.Text.Zh)).Should().Equal(Link);
        finding.Remedies[0].Text.En.Should().Be("区财政局 and 区发展改革委 check those that are linked to no plan: one that carries out a plan "
            + "of the district is given it, or its task, in the investment plan; of others no money is kept here, "
            + "and the two check them by themselves.");
        district.Invest("X-5").Findings(Rule, Late).Should().NotContain(f => f.Key == finding.Key);
    }

    [Fact]
    public void Projects_of_no_plan_alone_are_a_notice_and_a_budget_without_codes_says_nothing_of_any()
    {
        Build().Budget("F-1", "X-1").Invest("X-1").Invest("X-5", plan: null).Finding(Rule, Late).Severity.Should().Be(Severity.Notice);
        var coded = Build().Budget("F-1", null).Invest("X-2").Finding(Rule, Late);
        (coded.Verdict, coded.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        coded.Sentence.Zh.Should().Contain("当年预算未录入项目代码");
    }

    [Fact]
    public void A_year_from_before_the_records_began_is_not_judged()
    {
        Build().Budget("F-1", "X-1").Invest("X-2").RecordedOn("2025-01-10").Findings(Rule, "2025-06-01").Should().BeEmpty();
        var midYear = Build().Budget("F-1", "X-1").RecordedOn("2024-07-01");
        midYear.Findings(Rule, "2024-09-01").Should().BeEmpty("its due day was before");
        midYear.Invest("X-2").Findings(Rule, "2024-09-01").Should().HaveCount(2, "the year's plan is recorded");
    }

    [Fact]
    public void Judged_from_another_state_it_is_the_same()
    {
        var before = Build().Budget("F-1", "X-1").Invest("X-1").Judge(Late);
        var after = Build().Budget("F-1", "X-1").Invest("X-1").Invest("X-2").On(Late);

        Rules.Judge.JudgementOf(after, before, 1).Findings.Select(f => f.Key).Should()
            .Equal(Rules.Judge.JudgementOf(after).Findings.Select(f => f.Key)).And.Contain("FUN-003|2024|X-2");
    }
}
