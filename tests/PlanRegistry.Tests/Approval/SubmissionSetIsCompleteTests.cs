using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Rules.Approval;

namespace PlanRegistry.Tests.Approval;

[Trait("Rule", nameof(SubmissionSetIsComplete))]
public sealed class SubmissionSetIsCompleteTests
{
    private const string Rule = "APR-001";

    /// <summary>T-01: listed, all papers, order correct.</summary>
    [Fact]
    public void T_01_A_listed_plan_with_all_papers_in_order_complies_with_every_rule_of_the_procedure()
    {
        var plan = new ProceduralPlan().Prepared().WithPapers();
        plan.Submitted();
        plan.Approved();

        plan.District.Judge(ProceduralPlan.Day).Findings.Select(f => f.Rule)
            .Should().NotContain(r => r.StartsWith("APR-", StringComparison.Ordinal) || r == "ALI-005" || r == "ALI-006" || r == "ALI-007");
        Submission.Of(plan.District.On(ProceduralPlan.Day).Plan(plan.District.Key<Plan>("SPE"))!).IsComplete.Should().BeTrue();
    }

    /// <summary>T-18: opinions, and no account of what was adopted.</summary>
    [Fact]
    public void T_18_The_account_of_what_was_adopted_is_missing()
    {
        var plan = new ProceduralPlan().Prepared().WithPapers(SubmissionPaper.AdoptionTable);
        plan.Submitted();

        var finding = plan.District.Finding(Rule, ProceduralPlan.Day);

        finding.Sentence.Zh.Should().Be("《SPE规划》2024年5月10日报批，缺采纳情况。");
        finding.Sentence.En.Should().Be("SPE规划 was submitted (2024-05-10): these are missing: account of what was adopted.");
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Remedies.Single().Act.Should().Be("addSubmissionItem");
    }

    [Fact]
    public void One_finding_names_each_paper_that_is_missing()
    {
        var plan = new ProceduralPlan(p => p with { Importance = Importance.Major }, e => e with { EiaNeeded = true });
        plan.Prepared().Paper(SubmissionPaper.Draft, "TRANS");
        plan.Submitted();

        plan.Sentences(Rule).Should().Equal("FAIL 《SPE规划》2024年5月10日报批，缺起草说明、采纳情况、环评确认意见、合法性审查意见。");
    }

    [Fact]
    public void Once_approved_it_is_to_be_mended_and_blocks_no_more()
    {
        var plan = new ProceduralPlan().Prepared().WithPapers(SubmissionPaper.Draft);
        plan.Submitted();
        plan.Approved();

        plan.District.Finding(Rule, ProceduralPlan.Day).Severity.Should().Be(Severity.Error);
    }

    [Fact]
    public void A_step_whose_paper_is_not_recorded_leaves_the_set_open()
    {
        var plan = new ProceduralPlan().Prepared().WithPapers(SubmissionPaper.ArgumentationReport);
        plan.Submitted();

        plan.Sentences(Rule).Should().Equal("UNKNOWN 《SPE规划》2024年5月10日报批，审批要件待核实：论证报告已办理，文件未录入。");
    }

    [Fact]
    public void Without_any_paper_recorded_it_is_open_while_the_plan_is_decided_on_and_silent_afterwards()
    {
        var plan = new ProceduralPlan().Prepared();
        plan.Submitted();
        plan.Sentences(Rule).Should().Equal("UNKNOWN 《SPE规划》2024年5月10日报批，审批要件未录入。");

        plan.Approved();
        plan.Sentences(Rule).Should().BeEmpty("what was approved before anybody added papers is the archive's matter");
    }

    [Fact]
    public void A_plan_not_yet_submitted_lacks_nothing_yet()
    {
        var plan = new ProceduralPlan().Prepared();
        plan.Paper(SubmissionPaper.Draft, "TRANS");

        plan.Sentences(Rule).Should().BeEmpty();
    }

    [Fact]
    public void What_was_submitted_before_records_are_complete_is_not_judged()
    {
        var plan = new ProceduralPlan().Prepared();
        plan.Paper(SubmissionPaper.Draft, "TRANS");
        plan.Submitted();
        plan.District.RecordedOn("2024-12-01");

        plan.Sentences(Rule).Should().BeEmpty();
    }
}
