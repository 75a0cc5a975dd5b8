using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Consultation;
using PlanRegistry.Records;
using PlanRegistry.Rules.Consultation;

namespace PlanRegistry.Tests.Consultation;

/// <summary>
/// CON-001 <see cref="OpinionSaysClauseSuggestionAndReason"/>, CON-002 <see cref="EveryOpinionIsHandledWithAReason"/> and
/// <see cref="OpinionsAreNotHandledInTime"/>, CON-003 <see cref="ObjectionIsReviewedByAnother"/> and
/// <see cref="WhoReviewedAnObjectionIsUnknown"/>, CON-007 <see cref="RepliesComeBack"/>.
/// </summary>
[Trait("Rule", nameof(EveryOpinionIsHandledWithAReason))]
public sealed class ConsultationRuleTests
{
    private static TestDistrict Consulted()
    {
        var district = ConsultedDistrict.Build();
        district.Round();
        district.Opinion("O1");
        district.NoOpinion("O2");
        return district;
    }

    private static IEnumerable<string> Codes(TestDistrict district, string day) =>
        district.Judge(day).Findings.Where(f => f.Rule.StartsWith("CON-", StringComparison.Ordinal)).Select(f => f.Rule);

    [Fact]
    public void A_plan_on_which_nobody_was_asked_has_no_finding()
    {
        var district = ConsultedDistrict.Build();
        district.Submit();

        Codes(district, "2026-05-01").Should().BeEmpty();
    }

    [Fact]
    public void What_began_before_the_records_are_complete_is_history()
    {
        var district = Consulted().RecordedOn("2026-06-01");
        district.Dispute(d => d with { Issue = null });
        district.Notice("2026-03-05");
        district.Submit();

        Codes(district, "2026-06-10").Should().BeEmpty();
    }

    [Fact, Trait("Rule", nameof(OpinionSaysClauseSuggestionAndReason))]
    public void An_imported_opinion_without_its_parts_is_a_notice()
    {
        var district = Consulted();
        district.Opinion("O3", with: o => o with { Clause = null });

        var finding = district.Finding("CON-001", "2026-03-06");

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Notice, Since = new DateOnly(2026, 3, 5) });
        finding.Sentence.Zh.Should().Be("《交通规划》自2026年3月1日起征求部门和单位意见，有1条意见要素不全：O3。");
        finding.Sentence.En.Should().Be(
            "Of the round of 交通规划 to agencies opened on 2026-03-01, 1 opinions lack clause, suggestion or reason: O3.");
    }

    [Fact, Trait("Rule", nameof(OpinionSaysClauseSuggestionAndReason))]
    public void Opinions_with_their_parts_and_replies_without_an_opinion_are_in_order() =>
        Consulted().Findings("CON-001", "2026-03-06").Should().BeEmpty();

    [Fact]
    public void Five_days_after_collecting_ended_what_is_not_handled_is_overdue()
    {
        Consulted().Findings("CON-002", "2026-03-13").Should().BeEmpty("the fifth day is the last");

        var finding = Consulted().Finding("CON-002", "2026-03-14");

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Warning, Since = new DateOnly(2026, 3, 14) });
        finding.Sentence.Zh.Should().Be("《交通规划》自2026年3月1日起征求部门和单位意见，应于2026年3月13日前办理完毕，仍有1条意见没有办结：O1。");
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Select(r => r.Act).Should().Equal("handleOpinion");
    }

    [Fact]
    public void Submitted_it_is_an_error()
    {
        var district = Consulted();
        district.Submit("2026-03-12");

        var finding = district.Finding("CON-002", "2026-03-12");

        finding.Should().BeEquivalentTo(new { Severity = Severity.Error, Since = new DateOnly(2026, 3, 12) });
        finding.Sentence.Zh.Should().Be("《交通规划》已于2026年3月12日报批，自2026年3月1日起征求部门和单位意见，仍有1条意见没有办结：O1。");
    }

    [Theory]
    [InlineData(HandlingResult.Adopted, null, false)]
    [InlineData(HandlingResult.Rejected, "没有依据", false)]
    [InlineData(HandlingResult.Rejected, null, true)]
    [InlineData(HandlingResult.PartlyAdopted, null, true)]
    public void A_handling_needs_a_reason_unless_it_adopts(HandlingResult result, string? reason, bool isBroken)
    {
        var district = Consulted();
        district.Handling("O1", result, reason);

        district.Findings("CON-002", "2026-03-20").Should().HaveCount(isBroken ? 1 : 0);
    }

    [Fact]
    public void An_objection_leaves_an_opinion_open_until_it_is_reviewed()
    {
        var district = Consulted();
        district.Handling("O1", HandlingResult.Rejected, "没有依据");
        district.Objection("O1");

        district.Finding("CON-002", "2026-03-20").Remedies.Select(r => r.Act).Should().Equal("reviewHandling");

        district.Handling("O1", HandlingResult.Adopted, on: "2026-03-13", handler: "B", stage: HandlingStage.Review);

        Codes(district, "2026-03-20").Should().BeEmpty();
    }

    [Fact]
    public void An_opinion_that_came_late_has_the_same_days()
    {
        var district = Consulted();
        district.Handling("O1");
        district.Opinion("O3", with: o => o with { On = PartialDate.Parse("2026-03-20") });

        district.Findings("CON-002", "2026-03-25").Should().BeEmpty();
        district.Finding("CON-002", "2026-03-26").Since.Should().Be(new DateOnly(2026, 3, 26));
    }

    [Theory, Trait("Rule", nameof(ObjectionIsReviewedByAnother))]
    [InlineData("A", "A", Verdict.Fail, Severity.Warning)]
    [InlineData("A", null, Verdict.Unknown, Severity.Notice)]
    [InlineData(null, "A", Verdict.Unknown, Severity.Notice)]
    [InlineData("A", "B", null, null)]
    public void Another_person_reviews(string? first, string? again, Verdict? verdict, Severity? severity)
    {
        var district = Consulted();
        district.Handling("O1", HandlingResult.Rejected, "没有依据", handler: first);
        district.Objection("O1");
        district.Handling("O1", HandlingResult.Rejected, "没有依据", "2026-03-12", again, HandlingStage.Review);

        district.Findings("CON-003", "2026-03-12").Select(f => ((Verdict?)f.Verdict, (Severity?)f.Severity)).Should()
            .Equal(verdict is null ? [] : [(verdict, severity)]);
    }

    [Fact, Trait("Rule", nameof(RepliesComeBack))]
    public void Who_has_not_replied_is_told_while_the_round_waits_and_not_when_it_is_closed()
    {
        var district = ConsultedDistrict.Build();
        district.Round();
        district.Opinion("O1");
        district.Findings("CON-007", "2026-03-08").Should().BeEmpty("it is still collecting");

        var finding = district.Finding("CON-007", "2026-03-09");

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Notice });
        finding.Sentence.Zh.Should().Be("《交通规划》自2026年3月1日起征求部门和单位意见，征求2家，答复1家，尚未答复的有区教委。");
        district.Round(r => r with { ClosedOn = PartialDate.Parse("2026-03-10") });
        district.Findings("CON-007", "2026-03-11").Should().BeEmpty();
    }

    [Fact, Trait("Rule", nameof(ObjectionIsReviewedByAnother))]
    public void A_second_account_of_the_same_person_is_no_other_person()
    {
        var district = ConsultedDistrict.Build();
        district.Round();
        district.Opinion("O1");
        district.Handling("O1", HandlingResult.Rejected, "已有专章", handler: "李四");
        district.Objection("O1");
        district.Handling("O1", HandlingResult.Adopted, on: "2026-03-12", handler: "李四（复核）", stage: HandlingStage.Review);

        district.Finding("CON-003", "2026-03-20").Verdict.Should().Be(Verdict.Fail);
    }

    [Fact, Trait("Rule", nameof(UnresolvedDisputeIsToldInTheSubmission))]
    public void One_side_settles_no_dispute_while_the_objection_stands()
    {
        var district = ConsultedDistrict.Build();
        district.Round();
        district.Opinion("O1");
        district.Handling("O1", HandlingResult.Rejected, "已有专章");
        district.Objection("O1");
        district.Dispute(d => d with { Opinions = [district.Key<Opinion>("O1")], Grounds = null });
        district.Step(DisputeStage.Settled, "2026-03-20");
        district.Submit();

        district.Findings("CON-004", "2026-04-02").Should().ContainSingle("it is said, on no paper, by one side alone");
        district.Handling("O1", HandlingResult.Rejected, "已有专章", "2026-03-21", "B", HandlingStage.Review);
        district.Findings("CON-004", "2026-04-02").Should().BeEmpty();
    }

    [Fact, Trait("Rule", nameof(RepliesComeBack))]
    public void What_the_successor_says_is_the_reply_of_the_agency_that_was_asked()
    {
        var district = ConsultedDistrict.Build();
        var asked = district.View().Agency(district.Key<Agency>("WATER"))!;
        district.Add(asked with { ValidTo = PartialDate.Parse("2026-02-28"), SucceededBy = district.Key<Agency>("WATERS") });
        district.Agency("WATERS", "区水务局", AgencyRole.Department);
        district.Round();
        district.NoOpinion("O1");
        district.OnDay("2026-03-20").Silent.Should().Equal(district.Key<Agency>("WATER"));

        district.NoOpinion("O2", "WATERS");

        district.OnDay("2026-03-20").Silent.Should().BeEmpty();
        district.Findings("CON-007", "2026-03-20").Should().BeEmpty();
    }
}
