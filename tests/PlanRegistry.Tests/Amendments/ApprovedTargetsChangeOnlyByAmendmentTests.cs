using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Amendments;

namespace PlanRegistry.Tests.Amendments;

/// <summary>AME-001: <see cref="ApprovedTargetsChangeOnlyByAmendment"/>, <see cref="RouteOfAnAmendmentIsUnknown"/>.</summary>
[Trait("Rule", nameof(ApprovedTargetsChangeOnlyByAmendment))]
public sealed class ApprovedTargetsChangeOnlyByAmendmentTests
{
    private const string Day = "2023-12-31";

    private static TestDistrict Proposed() => AmendedDistrict.Build().Propose("EDU-2021", "2023-03-01");

    [Fact]
    public void An_amendment_approved_by_the_plans_own_approver_complies() =>
        Proposed().Step("EDU-2021", ActType.AmendmentApproved, "2023-05-01", "GOV").Findings("AME-001", Day).Should().BeEmpty();

    [Fact]
    public void A_first_version_is_not_judged() => AmendedDistrict.Build().Findings("AME-001", Day).Should().BeEmpty();

    [Fact]
    public void An_amendment_still_on_its_way_changes_nothing_and_is_not_judged() => Proposed().Findings("AME-001", Day).Should().BeEmpty();

    [Fact]
    public void Targets_changed_without_any_amendment_are_blocking()
    {
        var district = AmendedDistrict.Build();
        district.Target("EDU-2021", "SCHOOL", 90m, version: 2);

        var finding = district.Finding("AME-001", Day);

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Blocking, Since = new DateOnly(2021, 6, 10) });
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/EDU-2021", "2");
        finding.Sentence.Zh.Should().Be("《教育规划》第2版不生效：未按原规划审批程序调整修订，缺少调整修订方案、原审批主体（区政府）批准。");
        finding.Sentence.En.Should().Be(
            "Version 2 of 教育规划 has no effect: it did not come about by the original approval procedure; "
                + "missing: a recorded amendment, the approval of the original approver, 区政府.");
        finding.Responsible!.Name.Should().Be("区教委");
        finding.Remedies.Should().HaveCount(2).And.OnlyContain(r => r.Agency!.Name == "区教委");
        finding.Facts.Where(f => f.Name == "missing").Select(f => f.Text.Zh).Should().Equal("调整修订方案", "原审批主体（区政府）批准");
    }

    [Fact]
    public void An_amendment_published_without_approval_is_blocking() =>
        Proposed().Step("EDU-2021", ActType.Published, "2023-04-01", "EDU").Finding("AME-001", Day).Sentence.Zh
            .Should().Be("《教育规划》第2版不生效：未按原规划审批程序调整修订，缺少原审批主体（区政府）批准。");

    [Fact]
    public void A_version_overtaken_by_a_later_approved_one_was_never_approved() =>
        Proposed().Propose("EDU-2021", "2023-04-01", 98m, 3).Step("EDU-2021", ActType.AmendmentApproved, "2023-05-01", "GOV", 3)
            .Finding("AME-001", Day).Subjects[1].Text.Should().Be("2");

    [Fact]
    public void Approval_by_another_body_is_blocking_from_its_day()
    {
        var finding = Proposed().Step("EDU-2021", ActType.AmendmentApproved, "2023-05-01", "DRC").Finding("AME-001", Day);

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Blocking, Since = new DateOnly(2023, 5, 1) });
        finding.Sentence.Zh.Should().EndWith("缺少原审批主体（区政府）批准。");
        finding.Facts.Single(f => f.Name == "approval").Text.Zh.Should().Be("2023年5月1日，区发展改革委，批准调整修订（调整修订）");
    }

    [Fact]
    public void Another_department_is_not_the_same_body()
    {
        var district = new TestDistrict();
        district.Plan("AGR-2021", PlanKind.Special, 2021, 2025,
            p => p with { ApprovalLevel = ApprovalLevel.Department, LeadAgency = district.Key<Agency>("AGR") });
        district.Act("AGR-2021", ActType.DepartmentApproved, "2021-06-10", "AGR");
        district.Amendment("AGR-2021", 2, "2023-03-01");
        district.Step("AGR-2021", ActType.AmendmentApproved, "2023-05-01", "EDU");

        district.Findings("AME-001", Day).Should().ContainSingle();
    }

    [Fact]
    public void An_approval_that_failed_counts_for_nothing()
    {
        var district = Proposed();
        district.Act("EDU-2021", ActType.AmendmentApproved, "2023-05-01", "GOV",
            ActAbout.Amendment, with: a => a with { Version = 2, Result = ActResult.Fail });
        district.Step("EDU-2021", ActType.Issued, "2023-06-01", "EDU");

        district.Findings("AME-001", Day).Should().ContainSingle();
    }

    [Fact]
    public void Where_the_plan_went_to_the_Party_committee_its_amendment_does_too()
    {
        var district = Proposed();
        district.Act("EDU-2021", ActType.PartyReviewed, "2021-05-01", "PARTY");
        district.Step("EDU-2021", ActType.AmendmentApproved, "2023-05-01", "GOV");

        district.Finding("AME-001", Day).Sentence.Zh.Should().EndWith("缺少区委审定。");
        district.Step("EDU-2021", ActType.PartyReviewed, "2023-04-20", "PARTY").Findings("AME-001", Day).Should().BeEmpty();
    }

    [Fact]
    public void A_plan_whose_own_approval_is_not_recorded_leaves_the_route_unknown()
    {
        var district = new TestDistrict();
        district.Plan("OLD", PlanKind.Special, 2021, 2025, p => p with { Title = "旧规划" });
        district.Act("OLD", ActType.Published, "2021-06-20", "TRANS");
        district.Amendment("OLD", 2, "2023-03-01");
        district.Step("OLD", ActType.AmendmentApproved, "2023-05-01", "GOV");

        var finding = district.Finding("AME-001", Day);

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Unknown, Severity = Severity.Warning });
        finding.Sentence.Zh.Should().Be("《旧规划》第2版是否按原规划审批程序调整修订待核实，未录入：原审批主体批准。");
        finding.Sentence.En.Should().Be(
            "Whether version 2 of 旧规划 came about by the original approval procedure cannot be told;"
                + " not recorded: the original approver's approval.");
        finding.Remedies.Single().Agency!.Name.Should().Be("区交通运输委");
    }

    [Fact]
    public void An_approval_that_does_not_say_by_whom_is_unknown() =>
        Proposed().Step("EDU-2021", ActType.AmendmentApproved, "2023-05-01", null).Finding("AME-001", Day).Verdict
            .Should().Be(Verdict.Unknown);

    [Fact]
    public void A_correction_is_no_amendment()
    {
        var district = AmendedDistrict.Build();
        district.Act("EDU-2021", ActType.Correction, "2022-01-10", "EDU");

        district.Findings("AME-001", Day).Should().BeEmpty();
    }

    [Fact]
    public void A_development_plan_is_not_judged_by_this_rule()
    {
        var district = AmendedDistrict.Build();
        district.Target("DEV-2021", "SCHOOL", 90m, version: 2);

        district.Findings("AME-001", Day).Should().BeEmpty();
    }

    [Fact]
    public void The_second_version_of_a_draft_is_not_judged()
    {
        var district = new TestDistrict();
        district.Plan("DRAFT", PlanKind.Special, 2024, 2028);
        district.Act("DRAFT", ActType.DraftingStarted, "2023-06-01");
        district.Indicator("SCHOOL", "义务教育巩固率");
        district.Target("DRAFT", "SCHOOL", 90m, version: 2);

        district.Findings("AME-001", Day).Should().BeEmpty();
    }

    [Fact]
    public void The_same_route_says_what_is_missing_before_the_approval()
    {
        var district = AmendedDistrict.Build();
        district.Act("EDU-2021", ActType.PartyReviewed, "2021-05-01", "PARTY");
        IEnumerable<string> Missing() =>
            AmendmentRoute.Missing(district.View(), district.View().Plan(district.Key<Plan>("EDU-2021"))!, 2, new DateOnly(2023, 5, 1))
                .Select(s => s.Name.Zh);

        Missing().Should().Equal("调整修订方案", "区委审定");
        district.Propose("EDU-2021", "2023-03-01");
        Missing().Should().Equal("区委审定");
        district.Step("EDU-2021", ActType.PartyReviewed, "2023-04-01", "PARTY");
        Missing().Should().BeEmpty();
        AmendmentRoute.ApproverOf(district.On("2023-05-01").Plan(district.Key<Plan>("EDU-2021"))!)!.Name.Should().Be("区政府");
    }
}
