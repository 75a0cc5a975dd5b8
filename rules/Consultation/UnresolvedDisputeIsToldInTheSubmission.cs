using PlanRegistry.Consultation;

namespace PlanRegistry.Rules.Consultation;

[Rule("CON-004")]
[Basis("重大行政决策程序暂行条例", "第十三条", From = "2019-09-01"), Severity(Severity.Error), RuleVersion(1)]
public sealed class UnresolvedDisputeIsToldInTheSubmission : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        SubmittedDispute dispute = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => dispute, d => d.Plan == plan.Key, d => d.LacksParts);

        Then()
            .Yield(c => c.Finding(plan).About(dispute).With("dispute", dispute.Dispute.Dispute.Code)
                .With("submitted", dispute.Submission.On).With("parts", Text.Join(dispute.Dispute.MissingParts))
                .Fact("submission", dispute.Submission).Since(dispute.Submission.On.Last).JudgedOn(dispute.Submission.On.Last)
                .Remedy(ConsultationRemedies.TellTheDispute(dispute)));
    }
}

/// <summary>All four parts are told; that they went with the submission is not recorded.</summary>
[CaseOf(typeof(UnresolvedDisputeIsToldInTheSubmission), "unknown")]
public sealed class WhetherADisputeWasToldIsUnknown : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        SubmittedDispute dispute = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => dispute, d => d.Plan == plan.Key, d => !d.LacksParts, d => !d.IsTold);

        Then()
            .Yield(c => c.Finding(plan).About(dispute).With("dispute", dispute.Dispute.Dispute.Code)
                .With("submitted", dispute.Submission.On).Unknown()
                .Fact("submission", dispute.Submission).Since(dispute.Submission.On.Last).JudgedOn(dispute.Submission.On.Last)
                .Remedy(ConsultationRemedies.RecordTheTelling(dispute)));
    }
}
