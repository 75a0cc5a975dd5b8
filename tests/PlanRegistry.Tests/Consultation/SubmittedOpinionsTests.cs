using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Consultation;

namespace PlanRegistry.Tests.Consultation;

/// <summary>What was recorded of a consultation enters the submission set by itself.</summary>
public sealed class SubmittedOpinionsTests
{
    private const string Day = "2026-03-20";
    private readonly TestDistrict district = ConsultedDistrict.Build();

    private SubmissionLine Line(SubmissionPaper paper) =>
        Submission.Of(district.On(Day).Plan(district.Key<Plan>("ROADS"))!).Lines.Single(l => l.Paper == paper);

    private (PaperState State, string Why) Adopted =>
        (Line(SubmissionPaper.AdoptionTable).State, Line(SubmissionPaper.AdoptionTable).Why.Zh ?? "");

    private (PaperState State, string Why) Disputes =>
        (Line(SubmissionPaper.DisputeStatement).State, Line(SubmissionPaper.DisputeStatement).Why.Zh ?? "");

    [Fact]
    public void T_18_Opinions_that_are_not_handled_leave_the_account_of_what_was_adopted_missing_whatever_paper_was_added()
    {
        district.Round();
        district.Opinion("O1");
        district.Add(new SubmissionItem
        {
            Plan = district.Key<Plan>("ROADS"), Paper = SubmissionPaper.AdoptionTable, Document = district.Document("TABLE").Key,
            On = PlanRegistry.Records.PartialDate.Parse("2026-03-09"),
        });

        Adopted.Should().Be((PaperState.Missing, "有1条意见尚未办结"));
        district.Handling("O1");
        Adopted.Should().Be((PaperState.Present, "意见1条，均已办理"));
    }

    [Fact]
    public void A_round_that_is_not_over_leaves_it_missing_though_nobody_has_said_anything_yet()
    {
        district.Round(r => r with { DueOn = PlanRegistry.Records.PartialDate.Parse("2026-03-25") });

        Adopted.Should().Be((PaperState.Missing, "征求意见尚未结束"));
    }

    [Fact]
    public void What_comes_up_after_the_submission_is_no_matter_of_it()
    {
        district.Submit("2026-02-10");
        district.Round();
        district.Opinion("O1");
        district.Dispute(d => d with { Grounds = null });

        Adopted.Should().Be((PaperState.Missing, ""), "no paper was added, and the later round says nothing of it");
        Disputes.State.Should().Be(PaperState.NotNeeded);
    }

    [Fact]
    public void Without_a_round_on_record_a_paper_tells_it()
    {
        Adopted.State.Should().Be(PaperState.Missing);
        Disputes.State.Should().Be(PaperState.NotNeeded);
    }

    [Fact]
    public void A_dispute_that_is_not_settled_is_told_in_its_four_parts()
    {
        district.Dispute(d => d with { Grounds = null });
        Disputes.Should().Be((PaperState.Missing, "缺理由和依据"));

        district.Dispute();
        Disputes.Should().Be((PaperState.Present, ""));

        district.Step(DisputeStage.Settled, "2026-03-15");
        Disputes.Should().Be((PaperState.NotNeeded, ""));
    }
}
