using PlanRegistry.Alignment;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Consultation;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>What says that a step was taken: an act, a paper, a round, an opinion; and whether it is that body's to say.</summary>
public sealed record StepEvidence(PartialDate On, Entitlement? Word, Record Record)
{
    /// <summary>Yes, no, or open who acted.</summary>
    public bool? Counts => Word is null ? true : Word.Answer;

    public Act? Act => Record as Act;

    public Key<Document>? Document => Record switch
    {
        Act act => act.Document,
        SubmissionItem item => item.Document,
        AlignmentOpinion opinion => opinion.Document,
        _ => null,
    };

    /// <summary>Everything by the day that may be the step, the earliest first.</summary>
    internal static IReadOnlyList<StepEvidence> Of(PlanOnDay plan, ActType step)
    {
        var view = plan.Snapshot.View;
        var acts = plan.ActsAbout(ActAbout.Plan).Where(a => IsOf(plan, step, a))
            .Select(a => new StepEvidence(a.On, step switch
            {
                ActType.EiaConfirmed => Entitlement.Of(view, Matter.EiaOpinion, a),
                ActType.WaterConfirmed => Entitlement.Of(view, Matter.WaterOpinion, a),
                ActType.Aligned => Entitlement.Of(view, Matter.Alignment, a),
                ActType.AlignmentReplied => Entitlement.Of(view, Matter.MunicipalAlignment, a),
                ActType.PartyReviewed or ActType.PartyProposal => Entitlement.Of(view, Matter.PartyConsent, a),
                ActType.GovernmentExamined => Entitlement.By(view, [Body.Of(AgencyRole.Government)], a),
                ActType.LegalityReviewed => Entitlement.Of(view, Matter.Legality, a),
                _ => null,
            }, a));
        var refused = Given(plan, step).LastOrDefault() is { Passes: false, On: { } day } ? day : (PartialDate?)null;
        return [.. acts.Concat(Papers(plan, step)).Concat(Rounds(plan, step)).Concat(Given(plan, step).Where(o => o.Passes)
                .Select(o => new StepEvidence(o.On!.Value, null, o)))
            .Where(e => refused is not { } no || e.On.IsAfter(no) == true).OrderBy(e => e.On.Last)];
    }

    /// <summary>An approval stands for the examination, and what the level takes for one stands for the step of approval.</summary>
    private static bool IsOf(PlanOnDay plan, ActType step, Act act) => step switch
    {
        ActType.GovernmentApproved or ActType.DepartmentApproved or ActType.MunicipalApproved or ActType.CongressApproved =>
            plan.History.IsApproval(act) is not false,
        ActType.GovernmentExamined => act.Type is ActType.GovernmentExamined or ActType.GovernmentApproved,
        ActType.Published => act.Type is ActType.Published or ActType.Issued,
        _ => act.Type == step,
    };

    private static IEnumerable<StepEvidence> Papers(PlanOnDay plan, ActType step)
    {
        var view = plan.Snapshot.View;
        return SubmissionPapers.OfStep(step) is not { } paper ? []
            : view.SubmissionItemsOf[plan.Key].Where(i => i.Paper == paper && i.On.Last <= plan.AsOf)
                .Select(i => new StepEvidence(i.On, SubmissionPapers.WordOf(view, i), i));
    }

    /// <summary>A recorded round is the consultation once its collecting is over.</summary>
    private static IEnumerable<StepEvidence> Rounds(PlanOnDay plan, ActType step) => step != ActType.Consulted ? []
        : RoundOnDay.Of(plan.Snapshot.View, plan.Key, plan.AsOf).Where(r => r.State != RoundState.Collecting)
            .Select(r => new StepEvidence(r.CollectedOn ?? r.Round.OpenedOn, null, r.Round));

    /// <summary>The opinions of who aligns, the latest last: where that one is 不通过, nothing before it is an alignment.</summary>
    private static IEnumerable<AlignmentOpinion> Given(PlanOnDay plan, ActType step) =>
        step is not (ActType.Aligned or ActType.AlignmentReplied) ? []
        : AlignmentOpinions.Of(plan.Snapshot.View, plan.Key).Where(o => o.WasGivenBy(plan.AsOf)
            && AlignmentOpinions.WhoseOf(plan.Snapshot.View, o) == (step == ActType.Aligned ? Aligner.Commission : Aligner.Municipality));
}
