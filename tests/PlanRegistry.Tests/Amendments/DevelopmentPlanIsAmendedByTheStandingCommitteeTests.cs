using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Amendments;

namespace PlanRegistry.Tests.Amendments;

/// <summary>
/// AME-002: <see cref="DevelopmentPlanIsAmendedByTheStandingCommittee"/>,
/// <see cref="DevelopmentPlanWasAmendedByTheCongress"/>, <see cref="RouteOfADevelopmentPlansAmendmentIsUnknown"/>.
/// </summary>
[Trait("Rule", nameof(DevelopmentPlanIsAmendedByTheStandingCommittee))]
public sealed class DevelopmentPlanIsAmendedByTheStandingCommitteeTests
{
    private const string Day = "2023-12-31";

    private static TestDistrict Evaluated(string on = "2023-09-01")
    {
        var district = AmendedDistrict.Build();
        district.Act("DEV-2021", ActType.Reported, on, "DRC", ActAbout.MidTerm, 2023);
        return district.Propose("DEV-2021", "2023-10-01");
    }

    private static TestDistrict Agreed() =>
        Evaluated().Step("DEV-2021", ActType.AmendmentProposed, "2023-10-01", "GOV")
            .Step("DEV-2021", ActType.PartyAgreed, "2023-11-01", "PARTY");

    [Fact]
    public void An_amendment_along_the_whole_route_complies() =>
        AmendedDistrict.Build().AmendDevelopmentPlan().Findings("AME-002", Day).Should().BeEmpty();

    [Fact]
    public void AMENDMENT_APPROVED_by_the_standing_committee_is_its_approval() =>
        Agreed().Step("DEV-2021", ActType.AmendmentApproved, "2023-12-20", "SC").Findings("AME-002", Day).Should().BeEmpty();

    [Fact]
    public void It_is_judged_once_approved() =>
        AmendedDistrict.Build().Propose("DEV-2021", "2023-10-01").Findings("AME-002", Day).Should().BeEmpty();

    [Fact]
    public void Each_missing_step_is_named()
    {
        var finding = AmendedDistrict.Build().Propose("DEV-2021", "2023-10-01")
            .Step("DEV-2021", ActType.AmendmentApproved, "2023-12-20", "GOV").Finding("AME-002", Day);

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Blocking, Since = new DateOnly(2023, 12, 20) });
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/DEV-2021", "2");
        finding.Sentence.Zh.Should().Be("《十四五规划纲要》第2版不生效：调整修订缺少调整前的评估报告、区政府提出调整修订建议、区委同意、区人大常委会批准。");
        finding.Sentence.En.Should().Be(
            "Version 2 of 十四五规划纲要 has no effect: its amendment lacks an evaluation reported before the proposal, "
                + "the government's proposal, the Party committee's consent, the standing committee's approval.");
        finding.Responsible!.Name.Should().Be("区发展改革委");
        finding.Remedies.Should().HaveCount(4).And.OnlyContain(r => r.Agency != null);
        finding.Basis.Select(b => b.Document).Should().Equal(["开州府办发〔2020〕95号"], "the laws of 2024 and 2026 do not judge an act of 2023");
    }

    [Fact]
    public void The_law_of_its_day_is_cited()
    {
        var district = Agreed().Step("DEV-2021", ActType.AmendmentApproved, "2024-12-20", "GOV");

        district.Finding("AME-002", "2025-01-10").Basis.Should().Contain(new Basis("监督法", "第二十三条"));
    }

    [Fact]
    public void An_evaluation_reported_after_the_proposal_is_missing() =>
        Evaluated("2023-10-02").Step("DEV-2021", ActType.AmendmentProposed, "2023-10-01", "GOV")
            .Step("DEV-2021", ActType.PartyAgreed, "2023-11-01", "PARTY")
            .Step("DEV-2021", ActType.StandingCommitteeApproved, "2023-12-20", "SC")
            .Finding("AME-002", Day).Sentence.Zh.Should().EndWith("缺少调整前的评估报告。");

    [Fact]
    public void A_proposal_by_a_bureau_is_not_the_governments() =>
        Evaluated().Step("DEV-2021", ActType.AmendmentProposed, "2023-10-01", "DRC")
            .Step("DEV-2021", ActType.PartyAgreed, "2023-11-01", "PARTY")
            .Step("DEV-2021", ActType.StandingCommitteeApproved, "2023-12-20", "SC")
            .Finding("AME-002", Day).Sentence.Zh.Should().EndWith("缺少区政府提出调整修订建议。");

    [Fact]
    public void Consent_after_the_approval_is_missing() =>
        Evaluated().Step("DEV-2021", ActType.AmendmentProposed, "2023-10-01", "GOV")
            .Step("DEV-2021", ActType.PartyAgreed, "2023-12-25", "PARTY")
            .Step("DEV-2021", ActType.StandingCommitteeApproved, "2023-12-20", "SC")
            .Finding("AME-002", Day).Sentence.Zh.Should().EndWith("缺少区委同意。");

    [Fact]
    public void Approval_by_the_congress_itself_is_conditional()
    {
        var finding = Agreed().Step("DEV-2021", ActType.CongressApproved, "2023-12-20", "CONGRESS").Finding("AME-002", Day);

        finding.Verdict.Should().Be(Verdict.Conditional);
        finding.Sentence.Zh.Should().Be("《十四五规划纲要》第2版由区人大直接批准，未由区人大常委会批准，须由人工确认。");
        finding.Sentence.En.Should().Be(
            "Version 2 of 十四五规划纲要 was approved by the congress itself, not by the standing committee; a person must confirm it.");
        finding.Since.Should().Be(new DateOnly(2023, 12, 20));
        var remedy = finding.Remedies.Should().ContainSingle().Subject;
        (remedy.Act, remedy.Agency!.Name).Should().Be(("confirmExemption", "区政府"), "the reform commission leads the plan itself");
    }

    [Fact]
    public void Approval_by_the_congress_does_not_make_up_for_a_missing_step() =>
        Evaluated().Step("DEV-2021", ActType.AmendmentProposed, "2023-10-01", "GOV")
            .Step("DEV-2021", ActType.CongressApproved, "2023-12-20", "CONGRESS")
            .Finding("AME-002", Day).Should().BeEquivalentTo(new { Verdict = Verdict.Fail });

    [Fact]
    public void An_order_that_partial_dates_leave_open_is_unknown()
    {
        var finding = Evaluated().Step("DEV-2021", ActType.AmendmentProposed, "2023-10-01", "GOV")
            .Step("DEV-2021", ActType.PartyAgreed, "2023-12", "PARTY")
            .Step("DEV-2021", ActType.StandingCommitteeApproved, "2023-12-20", "SC").Finding("AME-002", Day);

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Unknown, Severity = Severity.Warning });
        finding.Sentence.Zh.Should().Be("《十四五规划纲要》第2版的调整修订程序待核实，未录入办理单位或先后次序：区委同意。");
        finding.Sentence.En.Should().Be(
            "How version 2 of 十四五规划纲要 was amended cannot be told; agency or order not recorded: the Party committee's consent.");
        finding.Remedies.Single().Agency!.Name.Should().Be("区发展改革委");
    }

    [Fact]
    public void An_approval_that_does_not_say_by_whom_is_unknown() =>
        Agreed().Step("DEV-2021", ActType.AmendmentApproved, "2023-12-20", null)
            .Finding("AME-002", Day).Sentence.Zh.Should().EndWith("：区人大常委会批准。");

    [Fact]
    public void An_amendment_approved_before_the_notice_is_not_judged()
    {
        var district = new TestDistrict();
        district.Plan("DEV-2016", PlanKind.Development, 2016, 2025);
        district.Act("DEV-2016", ActType.CongressApproved, "2016-02-20", "CONGRESS");
        district.Step("DEV-2016", ActType.AmendmentApproved, "2018-02-20", "GOV");

        district.Findings("AME-002", Day).Should().BeEmpty();
    }

    [Fact]
    public void Only_development_plans_are_judged_by_this_rule() =>
        AmendedDistrict.Build().Propose("EDU-2021", "2023-03-01")
            .Step("EDU-2021", ActType.AmendmentApproved, "2023-05-01", "DRC").Findings("AME-002", Day).Should().BeEmpty();

    [Fact]
    public void The_same_route_says_what_is_missing_before_the_approval()
    {
        var district = AmendedDistrict.Build();
        IEnumerable<string> Missing() =>
            AmendmentRoute.Missing(district.View(), district.View().Plan(district.Key<Plan>("DEV-2021"))!, 2, new DateOnly(2023, 12, 20))
                .Select(s => s.Name.Zh);

        Missing().Should().Equal("调整修订方案", "调整前的评估报告", "区政府提出调整修订建议", "区委同意");
        district.AmendDevelopmentPlan();
        Missing().Should().BeEmpty();
        AmendmentRoute.ApproverOf(district.On(Day).Plan(district.Key<Plan>("DEV-2021"))!)!.Name.Should().Be("区人大常委会");
    }
}
