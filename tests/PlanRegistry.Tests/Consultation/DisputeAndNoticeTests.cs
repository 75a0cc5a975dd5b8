using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Consultation;
using PlanRegistry.Records;
using PlanRegistry.Rules.Consultation;

namespace PlanRegistry.Tests.Consultation;

/// <summary>
/// CON-004 <see cref="UnresolvedDisputeIsToldInTheSubmission"/> and <see cref="WhetherADisputeWasToldIsUnknown"/>, CON-005
/// <see cref="PublicIsConsultedForThirtyDays"/>, <see cref="PublicConsultationWasShortened"/> and
/// <see cref="DaysOfAPublicConsultationAreUnknown"/>.
/// </summary>
[Trait("Rule", nameof(UnresolvedDisputeIsToldInTheSubmission))]
public sealed class DisputeAndNoticeTests
{
    [Fact]
    public void A_dispute_that_is_open_at_the_submission_and_lacks_a_part_is_an_error()
    {
        var district = ConsultedDistrict.Build();
        district.Dispute(d => d with { Positions = null, Grounds = null });
        district.Findings("CON-004", "2026-05-01").Should().BeEmpty("it is not submitted");
        district.Submit();

        var finding = district.Finding("CON-004", "2026-05-01");

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Error, Since = new DateOnly(2026, 4, 1) });
        finding.Sentence.Zh.Should().Be("《交通规划》已于2026年4月1日报批，争议D1尚未定论，没有写明有关单位的意见、理由和依据。");
        finding.Remedies.Select(r => r.Act).Should().Equal("openDispute");
    }

    [Fact]
    public void With_all_parts_it_is_open_whether_it_was_told_until_that_is_recorded()
    {
        var district = ConsultedDistrict.Build();
        district.Dispute();
        district.Submit();

        district.Finding("CON-004", "2026-05-01").Should().BeEquivalentTo(new { Verdict = Verdict.Unknown, Severity = Severity.Warning });

        district.Step(DisputeStage.Told, "2026-04-01");

        district.Findings("CON-004", "2026-05-01").Should().BeEmpty();
    }

    [Theory]
    [InlineData("2026-04-01", 0)]
    [InlineData("2026-04-02", 1)] // Settled only after it was submitted.
    public void A_dispute_that_was_settled_before_need_not_be_told(string settledOn, int findings)
    {
        var district = ConsultedDistrict.Build();
        district.Dispute(d => d with { Grounds = null });
        district.Step(DisputeStage.Settled, settledOn);
        district.Submit();

        district.Findings("CON-004", "2026-05-01").Should().HaveCount(findings);
    }

    [Fact]
    public void What_is_unresolved_is_told_to_who_makes_the_submission()
    {
        var district = ConsultedDistrict.Build();
        district.Dispute(d => d with { Issue = null });
        district.Step(DisputeStage.Negotiation, "2026-03-13");
        district.Step(DisputeStage.Coordination, "2026-03-18");
        DisputeOnDay Unresolved(string day) =>
            DisputeOnDay.Unresolved(district.On(day).Plan(district.Key<Plan>("ROADS"))!).Should().ContainSingle().Subject;

        var dispute = Unresolved("2026-03-20");

        dispute.TellsAll.Should().BeFalse();
        dispute.MissingParts.Select(p => p.Zh).Should().Equal("争议的主要问题");
        (dispute.Stage, dispute.Days, dispute.IsToEscalate, dispute.IsLate).Should().Be((DisputeStage.Coordination, 8, true, true));
        (Unresolved("2026-03-15").IsToEscalate, Unresolved("2026-03-16").IsToEscalate).Should().Be((false, true));
    }

    [Theory, Trait("Rule", nameof(PublicIsConsultedForThirtyDays))]
    [InlineData("2026-03-30", null, Verdict.Fail)]
    [InlineData("2026-03-31", null, null)] // The first day does not count.
    [InlineData("2026-03-11", "防汛需要。", Verdict.Conditional)]
    [InlineData(null, null, Verdict.Unknown)]
    [InlineData("2026-03", null, Verdict.Unknown)]
    [InlineData("2026-05", null, null)]
    public void The_public_has_thirty_days_after_the_first_or_is_told_why_not(string? until, string? because, Verdict? verdict)
    {
        var district = ConsultedDistrict.Build();
        district.Notice(until, because);

        district.Findings("CON-005", "2026-06-01").Select(f => (Verdict?)f.Verdict).Should().Equal(verdict is null ? [] : [verdict]);
    }

    [Fact, Trait("Rule", nameof(PublicIsConsultedForThirtyDays))]
    public void Fewer_days_without_a_reason_are_an_error_by_the_regulation()
    {
        var district = ConsultedDistrict.Build();
        district.Notice("2026-03-21");

        var finding = district.Finding("CON-005", "2026-03-02");

        finding.Should().BeEquivalentTo(new { Severity = Severity.Error, Since = new DateOnly(2026, 3, 1) });
        finding.Sentence.Zh.Should().Be("《交通规划》自2026年3月1日起公开征求意见，期限20日，不足30日，没有说明缩短的理由。");
        finding.Basis.Should().ContainSingle().Which.Document.Should().Be("重大行政决策程序暂行条例");
    }

    [Fact, Trait("Rule", nameof(PublicIsConsultedForThirtyDays))]
    public void Closed_before_its_day_it_was_shorter()
    {
        var district = ConsultedDistrict.Build();
        district.Notice("2026-04-30");
        district.Findings("CON-005", "2026-06-01").Should().BeEmpty();

        district.Add(district.Notice("2026-04-30") with { ClosedOn = PartialDate.Parse("2026-03-10") });

        district.Finding("CON-005", "2026-06-01").Sentence.Zh.Should().Contain("期限9日");
    }

    [Fact, Trait("Rule", nameof(PublicIsConsultedForThirtyDays))]
    public void A_round_to_agencies_is_not_held_to_the_days_of_the_public()
    {
        var district = ConsultedDistrict.Build();
        district.Round();

        district.Findings("CON-005", "2026-03-02").Should().BeEmpty();
    }
}
