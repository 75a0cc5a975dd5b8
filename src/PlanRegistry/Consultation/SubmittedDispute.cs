using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>A dispute that was not settled when the plan was submitted, and what was told of it.</summary>
public sealed class SubmittedDispute : IFact
{
    private SubmittedDispute(PlanOnDay of, DisputeOnDay dispute, Act submission) => (Of, Dispute, Submission) = (of, dispute, submission);

    public PlanOnDay Of { get; }
    public DisputeOnDay Dispute { get; }
    public Act Submission { get; }
    public Key<Plan> Plan => Of.Key;
    public RecordId Id => Dispute.Dispute.Id;

    /// <summary>One of the four parts is not told.</summary>
    public bool LacksParts => !Dispute.TellsAll;

    /// <summary>All four are, and that they went with the submission is recorded.</summary>
    public bool IsTold => Dispute.Telling is not null;

    public FactLine Say() => new("Dispute", Id, new Text(
        $"{Dispute.Dispute.OpenedOn.InWords().Zh}提出的争议（{Dispute.Dispute.Code}）",
        $"dispute {Dispute.Dispute.Code}, raised on {Dispute.Dispute.OpenedOn}"));

    public static IEnumerable<SubmittedDispute> On(PlanOnDay plan) =>
        from dispute in DisputeOnDay.Of(plan.Snapshot.View, plan.Key, plan.AsOf)
        where dispute.Dispute.OpenedOn.First >= plan.Snapshot.RecordsFrom
        let submission = ConsultedRound.SubmissionAfter(plan, dispute.Dispute.OpenedOn)
        where submission is not null && !(dispute.Settlement?.On.First <= submission.On.Last)
        select new SubmittedDispute(plan, dispute, submission);
}
